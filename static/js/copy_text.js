// Adds a button that copies a text. Without this file the text can be selected and copied by hand.
for (const part of document.querySelectorAll(".copy-text")) {
  const [text, button, status] = ["textarea", "button", "[role=status]"].map((name) => part.querySelector(name));
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.value);
    status.textContent = status.dataset.done;
  });
}
