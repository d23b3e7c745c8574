// Watches jobs by server-sent events. The browser reconnects by itself; the server then tells what it missed.
import { $, say, show } from "./page.js";

let source = null;

export function watchJobs(root) {
  const open = root.querySelector("[data-status=queued], [data-status=running]");
  if (open && !source) listen();
}

function listen() {
  source = new EventSource("/live");
  source.addEventListener("job", (event) => update(JSON.parse(event.data)));
  source.addEventListener("end", ended);
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) {
      source = null;
      setTimeout(() => watchJobs(document), 2000);
    }
  });
}

// Nothing is unfinished any more. A card that still waits belongs to a job that is gone, or to one that came just now.
async function ended() {
  source?.close();
  source = null;
  for (const card of document.querySelectorAll("[data-status=queued], [data-status=running]")) await swap(card, card.dataset.job);
  watchJobs(document);
}

function update(job) {
  const card = document.getElementById(`job-${job.id}`);
  if (!card || card.dataset.status === "done") return;
  const bar = $("progress", card);
  if (job.status === "queued" || job.status === "running") {
    card.dataset.status = job.status;
    if (bar) bar.value = job.progress;
    const line = $(".job-says", card);
    if (line) line.textContent = sentence(job, card.dataset.painter);
    if (job.preview > Number(card.dataset.preview ?? 0)) sharpen(card, job);
    return;
  }
  card.dataset.status = job.status;
  finish(card, job);
}

function sentence(job, painter) {
  if (job.status === "queued") return say(`排第 ${job.place}，約 ${job.seconds} 秒`, `Number ${job.place} in line, about ${job.seconds} s`);
  if (painter) return say(`${painter} 畫緊，約 ${job.seconds} 秒`, `${painter} is painting, about ${job.seconds} s`);
  return say(`畫緊，約 ${job.seconds} 秒`, `Painting, about ${job.seconds} s`);
}

// A partial picture takes the place of the one before it, once it is there.
function sharpen(card, job) {
  card.dataset.preview = job.preview;
  const image = new Image();
  image.alt = "";
  image.className = "preview";
  image.onload = () => {
    if (card.dataset.preview !== String(job.preview)) return; // a newer one was quicker
    const space = $(".job-space", card);
    const before = space?.querySelectorAll("img") ?? [];
    space?.append(image);
    for (const one of before) setTimeout(() => one.remove(), 240);
  };
  image.src = `/jobs/${job.id}/preview?n=${job.preview}`;
}

async function finish(card, job) {
  if (job.status === "done" && job.picture) {
    const others = document.querySelectorAll("#waiting [data-status=queued], #waiting [data-status=running]");
    if (others.length) await swap(card, job.id);
    else {
      const address = `/p/${job.picture}`;
      await preload(`${address}.jpg`);
      await show(address);
    }
  } else {
    await swap(card, job.id);
  }
  if (!document.querySelector("[data-status=queued], [data-status=running]")) {
    source?.close();
    source = null;
  }
}

async function swap(card, id) {
  const answer = await fetch(`/jobs/${id}`, { headers: { "HX-Request": "true" } });
  if (answer.status === 404) card.remove();
  if (!answer.ok) return;
  const box = document.createElement("template");
  box.innerHTML = await answer.text();
  const fresh = box.content.firstElementChild;
  card.replaceWith(fresh);
  window.htmx?.process(fresh);
}

function preload(address) {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = image.onerror = resolve;
    image.src = address;
  });
}
