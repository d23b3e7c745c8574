// The chooser of engines: what the press will cost, what the engine can take, and the English that it will read.
import { asked } from "./composer.js";
import { $, engine, notice, say } from "./page.js";
import { photosSent, showLimit } from "./photos.js";

const KEPT = "waa-engine";

export function startEngines(root) {
  const form = $("#composer", root);
  if (!form || !$("#engines", form)) return;
  recall(form);
  form.addEventListener("change", (event) => {
    if (event.target.name === "engine") localStorage.setItem(KEPT, event.target.value);
    refresh();
  });
  // A tap has chosen; whoever goes through the list by keys is still looking.
  $("#engines", form).addEventListener("click", (event) => {
    if (event.detail && event.target.closest(".engine") && !$("input", event.target.closest(".engine")).disabled) $("#engines").open = false;
  });
  $("#engines", form).addEventListener("keydown", (event) => {
    if (event.key === "Escape") $("#engines").open = false;
  });
  form.addEventListener("waa:photos", refresh);
  form.addEventListener("waa:draft", refresh);
  $("#render", form).addEventListener("click", () => ($("#render").value = $("#seed").value || $("#drafted").value));
  if ($("#english", form)) startEnglish(form);
  refresh();
}

// The one that was chosen last, unless the address names one; when that is closed today, what takes its place, and why.
function recall(form) {
  const named = (name) => [...form.querySelectorAll("[name=engine]")].find((one) => one.value === name);
  const kept = named(localStorage.getItem(KEPT));
  if (!kept || $("#engines", form).dataset.named !== undefined) return;
  const instead = kept.disabled ? named(kept.dataset.below) : kept;
  if (instead) instead.checked = true;
  if (kept.disabled) notice($(".why", kept.parentElement)?.textContent ?? "");
}

function refresh() {
  const form = $("#composer");
  const count = Number(form.elements.count.value) || 1;
  const isEdit = Boolean($("#at")) || photosSent().length > 0;
  const price = (data, edits) => data[edits ? "edits" : "draws"].split("|")[count - 1];
  for (const one of form.querySelectorAll("[name=engine]")) $(".engine-price", one.parentElement).textContent = price(one.dataset, isEdit);
  for (const shown of form.querySelectorAll("[data-price]")) shown.textContent = price(engine(), isEdit || shown.dataset.price === "edit");
  const { scenes, references } = engine();
  $("#render").hidden = isEdit || scenes !== undefined || references === "0" || $("#draft").hidden;
  showLimit();
  refreshPrompt();
}

// -- the English, for engines that read nothing else ------------------------------------------------------------

// `edited`: it is the person's, or the text model's, and stays. `told` is Waa's own, `basis` what it was at that time.
function startEnglish(form) {
  const prompt = $("#prompt", form);
  form.addEventListener("waa:draft", (event) => drafted(event.detail));
  form.addEventListener("waa:sent", () => {
    forget();
    $("#english").open = false; // room for what is being painted
  });
  prompt.addEventListener("input", () => (prompt.value.trim() ? keep(say("跟你寫嘅送出。", "Sent as you wrote it.")) : forget()));
  $("#english", form).addEventListener("toggle", refreshPrompt);
  $("#english-take", form).addEventListener("click", take);
  $("#rewrite", form)?.addEventListener("click", rewrite);
  // Faster than the draft: then nobody has seen the English of these words, and it is made when they are painted.
  form.addEventListener("htmx:configRequest", (event) => {
    if (!prompt.dataset.edited && prompt.dataset.words !== $("#words").value) event.detail.parameters.prompt = "";
  });
}

// It goes along only when the engine reads English and the person has seen it, or made it theirs.
function refreshPrompt() {
  const prompt = $("#prompt");
  if (!prompt) return;
  const isRead = engine().english !== undefined;
  if (isRead) $("#english-title").textContent = say(`${engine().label} 會收到嘅英文`, `The English that ${engine().label} gets`);
  prompt.disabled = !isRead || !($("#english").open || prompt.dataset.edited);
}

function drafted({ english, words }) {
  const prompt = $("#prompt");
  prompt.dataset.told = english;
  prompt.dataset.words = words;
  if (!prompt.dataset.edited || !words) return take();
  const isOld = english !== prompt.dataset.basis;
  $("#english-take").hidden = !isOld;
  if (isOld) tell(say("字改咗，呢段英文仲係之前嗰段。", "Your words have changed; this English is still the one from before."));
}

function keep(text) {
  const prompt = $("#prompt");
  prompt.dataset.edited = "1";
  prompt.dataset.basis = prompt.dataset.told ?? "";
  $("#english-take").hidden = true;
  tell(text);
  refreshPrompt();
}

function take() {
  const prompt = $("#prompt");
  prompt.value = prompt.dataset.told ?? "";
  delete prompt.dataset.edited;
  $("#english-take").hidden = true;
  tell(say("可以直接改；引號入面嘅中文字會照寫。", "Edit it as you like; Chinese words in quotes are kept."));
  refreshPrompt();
}

function forget() {
  $("#prompt").dataset.told = "";
  take();
}

const tell = (text) => ($("#english-says").textContent = text);

async function rewrite(event) {
  const button = event.currentTarget;
  const words = $("#words").value;
  if (!words.trim()) return;
  button.disabled = true;
  tell(say("文字模型諗緊…", "The text model is thinking…"));
  try {
    const answer = await fetch($("#english").dataset.prompt, { method: "POST", body: asked(), headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error.message);
    if ($("#words").value !== words) return;
    $("#prompt").value = told.prompt;
    keep(told.by === "writer" ? say("文字模型寫嘅，仲可以改。", "By the text model; you can still edit it.") : say("文字模型今次幫唔到，呢段係 Waa 寫嘅。", "The text model was of no help this time; this is Waa's own."));
  } catch (error) {
    tell("");
    notice(error.message);
  } finally {
    button.disabled = false;
  }
}
