"""Whether what stands on a page has room: nothing wider than the page, cut off, or printed over something else."""

from playwright.sync_api import Page

FIND = r"""() => {
  const SLACK = 1.5;
  const shown = element => element.checkVisibility({ checkVisibilityCSS: true });
  const name = element => {
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.className} “${words}”`;
  };
  const wide = document.documentElement.clientWidth;
  const found = [];
  const over = document.documentElement.scrollWidth - wide;
  if (over > 0) found.push(`scrolls ${over} px sideways`);

  // Read out and not seen, as the link to the content before it has the focus.
  const clipped = element => {
    const { position, clipPath } = getComputedStyle(element);
    return clipPath === "inset(50%)" || position === "absolute" && element.getBoundingClientRect().bottom < 0;
  };
  const elements = [...document.body.querySelectorAll("*")].filter(shown);
  const hidden = elements.filter(clipped);
  const isSeen = element => shown(element) && !hidden.some(one => one.contains(element));

  for (const element of elements.filter(isSeen)) {
    const box = element.getBoundingClientRect();
    if (box.left < -SLACK || box.right > wide + SLACK) found.push(`${name(element)} is beside the page`);
    const style = getComputedStyle(element);
    const holds = style.overflowX !== "visible" || element.matches("button, .button");
    const inside = Math.max(element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight);
    if (holds && inside > SLACK && !element.matches("textarea, input, code")) found.push(`${name(element)} is cut off`);
  }

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || !isSeen(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      // Of a line its middle: those of tall letters may touch.
      const inset = box.height / 4;
      if (box.width > 1) lines.push([box.left, box.right, box.top + inset, box.bottom - inset, text.parentElement]);
    }
  }
  lines.sort((one, other) => one[2] - other[2]);
  lines.forEach((one, index) => {
    for (let next = index + 1; next < lines.length && lines[next][2] < one[3]; next += 1) {
      const other = lines[next];
      const beside = Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
      if (beside > SLACK) found.push(`${name(one[4])} stands over ${name(other[4])}`);
    }
  });

  // A box that is painted over the one beside it. The room around a label may be pressed, and is not seen.
  const isPainted = style => style.backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(style.borderWidth) > 0;
  for (const parent of [document.body, ...elements.filter(isSeen)]) {
    const boxes = [...parent.children].filter(child => {
      const style = getComputedStyle(child);
      return isSeen(child) && style.position !== "absolute" && style.display !== "inline"
        && (isPainted(style) || child.matches("img, input, textarea, select"));
    });
    boxes.forEach((child, index) => boxes.slice(index + 1).forEach(other => {
      const [a, b] = [child.getBoundingClientRect(), other.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > SLACK && down > SLACK) found.push(`${name(child)} covers ${name(other)}`);
    }));
  }
  return [...new Set(found)];
}"""


def misfits(page: Page) -> list[str]:
    """A line each; empty where everything fits."""
    page.evaluate("document.fonts.ready")
    found: list[str] = page.evaluate(FIND)
    return found
