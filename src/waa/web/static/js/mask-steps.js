// What was done to a mask, step by step: each can be taken back and done again. The mask itself is opaque where it is.
// A step is a stroke {tool, size, points: [x, y, …]}, a picture {cover}, {invert: true} or {clear: true}.
export class Steps {
  constructor(width, height) {
    this.cover = document.createElement("canvas");
    Object.assign(this.cover, { width, height });
    this.brush = this.cover.getContext("2d");
    this.begin(null);
  }

  // From nothing, or from a cover that was found: that is where taking back ends.
  begin(base) {
    this.base = base;
    this.steps = [];
    this.at = 0;
    this.replay();
  }

  add(step) {
    this.steps.length = this.at;
    this.steps.push(step);
    this.at += 1;
    this.apply(step);
  }

  undo() {
    this.at -= 1;
    this.replay();
  }

  redo() {
    this.apply(this.steps[this.at]);
    this.at += 1;
  }

  get canUndo() {
    return this.at > 0;
  }

  get canRedo() {
    return this.at < this.steps.length;
  }

  // From the last step that does not depend on those before it.
  replay() {
    const done = this.steps.slice(0, this.at);
    const from = done.findLastIndex((step) => step.clear || step.cover);
    this.apply({ clear: true });
    if (from < 0 && this.base) this.apply({ cover: this.base });
    for (const step of done.slice(Math.max(0, from))) this.apply(step);
  }

  apply(step) {
    const { width, height } = this.cover;
    this.brush.globalCompositeOperation = "source-over";
    if (step.clear || step.cover) this.brush.clearRect(0, 0, width, height);
    if (step.cover) this.brush.drawImage(step.cover, 0, 0, width, height);
    if (step.invert) {
      this.brush.globalCompositeOperation = "xor";
      this.brush.fillStyle = "#fff";
      this.brush.fillRect(0, 0, width, height);
    }
    if (step.points) this.stroke(step, 0);
  }

  // A stroke from one of its points on: while it is being made, only what is new of it.
  stroke({ tool, size, points }, from) {
    const { brush } = this;
    brush.globalCompositeOperation = tool === "brush" ? "source-over" : "destination-out";
    brush.strokeStyle = "#fff";
    brush.lineCap = brush.lineJoin = "round";
    brush.lineWidth = size;
    brush.beginPath();
    brush.moveTo(points[from], points[from + 1] + 0.01); // so that a dot is one
    for (let at = from; at < points.length; at += 2) brush.lineTo(points[at], points[at + 1]);
    brush.stroke();
  }

  // Looked at from afar: a speck that nobody sees is nothing.
  get isEmpty() {
    const small = document.createElement("canvas");
    small.width = small.height = 96;
    const brush = small.getContext("2d", { willReadFrequently: true });
    brush.drawImage(this.cover, 0, 0, 96, 96);
    return !brush.getImageData(0, 0, 96, 96).data.some((value, at) => at % 4 === 3 && value > 16);
  }

  // White on black, for the server.
  png() {
    const flat = document.createElement("canvas");
    Object.assign(flat, { width: this.cover.width, height: this.cover.height });
    const brush = flat.getContext("2d");
    brush.fillRect(0, 0, flat.width, flat.height);
    brush.drawImage(this.cover, 0, 0);
    return new Promise((resolve) => flat.toBlob(resolve, "image/png"));
  }
}

// White on black from the server becomes opaque on clear.
export async function coverOf(blob) {
  const image = await createImageBitmap(blob);
  const cover = document.createElement("canvas");
  Object.assign(cover, { width: image.width, height: image.height });
  const brush = cover.getContext("2d", { willReadFrequently: true });
  brush.drawImage(image, 0, 0);
  const all = brush.getImageData(0, 0, cover.width, cover.height);
  for (let at = 0; at < all.data.length; at += 4) {
    all.data[at + 3] = all.data[at];
    all.data[at] = all.data[at + 1] = all.data[at + 2] = 255;
  }
  brush.putImageData(all, 0, 0);
  return cover;
}
