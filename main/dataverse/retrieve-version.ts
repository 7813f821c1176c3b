import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from './dataverse-client.ts';
import { decodeOne } from './rows.ts';

const answerSchema = z.object({ Version: z.string().min(1) });

/** Version of the environment, e.g. `9.2.24112.150` (Microsoft Learn: RetrieveVersion function). */
export const retrieveVersion = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<string>> => {
  const answer = await client.get('RetrieveVersion()', { signal });
  if (!answer.ok) return answer;
  const decoded = decodeOne(answerSchema, answer.value, client.origin);
  return decoded.ok ? ok(decoded.value.Version) : decoded;
};
