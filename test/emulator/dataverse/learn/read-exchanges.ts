import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A request as a page of Learn prints it, and the answer that it prints. */
export type Exchange = {
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  readonly answer: PrintedAnswer;
  /** Paths into the answer where the page is not followed; the file says why. */
  readonly exceptions: ReadonlySet<string>;
};

/** Status, headers and body of a printed answer. */
export type PrintedAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};

const header = /^([A-Za-z][A-Za-z-]*): *(.*)$/;

function splitHead(lines: readonly string[]): Pick<PrintedAnswer, 'headers' | 'body'> {
  const end = lines.findIndex((line) => !header.test(line));
  const head = end < 0 ? lines : lines.slice(0, end);
  return {
    headers: head.map((line) => {
      const [, name = '', value = ''] = header.exec(line) ?? [];
      return [name, value.trim()];
    }),
    body: end < 0 ? '' : lines.slice(end).join('\n').trim(),
  };
}

function readExchange(block: string): Exchange {
  const [title = '', ...rest] = block.split('\n');
  const exceptions = rest.flatMap((line) => /^# but ([^:]+):/.exec(line)?.[1] ?? []);
  const lines = rest.filter((line) => !line.startsWith('# '));
  const at = lines.findIndex((line) => /^HTTP\/1\.1 \d/.test(line));
  // An address goes over lines, as it is printed.
  const asked = lines.slice(0, at);
  const first = asked.findIndex((line, index) => index > 0 && (header.test(line) || line === ''));
  const [, method = '', url = ''] =
    /^(\w+) (.*?)(?: +HTTP\/1\.1)?$/s.exec(
      asked
        .slice(0, first)
        .map((line) => line.trim())
        .join(''),
    ) ?? [];
  return {
    title: title.trim(),
    method,
    url,
    exceptions: new Set(exceptions),
    ...splitHead(asked.slice(first)),
    answer: {
      status: Number(/\d{3}/.exec((lines[at] ?? '').slice(9))?.[0]),
      ...splitHead(lines.slice(at + 1)),
    },
  };
}

/** The exchanges of a page, in their order. */
export function readExchanges(page: string): readonly Exchange[] {
  const text = readFileSync(join(import.meta.dirname, `${page}.http`), 'utf8');
  return text.split(/^### /m).slice(1).map(readExchange);
}
