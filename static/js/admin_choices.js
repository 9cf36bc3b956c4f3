// Names the parts of the search fields that the admin puts in the place of a list (select2): it gives them none.
// They come late, again and again: with each row that is added and each list that opens.
const PARTS = ".select2-selection[role=combobox], .select2-selection__rendered[role=textbox], .select2-search__field";

new MutationObserver(nameAll).observe(document.documentElement, { childList: true, subtree: true });

function nameAll() {
  for (const part of document.querySelectorAll(PARTS)) {
    const label = labelOf(part.closest(".select2-container"));
    if (label && !part.dataset.named) {
      part.dataset.named = "true";
      part.setAttribute("aria-labelledby", [label.id, part.getAttribute("aria-labelledby")].filter(Boolean).join(" "));
    }
  }
  const list = document.querySelector("body > .select2-container--open");
  if (list) nameOpen(list);
}

// A list that is open stands at the end of the page, away from its field.
function nameOpen(list) {
  list.setAttribute("role", "region");
  list.setAttribute("aria-labelledby", labelOf(list)?.id);
  const field = document.querySelector(".select2-selection[role=combobox][aria-owns]");
  field?.setAttribute("aria-controls", field.getAttribute("aria-owns"));
}

function labelOf(container) {
  const field = container?.previousElementSibling?.matches("select") ? container : document.querySelector("select + .select2-container--open");
  const select = field?.previousElementSibling;
  const label = select?.labels?.[0];
  if (label) label.id ||= `${select.id}_label`;
  return label;
}
