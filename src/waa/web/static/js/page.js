// What every script of the studio needs: short names, the notice line, and going to another picture in place.
const english = document.documentElement.lang === "en";
export const say = (zh, en) => (english ? en : zh);
export const $ = (selector, root = document) => root.querySelector(selector);
export const studio = () => $("#studio");

const arrivals = [];

// Call `act` with the studio's element now, and each time another picture has been put in its place.
export function onArrival(act) {
  arrivals.push(act);
  act(document);
}

export function notice(text) {
  const line = $("#notice");
  line.replaceChildren();
  if (!text) return;
  const p = document.createElement("p");
  p.className = "notice-error";
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
  const kept = $("#words")?.value ?? "";
  studio().replaceWith(fresh);
  document.title = page.title;
  if (push) history.pushState({ studio: true }, "", address);
  window.htmx?.process(fresh);
  for (const act of arrivals) act(fresh);
  const words = $("#words");
  if (words && !words.value && !push) words.value = kept;
}
