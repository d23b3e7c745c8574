// The composer: drafts while typing, and photos by button, drag, paste and phone camera.
import { $, notice, say, show, studio } from "./page.js";

const REST = 140; // ms without a key before a draft is asked for
let timer = 0;
let current = null;

export function startDrafts(root) {
  const form = $("#composer", root);
  if (!form) return;
  const words = $("#words", form);
  words.addEventListener("input", later);
  words.addEventListener("input", () => notice(""));
  for (const field of form.querySelectorAll("[name=mode], [name=style], [name=aspect], [name=seed]")) field.addEventListener("change", later);
  allowUnchecking(form);
  roll();
  form.addEventListener("htmx:afterRequest", roll);
  if (words.value.trim()) later();
}

// Every new picture has a seed from its first draft on, so that the picture is the draft, finished.
function roll() {
  const drafted = $("#drafted");
  if (drafted) drafted.value = crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
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
  const form = $("#composer");
  const words = $("#words").value;
  current?.abort();
  if (!words.trim()) return clear();
  current = new AbortController();
  const body = new FormData();
  for (const name of ["words", "at", "style", "mode", "aspect", "seed", "drafted", "csrfmiddlewaretoken"]) {
    const value = new FormData(form).get(name);
    if (value) body.append(name, value);
  }
  try {
    const answer = await fetch(studio().dataset.draft, { method: "POST", body, signal: current.signal, headers: { Accept: "application/json" } });
    if (answer.status === 204) return;
    const told = await answer.json();
    if (answer.ok && $("#words").value === words) render(told);
    else if (told.error) chips([{ text: told.error.message, kind: "says" }]);
  } catch (error) {
    if (error.name !== "AbortError") clear();
  }
}

function clear() {
  $("#draft").hidden = true;
  $("#chips").replaceChildren();
}

function render(told) {
  const draft = $("#draft");
  const image = photosSent().length ? null : told.image; // drafts do not see the photos, so what they show would be wrong
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
  chips([
    ...told.sentences.map((text) => ({ text, kind: "says" })),
    ...told.chips.map((chip) => ({ text: chip.label, kind: chip.kind, start: chip.start, end: chip.end })),
    ...told.missing.map((one) => ({ text: say(`未識畫：${one.label}`, `Cannot draw: ${one.label}`), kind: "missing", offer: one.offer })),
    ...told.unknown.map((text) => ({ text: say(`唔明：${text}`, `Not understood: ${text}`), kind: "missing" })),
    ...(told.suggestions ?? []).map((text) => ({ text, kind: "offer" })),
  ]);
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

// -- photos: each is sent at once, so that what is wrong with it is said at once --------------------------

export function startPhotos(root) {
  const form = $("#composer", root);
  if (!form) return;
  const input = $("#photo-input", form);
  input.addEventListener("change", () => {
    send([...input.files]);
    input.value = ""; // they are sent by now; the form must not send them again
  });
}

document.addEventListener("dragover", (event) => {
  if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
  event.preventDefault();
  $("#composer")?.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) $("#composer")?.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  $("#composer")?.classList.remove("dropping");
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  send([...event.dataTransfer.files]);
});
document.addEventListener("paste", (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length && studio()) {
    event.preventDefault();
    send(files);
  }
});

async function send(files) {
  notice("");
  const isFirst = !$("#at") && !$("#photos").children.length;
  for (const file of files.slice(0, 4)) {
    const place = thumbnail();
    const body = new FormData();
    body.append("photo", file);
    body.append("csrfmiddlewaretoken", $("[name=csrfmiddlewaretoken]").value);
    try {
      const answer = await fetch(studio().dataset.upload, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (!answer.ok) throw new Error(told.error.message);
      if (isFirst && files.length === 1) {
        // One photo alone is what the words will speak of: it becomes the picture being changed.
        await show(told.address);
        $("#words").focus();
        return;
      }
      fill(place, told);
    } catch (error) {
      place.remove();
      notice(error.message || say("相傳唔到，請再試。", "The photo did not arrive. Try again."));
    }
  }
  remember();
}

const photosSent = () => [...$("#photos").children].map((item) => item.dataset.id).filter(Boolean);

function thumbnail() {
  const item = document.createElement("li");
  item.className = "loading";
  $("#photos").append(item);
  return item;
}

function fill(item, told) {
  item.className = "";
  item.dataset.id = told.id;
  const image = new Image(40, 40);
  image.src = told.thumbnail;
  image.alt = say("參考相", "Reference photo");
  const remove = document.createElement("button");
  remove.type = "button";
  remove.setAttribute("aria-label", say("移走呢張相", "Remove this photo"));
  remove.innerHTML = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>';
  remove.addEventListener("click", () => {
    item.remove();
    remember();
  });
  item.append(image, remove);
}

function remember() {
  $("#references").value = photosSent().join(" ");
  $("#photos-say").hidden = photosSent().length < 2;
  later();
}
