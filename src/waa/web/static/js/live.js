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
    if (line) {
      line.textContent =
        job.status === "running"
          ? say(`畫緊，約 ${job.seconds} 秒`, `Painting, about ${job.seconds} s`)
          : say(`排第 ${job.place}，約 ${job.seconds} 秒`, `Number ${job.place} in line, about ${job.seconds} s`);
    }
    return;
  }
  card.dataset.status = job.status;
  finish(card, job);
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
