// What is asked of a page once it stands in a browser. These functions run in
// the page and return the complaints they have, each a line.

// Nothing may be wider than the window, but for what scrolls within itself.
export function too_wide() {
  const wide = document.documentElement.clientWidth;
  const found = [];
  if (document.scrollingElement.scrollWidth > wide)
    found.push(`the page is ${document.scrollingElement.scrollWidth} wide in a window of ${wide}`);
  const scrolls = element => {
    for (let at = element; at && at !== document.body; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.right <= wide + 1 || box.right < 0 || scrolls(element)) continue;
    found.push(`<${element.localName}> reaches to ${Math.round(box.right)}: ${element.textContent.trim().slice(0, 60)}`);
  }
  return found.slice(0, 8);
}

// Words must not be cut off by the box they stand in, nor by the edge of a picture.
export function cut_off() {
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const hides = style.overflowX === "hidden" || style.overflowX === "clip";
    if (hides && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      found.push(`cut off in <${element.localName}>: ${element.textContent.trim().slice(0, 60)}`);
  }
  for (const words of document.querySelectorAll("svg text")) {
    const picture = words.ownerSVGElement.getBoundingClientRect();
    const box = words.getBoundingClientRect();
    if (box.width === 0 || picture.width === 0) continue;
    if (box.left < picture.left - 2 || box.right > picture.right + 2 || box.top < picture.top - 3 || box.bottom > picture.bottom + 3)
      found.push(`out of its picture: ${words.textContent.slice(0, 60)}`);
  }
  return found.slice(0, 8);
}

// One page that needs nothing else: no script, nothing from outside, links within the page that lead somewhere, ids once.
export function not_itself() {
  const found = [];
  const seen = new Set();
  for (const element of document.querySelectorAll("*")) {
    if (["script", "iframe", "object", "embed", "link", "base", "form", "img", "video", "audio"].includes(element.localName))
      found.push(`<${element.localName}> on the page`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${name} on <${element.localName}>`);
      if (/^(src|srcset|action|formaction|data|poster|background)$/.test(name)) found.push(`${name}=${value}`);
      if (/^(xlink:)?href$/.test(name) && !value.startsWith("#")) found.push(`a link to ${value}`);
      if (/^(xlink:)?href$/.test(name) && !document.getElementById(value.slice(1))) found.push(`${value} leads nowhere`);
      if (name === "style" && /url\(/i.test(value)) found.push(`style=${value}`);
    }
    if (element.id && seen.has(element.id)) found.push(`the id ${element.id} stands twice`);
    if (element.id) seen.add(element.id);
  }
  if (!document.documentElement.lang) found.push("no language");
  if (!document.title) found.push("no title");
  if (document.compatMode !== "CSS1Compat") found.push("quirks mode");
  return found.slice(0, 8);
}
