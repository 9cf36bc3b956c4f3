// Shows the answers of a question as soon as it is chosen. Without this file a button does that.
document.addEventListener("change", ({ target }) => {
  const part = target.name?.endsWith("-question") && target.closest(".inline-related")?.querySelector(".answers-on-offer");
  if (part) offer(part, target);
});

async function offer(part, question) {
  const { value } = question;
  const answers = value ? await ask(part.dataset.url, value) : [];
  if (!answers || question.value !== value) return; // no network, or another question was chosen since
  const list = part.querySelector(".answers-on-offer > div");
  const name = question.name.replace(/question$/, "options");
  list.replaceChildren(...answers.map(([key, label], number) => box(list.id, name, key, label, number)));
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

async function ask(url, question) {
  try {
    const response = await fetch(`${url}?${new URLSearchParams({ vraag: question })}`);
    return response.ok ? (await response.json()).answers : null;
  } catch {
    return null;
  }
}

function box(id, name, value, text, number) {
  const [line, label, input] = ["div", "label", "input"].map((tag) => document.createElement(tag));
  Object.assign(input, { type: "checkbox", name, value, id: `${id}_${number}` });
  label.htmlFor = input.id;
  label.append(input, ` ${text}`);
  line.append(label);
  return line;
}

document.documentElement.classList.add("offers-answers"); // which hides the button
