import { $, say } from "./page.js";

// Beside the picture that is being changed: that only a part of it is meant. It opens the tool, or drops the mask.
export function chip(isUsed, mask) {
  $("#mask-chip")?.remove();
  if (!isUsed) return;
  const made = document.createElement("span");
  made.id = "mask-chip";
  made.className = "mask-chip";
  const open = document.createElement("button");
  open.type = "button";
  open.dataset.act = "mask";
  open.textContent = mask.means === "subject" ? say("用緊你揀嘅主體", "Your subject") : say("淨係改揀咗嘅地方", "Only the area you chose");
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "drop";
  drop.setAttribute("aria-label", say("唔用揀咗嘅地方", "Do not use the chosen area"));
  drop.innerHTML = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18"/></svg>';
  drop.addEventListener("click", () => mask.drop());
  made.append(open, drop);
  $(".target-chip").after(made);
}
