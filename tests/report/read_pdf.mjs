// Reads PDFs of a report back and complains about what a reader, a screen
// reader or a printer would miss.
//
//   node read_pdf.mjs REPORT.html A4.pdf LETTER.pdf
//
// The page of the same report says which bookmarks there must be. Each
// complaint is a line; status 1 when there is one.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { bookmarks, fonts, info, leads, names, of_type, open_pdf, pages } from "./pdf_file.mjs";
import { squeezed } from "./typed_text.mjs";

const LEAST_ON_A_PAGE = 60; // characters, besides the foot
const MOST_FONTS = 30;

function outside(pdf) {
  const found = [];
  for (const key of ["/JS", "/URI", "/F"]) {
    const odd = [...pdf.objects.values()].filter(at => at && typeof at === "object" && !Array.isArray(at) && at["/S"] && at[key] !== undefined && /^\/(JavaScript|URI|Launch|GoToR|SubmitForm)$/.test(at["/S"]));
    if (odd.length > 0) found.push(`${odd.length} actions with ${key}`);
  }
  return found;
}

function structure(pdf, html) {
  const found = [];
  const language = html.match(/<html[^>]* lang="([^"]+)"/)[1];
  if (pdf.of(pdf.root["/Lang"]) !== `u:${language}`) found.push(`its language is ${pdf.root["/Lang"]}`);
  if (pdf.of(pdf.root["/MarkInfo"])?.["/Marked"] !== true) found.push("it is not marked as tagged");
  if (pdf.of(pdf.root["/ViewerPreferences"])?.["/DisplayDocTitle"] !== true) found.push("the window would show the file's name");
  for (const kind of ["/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/Figure"])
    if (of_type(pdf, "/S", kind).length === 0) found.push(`no ${kind} in its structure`);
  const silent = of_type(pdf, "/S", "/Figure").filter(at => !at["/Alt"]);
  if (silent.length > 0) found.push(`${silent.length} pictures without words`);
  return found;
}

function unescaped(html) {
  return html.replace(/<[^>]*>/g, "").replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}


function navigation(pdf, html) {
  const found = [];
  const known = names(pdf), marks = bookmarks(pdf);
  const titles = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, title]) => squeezed(unescaped(title.replace(/<(\w+) class="by">.*?<\/\1>/gs, ""))));
  const marked = marks.filter(mark => mark.level === 1).map(mark => squeezed(mark.title));
  if (titles.length < 8) found.push(`only ${titles.length} sections on the page`);
  for (const title of titles) if (!marked.includes(title)) found.push(`no bookmark for “${title.slice(0, 60)}”`);
  for (const mark of marks) if (!leads(pdf, mark.dest, known)) found.push(`the bookmark “${mark.title}” leads nowhere`);
  const links = of_type(pdf, "/Subtype", "/Link");
  if (links.length < 10) found.push(`only ${links.length} links`);
  const lost = links.filter(link => !leads(pdf, link["/Dest"] ?? pdf.of(link["/A"])?.["/D"], known));
  if (lost.length > 0) found.push(`${lost.length} of ${links.length} links lead nowhere`);
  return found;
}

function every_page(pdf) {
  const found = [];
  const texts = pages(pdf);
  texts.forEach((text, index) => {
    const characters = text.replace(/\s/g, "").length;
    if (characters < LEAST_ON_A_PAGE) found.push(`page ${index + 1} holds ${characters} characters`);
    if (!new RegExp(`\\b${index + 1}\\D{1,4}${texts.length}\\b`).test(text)) found.push(`page ${index + 1} does not say that it is one of ${texts.length}`);
  });
  return found;
}

function typefaces(pdf) {
  const all = fonts(pdf);
  const found = all.filter(f => f.embedded !== "yes" || f.subset !== "yes" || f.unicode !== "yes")
    .map(f => `font ${f.name}: embedded ${f.embedded}, subset ${f.subset}, unicode ${f.unicode}`);
  if (all.length === 0 || all.length > MOST_FONTS) found.push(`${all.length} fonts`);
  if (!all.some(f => /Inter/.test(f.name))) found.push("Inter is not among its fonts");
  return found;
}

function heading(pdf, html, size) {
  const found = [];
  const about = info(pdf);
  const title = squeezed(unescaped(html.match(/<title>(.*?)<\/title>/s)[1]));
  if (squeezed(about.Title ?? "") !== title) found.push(`its title is ${about.Title}`);
  if (about.Tagged !== "yes") found.push("it is not tagged");
  if (about.JavaScript !== "no" || about.Encrypted !== "no" || about.Form !== "none") found.push("it is more than paper");
  if (!about["Page size"].startsWith(size)) found.push(`its pages are ${about["Page size"]}`);
  return found;
}

function sound(pdf) {
  try {
    execFileSync("qpdf", ["--check", pdf.file], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    return [];
  } catch (error) {
    return [`qpdf --check: ${error.stdout}${error.stderr}`];
  }
}

const [page, ...files] = process.argv.slice(2);
const html = readFileSync(page, "utf8");
const counts = [];
let complaints = 0;
[["A4", "595.276 x 841.89"], ["Letter", "612 x 792"]].forEach(([name, size], index) => {
  const pdf = open_pdf(files[index]);
  const found = [heading(pdf, html, size), structure(pdf, html), navigation(pdf, html), every_page(pdf), typefaces(pdf), outside(pdf), sound(pdf)].flat();
  for (const words of found) console.log(`${basename(dirname(files[index]))}, ${name}: ${words}`);
  complaints += found.length;
  counts.push(pages(pdf).length);
});
console.log(`${basename(dirname(page))}: ${counts[0]} pages of A4, ${counts[1]} of Letter`);
if (Math.abs(counts[0] - counts[1]) > 0.25 * counts[0]) { console.log("A4 and Letter differ in length"); complaints++; }
process.exitCode = complaints > 0 ? 1 : 0;
