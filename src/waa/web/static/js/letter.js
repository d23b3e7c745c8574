// Words over a picture: pieces of text that are typed, dragged and seen. The server sets them, so what is seen is what
// will be kept; the boxes on the picture only follow. Without this file the same form works for one piece.
import { $, say } from "./page.js";

const REST = 120; // ms without a key before the words are set anew
const form = $("#letter");
const image = $("#letter-image");
const field = (name) => form.elements[name];
const shown = new Map(); // number of a layer: its box on the picture

let layers = JSON.parse($("#layers").value);
let current = Number($("#current").value);
let timer = 0;
let isAsking = false;
let isStale = false;

// -- the fields and the layer they speak of ----------------------------------------------------------------------

const fresh = (at) => ({ text: "", x: 0.5, y: at, size: 0.12, font: "sans-bold", colour: "auto", align: "centre", vertical: false, effect: "none", behind: "auto" });

function read() {
  const colour = field("colour").value === "own" ? field("own").value : field("colour").value;
  Object.assign(layers[current], {
    text: field("text").value,
    x: hundredth("x"),
    y: hundredth("y"),
    size: hundredth("size"),
    font: field("font").value,
    effect: field("effect").value,
    align: field("align").value,
    vertical: field("vertical").checked,
    colour,
  });
}

const hundredth = (name) => Math.min(1, Math.max(0, Number(field(name).value) / 100 || 0));
const percent = (share) => String(Math.round(share * 1000) / 10);

function write() {
  const layer = layers[current];
  for (const name of ["text", "font", "effect", "align"]) field(name).value = layer[name];
  for (const name of ["x", "y", "size"]) field(name).value = percent(layer[name]);
  field("vertical").checked = layer.vertical;
  const isKnown = [...form.querySelectorAll("[name=colour]")].some((one) => one.value === layer.colour);
  field("colour").value = isKnown ? layer.colour : "own";
  if (!isKnown) field("own").value = layer.colour;
  $("#current").value = current;
  list();
}

// The server gets the others as they are, and this one as its fields say.
function body() {
  read();
  $("#layers").value = JSON.stringify(layers);
  $("#current").value = current;
  return new FormData(form);
}

// -- the list of layers ------------------------------------------------------------------------------------------

function list() {
  $("#layer-list").replaceChildren(...layers.map((layer, at) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = layer.text.trim().split("\n")[0] || say(`第 ${at + 1} 段`, `Text ${at + 1}`);
    made.setAttribute("aria-pressed", String(at === current));
    made.addEventListener("click", () => choose(at));
    return made;
  }));
  $("#layer-list").hidden = layers.length < 2;
  $("#remove-layer").hidden = layers.length < 2;
  for (const [at, box] of shown) box.setAttribute("aria-pressed", String(at === current));
}

function choose(at) {
  if (at === current) return;
  read();
  current = at;
  write();
}

function add() {
  read();
  if (layers.length >= 12) return tell(say("最多 12 段字。", "12 pieces of text at most."));
  layers.push(fresh([0.8, 0.5, 0.2][(layers.length - 1) % 3]));
  current = layers.length - 1;
  write();
  field("text").focus();
}

function remove() {
  layers.splice(current, 1);
  current = Math.max(0, current - 1);
  write();
  later(0);
}

// -- the preview: one at a time, and the newest wins -------------------------------------------------------------

function later(rest = REST) {
  clearTimeout(timer);
  timer = setTimeout(refresh, rest);
}

async function refresh() {
  if (isAsking) return void (isStale = true);
  isAsking = true;
  do {
    isStale = false;
    await preview();
  } while (isStale);
  isAsking = false;
}

async function preview() {
  const sent = body();
  const numbers = layers.map((layer, at) => (layer.text.trim() ? at : -1)).filter((at) => at >= 0);
  if (!numbers.length) return bare();
  try {
    const answer = await fetch(form.dataset.preview, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    if (!answer.ok) return tell(await reason(answer));
    await put(URL.createObjectURL(await answer.blob()));
    frames(JSON.parse(answer.headers.get("Waa-Frames")), numbers);
    tell("");
  } catch {
    tell(say("連唔到線，字仲喺度，請再試。", "No connection. Your words are still here; try again."));
  }
}

async function reason(answer) {
  const told = await answer.json().catch(() => null);
  return told?.error?.message ?? say("睇唔到個樣，請再試。", "They cannot be shown now. Try again.");
}

const tell = (text) => ($("#letter-trouble").textContent = text);

function bare() {
  put(image.dataset.bare);
  frames([], []);
  tell("");
}

// Decoded first, so that nothing flickers.
async function put(address) {
  const next = new Image();
  next.src = address;
  await next.decode().catch(() => {});
  const before = image.src;
  image.src = address;
  if (before.startsWith("blob:")) URL.revokeObjectURL(before);
}

// -- on the picture ----------------------------------------------------------------------------------------------

function frames(all, numbers) {
  for (const [at, box] of shown) {
    if (numbers.includes(at)) continue;
    box.remove();
    shown.delete(at);
  }
  all.forEach(([left, top, right, bottom], n) => {
    const at = numbers[n];
    const box = shown.get(at) ?? make(at);
    if (box.dataset.held) return; // the hand is ahead of the server
    Object.assign(box.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${(right - left) * 100}%`, height: `${(bottom - top) * 100}%` });
    box.setAttribute("aria-label", say(`「${layers[at].text}」，用方向鍵移`, `“${layers[at].text}”: move it with the arrow keys`));
    box.setAttribute("aria-pressed", String(at === current));
  });
}

function make(at) {
  const box = document.createElement("div");
  box.className = "layer-box";
  box.tabIndex = 0;
  box.setAttribute("role", "button");
  box.addEventListener("focus", () => choose(at));
  box.addEventListener("pointerdown", (event) => hold(event, box, at));
  box.addEventListener("keydown", (event) => nudge(event));
  shown.set(at, box);
  $("#letter-frame").append(box);
  return box;
}

function hold(event, box, at) {
  if (event.button) return;
  event.preventDefault();
  box.focus({ preventScroll: true });
  choose(at);
  box.setPointerCapture(event.pointerId);
  const frame = $("#letter-frame").getBoundingClientRect();
  const area = box.getBoundingClientRect();
  // From the middle of the box as it is: at an edge the words stand elsewhere than their numbers say.
  const middle = { x: (area.left + area.width / 2 - frame.left) / frame.width, y: (area.top + area.height / 2 - frame.top) / frame.height };
  const room = { x: area.width / frame.width / 2, y: area.height / frame.height / 2 };
  const move = (now) => {
    box.dataset.held = "1";
    const x = within(middle.x + (now.clientX - event.clientX) / frame.width, room.x);
    const y = within(middle.y + (now.clientY - event.clientY) / frame.height, room.y);
    box.style.left = `${(x - room.x) * 100}%`;
    box.style.top = `${(y - room.y) * 100}%`;
    to(x, y);
  };
  const end = () => {
    delete box.dataset.held;
    box.removeEventListener("pointermove", move);
    later(0);
  };
  box.addEventListener("pointermove", move);
  box.addEventListener("lostpointercapture", end, { once: true });
}

const within = (share, room) => Math.min(Math.max(1 - room, room), Math.max(Math.min(1 - room, room), share));

function to(x, y) {
  field("x").value = percent(Math.min(1, Math.max(0, x)));
  field("y").value = percent(Math.min(1, Math.max(0, y)));
  refresh();
}

function nudge(event) {
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (event.key === "Delete" && layers.length > 1) remove();
  if (!by) return;
  event.preventDefault();
  const step = event.shiftKey ? 0.05 : 0.01;
  to(hundredth("x") + by[0] * step, hundredth("y") + by[1] * step);
}

async function place() {
  const sent = body();
  const at = current;
  const answer = await fetch(form.dataset.place, { method: "POST", body: sent, headers: { Accept: "application/json" } });
  if (!answer.ok) return tell(await reason(answer));
  const { text, ...found } = (await answer.json()).layer; // the words may have grown meanwhile
  Object.assign(layers[at], found);
  if (at === current) write();
  later(0);
}

// -- the start ---------------------------------------------------------------------------------------------------

for (const element of document.querySelectorAll("[data-needs-js]")) element.hidden = false;
$("#letter-frame").style.background = $("#letter-frame").dataset.colour;
form.addEventListener("input", (event) => {
  if (event.target === field("own")) field("colour").value = "own";
  read();
  if (event.target === field("text")) list();
  later(event.target === field("text") ? REST : 0);
});
$("#add-layer").addEventListener("click", add);
$("#remove-layer").addEventListener("click", remove);
$("#find-place").addEventListener("click", (event) => {
  event.preventDefault();
  place();
});
// Enter in a field of one line must not find a place.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) {
    event.preventDefault();
    later(0);
  }
});
form.addEventListener("submit", (event) => {
  body();
  if (layers.some((layer) => layer.text.trim())) return;
  event.preventDefault();
  tell(say("請先打啲字。", "Type some words first."));
  field("text").focus();
});
write();
later(0);
