const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value);
};

/**
 * The text that `JSON.stringify` makes of data, made faster where some of it has letters beyond Latin-1: V8 writes all of such a
 * text ten times as slowly, so the items of lists are written one by one and only those that have such letters are slow.
 * What is no data at all (`undefined`, a function) becomes `null`.
 */
export const jsonText = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(item) ?? 'null').join(',')}]`;
  if (!isPlain(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(
    ([, part]) => part !== undefined && typeof part !== 'function' && typeof part !== 'symbol',
  );
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`).join(',')}}`;
};
