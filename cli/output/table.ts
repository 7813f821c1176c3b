const WIDEST = 60;

// Control characters would move the cursor or hide text of a terminal.
const plain = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ');

const fitted = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);

/** Rows of cells under headings, in columns as wide as what they hold (at most 60 characters; the last is never cut). */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows].map((cells) => cells.map(plain));
  const widths = headings.map((_, at) =>
    Math.min(WIDEST, Math.max(...lines.map((cells) => (cells[at] ?? '').length))),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, at) => (at === headings.length - 1 ? cell : fitted(cell, widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
};
