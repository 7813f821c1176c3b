import * as fc from 'fast-check';
import { contract } from '../../../preload/contract/index.ts';
import { METHODS } from '../../../preload/contract/words/methods.ts';
import { isMethodName } from '../../../preload/contract/wire.ts';
import { garbage, mutate, mutation } from './garbage.ts';
import { validInput } from './valid-input.ts';

/** One text thrown at the border, with placeholders in it. */
export type Shot = { readonly text: string; readonly trusted: boolean };

/** A few shots in a row, thrown at once or one after the other. */
export type Volley = {
  readonly shots: readonly Shot[];
  /** True: the page takes its events and waits; false: it cancels everything at once. */
  readonly patient: boolean;
  /** True: nothing is waited for between two shots. */
  readonly atOnce: boolean;
  /** True: the page is reloaded in the middle. */
  readonly reload: boolean;
};

/** Few ids, so that they are used twice, cancelled before they are started, and credited after they have ended. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const oddId = fc.constantFrom<unknown>(
  '',
  '__proto__',
  'constructor',
  'x'.repeat(65),
  '../a',
  7,
  null,
  '\ud800',
);
const seq = fc.constantFrom<unknown>(0, 1, 2, 3, 4, 5, 1000, 2 ** 53, -1, 1.5, '1', null, '@@raw:nan@@');

const names = Object.keys(METHODS).filter(isMethodName);
const inputs = Object.fromEntries(names.map((name) => [name, validInput(contract[name].input)]));

const begin = fc.constantFrom(...names).chain((method) =>
  fc.record({
    kind: fc.constant(METHODS[method] === 'call' ? ('call' as const) : ('start' as const)),
    id,
    method: fc.constant(method),
    input: inputs[method] ?? garbage,
  }),
);
const wrongMethod = fc.record({
  kind: fc.constantFrom('call', 'start'),
  id,
  method: fc.oneof(
    fc.constantFrom('', '__proto__', 'constructor', 'toString', 'app.start ', 'APP.START', 'query.run'),
    fc.string(),
  ),
  input: fc.constant({}),
});
const garbageInput = fc.record({
  kind: fc.constantFrom('call', 'start'),
  id,
  method: fc.constantFrom(...names),
  input: garbage,
});
const aside = fc.oneof(
  fc.record({ kind: fc.constant('cancel'), id }),
  fc.record({ kind: fc.constant('credit'), id, seq }),
  fc.record({ kind: fc.constantFrom('call', 'start', 'cancel', 'credit', 'event', 'end', ''), id: oddId }),
);

const mutated = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.array(mutation, { minLength: 1, maxLength: 2 }))
    .map(([start, mutations]) => mutations.reduce<unknown>(mutate, start));

const json = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

/** Text that stopped being what it was: cut, doubled, or with something in its middle. */
const brokenText = fc
  .tuple(begin, fc.nat(200), fc.constantFrom('', '"', '{', '\u0000', '\ud800', ',', '//', 'é'))
  .map(([message, at, more]) => json(message).slice(0, at) + more);

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: begin.map(json) },
  { weight: 6, arbitrary: mutated(begin).map(json) },
  { weight: 2, arbitrary: garbageInput.map(json) },
  { weight: 2, arbitrary: aside.map(json) },
  { weight: 1, arbitrary: wrongMethod.map(json) },
  { weight: 1, arbitrary: mutated(aside).map(json) },
  { weight: 1, arbitrary: garbage.map(json) },
  { weight: 1, arbitrary: brokenText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

const shot: fc.Arbitrary<Shot> = fc.record({
  text,
  trusted: fc.oneof({ weight: 30, arbitrary: fc.constant(true) }, fc.constant(false)),
});

/** Volleys of exactly this many shots. */
export const volley = (size: number): fc.Arbitrary<Volley> =>
  fc.record({
    shots: fc.array(shot, { minLength: size, maxLength: size }),
    patient: fc.boolean(),
    atOnce: fc.boolean(),
    reload: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  });
