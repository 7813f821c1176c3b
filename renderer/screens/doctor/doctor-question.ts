import type { DoctorQuestion } from '../../../preload/contract/doctor.ts';
import type { Verb } from '../../../preload/contract/words/depth.ts';
import { VERBS } from '../../../preload/contract/words/depth.ts';
import { DOCTOR_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { readRecordAddress } from '../application-users/record-address.ts';

/** What an app shall be able to do: run a query, or something with a table. */
export type AskedFor = 'query' | Exclude<Verb, 'Other'>;

/** In the order in which they are offered. */
export const ASKED_FOR: readonly AskedFor[] = [
  'query',
  ...VERBS.filter((verb): verb is Exclude<Verb, 'Other'> => verb !== 'Other'),
];

/** A question as the doctor takes it, none, or what is wrong with it. */
export type ReadQuestion =
  | { readonly kind: 'question'; readonly question: DoctorQuestion | null }
  | { readonly kind: 'problem'; readonly text: string };

const TABLE = /^[A-Za-z_]\w{0,127}$/;

/** Reads what a person typed: OData or FetchXML for a query; a table, or the address of a row, for everything else. */
export const readQuestion = (askedFor: AskedFor, typed: string): ReadQuestion => {
  const text = typed.trim();
  if (text === '') return { kind: 'question', question: null };
  if (askedFor === 'query')
    return {
      kind: 'question',
      question: text.startsWith('<') ? { kind: 'fetch', xml: text } : { kind: 'query', odata: text },
    };
  if (TABLE.test(text)) {
    const table = { by: 'logical-name', name: text } as const;
    return { kind: 'question', question: { kind: 'table', table, verb: askedFor } };
  }
  const address = readRecordAddress(text);
  if (address.kind !== 'record') return { kind: 'problem', text: TEXTS.notATable };
  const { recordId, table } = address;
  return { kind: 'question', question: { kind: 'table', table, verb: askedFor, recordId } };
};
