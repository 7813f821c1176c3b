import { z } from 'zod';
import type { Depth } from '../../preload/contract/words/depth.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parsePrivilegeId } from '../../preload/contract/words/ids.ts';
import type { PrivilegeId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { guidOf, readAllRows } from '../dataverse/rows.ts';

/** A privilege that an environment has, and the depths at which a role can grant it. */
export type PrivilegeThere = {
  readonly privilegeId: PrivilegeId;
  readonly name: string;
  readonly depths: readonly Depth[];
};

const row = z
  .object({
    privilegeid: guidOf(parsePrivilegeId),
    name: z.string(),
    canbebasic: z.boolean().nullish(),
    canbelocal: z.boolean().nullish(),
    canbedeep: z.boolean().nullish(),
    canbeglobal: z.boolean().nullish(),
  })
  .transform(({ privilegeid, name, canbebasic, canbelocal, canbedeep, canbeglobal }): PrivilegeThere => {
    const can: readonly (readonly [Depth, boolean | null | undefined])[] = [
      ['Basic', canbebasic],
      ['Local', canbelocal],
      ['Deep', canbedeep],
      ['Global', canbeglobal],
    ];
    return { privilegeId: privilegeid, name, depths: can.flatMap(([depth, is]) => (is ? [depth] : [])) };
  });

const SELECT = '$select=privilegeid,name,canbebasic,canbelocal,canbedeep,canbeglobal';

/** Names per request; with more than `WHOLE` of them all privileges are read, some seven thousand rows. */
const PER_REQUEST = 40;
const WHOLE = 200;

/**
 * Privileges of an environment by name, of those that are asked for (Microsoft Learn: privilege table). Names have no quotes in
 * them: the contract says so.
 */
export const readPrivilegeSet = async (
  client: DataverseClient,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, PrivilegeThere>>> => {
  const wanted = [...new Set(names)];
  const filters: string[] = [];
  if (wanted.length > WHOLE) filters.push('');
  else
    for (let at = 0; at < wanted.length; at += PER_REQUEST) {
      const anyOf = wanted.slice(at, at + PER_REQUEST).map((name) => `name eq '${name}'`);
      filters.push(`&$filter=${odataExpression(anyOf.join(' or '))}`);
    }
  const found = new Map<string, PrivilegeThere>();
  for (const filter of filters) {
    const read = await readAllRows(client, `privileges?${SELECT}${filter}`, row, { signal });
    if (!read.ok) return read;
    for (const each of read.value.rows) found.set(each.name, each);
  }
  return ok(found);
};

/** Every privilege of an environment, sorted by name; some seven thousand. */
export const readCatalogue = async (
  client: DataverseClient,
  signal: AbortSignal,
): Promise<Result<readonly PrivilegeThere[]>> => {
  const read = await readAllRows(client, `privileges?${SELECT}`, row, { signal });
  return read.ok ? ok(read.value.rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))) : read;
};
