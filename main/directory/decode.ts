import type { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';

/** Reads what Graph answered; `unexpected-answer` when it is something else. */
export const decode = <Schema extends z.ZodType>(
  schema: Schema,
  answer: Result<unknown>,
  what: string,
): Result<z.output<Schema>> => {
  if (!answer.ok) return answer;
  const decoded = schema.safeParse(answer.value);
  return decoded.success
    ? ok(decoded.data)
    : failed('unexpected-answer', { host: 'Microsoft Graph', status: 200, what: `no ${what}` });
};
