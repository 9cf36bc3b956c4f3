// What is typed in one form of a page is not lost when another form is sent: it is sent first. Asks before the page is left
// with a text that is not saved. Without this file every form is sent alone, and nothing asks.
const forms = [...document.querySelectorAll("form.going-along")];
let leaving; // the form with which the page is being left
let isBusy = false;
let isLast = false;

for (const form of document.querySelectorAll("main form[method=post]")) {
  form.addEventListener("submit", (event) => {
    leaving = form;
    const others = isLast ? [] : waitingBeside(form);
    if (isBusy || others.length) event.preventDefault();
    if (!isBusy && others.length) sendAll(form, event.submitter, others);
  });
}
window.addEventListener("beforeunload", (event) => {
  if (waitingBeside(leaving).length) event.preventDefault();
  leaving = undefined;
});

// An action that is deleted takes along what was typed in its fold.
function waitingBeside(form) {
  return forms.filter((other) => other !== form && !form?.closest("details")?.contains(other) && isUnsaved(other));
}

// The page is left by the form that was asked for; where another is refused by that one, so that the page says why.
async function sendAll(form, button, others) {
  isBusy = true;
  const refused = [];
  for (const other of others) if (!(await isKept(other))) refused.push(other);
  const last = refused.length && (await isKept(form, button)) ? refused[0] : form;
  isBusy = false;
  isLast = true;
  last.requestSubmit(last === form ? button : null);
  isLast = false;
}

async function isKept(form, button) {
  const values = new URLSearchParams(new FormData(form));
  if (button?.name) values.set(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body: values, redirect: "manual" }).catch(() => null);
  if (answer?.type !== "opaqueredirect") return false; // the page itself answers only what it did not keep
  for (const field of fieldsOf(form)) field.defaultValue = field.value;
  delete form.dataset.unsaved;
  return true;
}

function isUnsaved(form) {
  return "unsaved" in form.dataset || fieldsOf(form).some((field) => field.value !== field.defaultValue);
}

function fieldsOf(form) {
  return [...form.querySelectorAll("input, textarea")];
}
