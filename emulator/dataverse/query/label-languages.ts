import type { QueryOptions } from '../odata/parse-query.ts';
import type { Json } from '../schema/value.ts';
import type { WireObject } from './wire-object.ts';

/** The languages that `LabelLanguages` names, null where a query does not restrict them (seen in clients: `LabelLanguages=1033`). */
export function labelLanguages(options: QueryOptions): ReadonlySet<number> | null {
  const named = options.get('LabelLanguages');
  if (named === undefined) return null;
  const languages = named.split(',').map(Number).filter(Number.isInteger);
  return languages.length === 0 ? null : new Set(languages);
}

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLabel = (value: Json, languages: ReadonlySet<number>): boolean =>
  isObject(value) && languages.has(Number(value['LanguageCode']));

function restricted(value: Json, languages: ReadonlySet<number>): Json {
  if (Array.isArray(value)) return value.map((it) => restricted(it, languages));
  return isObject(value) ? inLanguages(value, languages) : value;
}

/** A definition with the labels of some languages alone; that in the caller's language stays. */
export function inLanguages(value: Readonly<WireObject>, languages: ReadonlySet<number>): WireObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [
      name,
      name === 'LocalizedLabels' && Array.isArray(it)
        ? it.filter((label) => isLabel(label, languages))
        : restricted(it, languages),
    ]),
  );
}
