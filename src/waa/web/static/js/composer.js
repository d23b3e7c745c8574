// The composer: drafts while typing, and what was understood. Others listen to its form: waa:draft, waa:sent.
import { $, engine, notice, say, studio } from "./page.js";
import { forgetPhotos, photosSent } from "./photos.js";

const REST = 140; // ms without a key before a draft is asked for
let timer = 0;
let current = null;

export function startDrafts(root) {
  const form = $("#composer", root);
  if (!form) return;
  const words = $("#words", form);
  words.addEventListener("input", later);
  words.addEventListener("input", () => notice(""));
  for (const field of form.querySelectorAll("[name=mode], [name=style], [name=aspect], [name=seed], [name=engine]")) field.addEventListener("change", later);
  allowUnchecking(form);
  roll();
  form.addEventListener("htmx:afterRequest", (event) => {
    roll();
    if (event.target === form && event.detail.successful) sent(form);
  });
  form.addEventListener("waa:photos", later);
  if (words.value.trim()) later();
}

// Every new picture has a seed from its first draft on, so that the picture is the draft, finished.
function roll() {
  const drafted = $("#drafted");
  if (drafted) drafted.value = crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
}

// What went into the line is not in the composer any more.
function sent(form) {
  forgetPhotos();
  form.dispatchEvent(new CustomEvent("waa:sent"));
}

// What a draft is made of: the same fields go to /draft and to /prompt.
export function asked() {
  const all = new FormData($("#composer"));
  const body = new FormData();
  for (const name of ["words", "at", "style", "mode", "aspect", "seed", "drafted", "references", "csrfmiddlewaretoken"]) {
    if (all.get(name)) body.append(name, all.get(name));
  }
  return body;
}

// A chosen kind can be taken back: radio buttons alone would not let go.
function allowUnchecking(form) {
  for (const radio of form.querySelectorAll("[name=mode]")) {
    radio.addEventListener("click", () => {
      if (radio.dataset.was === "1") {
        radio.checked = false;
        later();
      }
      for (const other of form.querySelectorAll("[name=mode]")) other.dataset.was = other.checked ? "1" : "";
    });
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(ask, REST);
}

async function ask() {
  const words = $("#words").value;
  current?.abort();
  if (!words.trim()) return clear();
  current = new AbortController();
  try {
    const answer = await fetch(studio().dataset.draft, { method: "POST", body: asked(), signal: current.signal, headers: { Accept: "application/json" } });
    if (answer.status === 204) return;
    const told = await answer.json();
    if (answer.ok && $("#words").value === words) render(told, words);
    else if (told.error) chips([{ text: told.error.message, kind: "says" }]);
  } catch (error) {
    if (error.name !== "AbortError") clear();
  }
}

function clear() {
  $("#draft").hidden = true;
  $("#chips").replaceChildren();
  tell({ english: "", words: "" });
}

const tell = (detail) => $("#composer").dispatchEvent(new CustomEvent("waa:draft", { detail }));

// A draft does not see the photos, nor what another engine makes of a picture: there it would be wrong.
const isTrue = () => !photosSent().length && (engine().scenes !== undefined || !$("#at"));

function render(told, words) {
  const draft = $("#draft");
  const image = isTrue() ? told.image : null;
  if (!told.busy) draft.hidden = !image;
  if (image) {
    const shown = $("#draft-image");
    shown.src = image;
    shown.width = told.width;
    shown.height = told.height;
    draft.style.setProperty("--ratio", told.width / told.height);
    $("#first")?.setAttribute("hidden", "");
  }
  $("#draft-says").textContent = told.suggestions?.length ? told.says : ""; // the chips say the rest
  chips([...understood(told), ...notUnderstood(told)]);
  tell({ english: told.english, words });
}

function understood(told) {
  const sentences = isTrue() ? told.sentences : [];
  return [
    ...sentences.map((text) => ({ text, kind: "says" })),
    ...told.chips.map((chip) => ({ text: chip.label, kind: chip.kind, start: chip.start, end: chip.end })),
  ];
}

// What Waa has no drawing for matters to Waa alone; what it did not understand, also to those who read its English.
function notUnderstood(told) {
  const { scenes, english } = engine();
  const [isOurs, isEnglish] = [scenes !== undefined, english !== undefined];
  return [
    ...(isOurs ? told.missing : []).map((one) => ({ text: say(`未識畫：${one.label}`, `Cannot draw: ${one.label}`), kind: "missing", offer: one.offer })),
    ...(isOurs || isEnglish ? told.unknown : []).map((text) => ({ text: say(`唔明：${text}`, `Not understood: ${text}`), kind: "missing" })),
    ...((isOurs && told.suggestions) || []).map((text) => ({ text, kind: "offer" })),
  ];
}

function chips(all) {
  $("#chips").replaceChildren(...all.map(chip));
}

function chip(one) {
  const item = document.createElement("li");
  item.className = `chip ${one.kind}`;
  item.append(one.text);
  if (one.kind === "offer") {
    item.replaceChildren(button(one.text, () => type(one.text)));
  } else if (one.start !== undefined && one.end > one.start) {
    const remove = button("", () => cut(one.start, one.end));
    remove.setAttribute("aria-label", say(`唔要「${one.text}」`, `Remove “${one.text}”`));
    remove.innerHTML = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>';
    item.append(remove);
  } else if (one.offer) {
    item.append(button(one.offer, () => type(one.offer)));
  }
  return item;
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function cut(start, end) {
  const words = $("#words");
  const letters = [...words.value];
  letters.splice(start, end - start);
  type(letters.join("").replace(/^[\s,，、。]+|[\s,，、]+$/g, "").replace(/([,，、])[,，、\s]+/g, "$1"));
}

function type(text) {
  const words = $("#words");
  words.value = text;
  words.focus();
  later();
}
