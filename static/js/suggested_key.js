// Fills in a key while its name is typed, until somebody types a key. Without this file that is done on saving.
const LONGEST = 40;

document.addEventListener("input", ({ target }) => {
  if (target.dataset.suggestedFrom) target.dataset.isOwn = target.value ? "true" : "";
  const prefix = target.name?.replace(/[^-]*$/, "");
  const key = target.form?.elements[`${prefix}slug`];
  const sources = key?.dataset.suggestedFrom?.split(" ") ?? [];
  if (key === target || key?.dataset.isOwn || !sources.some((name) => prefix + name === target.name)) return;
  const text = sources.map((name) => key.form.elements[prefix + name].value.trim()).find(Boolean) ?? "";
  key.value = keyFrom(text, key.dataset.joinedBy);
});

function keyFrom(text, joint) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const words = plain.replace(/[^a-z0-9]+/g, " ").replace(/^[^a-z]+/, "").trim().split(" ");
  while (words.length > 1 && words.join(joint).length > LONGEST) words.pop();
  return words.join(joint).slice(0, LONGEST);
}
