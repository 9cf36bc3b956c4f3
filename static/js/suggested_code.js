// Fills in the next code of the chosen goal, until somebody types a code. Without this file that is done on saving.
const code = document.querySelector("[data-next-code]");
const goal = code?.form.elements.goal;

code?.addEventListener("input", () => (code.dataset.isOwn = code.value ? "true" : ""));
goal?.addEventListener("change", suggest);

async function suggest() {
  const { value } = goal;
  try {
    const response = await fetch(`${code.dataset.nextCode}?${new URLSearchParams({ doel: value })}`);
    const found = response.ok ? await response.text() : "";
    if (found && !code.dataset.isOwn && goal.value === value) code.value = found;
  } catch {
    // no network: the code is found on saving
  }
}
