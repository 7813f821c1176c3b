import type { DoctorQuestion } from '../../preload/contract/doctor.ts';
import { VERBS } from '../../preload/contract/words/depth.ts';
import type { Verb } from '../../preload/contract/words/depth.ts';
import { parseRecordId } from '../../preload/contract/words/ids.ts';
import { languageOf } from './query-language.ts';

const CAN = /^(\w+)\s+([A-Za-z_]\w{0,127})(?:\(([^()]+)\))?$/;
const ASKABLE = VERBS.filter((verb): verb is Exclude<Verb, 'Other'> => verb !== 'Other');
const HOW = '--can takes a verb and a table, or one of its rows: "read account", "write account(<id>)".';

/** What the app shall be able to do, as `--query` and `--can` say it; null: nothing was asked. A text says what is wrong. */
export const readDoctorQuestion = (given: {
  readonly query: string | null;
  readonly can: string | null;
}): DoctorQuestion | null | string => {
  const { can, query } = given;
  if (query !== null && can !== null) return 'Give --query or --can, not both.';
  if (query !== null) {
    if (query.trim() === '') return '--query holds no query.';
    return languageOf(query) === 'fetchxml' ? { kind: 'fetch', xml: query } : { kind: 'query', odata: query };
  }
  if (can === null) return null;
  const [, word = '', name = '', row] = CAN.exec(can.trim()) ?? [];
  const verb = ASKABLE.find((one) => one.toLowerCase() === word.toLowerCase());
  if (verb === undefined) return `${HOW} Verbs: ${ASKABLE.map((one) => one.toLowerCase()).join(', ')}.`;
  const table = { by: 'logical-name', name: name.toLowerCase() } as const;
  if (row === undefined) return { kind: 'table', table, verb };
  const recordId = parseRecordId(row);
  return recordId === null ? HOW : { kind: 'table', table, verb, recordId };
};
