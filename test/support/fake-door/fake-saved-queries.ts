import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { SavedQuery } from '../../../preload/contract/saved-queries.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseSavedQueryId } from '../../../preload/contract/words/ids.ts';
import type { Scenario } from './scenario.ts';

const idOf = (number: number) => {
  const id = parseSavedQueryId(`7a7a7a7a-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (id === null) throw new Error('this is an id');
  return id;
};

const kept = (number: number, name: string, query: SavedQuery['query']): SavedQuery => ({
  id: idOf(number),
  name,
  query,
  changedAt: `2026-06-0${number}T09:30:00.000Z`,
});

const SAVED: readonly SavedQuery[] = [
  kept(1, 'Accounts created since', {
    language: 'odata',
    text: 'accounts?$select=name,createdon\n&$filter=createdon ge {{since}}\n&$orderby=createdon desc',
    parameters: [{ name: 'since', type: 'date', value: '2026-01-01' }],
  }),
  kept(2, 'Enabled application users', {
    language: 'odata',
    text: 'systemusers?$select=fullname,applicationid\n&$filter=applicationid ne null and isdisabled eq false',
  }),
  kept(3, 'Orders of an account', {
    language: 'fetchxml',
    text: '<fetch>\n  <entity name="account">\n    <attribute name="name" />\n  </entity>\n</fetch>',
  }),
];

/** The named queries of a workspace; a file with `faulty` in it has two faults. */
export const fakeSavedQueries = (scenario: Scenario) => {
  let queries = scenario.empty ? [] : SAVED;
  const denied = (): Result<never> | null => (scenario.denied ? failed('vault-locked') : null);
  return {
    'query.saved': () => denied() ?? ok({ queries: [...queries] }),
    'query.save': ({ id, name, query }: InputOf<'query.save'>): Result<OutputOf<'query.save'>> => {
      if (queries.some((one) => one.id !== id && one.name === name))
        return failed('already-exists', { what: 'query', name });
      const saved = { id: id ?? idOf(queries.length + 10), name, query, changedAt: new Date().toISOString() };
      queries = [...queries.filter((one) => one.id !== id), saved].toSorted((a, b) =>
        a.name.localeCompare(b.name),
      );
      return ok({ saved });
    },
    'query.removeSaved': ({ id }: InputOf<'query.removeSaved'>) => {
      queries = queries.filter((one) => one.id !== id);
      return ok({});
    },
    'query.exportSaved': () => ok({ text: '{}\n', suggestedName: 'queries.json', queries: queries.length }),
    'query.checkFile': ({ text }: InputOf<'query.checkFile'>): Result<OutputOf<'query.checkFile'>> =>
      text.includes('faulty')
        ? ok({
            faults: [
              { problem: 'missing', query: 2, field: 'text' },
              { problem: 'unknown-field', query: 3, field: 'texts' },
            ],
            queries: [],
          })
        : ok({
            faults: [],
            queries: [
              {
                name: 'Contacts',
                query: { language: 'odata', text: 'contacts?$select=fullname&$skip=5' },
                here: 'new',
                becomes: 'Contacts',
              },
              {
                name: 'Orders of an account',
                query: { language: 'odata', text: 'salesorders' },
                here: 'renamed',
                becomes: 'Orders of an account (2)',
              },
              {
                name: 'Enabled application users',
                query: SAVED[1]?.query ?? { language: 'odata', text: 'x' },
                here: 'same',
                becomes: 'Enabled application users',
              },
            ],
          }),
    'query.importSaved': ({ take }: InputOf<'query.importSaved'>) => ok({ added: take.length, present: 0 }),
  };
};
