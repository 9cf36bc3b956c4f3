// Moves rows by dragging, or with buttons. Without this file the numbers in the rows say the same.
const STEP = 10;

for (const group of document.querySelectorAll(".inline-group")) {
  const prefix = group.id.replace(/-group$/, "");
  if (!group.querySelector(`[name="${prefix}-__prefix__-order"]`)) continue;
  rowsOf(group).forEach(equip);
  group.addEventListener("dragover", (event) => group.querySelector(".is-dragged") && event.preventDefault());
  group.addEventListener("drop", (event) => drop(group, event));
}

document.addEventListener("formset:added", ({ target }) => target.querySelector("[name$='-order']") && equip(target));
// Django numbers the rows anew by their place on the page, and those that are saved must come first.
document.addEventListener("formset:removed", ({ detail }) => {
  const group = document.getElementById(`${detail.formsetName}-group`);
  if (!group?.querySelector(".move-row")) return;
  const byNumber = (row) => Number(row.id.match(/\d+$/));
  arrange(rowsOf(group).sort((one, other) => byNumber(one) - byNumber(other)));
  const place = (row) => Number(row.querySelector("[name$='-order']").value) || Infinity;
  setTimeout(() => arrange(rowsOf(group).sort((one, other) => place(one) - place(other) || 0)));
});

function rowsOf(group) {
  return [...group.querySelectorAll(".inline-related:not(.empty-form)")];
}

function arrange(rows) {
  const last = rows[0]?.parentElement.querySelector(".inline-related.empty-form");
  for (const row of rows) last.before(row);
}

function equip(row) {
  if (row.querySelector(".move-row")) return;
  const part = document.createElement("span");
  part.className = "move-row";
  part.append(button(row, "↑", "Omhoog", -1), button(row, "↓", "Omlaag", 1));
  const heading = row.querySelector("h3");
  heading.append(part);
  heading.draggable = true;
  heading.addEventListener("dragstart", (event) => {
    event.dataTransfer?.setData("text/plain", ""); // without which Firefox does not begin
    row.classList.add("is-dragged");
  });
  heading.addEventListener("dragend", () => row.classList.remove("is-dragged"));
}

function button(row, sign, name, step) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: `${sign} ${name}` });
  made.addEventListener("click", () => {
    const rows = rowsOf(row.closest(".inline-group"));
    const other = rows[rows.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    number(row);
    made.focus(); // moving takes it away
  });
  return made;
}

function drop(group, event) {
  const dragged = group.querySelector(".is-dragged");
  const other = event.target.closest(".inline-related");
  if (!dragged || !other || other === dragged) return;
  event.preventDefault();
  const rows = rowsOf(group);
  if (rows.indexOf(dragged) > rows.indexOf(other)) other.before(dragged);
  else other.after(dragged);
  number(dragged);
}

function number(moved) {
  rowsOf(moved.closest(".inline-group")).forEach((row, place) => {
    row.querySelector("[name$='-order']").value = (place + 1) * STEP;
  });
  moved.dispatchEvent(new Event("change", { bubbles: true }));
}
