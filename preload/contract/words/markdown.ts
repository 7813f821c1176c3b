/** A text as a block of code: the fence is longer than every run of backticks in it (CommonMark 4.5). */
export const asBlock = (text: string): string => {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
};

/** A short text as code within a line. */
export const asInline = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll(/\s+/g, ' ')}\``;

/** A text that must not become a heading, a link or a list. */
export const asPlain = (text: string): string =>
  text.replaceAll(/([\\`*_{}[\]<>#|])/g, String.raw`\$1`).replaceAll(/\s+/g, ' ');
