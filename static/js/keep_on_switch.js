// What was ticked or typed goes along to the other language. Without this file only what was saved does.
const form = document.querySelector("#stap");

document.querySelector(".languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a[hreflang]");
  if (!form || !link || event.ctrlKey || event.metaKey || event.shiftKey) return; // which open a tab beside this one
  event.preventDefault();
  const button = document.createElement("button");
  Object.assign(button, { name: "knop", value: `taal:${link.hreflang}`, hidden: true });
  form.append(button);
  form.requestSubmit(button);
});
