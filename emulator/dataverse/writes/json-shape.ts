/** Texts with the colon that makes them names, and where objects and lists begin and end. */
const shape = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/gs;

/** What a valid JSON text has and `JSON.parse` does not tell. */
export type JsonShape = {
  /** The first name that an object has twice; null where there is none. */
  readonly repeatedName: string | null;
  /** How many objects and lists stand in each other at most. */
  readonly depth: number;
};

/** Looks through a valid JSON text. */
export function shapeOf(json: string): JsonShape {
  const open: Set<string>[] = [];
  let depth = 0;
  let repeatedName: string | null = null;
  for (const [text, colon] of json.matchAll(shape)) {
    if (text === '{' || text === '[') depth = Math.max(depth, open.push(new Set()));
    else if (text === '}' || text === ']') open.pop();
    else if (colon !== undefined) {
      const name = String(JSON.parse(text.slice(0, -colon.length)));
      if (open.at(-1)?.has(name) === true) repeatedName ??= name;
      open.at(-1)?.add(name);
    }
  }
  return { repeatedName, depth };
}
