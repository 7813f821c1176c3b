/**
 * What a spreadsheet may run as a formula (OWASP: CSV injection): `=`, `+`, `-`, `@`, tab and line breaks, the full-width forms of the first
 * four, and `|` and `%`, which old ones take for a command. Apostrophes before them count too, so that the rule can be undone.
 */
const RUNS = /^'*[=+\-@\t\r\n|%＝＋－＠]/;

/** Makes a text harmless for spreadsheets by an apostrophe before it, which none of them runs; any other text stays as it is. */
export const neutralise = (text: string): string => (RUNS.test(text) ? `'${text}` : text);
