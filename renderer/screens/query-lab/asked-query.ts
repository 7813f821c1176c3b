import type { Query } from '../../../preload/contract/query.ts';
import { fillQuery } from '../../../preload/contract/words/queries/parameters/fill-query.ts';
import type { FillProblem } from '../../../preload/contract/words/queries/parameters/fill-query.ts';
import { findParameters } from '../../../preload/contract/words/queries/parameters/find-parameters.ts';
import type {
  ParameterType,
  QueryParameter,
} from '../../../preload/contract/words/queries/parameters/parameter.ts';
import type { QuerySchema } from '../../../preload/contract/words/queries/tables.ts';
import type { QueryNote } from './odata-text.ts';
import { readQueryText } from './odata-text.ts';
import type { QueryDraft } from './query-draft.ts';

/** A parameter with what was typed for it. */
export type AskedParameter = QueryParameter & {
  readonly value: string;
  /** Told by a column, else chosen, else text. */
  readonly usedType: ParameterType;
};

/** What a draft asks. */
export type AskedQuery = {
  /** As it is handed over: the text with its parameters and their values. */
  readonly query: Query;
  /** With the values in it; null while one is missing. */
  readonly filled: string | null;
  readonly problem: FillProblem | null;
  readonly parameters: readonly AskedParameter[];
  readonly notes: readonly QueryNote[];
};

/** Reads the query of a draft, with the parameters that it asks for. */
export const askedQuery = (draft: QueryDraft, schema: QuerySchema): AskedQuery => {
  const { fetchXml, language, values } = draft;
  const odata = readQueryText(draft.text);
  const text = language === 'fetchxml' ? fetchXml.trim() : odata.odata;
  const parameters = findParameters(language, text, schema).map((parameter): AskedParameter => {
    const typed = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
    return {
      ...parameter,
      value: typed?.value ?? '',
      usedType: parameter.type ?? typed?.type ?? 'text',
    };
  });
  const given = parameters.map(({ name, usedType, value }) => ({ name, type: usedType, value }));
  const filled = given.length === 0 ? { ok: true as const, text } : fillQuery(language, text, given);
  return {
    query: given.length === 0 ? { language, text } : { language, text, parameters: given },
    filled: filled.ok ? filled.text : null,
    problem: filled.ok ? null : (filled.problems[0] ?? null),
    parameters,
    notes: language === 'fetchxml' ? [] : odata.notes,
  };
};

/** What was typed for the parameters of a query that is taken up again. */
export const valuesOf = ({ parameters = [] }: Pick<Query, 'parameters'>): QueryDraft['values'] =>
  Object.fromEntries(parameters.map(({ name, type, value }) => [name, { type, value }]));
