/** Texts with the colon that makes them names, and where objects begin and end. */
const shape = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/gs;

/** The first name that an object in a valid JSON text has twice, which `JSON.parse` does not tell; null where there is none. */
export function repeatedName(json: string): string | null {
  const open: Set<string>[] = [];
  for (const [text, colon] of json.matchAll(shape)) {
    if (text === '{') open.push(new Set());
    else if (text === '}') open.pop();
    else if (colon !== undefined) {
      const name = String(JSON.parse(text.slice(0, -colon.length)));
      if (open.at(-1)?.has(name) === true) return name;
      open.at(-1)?.add(name);
    }
  }
  return null;
}
