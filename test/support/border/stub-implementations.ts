import type { Implementation } from '../../../preload/contract/implement.ts';
import type { Implementations } from '../../../preload/contract/index.ts';
import { failed } from '../../../preload/contract/words/errors.ts';
import { METHODS } from '../../../preload/contract/words/methods.ts';
import { isMethodName } from '../../../preload/contract/wire.ts';

const isComplete = (value: Readonly<Record<string, Implementation>>): value is Implementations =>
  Object.keys(METHODS).every((name) => Object.hasOwn(value, name));

/** A full set of methods: the given ones, and for every other one an answer that says it is not there. */
export const stubImplementations = (...given: readonly Implementation[]): Implementations => {
  const all: Record<string, Implementation> = {};
  for (const name of Object.keys(METHODS)) {
    if (isMethodName(name))
      all[name] = { name, run: async () => failed('not-available-here', { what: name }) };
  }
  for (const one of given) all[one.name] = one;
  if (!isComplete(all)) throw new Error('A method is missing.');
  return all;
};
