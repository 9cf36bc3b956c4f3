// Adds a button that copies the link. Without this file the link can be selected and copied by hand.
for (const part of document.querySelectorAll(".copy-link")) {
  const [input, button, status] = ["input", "button", "[role=status]"].map((name) => part.querySelector(name));
  button.hidden = !navigator.clipboard;
  input.addEventListener("focus", () => input.select());
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(input.value);
    status.textContent = status.dataset.done;
  });
}
