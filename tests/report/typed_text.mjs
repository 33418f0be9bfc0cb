// Whether a text that somebody typed has come through a format whole. Each has
// a mark at its end ("Q17Q") by which it is found.

export const mark_of = text => text.match(/Q\d+Q$/)[0];

// Without spaces and what is invisible: a line may be broken anywhere.
export const squeezed = text => text.normalize("NFKC").replace(/[\s\p{Cf}\p{Cc}\p{Variation_Selector}]+/gu, "");

// What would turn the direction of all that follows is taken out on the way into a report; nothing else is.
export const turned = text => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

// A page shows each line of what was written into the report as a paragraph.
export const lines = text => turned(text).split("\n").map(line => line.trim()).filter(Boolean);

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const FEET = 900; // characters of feet and heads of tables that a page may put between

// All characters of `text` in their order up to where `mark` stands, whatever a new page puts between them.
function stands_before(page, text, end) {
  const want = [...text], have = [...page.slice(Math.max(0, end - 2 * text.length - FEET), end)];
  let at = have.length - 1, missing = want.length - 1;
  for (; missing >= 0 && at >= 0; at--) if (have[at] === want[missing]) missing--;
  return missing < 0;
}

// Poppler tells lines that run from right to left word by word from the left: each word is there, next to its mark.
function words_stand_near(page, text, at) {
  const near = page.slice(Math.max(0, at - 2 * text.length - FEET), at + 2 * text.length);
  return text.match(/[\p{L}\p{M}\p{N}]+/gu).every(word => near.includes(squeezed(word)));
}

// Is this text in the squeezed text of a PDF, wherever its mark stands?
export function is_on_paper(page, text) {
  const mark = mark_of(text), whole = squeezed(text).slice(0, -mark.length);
  for (let at = page.indexOf(mark); at >= 0; at = page.indexOf(mark, at + 1))
    if (RIGHT_TO_LEFT.test(text) ? words_stand_near(page, text, at) : stands_before(page, whole, at)) return true;
  return false;
}

// RFC 4180, nothing more: rows of cells.
export function csv(text) {
  const rows = [[]];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw new Error("a quote is never closed");
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else {
      for (; at < text.length && !/[,\r\n"]/.test(text[at]); at++) cell += text[at];
    }
    rows.at(-1).push(cell);
    if (text[at] === ",") { at++; if (at === text.length) rows.at(-1).push(""); continue; }
    if (text.startsWith("\r\n", at)) at += 2;
    else if (text[at] === "\n") at++;
    else if (at < text.length) throw new Error(`after a cell stands ${JSON.stringify(text.slice(at, at + 20))}`);
    if (at < text.length) rows.push([]);
  }
  return rows;
}

// Every string of a JSON value.
export function* strings(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* strings(inner);
}
