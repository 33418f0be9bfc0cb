// Opens reports in a headless browser as people see them: on a phone, on a
// page of A4, on a wide screen; with the checks of page_checks.mjs and of
// axe-core, and printed.
//
//   node look.mjs OUT FILE.html...
//
// Pictures and the printed pages lie in OUT. Each complaint is a line; status 1
// when there is one.
import { createRequire } from "node:module";
import { readFileSync, mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cut_off, not_itself, too_wide } from "./page_checks.mjs";

const modules = createRequire(join(process.env.MOMENT_MODULES, "package.json"));
const { chromium } = modules("playwright-core");
const axe = readFileSync(modules.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [
  { name: "phone", width: 390, height: 844 },
  { name: "a4", width: 794, height: 1123 },
  { name: "wide", width: 1600, height: 1000 },
];

const MOST_PAINTED = 12000;

// What the checker of accessibility finds, what it could not decide left to it.
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  if (result.passes.length === 0) return ["axe-core looked at nothing"];
  return result.violations.map(v => `${v.id} (${v.impact}): ${v.help}; ${v.nodes.length}, the first ${v.nodes[0].html.slice(0, 120)}`);
}

// A page whose every noise and request is a complaint.
async function open(context, file, complain) {
  const page = await context.newPage();
  const own = pathToFileURL(file).href;
  page.on("console", message => complain(`console: ${message.text()}`));
  page.on("pageerror", error => complain(`error: ${error.message}`));
  page.on("dialog", dialog => { complain(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", request => { if (request.url().split("#")[0] !== own) complain(`asks for ${request.url()}`); });
  await page.goto(own, { waitUntil: "load" });
  return page;
}

// Of the whole page, or of its beginning where it is longer than a browser paints at once.
async function picture(page, path, size) {
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(tall, MOST_PAINTED);
  await page.setViewportSize({ width: size.width, height });
  await page.screenshot({ path, animations: "disabled" });
}

async function look_at(browser, file, out, size, complain) {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height }, isMobile: size.width < 500, hasTouch: size.width < 500,
    reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC", offline: true,
  });
  const page = await open(context, file, complain);
  for (const check of [too_wide, cut_off, not_itself]) (await page.evaluate(check)).forEach(complain);
  await picture(page, `${out}-${size.name}.png`, size);
  (await violations(page)).forEach(complain);
  await context.close();
}

async function print(browser, file, out, complain) {
  const context = await browser.newContext({ offline: true });
  const page = await open(context, file, complain);
  for (const format of ["A4", "Letter"])
    await page.pdf({ path: `${out}-printed-${format.toLowerCase()}.pdf`, format, preferCSSPageSize: false, printBackground: true });
  await context.close();
}

async function main() {
  const [out, ...files] = process.argv.slice(2);
  let complaints = 0;
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.MOMENT_BROWSER, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
  if (files.length === 0) throw new Error("no file to look at");
  try {
    for (const file of files.map(name => resolve(name))) {
      const name = basename(file, ".html");
      const complain = where => words => { complaints++; console.log(`${name}, ${where}: ${words}`); };
      for (const size of WIDTHS) await look_at(browser, file, join(out, name), size, complain(size.name));
      await print(browser, file, join(out, name), complain("printing"));
      console.log(`looked at ${name}`);
    }
  } finally {
    await browser.close();
  }
  process.exitCode = complaints > 0 ? 1 : 0;
}

main().catch(error => { console.log(error.stack); process.exitCode = 1; });
