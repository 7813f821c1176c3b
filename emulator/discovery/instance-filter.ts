/** One row of global discovery. */
export type Instance = Readonly<Record<string, string | number | boolean | null>>;

/** Tells whether a row is wanted; text is the name of a property that rows do not have. */
export type InstanceFilter = (row: Instance) => boolean | string;

type Comparison = {
  readonly property: string;
  readonly operator: 'eq' | 'ne';
  readonly value: string | number | boolean | null;
};

const token =
  /\s*(?:(?<property>[A-Za-z]+)\s+(?<operator>eq|ne)\s+(?:'(?<text>(?:[^']|'')*)'|(?<bare>[A-Za-z0-9-]+)))\s*(?<joint>and|or)?(?=\s|$)/y;

function literal(text: string | undefined, bare: string): Comparison['value'] {
  if (text !== undefined) {
    return text.replaceAll("''", "'");
  }
  if (bare === 'true' || bare === 'false') {
    return bare === 'true';
  }
  return bare === 'null' ? null : /^-?\d+$/.test(bare) ? Number(bare) : bare.toLowerCase();
}

function holds(row: Instance, comparison: Comparison): boolean | string {
  const value = row[comparison.property];
  if (value === undefined) {
    return comparison.property;
  }
  return (value === comparison.value) === (comparison.operator === 'eq');
}

/**
 * Reads the part of $filter that global discovery is used with: comparisons by `eq` and `ne`, joined by `and` or `or`
 * (`and` binds closer). `null` for anything else.
 */
export function readInstanceFilter(text: string | null): InstanceFilter | null {
  if (text === null) {
    return () => true;
  }
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
  if (text.slice(at).trim() !== '') {
    return null;
  }
  return (row) => {
    const verdicts = alternatives.map((all) => all.map((one) => holds(row, one)));
    const unknown = verdicts.flat().find((verdict) => typeof verdict === 'string');
    return unknown ?? verdicts.some((all) => all.every((verdict) => verdict === true));
  };
}
