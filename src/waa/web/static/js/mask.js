// <waa-mask>: which part of the picture the words are about, chosen with a brush, an eraser or a box, near or far.
// For Waa's own painter it is the subject; for a model it is what may change, and all else is put back.
import { chip } from "./mask-chip.js";
import { coverOf, Steps } from "./mask-steps.js";
import { View } from "./mask-view.js";
import { $, engine, notice, say, styled } from "./page.js";

const LARGEST = 1600; // of the mask's sides
const REST = 250; // ms without a change before it is sent
const OURS = /^[cdz]$|^Arrow/i; // keys that mean something else on the page below

class Mask extends HTMLElement {
  static observedAttributes = ["hidden"];

  attributeChangedCallback() {
    if (!this.isConnected) return;
    if (this.hidden) this.close();
    else this.open();
  }

  async open() {
    this.ready ??= this.build();
    await this.ready;
    if (this.hidden) return;
    this.bar.hidden = false;
    this.told();
    document.addEventListener("keydown", this.keys, true);
    document.addEventListener("keyup", this.keys, true);
    scrollTo(0, 0);
    $("[aria-pressed=true]", this.bar)?.focus({ preventScroll: true });
    if (!this.touched) await this.begin();
  }

  close() {
    if (!this.bar || this.bar.hidden) return;
    const hadFocus = this.bar.contains(document.activeElement);
    this.bar.hidden = true;
    document.removeEventListener("keydown", this.keys, true);
    document.removeEventListener("keyup", this.keys, true);
    for (const button of document.querySelectorAll("[data-act=mask]")) button.setAttribute("aria-pressed", "false");
    if (hadFocus) $("#words").focus({ preventScroll: true });
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.keys, true);
    document.removeEventListener("keyup", this.keys, true);
  }

  async build() {
    this.bar = $("#mask-bar");
    await styled(this.dataset.css);
    const [width, height] = [Number(this.dataset.width), Number(this.dataset.height)];
    const shrink = Math.min(1, LARGEST / Math.max(width, height));
    this.steps = new Steps(Math.max(1, Math.round(width * shrink)), Math.max(1, Math.round(height * shrink)));
    this.canvas = this.appendChild(document.createElement("canvas"));
    this.view = new View(this.canvas, $("#picture-image"), this.steps.cover);
    this.tool = "brush";
    this.pointers = new Map();
    this.keys = (event) => this.key(event);
    for (const [name, act] of [["pointerdown", "down"], ["pointermove", "move"], ["pointerup", "up"], ["pointercancel", "up"], ["pointerleave", "leave"], ["wheel", "wheel"]]) {
      this.canvas.addEventListener(name, (event) => this[act](event), { passive: false });
    }
    this.bar.addEventListener("click", (event) => this.press(event.target.closest("button")));
    $("#mask-size").addEventListener("input", () => this.sized());
    const form = $("#composer");
    form.addEventListener("change", (event) => event.target.name === "engine" && this.engineChanged());
    form.addEventListener("htmx:confirm", (event) => this.sending(event));
    this.sized();
  }

  get means() {
    return engine().scenes !== undefined ? "subject" : "change";
  }

  // The found subject for Waa's painter, nothing yet for a model.
  async begin() {
    const base = this.means === "subject" ? await this.found() : null;
    if (this.touched) return; // somebody was quicker
    this.steps.begin(base);
    this.refresh();
  }

  engineChanged() {
    this.told();
    if (!this.touched && !this.hidden) this.begin();
    chip(Boolean($("#mask-field").value), this);
    this.refresh();
  }

  told() {
    this.view.means = this.means;
    const { label, references } = engine();
    const sentence = references === "0"
      ? say(`${label} 唔識改圖，揀咗嘅地方用唔到。`, `${label} cannot change pictures, so an area is of no use to it.`)
      : this.means === "subject"
        ? say("光嘅地方係主體，其餘當背景。", "What stays bright is the subject; the rest is background.")
        : say("掃咗斜紋嘅地方可以改，其餘照足原圖。", "What you brush over may change; the rest stays exactly as it is.");
    $("#mask-says").textContent = sentence;
  }

  // -- what is asked of the server -------------------------------------------------------------------------------

  async found(box) {
    this.canvas.setAttribute("aria-busy", "true");
    $("#mask-says").textContent = say("搵緊主體…", "Looking for the subject…");
    try {
      const answer = box ? await this.post("box", box) : await fetch(`${this.dataset.mask}?found`, { headers: JSON_TOO });
      if (!answer.ok) throw new Error((await answer.json()).error.message);
      const cover = await coverOf(await answer.blob());
      return this.isConnected ? cover : null; // another picture may have come meanwhile
    } catch (error) {
      notice(error.message);
      return null;
    } finally {
      this.canvas.removeAttribute("aria-busy");
      this.told();
    }
  }

  post(name, value) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", $("[name=csrfmiddlewaretoken]").value);
    body.append(name, value, ...(value instanceof Blob ? ["mask.png"] : []));
    return fetch(this.dataset.mask, { method: "POST", body, headers: JSON_TOO });
  }

  // One at a time, the newest last. True when the server has it.
  save() {
    clearTimeout(this.timer);
    this.saving ??= this.send().finally(() => (this.saving = null));
    return this.saving;
  }

  async send() {
    while (this.isDirty) {
      this.isDirty = false;
      try {
        const answer = await this.post("mask", await this.steps.png());
        if (!answer.ok) throw new Error((await answer.json()).error.message);
      } catch (error) {
        this.isDirty = true;
        notice(error.message);
        return false;
      }
    }
    return true;
  }

  // The words wait for the mask that they speak of.
  async sending(event) {
    if (event.target !== $("#composer") || !$("#mask-field").value || !(this.isDirty || this.saving)) return;
    event.preventDefault();
    if (await this.save()) event.detail.issueRequest(true);
  }

  // -- what a change means ---------------------------------------------------------------------------------------

  add(step) {
    this.steps.add(step);
    this.changed();
  }

  changed() {
    this.touched = true;
    this.refresh();
    this.use(!this.steps.isEmpty);
  }

  refresh() {
    $("[data-do=undo]", this.bar).disabled = !this.steps.canUndo;
    $("[data-do=redo]", this.bar).disabled = !this.steps.canRedo;
    $("#mask-zoom").textContent = `${Math.round(this.view.zoom * 100)}%`;
    this.view.draw();
  }

  use(isUsed) {
    $("#mask-field").value = isUsed ? "1" : "";
    chip(isUsed, this);
    if (!isUsed) return;
    this.isDirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), REST);
  }

  drop() {
    this.use(false);
    this.touched = false;
    this.isDirty = false;
    this.steps.begin(null);
    if (this.hidden) return;
    this.begin();
  }

  done() {
    if (this.means === "subject" && !this.touched) this.changed(); // looked at, and found right
    this.hidden = true;
  }

  // -- the tools -------------------------------------------------------------------------------------------------

  async press(button) {
    if (!button) return;
    const { tool, do: act } = button.dataset;
    if (tool) return this.take(tool);
    if (act === "undo" && this.steps.canUndo) this.steps.undo();
    if (act === "redo" && this.steps.canRedo) this.steps.redo();
    if (act === "undo" || act === "redo") return this.changed();
    if (act === "in" || act === "out") this.view.nearer(act === "in" ? 1.5 : 1 / 1.5);
    if (act === "whole") this.view.to(1, 0, 0);
    if (act === "invert") return this.add({ invert: true });
    if (act === "clear") return this.add({ clear: true });
    if (act === "done") return this.done();
    if (act === "subject") {
      const cover = await this.found();
      if (cover) return this.add({ cover });
    }
    this.refresh();
  }

  take(tool) {
    this.tool = tool;
    this.canvas.classList.toggle("boxing", tool === "box");
    this.view.cursor = null;
    for (const button of this.bar.querySelectorAll("[data-tool]")) button.setAttribute("aria-pressed", String(button.dataset.tool === tool));
    this.refresh();
  }

  // In CSS pixels: who comes nearer paints finer. Each step of the slider is the same share more.
  sized() {
    this.size = 4 * 45 ** (Number($("#mask-size").value) / 100);
    if (this.view.cursor) this.view.cursor.size = this.size;
    this.view.draw();
  }

  key(event) {
    if (event.target.matches("textarea, select, input:not([type=range])") || event.isComposing) return;
    if (event.key === " ") {
      if (!this.isOver) return; // a button is being pressed
      this.isSpace = event.type === "keydown";
      this.canvas.classList.toggle("panning", this.isSpace);
      return event.preventDefault();
    }
    if (event.type === "keyup") return;
    const isControl = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    const name = isControl ? { z: event.shiftKey ? "redo" : "undo", y: "redo" }[letter] : { "+": "in", "=": "in", "-": "out", 0: "whole", escape: "done" }[letter];
    const tool = !isControl && { b: "brush", e: "eraser" }[letter];
    if (name || tool) {
      event.preventDefault();
      this.press({ dataset: { do: name, tool } });
    } else if (!isControl && (letter === "[" || letter === "]")) {
      const slider = $("#mask-size");
      slider.value = Number(slider.value) + (letter === "]" ? 6 : -6);
      this.sized();
    }
    if (!isControl && OURS.test(event.key)) event.stopPropagation();
  }

  // -- the pointer: one paints, two move and zoom ----------------------------------------------------------------

  down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.view.onCanvas(event));
    event.preventDefault();
    if (this.pointers.size > 1) return this.giveUp();
    if (event.button === 1 || this.isSpace) return void (this.isPanning = true);
    if (event.button) return;
    const { x, y } = this.view.at(event);
    if (this.tool === "box") return void (this.from = this.view.onCanvas(event));
    this.stroke = { tool: this.tool, size: this.size * this.view.scale, points: [x, y] };
    this.steps.stroke(this.stroke, 0);
    this.hover(event);
  }

  // A second finger: what the first began was not meant.
  giveUp() {
    if (this.stroke) this.steps.replay();
    this.stroke = this.from = this.view.box = this.view.cursor = null;
    this.view.draw();
  }

  move(event) {
    this.isOver = true;
    const before = this.pointers.get(event.pointerId);
    if (!before) return this.hover(event);
    const now = this.view.onCanvas(event);
    if (this.pointers.size > 1) this.pinch(event.pointerId, now);
    else if (this.isPanning) this.view.to(this.view.zoom, this.view.left + now.x - before.x, this.view.top + now.y - before.y);
    else if (this.from) this.view.box = [this.from.x, this.from.y, now.x - this.from.x, now.y - this.from.y];
    else if (this.stroke) this.further(event);
    this.pointers.set(event.pointerId, now);
    this.hover(event);
  }

  further(event) {
    const from = this.stroke.points.length - 2;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length ? all : [event]) {
      const { x, y } = this.view.at(one);
      this.stroke.points.push(x, y);
    }
    this.steps.stroke(this.stroke, from);
  }

  pinch(id, now) {
    const before = this.pointers.get(id);
    const other = [...this.pointers].find(([one]) => one !== id)[1];
    const apart = (a, b) => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.view.to(this.view.zoom, this.view.left + (now.x - before.x) / 2, this.view.top + (now.y - before.y) / 2);
    this.view.nearer(apart(now, other) / apart(before, other), middle.x, middle.y);
    this.refresh();
  }

  async up(event) {
    this.pointers.delete(event.pointerId);
    this.isPanning = false;
    const { stroke, from } = this;
    this.stroke = this.from = this.view.box = null;
    if (event.type === "pointercancel") this.steps.replay();
    else if (stroke) this.kept(stroke);
    else if (from) await this.boxed(from, this.view.onCanvas(event));
    this.refresh();
  }

  // It is on the mask already; replayed, so that it looks as it will when others are taken back.
  kept(stroke) {
    this.steps.add(stroke);
    this.steps.replay();
    this.changed();
  }

  async boxed(a, b) {
    const { clientWidth, clientHeight } = this.canvas;
    const share = (at, side, full) => Math.min(1, Math.max(0, (at - side) / (full * this.view.zoom)));
    const [left, right] = [a.x, b.x].sort((m, n) => m - n).map((x) => share(x, this.view.left, clientWidth));
    const [top, bottom] = [a.y, b.y].sort((m, n) => m - n).map((y) => share(y, this.view.top, clientHeight));
    if (right - left < 0.02 || bottom - top < 0.02) return;
    const cover = await this.found([left, top, right, bottom].map((side) => side.toFixed(3)).join(","));
    if (cover) this.add({ cover });
  }

  hover(event) {
    const isBrush = this.tool !== "box" && event.pointerType !== "touch" && !this.isPanning && !this.isSpace;
    this.view.cursor = isBrush || this.stroke ? { ...this.view.onCanvas(event), size: this.size } : null;
    this.view.draw();
  }

  leave(event) {
    this.isOver = false;
    if (this.pointers.has(event.pointerId)) return;
    this.view.cursor = null;
    this.view.draw();
  }

  wheel(event) {
    event.preventDefault();
    const { x, y } = this.view.onCanvas(event);
    this.view.nearer(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), x, y);
    this.refresh();
  }
}

const JSON_TOO = { Accept: "image/png, application/json" };

customElements.define("waa-mask", Mask);
