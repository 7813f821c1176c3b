import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { sameName } from '../../preload/contract/words/same-name.ts';
import { odataExpression, odataString } from './odata-literal.ts';

/** Terms of a filter per request: keeps the address far below the service's 32 KB. */
const TERMS_PER_REQUEST = 20;

const equals = (name: string): string => `${odataExpression('name eq ')}${odataString(name)}`;

/** The name anywhere in the column; characters that would be wildcards stand in brackets (Microsoft Learn: "Filter rows using OData", wildcard characters). */
const holds = (name: string): string =>
  `${odataExpression('contains(name,')}${odataString(name.trim().replace(/[[%_]/g, '[$&]'))}${odataExpression(')')}`;

const ask = async <Row>(
  terms: readonly string[],
  read: (filter: string) => Promise<Result<readonly Row[]>>,
): Promise<Result<readonly Row[]>> => {
  const rows: Row[] = [];
  for (let start = 0; start < terms.length; start += TERMS_PER_REQUEST) {
    const some = await read(terms.slice(start, start + TERMS_PER_REQUEST).join(odataExpression(' or ')));
    if (!some.ok) return some;
    rows.push(...some.value);
  }
  return ok(rows);
};

/**
 * The rows that have one of these names, whatever spaces stand around either: people do not see those, and the service keeps them. Equal
 * names are asked for first; only a name that none has is looked for inside others, which reads more. `terms` find rows otherwise.
 */
export const readRowsNamed = async <Row extends { readonly name: string }>(
  names: readonly string[],
  read: (filter: string) => Promise<Result<readonly Row[]>>,
  terms: readonly string[] = [],
): Promise<Result<readonly Row[]>> => {
  const exact = [...new Set(names.flatMap((name) => [name, name.trim()]))].map(equals);
  const found = await ask([...new Set([...exact, ...terms])], read);
  if (!found.ok) return found;
  const missing = names.filter((wanted) => !found.value.some(({ name }) => sameName(name, wanted)));
  const wider = await ask([...new Set(missing.map(holds))], read);
  if (!wider.ok) return wider;
  const meant = wider.value.filter(({ name }) => missing.some((wanted) => sameName(name, wanted)));
  return ok([...found.value, ...meant]);
};
