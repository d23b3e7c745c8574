// The picture under the mask, near or far: where things are on the screen and in the picture, and how both are drawn.
const NEAREST = 12;

export class View {
  constructor(canvas, image, cover) {
    Object.assign(this, { canvas, image, cover, zoom: 1, left: 0, top: 0, means: "subject", box: null, cursor: null });
    this.layer = document.createElement("canvas");
    this.stripes = stripes(this.canvas.getContext("2d"));
    new ResizeObserver(() => this.fit()).observe(canvas);
    this.fit();
  }

  // As many dots as the screen has, so that what is near is sharp.
  fit() {
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (!width) return;
    this.dots = devicePixelRatio || 1;
    for (const one of [this.canvas, this.layer]) Object.assign(one, { width: Math.round(width * this.dots), height: Math.round(height * this.dots) });
    this.to(this.zoom, this.left, this.top);
  }

  to(zoom, left, top) {
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    this.zoom = Math.min(NEAREST, Math.max(1, zoom));
    this.left = Math.min(0, Math.max(width - width * this.zoom, left));
    this.top = Math.min(0, Math.max(height - height * this.zoom, top));
    this.draw();
  }

  // What is under the point stays there. The point is in CSS pixels of the canvas.
  nearer(by, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
    const zoom = Math.min(NEAREST, Math.max(1, this.zoom * by));
    this.to(zoom, x - ((x - this.left) * zoom) / this.zoom, y - ((y - this.top) * zoom) / this.zoom);
  }

  // From the screen to the mask.
  at(event) {
    const { x, y } = this.onCanvas(event);
    return { x: (x - this.left) * this.scale, y: (y - this.top) * this.scale };
  }

  onCanvas(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  // Dots of the mask to a CSS pixel.
  get scale() {
    return this.cover.width / (this.canvas.clientWidth * this.zoom);
  }

  draw() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.paint();
    });
  }

  paint() {
    const brush = this.canvas.getContext("2d");
    const { width, height } = this.canvas;
    const place = [this.left * this.dots, this.top * this.dots, width * this.zoom, height * this.zoom];
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.imageSmoothingQuality = "high";
    brush.drawImage(this.image, ...place);
    this.shade(place);
    brush.drawImage(this.layer, 0, 0);
    brush.setTransform(this.dots, 0, 0, this.dots, 0, 0);
    if (this.box) this.outline(brush, (path) => path.rect(...this.box), [7, 5]);
    if (this.cursor) this.outline(brush, (path) => path.arc(this.cursor.x, this.cursor.y, this.cursor.size / 2, 0, 7), []);
  }

  // The subject is what stays bright; what may change is striped, so that it shows on any colour.
  shade(place) {
    const brush = this.layer.getContext("2d");
    const { width, height } = this.layer;
    brush.globalCompositeOperation = "source-over";
    brush.clearRect(0, 0, width, height);
    if (this.means === "subject") {
      brush.fillStyle = "rgb(10 14 30 / .6)";
      brush.fillRect(0, 0, width, height);
      brush.globalCompositeOperation = "destination-out";
      brush.drawImage(this.cover, ...place);
    } else {
      brush.drawImage(this.cover, ...place);
      brush.globalCompositeOperation = "source-in";
      brush.fillStyle = this.stripes;
      brush.fillRect(0, 0, width, height);
    }
  }

  // White with dark beside it: to be seen on everything.
  outline(brush, draw, dashes) {
    for (const [colour, line] of [["rgb(0 0 0 / .65)", 3.5], ["#fff", 1.5]]) {
      brush.strokeStyle = colour;
      brush.lineWidth = line;
      brush.setLineDash(dashes);
      brush.beginPath();
      draw(brush);
      brush.stroke();
    }
  }
}

function stripes(brush) {
  const tile = document.createElement("canvas");
  const side = (tile.width = tile.height = 16);
  const paint = tile.getContext("2d");
  paint.fillStyle = "rgb(215 52 49 / .58)";
  paint.fillRect(0, 0, side, side);
  paint.strokeStyle = "rgb(255 255 255 / .6)";
  paint.lineWidth = 3;
  for (const at of [-side, 0, side]) {
    paint.moveTo(at - 2, side + 2);
    paint.lineTo(at + side + 2, -2);
  }
  paint.stroke();
  return brush.createPattern(tile, "repeat");
}
