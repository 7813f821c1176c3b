/**
 * What a spreadsheet may run as a formula (OWASP: CSV injection): `=`, `+`, `-`, `@`, tab and line breaks, the full-width forms of the first
 * four, and `|` and `%`, which old ones take for a command. Apostrophes before them count too, so that the rule can be undone.
 */
const RUNS = /^'*[=+\-@\t\r\n|%＝＋－＠]/;

/** A digit or a letter without accents: nothing that runs begins with one, most texts do, and a look is quicker than the rule. */
const isPlain = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

/** Makes a text harmless for spreadsheets by an apostrophe before it, which none of them runs; any other text stays as it is. */
export const neutralise = (text: string): string =>
  isPlain(text.charCodeAt(0)) || !RUNS.test(text) ? text : `'${text}`;
