import { z } from 'zod';
import type { AccessOrigin } from '../../preload/contract/security-roles.ts';
import type { RecordId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { decodeOne } from '../dataverse/rows.ts';

const responseSchema = z.object({ Response: z.string() });

/** What the sentences of the service begin with or say (Microsoft Learn: "Sharing and assigning", determine why a user has access). */
const sentences: readonly (readonly [RegExp, AccessOrigin])[] = [
  [/through hierarchy security/i, 'hierarchy-security'],
  [/owner of a parent entity/i, 'owner-above'],
  [/poa access to object's root entity/i, 'shared-above'],
];

/** Through what a user reaches a record where neither its roles nor sharing tell: the service says it in a sentence. */
export const readAccessOrigin = async (
  client: DataverseClient,
  asked: {
    readonly table: string;
    readonly recordId: RecordId;
    readonly systemUserId: SystemUserId;
  },
  signal: AbortSignal,
): Promise<AccessOrigin> => {
  const query = `@o=${asked.recordId}&@l='${asked.table}'&@p=${asked.systemUserId}`;
  const path = `RetrieveAccessOrigin(ObjectId=@o,LogicalName=@l,PrincipalId=@p)?${query}`;
  const answer = await client.get(path, { signal });
  const decoded = answer.ok ? decodeOne(responseSchema, answer.value, client.origin) : answer;
  // It only adds words to what is known: without an answer the words are the general ones.
  if (!decoded.ok) return 'unknown';
  return sentences.find(([says]) => says.test(decoded.value.Response))?.[1] ?? 'unknown';
};
