// Says what a page means while it is filled in, above it and at the foot of the screen. Without this file a button does.
const PAUSE = 500; // milliseconds
const sentence = document.querySelector(".as-sentence");
const form = sentence?.closest("form");
let timer, foot;

if (form) {
  for (const name of ["input", "change"]) form.addEventListener(name, later);
  for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, later);
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(update, PAUSE);
}

async function update() {
  const text = await ask();
  if (!text || text === sentence.textContent) return;
  sentence.textContent = text;
  if (!foot) {
    foot = document.createElement("p");
    foot.className = "as-sentence-foot";
    foot.setAttribute("aria-hidden", "true"); // the sentence above is read out already
    form.append(foot);
  }
  foot.textContent = text;
}

async function ask() {
  try {
    const response = await fetch(sentence.dataset.url, { method: "POST", body: new FormData(form) });
    return response.ok ? await response.text() : "";
  } catch {
    return ""; // no network
  }
}
