// Asks before a page is left with changes that are not saved. Without this file nothing asks.
const form = document.querySelector("#content-main form[method=post]:not(#changelist-form)");
const before = form && filledIn();
const wasSentBefore = Boolean(document.querySelector(".errornote, .messagelist .info")); // and came back unsaved
let isSent = false;

form?.addEventListener("submit", () => (isSent = true));
window.addEventListener("beforeunload", (event) => {
  if (form && !isSent && (wasSentBefore || filledIn() !== before)) event.preventDefault();
});

// What was filled in; a row that is still empty is no change.
function filledIn() {
  const isFilledIn = ([name, value]) => value && !/-__prefix__-|-(group|order|operator|count)$/.test(name);
  const isOfSavedRow = ([name]) => form.elements[name.replace(/[^-]*$/, "id")]?.value;
  const isTyped = ([name]) => form.elements[name]?.type !== "hidden";
  const entries = [...new FormData(form)].filter(isTyped);
  return JSON.stringify(entries.filter((entry) => isFilledIn(entry) || isOfSavedRow(entry)));
}
