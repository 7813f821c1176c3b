import { failed } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';

/** `ObjectDoesNotExist` (Microsoft Learn: "Web service error codes"): the row that a path names is not there. */
const DOES_NOT_EXIST = '0x80040217';

/** Names what is not there any more; a person who asked about something else would take "the row" for that. Other answers stay as they are. */
export const whenGone = <Value>(
  answer: Result<Value>,
  what: 'application user' | 'security role' | 'team',
  id: string,
): Result<Value> => {
  if (answer.ok || answer.error.code !== 'dataverse' || answer.error.params['hex'] !== DOES_NOT_EXIST)
    return answer;
  return failed('not-found', { what, id }, { correlation: answer.error.correlation });
};
