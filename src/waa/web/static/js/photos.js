// Photos by button, drag, paste and phone camera. Each is sent at once, so that what is wrong with it is said at once.
// They have an order, in which the words can name them; the picture being changed is number 1.
import { $, engine, notice, say, show, studio } from "./page.js";

const CROSS = "M6 6l12 12M18 6 6 18";
const EARLIER = "M14 7l-5 5 5 5";
const LATER = "M10 7l5 5-5 5";

export function startPhotos(root) {
  const form = $("#composer", root);
  if (!form) return;
  const input = $("#photo-input", form);
  input.addEventListener("change", () => {
    send([...input.files]);
    input.value = ""; // they are sent by now; the form must not send them again
  });
  changed();
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

export const photosSent = () => [...$("#photos").children].map((item) => item.dataset.id).filter(Boolean);

export function forgetPhotos() {
  $("#photos").replaceChildren();
  changed();
}

const most = () => Number(engine().references ?? 4);
const before = () => ($("#at") ? 1 : 0);

async function send(files) {
  notice("");
  const isFirst = !$("#at") && !$("#photos").children.length;
  const room = Math.max(0, most() - before() - $("#photos").children.length);
  if (files.length > room) notice(tooMany());
  for (const file of files.slice(0, room)) {
    const place = $("#photos").appendChild(document.createElement("li"));
    place.className = "loading";
    const body = new FormData();
    body.append("photo", file);
    body.append("csrfmiddlewaretoken", $("[name=csrfmiddlewaretoken]").value);
    try {
      const answer = await fetch(studio().dataset.upload, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (!answer.ok) throw new Error(told.error.message);
      if (isFirst && files.length === 1) {
        // One photo alone is what the words will speak of: it becomes the picture being changed.
        place.remove();
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
  changed();
}

function tooMany() {
  const name = engine().label ?? "Waa";
  if (!most()) return say(`${name} 唔收相，請揀第二個引擎。`, `${name} takes no pictures. Choose another engine.`);
  return say(`${name} 一次最多收 ${most()} 張相。`, `${name} takes ${most()} pictures at a time.`);
}

function fill(item, told) {
  item.className = "";
  item.dataset.id = told.id;
  const image = new Image(56, 56);
  image.src = told.thumbnail;
  image.alt = "";
  const number = document.createElement("span");
  number.className = "photo-number num";
  item.append(image, number, button("earlier", EARLIER, () => move(item, -1)), button("later", LATER, () => move(item, 1)), button("remove", CROSS, () => remove(item)));
}

function button(what, path, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = what;
  made.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  made.addEventListener("click", act);
  return made;
}

function move(item, by) {
  const list = $("#photos");
  const at = [...list.children].indexOf(item) + by;
  if (at < 0 || at >= list.children.length) return;
  list.insertBefore(item, by < 0 ? list.children[at] : list.children[at].nextSibling);
  changed();
  item.querySelector(by < 0 ? ".earlier:enabled" : ".later:enabled")?.focus();
}

function remove(item) {
  item.remove();
  changed();
}

// Numbers, names and limits, after every change; the form hears of it.
function changed() {
  const items = [...$("#photos").children].filter((item) => item.dataset.id);
  items.forEach((item, at) => {
    const number = at + 1 + before();
    $(".photo-number", item).textContent = number;
    label(item, "earlier", say(`第 ${number} 張相調前`, `Move photo ${number} forward`), at === 0);
    label(item, "later", say(`第 ${number} 張相調後`, `Move photo ${number} back`), at === items.length - 1);
    label(item, "remove", say(`移走第 ${number} 張相`, `Remove photo ${number}`), false);
  });
  $("#references").value = photosSent().join(" ");
  const several = items.length + before() > 1 && items.length > 0;
  for (const hint of document.querySelectorAll(".photos-say")) hint.hidden = !several;
  showLimit();
  $("#composer").dispatchEvent(new CustomEvent("waa:photos"));
}

function label(item, what, text, isOff) {
  const made = $(`.${what}`, item);
  made.setAttribute("aria-label", text);
  made.disabled = isOff;
}

// Said only when it matters: near the limit of the chosen engine, or over it.
export function showLimit() {
  const line = $("#photos-limit");
  if (!line) return;
  const taken = photosSent().length + before();
  line.textContent = photosSent().length || taken > most() ? (taken >= most() ? tooMany() : "") : "";
  line.classList.toggle("over", taken > most());
}
