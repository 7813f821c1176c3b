const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/**
 * A text as an expression of PowerShell: single-quoted, so that nothing expands (about_Quoting_Rules), and in ASCII alone. What is beyond it
 * stands as `[char]`: Windows PowerShell reads a file without a byte order mark in the machine's code page, and takes ‘ and ’ for quotes.
 */
export const quotePowerShell = (text: string): string => {
  const parts = text.match(/[ -~]+|[^ -~]/g) ?? [''];
  const quoted = parts.map((part) =>
    isPlain(part) ? `'${part.replaceAll("'", "''")}'` : `[char]${part.charCodeAt(0)}`,
  );
  const [first = "''"] = quoted;
  if (quoted.length === 1 && first.startsWith("'")) return first;
  // A string first, so that + joins and does not add.
  return `(${first.startsWith("'") ? quoted.join(' + ') : ["''", ...quoted].join(' + ')})`;
};
