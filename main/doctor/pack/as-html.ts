import type { PackDocument, PackFact, PackSection } from './pack-document.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Colours of the reader's own choice, and of nothing else: the page loads nothing and runs nothing. */
const STYLE = [
  ':root{color-scheme:light dark}',
  'body{font:14px/1.5 system-ui,sans-serif;max-width:860px;margin:32px auto;padding:0 16px}',
  'h1{font-size:24px}h2{font-size:18px;margin-top:32px}h3{font-size:15px;margin-bottom:4px}h4{margin-bottom:4px}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:8px 0}',
  'dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}',
  '.verdict{font-weight:600}',
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;border-radius:4px;padding:8px}',
].join('\n');

const facts = (lines: readonly PackFact[]): string =>
  lines.length === 0
    ? ''
    : `<dl>\n${lines
        .map(({ label, values }) => `<dt>${escaped(label)}</dt><dd>${escaped(values.join(', '))}</dd>`)
        .join('\n')}\n</dl>\n`;

const sectionText = (one: PackSection, level: number): string => {
  const tag = `h${String(Math.min(level, 6))}`;
  return [
    `<section>\n<${tag}>${escaped(one.heading)}</${tag}>\n`,
    one.verdict === null ? '' : `<p class="verdict">${escaped(one.verdict)}</p>\n`,
    ...one.paragraphs.map((text) => `<p>${escaped(text)}</p>\n`),
    one.steps.length === 0
      ? ''
      : `<ol>\n${one.steps.map((step) => `<li>${escaped(step)}</li>\n`).join('')}</ol>\n`,
    facts(one.facts),
    one.quoted === null ? '' : `<pre>${escaped(one.quoted)}</pre>\n`,
    ...one.sections.map((inner) => sectionText(inner, level + 1)),
    '</section>\n',
  ].join('');
};

/** The pack as one page that needs nothing else: no script, and nothing that is loaded. Its policy says so, too. */
export const asHtml = ({ about, sections, title }: PackDocument): string =>
  [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="viewport" content="width=device-width">\n',
    `<title>${escaped(title)}</title>\n<style>\n${STYLE}\n</style>\n</head>\n<body>\n<main>\n`,
    `<h1>${escaped(title)}</h1>\n`,
    facts(about),
    ...sections.map((one) => sectionText(one, 2)),
    '</main>\n</body>\n</html>\n',
  ].join('');
