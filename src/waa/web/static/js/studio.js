// The studio's page: it works without this file; with it, drafts appear while typing and jobs move by themselves.
import { $, notice, onArrival, say, show, studio } from "./page.js";
import { startDrafts } from "./composer.js";
import { startPhotos } from "./photos.js";

// Loaded when they are first needed: most visits need none of them.
const TOOLS = { compare: () => import("./compare.js"), mask: () => import("./mask.js") };

// Where there is more to choose than Waa's own painter.
async function choose(root) {
  if ($("#engines", root)) (await import("./engines.js")).startEngines(root);
}

async function watch(root) {
  if (root.querySelector("[data-status=queued], [data-status=running]")) (await import("./live.js")).watchJobs(root);
}

// Every time the studio is on the page: at the start, and after each `show`.
function prepare(root) {
  for (const element of root.querySelectorAll("[data-needs-js]")) element.hidden = false;
  for (const frame of root.querySelectorAll("[data-colour]")) frame.style.background = frame.dataset.colour;
  sizeSpaces(root);
  watch(root);
  $(".tree [aria-current]", root)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  typeExample($("[data-typed]", root));
}

// A card that waits is as large as its picture will be.
function sizeSpaces(root) {
  for (const space of root.querySelectorAll(".job-space")) {
    space.closest(".job").style.setProperty("--ratio", space.dataset.width / space.dataset.height);
  }
}

// The living example: the words appear as if somebody typed them.
function typeExample(line) {
  if (!line || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const letters = [...line.dataset.typed];
  line.textContent = "";
  line.classList.add("typing");
  const step = () => {
    line.textContent += letters.shift();
    if (letters.length && line.isConnected) setTimeout(step, 90);
    else line.classList.remove("typing");
  };
  setTimeout(step, 500);
}

async function copyPicture() {
  const image = $("#picture-image");
  const png = image.src.replace(/\.jpg$/, ".png");
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": fetch(png).then((r) => r.blob()) })]);
    notice(say("複製咗幅畫。", "The picture is on the clipboard."), { good: true });
  } catch {
    notice(say("呢個瀏覽器唔畀複製圖，請用下載。", "This browser does not let pictures be copied. Use Download instead."));
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#studio .tree a, #studio .siblings a, #studio [data-act=undo]");
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    show(link.href);
    return;
  }
  const example = event.target.closest(".try");
  if (example) {
    event.preventDefault();
    const words = $("#words");
    words.value = example.dataset.words;
    words.dispatchEvent(new Event("input", { bubbles: true }));
    words.focus();
    return;
  }
  if (event.target.closest("#notice")) notice("");
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act === "copy") copyPicture();
  if (act === "copy-link") navigator.clipboard.writeText($("#share-link").value).then(() => notice(say("複製咗連結。", "The link is on the clipboard."), { good: true }));
  if (act === "reword") {
    event.preventDefault();
    reword(event.target.closest("[data-act]").dataset.words);
  }
  if (act === "compare" || act === "mask") toggleTool(act);
  if (act === "changes") {
    event.preventDefault();
    showChanges();
  }
  const seed = event.target.closest("[data-seed]");
  if (seed) {
    $("#seed").value = seed.dataset.seed;
    notice(say("下一幅會用呢個種子。", "The next picture will use this seed."), { good: true });
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// The words that failed, to be said another way; what is being typed already stays.
function reword(before) {
  const words = $("#words");
  words.value ||= before;
  words.dispatchEvent(new Event("input", { bubbles: true }));
  words.focus();
}

async function toggleTool(name) {
  const button = $(`[data-act=${name}]`);
  const tool = $(`waa-${name}`);
  if (!button || !tool) return;
  await TOOLS[name]();
  for (const other of document.querySelectorAll("waa-compare, waa-mask")) if (other !== tool) other.hidden = true;
  tool.hidden = !tool.hidden;
  button.setAttribute("aria-pressed", String(!tool.hidden));
}

async function showChanges() {
  (await import("./changes.js")).toggleChanges();
}

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("#composer");
  if (!form) return;
  if (event.detail.successful) {
    notice("");
    const words = $("#words");
    localStorage.setItem("waa-last-words", words.value);
    words.value = "";
    $("#chips").replaceChildren();
    $("#first")?.remove();
    $(".empty")?.remove();
    sizeSpaces(studio());
    keepDraftInCard();
    watch(studio());
    $("#waiting").scrollIntoView({ block: "start", behavior: "smooth" });
  } else if (!event.detail.xhr?.status) {
    notice(say("連唔到線，字仲喺度，請再試。", "No connection. Your words are still here; try again."));
  }
});
document.addEventListener("htmx:afterSwap", (event) => {
  for (const element of event.target.querySelectorAll?.("[data-needs-js]") ?? []) element.hidden = false;
  if (event.target.id === "waiting") watch(studio());
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const where = event.detail.xhr.getResponseHeader("HX-Location");
  if (where) {
    event.preventDefault();
    show(where);
  }
});

// What a picture's facts say must not open behind the composer.
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".facts[open]")) event.target.scrollIntoView({ block: "nearest" });
}, true);

// The draft stays where the picture will be, so that nothing jumps.
function keepDraftInCard() {
  const draft = $("#draft");
  const space = $("#waiting .job-space");
  if (draft && !draft.hidden && space) {
    const image = document.createElement("img");
    image.src = $("#draft-image").src;
    image.alt = "";
    space.append(image);
  }
  if (draft) draft.hidden = true;
}

// The keyboard. Letters act only when nobody is typing.
document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return; // an input method is at work
  const typing = event.target.matches?.("textarea, input, select");
  if (typing) return inWords(event);
  const acts = {
    "/": () => $("#words")?.focus(),
    "?": () => $("#shortcuts")?.showModal(),
    c: () => toggleTool("compare"),
    d: () => $("[data-act=download]")?.click(),
    z: () => $("[data-act=undo]")?.click(),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
  };
  const act = acts[event.key] ?? acts[event.key.toLowerCase()];
  if (act && !event.target.closest?.("[role=slider]")) {
    event.preventDefault();
    act();
  }
});

function inWords(event) {
  if (event.target.id !== "words") return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    $("#composer").requestSubmit($("#draw"));
  } else if (event.key === "ArrowUp" && !event.target.value) {
    event.target.value = localStorage.getItem("waa-last-words") ?? "";
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (event.key === "Escape") {
    event.target.blur();
  }
}

function step(by) {
  const links = [...document.querySelectorAll(".tree a")];
  const here = links.findIndex((link) => link.hasAttribute("aria-current"));
  const next = links[here + by];
  if (here >= 0 && next) show(next.href);
}

addEventListener("popstate", () => show(location.href, { push: false }));
history.replaceState({ studio: true }, "");
onArrival(prepare);
onArrival(startDrafts);
onArrival(startPhotos);
onArrival(choose);
