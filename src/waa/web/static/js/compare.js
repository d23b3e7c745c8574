// <waa-compare>: a picture and its parent, one each side of a divider that is moved by finger, mouse or arrow keys.
class Compare extends HTMLElement {
  static observedAttributes = ["hidden"];

  attributeChangedCallback() {
    if (!this.hidden && this.isConnected && !this.ready) this.build();
  }

  async build() {
    this.ready = true;
    this.share = 0.5;
    this.canvas = document.createElement("canvas");
    this.handle = document.createElement("div");
    this.handle.tabIndex = 0;
    this.handle.setAttribute("role", "slider");
    this.handle.setAttribute("aria-label", this.dataset.label);
    this.handle.setAttribute("aria-valuemin", "0");
    this.handle.setAttribute("aria-valuemax", "100");
    this.append(this.canvas, this.caption("before"), this.caption("after"), this.handle);
    [this.before, this.after] = await Promise.all([this.load(this.dataset.before), this.load(this.dataset.after)]);
    this.canvas.width = this.after.naturalWidth;
    this.canvas.height = this.after.naturalHeight;
    this.addEventListener("pointerdown", (event) => {
      this.setPointerCapture(event.pointerId);
      this.move(event);
    });
    this.addEventListener("pointermove", (event) => event.buttons && this.move(event));
    this.handle.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -0.04, ArrowRight: 0.04, Home: -1, End: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      this.set(this.share + by);
    });
    this.set(0.5);
    this.handle.focus();
  }

  caption(which) {
    const label = document.createElement("span");
    label.className = `caption ${which}`;
    label.textContent = this.dataset[`${which}Label`];
    return label;
  }

  load(address) {
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.onerror = reject;
      image.src = address;
    });
  }

  move(event) {
    const box = this.getBoundingClientRect();
    this.set((event.clientX - box.left) / box.width);
  }

  set(share) {
    this.share = Math.min(1, Math.max(0, share));
    const { width, height } = this.canvas;
    const brush = this.canvas.getContext("2d");
    const at = Math.round(width * this.share);
    brush.drawImage(this.after, 0, 0, width, height);
    brush.save();
    brush.beginPath();
    brush.rect(0, 0, at, height);
    brush.clip();
    brush.drawImage(this.before, 0, 0, width, height);
    brush.restore();
    this.handle.style.left = `${this.share * 100}%`;
    this.handle.setAttribute("aria-valuenow", String(Math.round(this.share * 100)));
  }
}

customElements.define("waa-compare", Compare);
