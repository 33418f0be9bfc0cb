// A PDF as other programs understand it: poppler's tools for what is shown, qpdf's JSON for what holds it together.
import { execFileSync } from "node:child_process";

const run = (program, ...words) => execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });

export function open_pdf(file) {
  const json = JSON.parse(run("qpdf", "--json=2", "--json-key=qpdf", file));
  const objects = new Map(Object.entries(json.qpdf[1]).map(([name, at]) => [name.replace(/^obj:/, ""), at.value ?? at.stream?.dict]));
  const of = value => (typeof value === "string" && objects.has(value) ? objects.get(value) : value);
  return { file, of, objects, root: of(of(objects.get("trailer"))["/Root"]) };
}

// Fields of pdfinfo by their name.
export function info(pdf) {
  const fields = run("pdfinfo", pdf.file).split("\n").map(line => line.match(/^([^:]+):\s*(.*)$/)).filter(Boolean);
  return Object.fromEntries(fields.map(([, name, value]) => [name, value]));
}

// The text of each page, in the order in which it was set.
export function pages(pdf) {
  return run("pdftotext", "-raw", "-enc", "UTF-8", pdf.file, "-").split("\f").slice(0, -1);
}

export function fonts(pdf) {
  return run("pdffonts", pdf.file).trim().split("\n").slice(2).map(line => {
    const [, name, rest] = line.match(/^(\S+)\s+(.*)$/);
    const [embedded, subset, unicode] = rest.match(/(yes|no)\s+(yes|no)\s+(yes|no)/).slice(1);
    return { name, embedded, subset, unicode };
  });
}

const words = value => (typeof value === "string" ? value.replace(/^[ub]:/, "") : "");

// Bookmarks, outermost first: {title, level, dest}.
export function bookmarks(pdf) {
  const found = [];
  const walk = (item, level) => {
    for (let at = pdf.of(item); at; at = pdf.of(at["/Next"])) {
      found.push({ title: words(pdf.of(at["/Title"])), level, dest: at["/Dest"] ?? pdf.of(at["/A"])?.["/D"] });
      if (at["/First"]) walk(at["/First"], level + 1);
    }
  };
  walk(pdf.of(pdf.root["/Outlines"])?.["/First"], 1);
  return found;
}

// Names that links may lead to.
export function names(pdf) {
  const found = new Set();
  const walk = node => {
    const at = pdf.of(node);
    if (!at) return;
    const pairs = pdf.of(at["/Names"]) ?? [];
    for (let i = 0; i + 1 < pairs.length; i += 2) found.add(words(pdf.of(pairs[i])));
    for (const kid of pdf.of(at["/Kids"]) ?? []) walk(kid);
  };
  walk(pdf.of(pdf.root["/Names"])?.["/Dests"]);
  for (const name of Object.keys(pdf.of(pdf.root["/Dests"]) ?? {})) found.add(name.slice(1));
  return found;
}

// A destination leads somewhere: to a name that is known or to a page of the file.
export function leads(pdf, dest, known) {
  const at = pdf.of(dest);
  if (Array.isArray(at)) return pdf.of(at[0])?.["/Type"] === "/Page";
  return typeof at === "string" && known.has(at.replace(/^([ub]:|\/)/, ""));
}

export function of_type(pdf, key, value) {
  return [...pdf.objects.values()].filter(at => at && typeof at === "object" && !Array.isArray(at) && at[key] === value);
}
