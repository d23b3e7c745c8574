// <waa-mask>: what Waa takes for the subject of a photo, shown in red and corrected with a box, a brush or an eraser.
import { $, say } from "./page.js";

class Mask extends HTMLElement {
  static observedAttributes = ["hidden"];

  attributeChangedCallback() {
    if (!this.hidden && this.isConnected && !this.ready) this.build();
  }

  async build() {
    this.ready = true;
    this.tool = "box";
    this.size = 40;
    this.canvas = document.createElement("canvas");
    this.canvas.width = Math.min(1200, Number(this.dataset.width));
    this.canvas.height = Math.round((this.canvas.width * Number(this.dataset.height)) / Number(this.dataset.width));
    this.cover = new OffscreenCanvas(this.canvas.width, this.canvas.height);
    this.append(this.canvas, this.tools());
    this.canvas.addEventListener("pointerdown", (event) => this.down(event));
    this.canvas.addEventListener("pointermove", (event) => this.drag(event));
    this.canvas.addEventListener("pointerup", (event) => this.up(event));
    await this.load(await fetch(this.dataset.mask));
  }

  tools() {
    const bar = document.createElement("div");
    bar.className = "tools";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", say("修正主體", "Correct the subject"));
    for (const [tool, zh, en] of [["box", "框住主體", "Box"], ["brush", "加", "Add"], ["eraser", "減", "Erase"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = say(zh, en);
      button.setAttribute("aria-pressed", String(tool === this.tool));
      button.addEventListener("click", () => {
        this.tool = tool;
        for (const other of bar.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
      });
      bar.append(button);
    }
    const size = document.createElement("input");
    size.type = "range";
    size.min = 8;
    size.max = 160;
    size.value = this.size;
    size.setAttribute("aria-label", say("筆嘅大細", "Brush size"));
    size.addEventListener("input", () => (this.size = Number(size.value)));
    bar.append(size);
    return bar;
  }

  async load(answer) {
    if (!answer.ok) return;
    const image = await createImageBitmap(await answer.blob());
    const brush = this.cover.getContext("2d", { willReadFrequently: true });
    brush.drawImage(image, 0, 0, this.cover.width, this.cover.height);
    // White on black becomes opaque on clear, so that it can be painted on and shown.
    const data = brush.getImageData(0, 0, this.cover.width, this.cover.height);
    for (let i = 0; i < data.data.length; i += 4) {
      data.data[i + 3] = data.data[i];
      data.data[i] = data.data[i + 1] = data.data[i + 2] = 255;
    }
    brush.putImageData(data, 0, 0);
    this.paint();
  }

  paint(box) {
    const brush = this.canvas.getContext("2d");
    const { width, height } = this.canvas;
    brush.globalCompositeOperation = "source-over";
    brush.clearRect(0, 0, width, height);
    brush.fillStyle = "rgb(10 14 30 / .55)"; // what is not the subject is darkened
    brush.fillRect(0, 0, width, height);
    brush.globalCompositeOperation = "destination-out";
    brush.drawImage(this.cover, 0, 0);
    if (box) {
      brush.globalCompositeOperation = "source-over";
      brush.strokeStyle = "#fff";
      brush.lineWidth = width / 250;
      brush.setLineDash([width / 80, width / 120]);
      brush.strokeRect(box.x, box.y, box.w, box.h);
    }
    $("#mask-field").value = "1";
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return { x: ((event.clientX - box.left) * this.canvas.width) / box.width, y: ((event.clientY - box.top) * this.canvas.height) / box.height };
  }

  down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.start = this.last = this.at(event);
    if (this.tool !== "box") this.stroke(this.start);
  }

  drag(event) {
    if (!this.start) return;
    const here = this.at(event);
    if (this.tool === "box") this.paint({ x: this.start.x, y: this.start.y, w: here.x - this.start.x, h: here.y - this.start.y });
    else this.stroke(here);
  }

  stroke(here) {
    const brush = this.cover.getContext("2d");
    brush.globalCompositeOperation = this.tool === "brush" ? "source-over" : "destination-out";
    brush.strokeStyle = "#fff";
    brush.lineCap = brush.lineJoin = "round";
    brush.lineWidth = this.size;
    brush.beginPath();
    brush.moveTo(this.last.x, this.last.y);
    brush.lineTo(here.x, here.y + 0.01);
    brush.stroke();
    this.last = here;
    this.paint();
  }

  async up(event) {
    if (!this.start) return;
    const [a, b] = [this.start, this.at(event)];
    this.start = null;
    const body = new FormData();
    body.append("csrfmiddlewaretoken", $("[name=csrfmiddlewaretoken]").value);
    if (this.tool === "box") {
      const { width, height } = this.canvas;
      const sides = [Math.min(a.x, b.x) / width, Math.min(a.y, b.y) / height, Math.max(a.x, b.x) / width, Math.max(a.y, b.y) / height];
      body.append("box", sides.map((v) => Math.min(1, Math.max(0, v)).toFixed(3)).join(","));
      await this.load(await fetch(this.dataset.mask, { method: "POST", body }));
    } else {
      body.append("mask", await this.asPng(), "mask.png");
      await fetch(this.dataset.mask, { method: "POST", body });
    }
  }

  // White on black again, for the server.
  asPng() {
    const flat = new OffscreenCanvas(this.cover.width, this.cover.height);
    const brush = flat.getContext("2d");
    brush.fillStyle = "#000";
    brush.fillRect(0, 0, flat.width, flat.height);
    brush.drawImage(this.cover, 0, 0);
    return flat.convertToBlob({ type: "image/png" });
  }
}

customElements.define("waa-mask", Mask);
