import { invalidAlias, invalidFlag, requiredMissing } from '../errors/fetch-faults.ts';
import { notPositive } from '../errors/fetch-paging-faults.ts';
import type { FetchElement } from './fetch-element.ts';

/** An attribute that says yes or no, spelt as the service's texts spell it. */
export function flag(element: FetchElement, name: string, fallback = false): boolean {
  const text = element.attributes.get(name);
  if (text === undefined) return fallback;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw invalidFlag(name);
}

/** An attribute that has to be there and not empty. */
export function required(element: FetchElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined || value === '') throw requiredMissing();
  return value;
}

/** A whole number greater than zero, or null where the attribute is missing. */
export function positive(element: FetchElement, name: string): number | null {
  const text = element.attributes.get(name);
  if (text === undefined) return null;
  const number = /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 2_147_483_647) throw notPositive();
  return number;
}

/** The alias of an element, or null; an empty one is none. */
export function aliasOf(element: FetchElement): string | null {
  const alias = element.attributes.get('alias') ?? '';
  if (alias === '') return null;
  if (!/^[A-Za-z_]\w*$/.test(alias)) throw invalidAlias(alias);
  return alias;
}

/** One of several words, or null where the attribute is missing; `wrong` makes the refusal of any other. */
export function oneOf<Word extends string>(
  element: FetchElement,
  name: string,
  words: readonly Word[],
  wrong: () => Error,
): Word | null {
  const text = element.attributes.get(name);
  if (text === undefined) return null;
  const word = words.find((it) => it === text);
  if (word === undefined) throw wrong();
  return word;
}
