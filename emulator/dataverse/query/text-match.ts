/** Characters that make a pattern of `contains`, `startswith` and `endswith` a wildcard pattern. */
const wildcards = /[%_[]/;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Translates the wildcards of SQL's LIKE (Learn: "Filter rows using OData", wildcard characters). */
function likeSource(pattern: string): string {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    const close = char === '[' ? pattern.indexOf(']', at + 2) : -1;
    if (char === '%') source += source.endsWith('[^]*') ? '' : '[^]*';
    else if (char === '_') source += '[^]';
    else if (close > 0) {
      const inside = pattern.slice(at + 1, close);
      const negated = inside.startsWith('^');
      const set = (negated ? inside.slice(1) : inside).replace(/[\\\]^]/g, String.raw`\$&`);
      source += set === '' ? '' : `[${negated ? '^' : ''}${set}]`;
      at = close;
    } else source += escaped(char);
  }
  return source;
}

/** A case-insensitive test of a text against the argument of one of the three text functions. */
export function textTest(
  name: 'contains' | 'startswith' | 'endswith',
  pattern: string,
): (text: string) => boolean {
  const folded = pattern.toLowerCase();
  if (!wildcards.test(pattern)) {
    if (name === 'contains') return (text) => text.toLowerCase().includes(folded);
    if (name === 'startswith') return (text) => text.toLowerCase().startsWith(folded);
    return (text) => text.toLowerCase().endsWith(folded);
  }
  const head = name === 'startswith' ? '^' : '^[^]*';
  const tail = name === 'endswith' ? '$' : '';
  const shape = likeExpression(`${head}${likeSource(folded)}${tail}`);
  return shape === null ? () => false : (text) => shape.test(text.toLowerCase());
}

/** A range such as `[z-a]` is no valid set: nothing matches it. */
function likeExpression(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
