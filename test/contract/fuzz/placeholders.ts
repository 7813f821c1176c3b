/**
 * Generated inputs name things that exist only in a running console (an environment's id, the digest of a plan) and texts that are too
 * long to print. They stand in an input as placeholders, so that a failing input is short and can be run again from its seed.
 */

/** Values of a running console, by kind. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

const DEEP = 20_000;
/** Characters after which a text is long enough for every limit. */
const ENOUGH = 2_000_000;

/** JSON that no encoder would write; the quotes around the placeholder go with it. */
const RAW = {
  nan: 'NaN',
  infinity: '1e999',
  minusZero: '-0',
  fraction: '0.1e-300',
  manyDigits: '9'.repeat(400),
  deepArray: `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  deepObject: `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  unclosed: '['.repeat(DEEP),
  manyItems: `[${'1,'.repeat(100_000)}1]`,
  manyKeys: `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":0`).join(',')}}`,
  huge: `"${'x'.repeat(1_200_000)}"`,
  long: `"${'x'.repeat(200_000)}"`,
  polluting: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  twice: '{"a":1,"a":2}',
  undefined: 'undefined',
} as const;

/** Names of the raw texts. */
export const RAW_NAMES = Object.keys(RAW);

/** Marks JSON text that stands in place of a whole value. */
export const raw = (name: string): string => `@@raw:${name}@@`;

/** Marks the value of a kind; when there are fewer, counting starts again. */
export const known = (kind: string, index: number): string => `@@${kind}:${index}@@`;

const isRaw = (name: string): name is keyof typeof RAW => Object.hasOwn(RAW, name);

/** What a kind stands for when nothing of it exists yet: well-formed, and of no thing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Puts the values of this console into a generated text. */
export const fillIn = (text: string, values: KnownValues): string => {
  let length = 0;
  return text
    .replaceAll(/"@@raw:(\w+)@@"/g, (whole, name: string) => {
      if (!isRaw(name) || length > ENOUGH) return whole;
      length += RAW[name].length;
      return RAW[name];
    })
    .replaceAll(/@@(\w+):(\d+)@@/g, (_whole, kind: string, index: string) => {
      const all = Object.hasOwn(values, kind) ? (values[kind] ?? []) : [];
      return JSON.stringify(all[Number(index) % Math.max(1, all.length)] ?? NOBODY).slice(1, -1);
    });
};
