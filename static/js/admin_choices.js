// Names the parts of the search fields that the admin puts in the place of a list (select2): it gives them none.
// They come late, again and again: with each row that is added and each list that opens.
const PARTS = ".select2-selection[role=combobox], .select2-selection__rendered[role=textbox], .select2-search__field";

new MutationObserver(nameParts).observe(document.documentElement, { childList: true, subtree: true });

function nameParts() {
  for (const part of document.querySelectorAll(PARTS)) {
    const label = labelOf(part.closest(".select2-container"));
    if (label && !part.dataset.named) {
      part.dataset.named = "true";
      part.setAttribute("aria-labelledby", [label.id, part.getAttribute("aria-labelledby")].filter(Boolean).join(" "));
    }
  }
}

// A list that is open stands at the end of the page, away from its field.
function labelOf(container) {
  const field = container?.previousElementSibling?.matches("select") ? container : document.querySelector(".select2-container--open");
  const select = field?.previousElementSibling;
  const label = select?.labels?.[0];
  if (label) label.id ||= `${select.id}_label`;
  return label;
}
