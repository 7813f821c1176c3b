const escape = (code: number): string =>
  code > 0xffff
    ? `\\U${code.toString(16).toUpperCase().padStart(8, '0')}`
    : `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * A text as a quoted string of HCL (HCL native syntax: Template Literals). `$` and `%` stand as code points, so that no template begins
 * whatever follows them; so does what ends a line.
 */
export const quoteHcl = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll(/[$%\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => escape(one.codePointAt(0) ?? 0))}"`;
