import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DEPTHS } from '../../preload/contract/words/depth.ts';
import type { Depth } from '../../preload/contract/words/depth.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parsePrivilegeId } from '../../preload/contract/words/ids.ts';
import type { PrivilegeId, RoleId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { decodeOne, guidOf } from '../dataverse/rows.ts';
import { whenGone } from './when-gone.ts';

const NO_FILTER = '00000000-0000-0000-0000-000000000000';

/** One privilege of a role as the service says it, so that it can be sent back unchanged. */
export type WholeGrant = {
  readonly privilegeId: PrivilegeId;
  readonly name: string;
  /** `PrivilegeDepth` by name; `RecordFilter` too. */
  readonly depth: string;
  /** Zeros where no record filter narrows it. */
  readonly recordFilterId: string;
};

/** Everything that a role grants, nothing left out. */
export type WholeRole = {
  readonly grants: readonly WholeGrant[];
  /** The same for the same set, whatever its order. */
  readonly fingerprint: string;
};

const grantSchema = z
  .object({
    PrivilegeId: guidOf(parsePrivilegeId),
    PrivilegeName: z.string().nullish(),
    Depth: z.string(),
    RecordFilterId: z.string().nullish(),
  })
  .transform((row): WholeGrant => ({
    privilegeId: row.PrivilegeId,
    name: row.PrivilegeName ?? row.PrivilegeId,
    depth: row.Depth,
    recordFilterId: row.RecordFilterId?.toLowerCase() ?? NO_FILTER,
  }));
// One row that is not understood fails the whole: a set that is written back must miss nothing.
const answerSchema = z.object({ RolePrivileges: z.array(grantSchema) });

const fingerprintOf = (grants: readonly WholeGrant[]): string => {
  const lines = grants.map(
    ({ privilegeId, depth, recordFilterId }) => `${privilegeId} ${depth} ${recordFilterId}`,
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
};

/** Wraps the privileges of a role. */
export const wholeRole = (grants: readonly WholeGrant[]): WholeRole => ({
  grants,
  fingerprint: fingerprintOf(grants),
});

/** How far a grant reaches; a record filter reaches only the rows of a filter, so the least depth is the honest one. */
const depthOf = ({ depth }: WholeGrant): Depth =>
  DEPTHS.find((each) => each === depth) ?? (depth === 'RecordFilter' ? 'Basic' : 'None');

/** How far a role grants each privilege; what it does not grant is missing. */
export const depthsOf = ({ grants }: WholeRole): ReadonlyMap<PrivilegeId, Depth> =>
  new Map(grants.map((grant) => [grant.privilegeId, depthOf(grant)]));

/** Reads everything that a role grants, past the service's caches (Microsoft Learn: RetrieveRolePrivilegesRole function; unpaged). */
export const readWholeRole = async (
  client: DataverseClient,
  roleId: RoleId,
  signal: AbortSignal,
): Promise<Result<WholeRole>> => {
  const answer = await client.get(`RetrieveRolePrivilegesRole(RoleId=@r)?@r=${roleId}`, {
    signal,
    strong: true,
  });
  if (!answer.ok) return whenGone(answer, 'security role', roleId);
  const decoded = decodeOne(answerSchema, answer.value, client.origin);
  return decoded.ok ? ok(wholeRole(decoded.value.RolePrivileges)) : decoded;
};
