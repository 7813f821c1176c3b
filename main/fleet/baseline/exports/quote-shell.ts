/** A text as one word of a POSIX shell: in single quotes nothing has a meaning but the quote (POSIX.1-2024, 2.2.2 Single-Quotes). */
export const quoteShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
