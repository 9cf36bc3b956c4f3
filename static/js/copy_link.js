// Adds a button that copies a link or a text. Without this file that can be selected and copied by hand.
for (const part of document.querySelectorAll(".copy-link")) {
  const [input, button, status] = ["input, textarea", "button", "[role=status]"].map((name) => part.querySelector(name));
  button.hidden = !navigator.clipboard;
  input.addEventListener("focus", () => input.select());
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(input.value);
    status.textContent = status.dataset.done;
  });
}
