/** One comparison of a `$filter`. */
export type Comparison = {
  /** Name of a property, or several with `/` or `.` between them. */
  readonly property: string;
  readonly operator: 'eq' | 'ne';
  readonly value: string | number | boolean | null;
};

const token =
  /\s*(?:(?<property>[A-Za-z]+(?:[./][A-Za-z]+)*)\s+(?<operator>eq|ne)\s+(?:'(?<text>(?:[^']|'')*)'|(?<bare>[A-Za-z0-9-]+)))\s*(?<joint>and|or)?(?=\s|$)/y;

function literal(text: string | undefined, bare: string): Comparison['value'] {
  if (text !== undefined) {
    return text.replaceAll("''", "'");
  }
  if (bare === 'true' || bare === 'false') {
    return bare === 'true';
  }
  return bare === 'null' ? null : /^-?\d+$/.test(bare) ? Number(bare) : bare.toLowerCase();
}

/** Alternatives, in each of which all comparisons have to hold: `eq` and `ne`, joined by `and`, which binds closer, and `or`. `null` for anything else. */
export function readComparisons(text: string): readonly (readonly Comparison[])[] | null {
  const alternatives: Comparison[][] = [[]];
  let at = 0;
  let joint: string | undefined = 'and';
  while (joint !== undefined) {
    token.lastIndex = at;
    const groups: Readonly<Record<string, string | undefined>> | undefined = token.exec(text)?.groups;
    const property = groups?.['property'];
    if (groups === undefined || property === undefined) {
      return null;
    }
    at = token.lastIndex;
    const operator = groups['operator'] === 'eq' ? 'eq' : 'ne';
    const comparison = { property, operator, value: literal(groups['text'], groups['bare'] ?? '') } as const;
    if (joint === 'or') {
      alternatives.push([]);
    }
    alternatives.at(-1)?.push(comparison);
    joint = groups['joint'];
  }
  return text.slice(at).trim() === '' ? alternatives : null;
}
