import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoCloud } from '../../../emulator/index.ts';

/** A request and the answer to it, as a page of Microsoft's documentation prints them. */
export type Example = {
  /** Name of the page and, after a colon, what the example is about. */
  readonly title: string;
  readonly request: Message;
  readonly answer: Message;
  /** What stands for something else here, such as an id: printed text → name of what it is. */
  readonly names: ReadonlyMap<string, string>;
  /** Properties that the page prints and nobody answers here, each with why. */
  readonly absent: ReadonlySet<string>;
  /** The answer has nothing that the page does not print. */
  readonly whole: boolean;
  /** All that is said of it in lines with `#`. */
  readonly remarks: readonly string[];
};

/** What stands before the empty line of a message, and what after it. */
type Message = {
  readonly start: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

function messageOf(text: string): Message {
  // Pages break lines before a parameter, "for legibility only".
  const whole = text
    .trim()
    .replace(/\n\s*(?=&)/g, '')
    .replace(/(?<=[?#])\n\s*/g, '');
  const [head = '', ...rest] = whole.split(/\n\s*\n/);
  const [start = '', ...lines] = head.split('\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).trim().toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { start: start.trim(), headers, body: rest.join('\n\n').trim() };
}

/** An example after its line with `###`: lines with `#`, the request, the answer. */
function exampleOf(text: string): Example {
  const [title = '', ...lines] = text.split('\n');
  const remarks = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2).trim());
  const [request = '', answer = ''] = lines
    .filter((line) => !line.startsWith('# '))
    .join('\n')
    .split(/^(?=HTTP\/1\.1 \d|GET https?:\/\/localhost|POST \/myapp)/m);
  const names = remarks.flatMap((remark) => {
    const [, printed, name] = /^(\S+) is (.+)$/.exec(remark) ?? [];
    return printed === undefined || name === undefined ? [] : [[printed, name] as const];
  });
  return {
    title: title.trim(),
    request: messageOf(request),
    answer: messageOf(answer),
    names: new Map(names),
    absent: new Set(remarks.flatMap((remark) => /^without (\S+):/.exec(remark)?.[1] ?? [])),
    whole: remarks.includes('whole'),
    remarks,
  };
}

/** Reads the examples of a file in this folder. */
export const readExamples = (file: string): readonly Example[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split(/^### /m)
    .slice(1)
    .map(exampleOf);

/** What an example's names stand for in one run. */
export type Cast = (name: string) => Promise<string>;

/** The example with the ids of this run in the places of those of the page, wherever they are printed. */
export async function played(example: Example, cast: Cast): Promise<Example> {
  const swaps = await Promise.all(
    [...example.names].map(async ([printed, name]) => [printed, await cast(name)] as const),
  );
  // The longer first, of which a shorter may be a part.
  const swap = (text: string): string =>
    swaps
      .toSorted(([left], [right]) => right.length - left.length)
      .reduce((changed, [printed, value]) => changed.replaceAll(printed, value), text);
  const swapMessage = ({ start, headers, body }: Message): Message => ({
    start: swap(start),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, swap(value)])),
    body: swap(body),
  });
  return { ...example, request: swapMessage(example.request), answer: swapMessage(example.answer) };
}

/** Sends the request of an example, by the name of the host that it was printed with. */
export function sendExample(
  { description: { origin, key } }: DemoCloud,
  { request }: Example,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const [method = '', target = ''] = request.start.replace(/ HTTP\/1\.1$/, '').split(/ (.*)/s);
  const { host, pathname, search } = new URL(
    target.startsWith('/')
      ? `https://${(request.headers['host'] ?? '').replace('https://', '')}${target}`
      : target,
  );
  const { host: _, ...printed } = request.headers;
  return fetch(`${origin}/${key}/${host}${pathname}${search}`, {
    method,
    headers: { ...printed, ...headers, 'x-forwarded-host': host },
    redirect: 'manual',
    ...(request.body === '' ? {} : { body: request.body }),
  });
}

const shapes: readonly (readonly [string, RegExp])[] = [
  ['id', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)$/],
  ['context', /\/\$metadata#/],
];

/** What kind of value it is; texts that are ids, times or contexts are kinds of their own. */
const kindOf = (value: unknown): string =>
  typeof value === 'string'
    ? (shapes.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text')
    : typeof value;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where an answer is not as it was printed: names, kinds of values and contexts, at any depth. */
export function differences(
  printed: unknown,
  answered: unknown,
  { absent, whole }: Pick<Example, 'absent' | 'whole'>,
  path = '',
): readonly string[] {
  if (printed === null || answered === null) return [];
  if (Array.isArray(printed)) {
    if (!Array.isArray(answered)) return [`${path}: no list`];
    const candidates: readonly unknown[] = answered;
    return printed.flatMap((one: unknown) => {
      const found = candidates.map((candidate) => differences(one, candidate, { absent, whole }, path));
      return found.toSorted((left, right) => left.length - right.length)[0] ?? [`${path}: an empty list`];
    });
  }
  if (isObject(printed)) {
    if (!isObject(answered)) return [`${path}: no object`];
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const missing = Object.keys(printed)
      .filter((name) => !absent.has(at(name)))
      .flatMap((name) =>
        name in answered
          ? differences(printed[name], answered[name], { absent, whole }, at(name))
          : [`${at(name)}: not answered`],
      );
    const more = whole ? Object.keys(answered).filter((name) => !(name in printed)) : [];
    return [...missing, ...more.map((name) => `${at(name)}: not printed`)];
  }
  const [wanted, kind] = [kindOf(printed), kindOf(answered)];
  if (wanted !== kind) return [`${path}: ${kind} instead of ${wanted}`];
  return wanted === 'context' && printed !== answered ? [`${path}: ${String(answered)}`] : [];
}
