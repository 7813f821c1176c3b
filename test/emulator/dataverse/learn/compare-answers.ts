/** Ids that a page prints, and those that stand for them here: each has one, and nobody else's. */
export class Ids {
  readonly #here = new Map<string, string>();

  constructor(known: Readonly<Record<string, string>> = {}) {
    for (const [theirs, ours] of Object.entries(known)) this.#here.set(theirs, ours);
  }

  /** A printed text with the ids of here. */
  replace(text: string): string {
    let replaced = text;
    for (const [theirs, ours] of this.#here) replaced = replaced.replaceAll(theirs, ours);
    return replaced;
  }

  /** Whether `ours` may stand for `theirs`; remembers it where either is new. */
  agree(theirs: string, ours: string): boolean {
    const known = this.#here.get(theirs.toLowerCase());
    if (known !== undefined) return known === ours.toLowerCase();
    this.#here.set(theirs.toLowerCase(), ours.toLowerCase());
    return true;
  }
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** What differs from run to run, by its form alone. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['<etag>', /W\/"\d+"/g],
  ['<time>', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g],
  ['<shown time>', /\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d [AP]M/g],
  ['<delta>', /\$deltatoken=.*$/g],
];
const shapeOf = (text: string): string =>
  shapes.reduce((before, [name, pattern]) => before.replace(pattern, name), text.replace(guid, '<id>'));

function textsDiffer(theirs: string, ours: string, ids: Ids): boolean {
  if (shapeOf(theirs) !== shapeOf(ours)) return true;
  const [a, b] = [theirs.match(guid) ?? [], ours.match(guid) ?? []];
  return a.some((id, index) => !ids.agree(id, b[index] ?? ''));
}

/** Stands where a page leaves rows out. */
const cutOff = '...';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where an answer is not the printed one: other properties, other types, other values, another order of rows. */
export function differences(theirs: unknown, ours: unknown, ids: Ids, path = ''): readonly string[] {
  const told = (what: string): string => `${path === '' ? '(answer)' : path}: ${what}`;
  if (typeof theirs === 'string' && typeof ours === 'string')
    return textsDiffer(theirs, ours, ids) ? [told(`${theirs} | here ${ours}`)] : [];
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    if (theirs.at(-1) === cutOff)
      return differences(theirs.slice(0, -1), ours.slice(0, theirs.length - 1), ids, path);
    const length = theirs.length === ours.length ? [] : [told(`${theirs.length} rows | here ${ours.length}`)];
    return [
      ...length,
      ...theirs.flatMap((one, index) => differences(one, ours[index], ids, `${path}[${index}]`)),
    ];
  }
  if (isObject(theirs) && isObject(ours)) {
    const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
    return [
      ...Object.keys(theirs).flatMap((name) =>
        name in ours
          ? differences(theirs[name], ours[name], ids, inside(name))
          : [`${inside(name)}: missing here`],
      ),
      ...Object.keys(ours).flatMap((name) => (name in theirs ? [] : [`${inside(name)}: not printed`])),
    ];
  }
  return theirs === ours ? [] : [told(`${JSON.stringify(theirs)} | here ${JSON.stringify(ours)}`)];
}

/** The lines of an answer of many parts: boundaries and statuses, headers with their values, and bodies as objects. */
export function partsOf(text: string): readonly unknown[] {
  const parts: unknown[] = [];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, name, value = ''] = /^([A-Za-z_-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      const before = parts.at(-1);
      const told = value.replace('; odata.streaming=true', '');
      if (isObject(before)) parts.splice(-1, 1, { ...before, [name.toLowerCase()]: told });
      else parts.push({ [name.toLowerCase()]: told });
    } else if (line.startsWith('{')) {
      const end = lines.findIndex(
        (it, index) => index >= at && (it.startsWith('--') || index === lines.length - 1),
      );
      parts.push(JSON.parse(lines.slice(at, end).join('\n')));
      at = end - 1;
    } else if (line !== '') parts.push(line);
  }
  return parts;
}
