import type { QueryLanguage } from '../format-query.ts';
import { NO_SCHEMA } from '../tables.ts';
import { encodeValue, valueProblem } from './encode-value.ts';
import type { ValueProblem } from './encode-value.ts';
import { parameterPlaces } from './find-parameters.ts';
import type { ParameterPlace, ParameterValue } from './parameter.ts';

/** A parameter that keeps a query from being run, and why. */
export type FillProblem = {
  readonly written: string;
  readonly problem: ValueProblem | 'misplaced' | 'no-whole-number';
};

export type FilledQuery =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FillProblem[] };

const replaced = (text: string, place: ParameterPlace, value: string): string =>
  text.slice(0, place.from) + value + text.slice(place.to);

/**
 * The query with its values, each encoded for its place, so that no value can end what it stands in. A placeholder where no value can stand is
 * not filled, and keeps the query from being run.
 */
export const fillQuery = (
  language: QueryLanguage,
  text: string,
  values: readonly ParameterValue[],
): FilledQuery => {
  const problems = new Map<string, FillProblem>();
  const aliases = new Map<string, string>();
  let filled = text;
  // From the end, so that the places before stay where they are.
  for (const place of parameterPlaces(language, text, NO_SCHEMA).toReversed()) {
    const { name, written } = place;
    const given = values.find((one) => one.name === name);
    const problem =
      place.place === 'misplaced' ? 'misplaced' : valueProblem(given?.type ?? 'text', given?.value ?? '');
    const encoded = given === undefined ? null : encodeValue(place.place, given.type, given.value);
    if (problem !== null || encoded === null) {
      problems.set(name, { written, problem: problem ?? 'no-whole-number' });
    } else if (place.place === 'alias') aliases.set(name, encoded);
    else filled = replaced(filled, place, encoded);
  }
  if (problems.size > 0) return { ok: false, problems: [...problems.values()].toReversed() };
  const added = [...aliases].toReversed().map(([name, value]) => `@${name}=${value}`);
  if (added.length === 0) return { ok: true, text: filled };
  return { ok: true, text: `${filled}${filled.includes('?') ? '&' : '?'}${added.join('&')}` };
};
