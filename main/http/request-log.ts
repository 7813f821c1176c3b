import type { ErrorCode } from '../../preload/contract/words/errors.ts';

/** One finished request. There are no headers, bodies or query values in it, so no secret can be. */
type LoggedRequest = {
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** Origin and path without the query. */
  readonly path: string;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly error: ErrorCode | null;
  /** From being asked for to the end, with all waiting. */
  readonly milliseconds: number;
  readonly retries: number;
};

export type RequestLog = {
  readonly record: (request: LoggedRequest) => void;
  /** Oldest first. */
  readonly entries: () => readonly LoggedRequest[];
};

/** Remembers the last requests, up to `capacity`. */
export const createRequestLog = (capacity: number): RequestLog => {
  const ring: LoggedRequest[] = [];
  let next = 0;
  return {
    record: (request) => {
      ring[next] = request;
      next = (next + 1) % capacity;
    },
    entries: () => (ring.length < capacity ? [...ring] : [...ring.slice(next), ...ring.slice(0, next)]),
  };
};
