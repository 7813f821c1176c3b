/** A text as a word of a POSIX shell. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A text as a literal of TypeScript, Python and C#, which all read the escapes of JSON. */
export const jsonQuoted = (text: string): string =>
  // Lone line separators end a line of C#.
  JSON.stringify(text)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);

/**
 * A text as a literal of PowerShell in which nothing is expanded; it takes typographic apostrophes for plain ones, and two for one
 * (Microsoft Learn: about_Quoting_Rules).
 */
export const powerShellQuoted = (text: string): string => `'${text.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`;
