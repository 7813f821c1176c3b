import { z } from 'zod';
import {
  parseBusinessUnitId,
  parseOrganizationId,
  parseSystemUserId,
} from '../../preload/contract/words/ids.ts';
import type { BusinessUnitId, OrganizationId, SystemUserId } from '../../preload/contract/words/ids.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from './dataverse-client.ts';
import { decodeOne, guidOf } from './rows.ts';

/** Whom a token stands for in an environment, and how long the answer took. */
export type WhoAmI = {
  readonly userId: SystemUserId;
  readonly businessUnitId: BusinessUnitId;
  readonly organizationId: OrganizationId;
  readonly milliseconds: number;
};

const answerSchema = z.object({
  UserId: guidOf(parseSystemUserId),
  BusinessUnitId: guidOf(parseBusinessUnitId),
  OrganizationId: guidOf(parseOrganizationId),
});

/** Asks the environment who we are (Microsoft Learn: WhoAmI function). Needs an enabled user row there. */
export const whoAmI = async (client: DataverseClient, signal: AbortSignal): Promise<Result<WhoAmI>> => {
  const answer = await client.get('WhoAmI', { signal });
  if (!answer.ok) return answer;
  const decoded = decodeOne(answerSchema, answer.value, client.origin);
  if (!decoded.ok) return decoded;
  const { UserId, BusinessUnitId, OrganizationId } = decoded.value;
  return {
    ok: true,
    value: {
      userId: UserId,
      businessUnitId: BusinessUnitId,
      organizationId: OrganizationId,
      milliseconds: answer.value.milliseconds,
    },
  };
};
