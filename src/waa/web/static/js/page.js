// What every script of the studio needs: short names, the notice line, and going to another picture in place.
const english = document.documentElement.lang === "en";
export const say = (zh, en) => (english ? en : zh);
export const $ = (selector, root = document) => root.querySelector(selector);
export const studio = () => $("#studio");
// What the chosen engine can do; where there is only Waa's own, that one.
export const engine = () => $("#composer [name=engine]:checked")?.dataset ?? { scenes: "" };

const arrivals = [];

// Call `act` with the studio's element now, and each time another picture has been put in its place.
export function onArrival(act) {
  arrivals.push(act);
  act(document);
}

let fading = 0;

// What went wrong stays until the next thing is done; that something worked is said for a moment.
export function notice(text, { good = false } = {}) {
  const line = $("#notice");
  clearTimeout(fading);
  if (good) fading = setTimeout(() => notice(""), 4000);
  line.replaceChildren();
  if (!text) return;
  const p = document.createElement("p");
  p.className = good ? "notice-error notice-good" : "notice-error";
  p.textContent = text;
  line.append(p);
}

// Go to another picture without loading the page anew: one URL, one template, and only #studio is taken from it.
export async function show(address, { push = true } = {}) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return void location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = $("#studio", page);
  if (!fresh) return void location.assign(address);
  const kept = typed();
  studio().replaceWith(fresh);
  document.title = page.title;
  if (push) history.pushState({ studio: true }, "", address);
  for (const next of document.querySelectorAll("[name=next]")) next.value = location.pathname + location.search;
  window.htmx?.process(fresh);
  kept(fresh);
  for (const act of arrivals) act(fresh);
  if ($("#picture")?.getBoundingClientRect().top < 0) scrollTo(0, 0);
}

// What is being typed when a picture arrives is not lost, nor the photos beside it, nor the place in it.
function typed() {
  const before = $("#words");
  const { value = "", selectionStart, selectionEnd } = before ?? {};
  const wasTyping = document.activeElement === before;
  const photos = [...($("#photos")?.children ?? [])];
  const prompt = $("#prompt");
  const isOpen = $("#english")?.open;
  return (fresh) => {
    const words = $("#words", fresh);
    if (!words) return;
    $("#photos", fresh).append(...photos);
    if (isOpen) $("#english", fresh)?.setAttribute("open", "");
    if (value && !words.value) words.value = value;
    if (prompt?.dataset.edited && words.value === value) $("#prompt", fresh)?.replaceWith(prompt);
    if (!wasTyping) return;
    words.focus({ preventScroll: true });
    if (words.value === value) words.setSelectionRange(selectionStart, selectionEnd);
  };
}

// The style sheet of the tools, once: most visits need none of them.
export function styled(address) {
  if ($("#tools-css")) return Promise.resolve();
  const link = document.createElement("link");
  Object.assign(link, { id: "tools-css", rel: "stylesheet", href: address });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}
