// Counts a text while it is typed, also below zero; nothing is cut. Without this file the count is that of the page as
// it was opened, and the server says how much too long a text is. Listens on the document, so that rows that were added
// later take part.
const SILENCE = 1000; // milliseconds without typing, before it is said aloud
const NEARLY_FULL = 0.1; // of the limit; before that nobody needs to hear how much is left
const waiting = new WeakMap();

document.addEventListener("input", ({ target }) => {
  const part = target.closest("[data-limit]");
  const words = part?.querySelector("[data-count]");
  if (!words) return;
  const limit = Number(part.dataset.limit);
  const length = [...target.value].length; // characters, as the server counts them
  const excess = length > limit ? fill(words.dataset.excess, length - limit) : "";
  write(part.querySelector(".reading-count"), words.dataset.count.replace("##", limit).replace("#", length), excess);
  const left = limit - length > limit * NEARLY_FULL ? "" : fill(words.dataset.left, limit - length);
  clearTimeout(waiting.get(part));
  waiting.set(part, setTimeout(() => { words.textContent = excess || left; }, SILENCE));
});

function fill(sentence, number) {
  return sentence.replace("#", number);
}

function write(line, count, excess) {
  line.textContent = excess ? `${count}: ` : count;
  if (excess) line.append(Object.assign(document.createElement("strong"), { textContent: excess }));
}
