import { failed } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';

type Flight<Value> = {
  readonly result: Promise<Result<Value>>;
  readonly controller: AbortController;
  waiting: number;
};

/** Runs `work` unless it is already running under that key, in which case its result is shared. */
export type Join<Value> = (
  key: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result<Value>>,
) => Promise<Result<Value>>;

/**
 * Makes parallel requests for one thing into one. A caller that aborts gets `cancelled` at once while the others keep
 * waiting; the work itself is aborted when nobody waits any more. Results are not kept.
 */
export const createSingleFlight = <Value>(): Join<Value> => {
  const flights = new Map<string, Flight<Value>>();

  const start = (key: string, work: (signal: AbortSignal) => Promise<Result<Value>>): Flight<Value> => {
    const controller = new AbortController();
    const result = work(controller.signal).finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
    });
    const flight: Flight<Value> = { result, controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  };

  return async (key, signal, work) => {
    if (signal.aborted) return failed('cancelled');
    const flight = flights.get(key) ?? start(key, work);
    flight.waiting += 1;
    const left = Promise.withResolvers<Result<Value>>();
    const leave = (): void => left.resolve(failed('cancelled'));
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([flight.result, left.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        // Whoever comes next must not join work that is being given up.
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort();
      }
    }
  };
};
