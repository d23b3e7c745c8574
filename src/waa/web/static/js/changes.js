// What a change really changed: laid over the picture, in red, and taken off again.
import { $, notice, say, styled } from "./page.js";

export async function toggleChanges() {
  const [map, bar] = [$("#changes-image"), $("#changes-bar")];
  if (!map) return;
  if (map.hidden) {
    await styled($("waa-mask").dataset.css);
    if (!(await loaded(map))) return notice(say("而家睇唔到，請再試。", "It cannot be shown now. Try again."));
    for (const other of document.querySelectorAll("waa-compare, waa-mask")) other.hidden = true;
    for (const button of document.querySelectorAll("[data-act=compare]")) button.setAttribute("aria-pressed", "false");
  }
  map.hidden = bar.hidden = !map.hidden;
  (map.hidden ? $("#picture") : bar).scrollIntoView({ block: "nearest" });
}

async function loaded(map) {
  map.src ||= map.dataset.src;
  try {
    await map.decode();
    return true;
  } catch {
    map.removeAttribute("src");
    return false;
  }
}
