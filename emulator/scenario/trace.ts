/** One request as it is remembered: no header, no body, and of the sign-in service no values of parameters. */
export type TracedRequest = {
  /** Counts from 1. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly milliseconds: number;
};

/** The last requests of a demo cloud. */
export type Trace = {
  add(request: Omit<TracedRequest, 'number'>): void;
  /** Those after a number, oldest first. */
  after(number: number): readonly TracedRequest[];
  clear(): void;
};

/** Remembers as many as `capacity`. */
export function createTrace(capacity = 2000): Trace {
  let count = 0;
  let entries: TracedRequest[] = [];
  return {
    add: (request) => {
      count += 1;
      entries.push({ number: count, ...request });
      if (entries.length > capacity) {
        entries = entries.slice(-Math.ceil(capacity / 2));
      }
    },
    after: (number) => entries.filter((entry) => entry.number > number),
    clear: () => {
      entries = [];
    },
  };
}

/** A query without what may be a code, a token or a person: names of parameters only. */
export const namesOnly = (query: string): string =>
  query === ''
    ? ''
    : [...new URLSearchParams(query).keys()].map((name) => `${encodeURIComponent(name)}=…`).join('&');
