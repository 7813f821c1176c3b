import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { importFailed } from '../import-failure.ts';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads JSON; a text with a key that could reach a prototype is refused as a whole. */
export const readJson = (text: string): Result<unknown> => {
  let forbidden = false;
  try {
    const value: unknown = JSON.parse(text, (key, one: unknown) => {
      if (FORBIDDEN.has(key)) forbidden = true;
      return one;
    });
    return forbidden ? importFailed('prototype-keys') : ok(value);
  } catch {
    return importFailed('json');
  }
};

/** The members of an object under lower-case names, because tools do not agree on them; null for anything else. */
export const members = (value: unknown): ReadonlyMap<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one]))
    : null;

/** A member's text; empty for anything else. */
export const textOf = (of: ReadonlyMap<string, unknown>, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = of.get(name);
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
};
