// Says below a text how it reads, a moment after typing. Without this file that is said when the page is opened and
// when it comes back with an error. Listens on the document, so that rows that were added later take part.
const PAUSE = 800; // milliseconds
const timers = new WeakMap();

document.addEventListener("input", ({ target }) => {
  const part = target.closest(".readable-text");
  if (!part) return;
  clearTimeout(timers.get(part));
  timers.set(part, setTimeout(update, PAUSE, part, target));
});

async function update(part, field) {
  if (!field.form) return; // its row was removed meanwhile
  const text = field.value;
  const html = await ask(part.dataset, text, field.form.elements.csrfmiddlewaretoken.value);
  if (field.value === text) show(part, html); // else somebody typed on, and a later answer comes
}

async function ask({ url, kind, limit = "" }, text, csrfmiddlewaretoken) {
  try {
    const body = new URLSearchParams({ text, kind, limit, csrfmiddlewaretoken });
    const response = await fetch(url, { method: "POST", body });
    return response.ok ? await response.text() : "";
  } catch {
    return ""; // no network
  }
}

function show(part, html) {
  const reading = part.querySelector(".reading");
  const before = verdict(reading);
  const isOpen = reading.querySelector("details")?.open;
  reading.innerHTML = html || part.querySelector("template").innerHTML;
  reading.querySelector("details")?.toggleAttribute("open", Boolean(isOpen));
  const after = verdict(reading);
  if (after !== before) part.querySelector("[role=status]").textContent = after; // news only, or it would never be quiet
}

// The level and how many sentences are long, without the sentences: those change with every word.
function verdict(reading) {
  return [...reading.querySelectorAll(".reading-verdict > p")].map((line) => line.textContent).join(" ");
}
