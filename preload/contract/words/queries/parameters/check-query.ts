import { checkFetchXml } from '../fetchxml/check-fetch.ts';
import { checkFetchTables } from '../fetchxml/check-tables.ts';
import type { QueryLanguage } from '../format-query.ts';
import { checkOData } from '../odata/check-odata.ts';
import { queryFault } from '../query-fault.ts';
import type { QueryFault, Span } from '../query-fault.ts';
import type { QuerySchema } from '../tables.ts';
import { misplacedPlaceholders, parameterPlaces } from './find-parameters.ts';
import { maskOData } from './odata-places.ts';
import type { MaskedOData } from './odata-places.ts';

const misplacedIn = (language: QueryLanguage, text: string): readonly QueryFault[] =>
  misplacedPlaceholders(language, text).map((place) =>
    queryFault('placeholder-misplaced', place, place.written),
  );

const beginsIn = (fault: Span, { from, to }: Span): boolean => fault.from >= from && fault.from < to;

const inOwnWords =
  ({ placeholders }: MaskedOData) =>
  (fault: QueryFault): QueryFault => ({
    ...fault,
    value: placeholders.reduce(
      (value, { alias, written }) => (alias === null ? value : value.replaceAll(`@${alias}`, written)),
      fault.value,
    ),
  });

const checkODataText = (text: string, schema: QuerySchema): readonly QueryFault[] => {
  const masked = maskOData(text);
  const places = parameterPlaces('odata', text, schema);
  const asked = [
    ...places.map(({ name }) => name),
    ...masked.placeholders.map(({ alias }) => alias).filter((alias) => alias !== null),
  ];
  // A fault at a placeholder would speak of what stands for it; one that only goes over it stays.
  const faults = checkOData(masked.text, schema, new Set(asked)).faults.filter((fault) =>
    masked.placeholders.every((one) => !beginsIn(fault, one)),
  );
  return [...faults.map(inOwnWords(masked)), ...misplacedIn('odata', text)];
};

/** Everything that is wrong with a query, by its own rules and by the tables that are known; parameters have their value before the run. */
export const checkQuery = (
  language: QueryLanguage,
  text: string,
  schema: QuerySchema,
): readonly QueryFault[] => {
  if (text.trim() === '') return [];
  if (language === 'odata') return checkODataText(text, schema);
  const { faults, root } = checkFetchXml(text);
  const misplaced = misplacedIn('fetchxml', text);
  const all = root === null ? faults : [...faults, ...checkFetchTables(root, schema)];
  return [...all.filter((fault) => misplaced.every((one) => !beginsIn(fault, one))), ...misplaced];
};
