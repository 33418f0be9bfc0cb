// Every text of typed.json that a report tells, tells it whole: on the page,
// in the PDF, in the tables and in the data, as data and never as markup.
//
//   node read_typed.mjs typed.json DIR     DIR: report.html, report.pdf, report.json, *.csv
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { open_pdf, pages } from "./pdf_file.mjs";
import { csv, is_on_paper, lines, mark_of, squeezed, strings, turned } from "./typed_text.mjs";

// Every one of these must be found on page and paper; the others where they are told.
const MUST = ["team", "member", "charter", "commit", "card-sheet", "note", "voucher", "overrule", "overrule.author", "monday.when",
  "monday.will", "edit.add", "edit.change", "edit.section", "edit.section.title", "edit.word"];
const SHARE = { update: 0.8, "promise.what": 0.8, refuse: 0.5 };

const [list, dir] = process.argv.slice(2);
const typed = JSON.parse(readFileSync(list, "utf8"));
let complaints = 0;
const complain = words => { complaints++; console.log(words); };

// As a browser reads the page: the text of its elements, and of each element with an RTL text whether it keeps its direction to itself.
async function page_text() {
  const modules = createRequire(join(process.env.MOMENT_MODULES, "package.json"));
  const browser = await modules("playwright-core").chromium.launch({ executablePath: process.env.MOMENT_BROWSER, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    page.on("dialog", dialog => { complain(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
    await page.goto(pathToFileURL(resolve(dir, "report.html")).href);
    return await page.evaluate(() => {
      const loose = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (!/[\u0590-\u06ff\u202e]/.test(node.data)) continue;
        const inside = node.parentElement.closest("bdi,[dir]");
        const picture = node.parentElement.closest("svg");
        if (!picture && (!inside || inside === document.documentElement)) loose.push(node.data.slice(0, 60));
      }
      return { text: document.body.textContent, title: document.title, loose };
    });
  } finally {
    await browser.close();
  }
}

function count(place, found, all) {
  const share = MUST.includes(place) ? 1 : SHARE[place] ?? 0;
  if (found < share * all) complain(`${place}: only ${found} of ${all} are told on the page`);
}

function on_page_and_paper(page) {
  const paper = squeezed(pages(open_pdf(join(dir, "report.pdf"))).join("\n"));
  const words = turned(page.text);
  const places = new Map();
  for (const { place, text } of typed) {
    const told = page.text.includes(mark_of(text));
    const [found, all] = places.get(place) ?? [0, 0];
    places.set(place, [found + told, all + 1]);
    if (!told) continue;
    const whole = place.startsWith("edit.") ? lines(text).every(line => words.includes(line)) : words.includes(turned(text));
    if (!whole) complain(`${place}: the page does not tell it whole: ${JSON.stringify(text.slice(0, 90))}`);
    if (!paper.includes(mark_of(text))) complain(`${place}: not in the PDF: ${JSON.stringify(text.slice(0, 90))}`);
    else if (!is_on_paper(paper, text)) complain(`${place}: the PDF does not tell it whole: ${JSON.stringify(text.slice(0, 90))}`);
  }
  for (const [place, [found, all]] of places) count(place, found, all);
  for (const words of page.loose) complain(`its direction is not kept to itself: ${words}`);
}

// A string with a mark in it is the text itself, or holds it whole.
function in_data() {
  const told = [...strings(JSON.parse(readFileSync(join(dir, "report.json"), "utf8")))];
  let found = 0;
  for (const { place, text } of typed) {
    const with_mark = told.filter(one => one.includes(mark_of(text)));
    found += with_mark.length > 0;
    for (const one of with_mark) if (!turned(one).includes(turned(text))) complain(`${place}: the JSON tells ${JSON.stringify(one.slice(0, 90))} for ${JSON.stringify(text.slice(0, 90))}`);
    if (with_mark.length === 0 && MUST.includes(place) && !place.startsWith("edit.")) complain(`${place}: not in the JSON: ${JSON.stringify(text.slice(0, 90))}`);
  }
  return found;
}

// Without the apostrophes that keep a spreadsheet from reckoning.
const as_typed = cell => cell.replace(/(^|[\s;,|])'(?=\s*[=+\-@])/g, "$1");

// Rows are of one width; a cell with a mark holds the text; none begins like a formula.
function in_tables() {
  let found = 0;
  for (const name of readdirSync(dir).filter(one => one.endsWith(".csv"))) {
    const rows = csv(readFileSync(join(dir, name), "utf8"));
    if (new Set(rows.map(row => row.length)).size !== 1) complain(`${name}: rows of ${[...new Set(rows.map(row => row.length))]} cells`);
    for (const cell of rows.flat()) {
      if (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)) complain(`${name}: a cell begins like a formula: ${cell.slice(0, 60)}`);
      if (/[\n\r\t,;]'?\s*[=@+]/.test(cell) && !/[\n\r\t,;]\s*'/.test(cell) && !typed.some(({ text }) => cell.includes(text))) complain(`${name}: a part begins like a formula: ${cell.slice(0, 60)}`);
      for (const { text } of typed) {
        if (!cell.includes(mark_of(text))) continue;
        found++;
        if (turned(cell).includes(turned(text)) || as_typed(turned(cell)).includes(turned(text))) continue;
        complain(`${name}: ${JSON.stringify(cell.slice(0, 90))} for ${JSON.stringify(text.slice(0, 90))}`);
      }
    }
  }
  return found;
}

const page = await page_text();
on_page_and_paper(page);
const data = in_data(), cells = in_tables();
if (data < 100) complain(`only ${data} texts in the JSON`);
if (cells < 30) complain(`only ${cells} texts in the tables`);
console.log(`${typed.length} texts typed; ${data} in the data, ${cells} in the tables`);
process.exitCode = complaints > 0 ? 1 : 0;
