// Brings the field that the address names into view, also out of a fold, and puts the keyboard in it.
addEventListener("load", showNamed);
addEventListener("hashchange", showNamed);

function showNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named || !named.closest("form")) return;
  for (let fold = named.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const field = named.matches("input, select, textarea") ? named : named.querySelector("input:not([type=hidden]), select, textarea");
  (field || named).scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
