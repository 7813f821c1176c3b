import { z } from 'zod';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { RoleId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { readAllRows } from '../dataverse/rows.ts';

/** Who holds a role, through any of its copies. */
export type RoleHolders = {
  /** Application users, by name: they themselves, and through teams. */
  readonly apps: readonly string[];
  readonly people: number;
  /** Teams that hold it, by name. */
  readonly teams: readonly string[];
};

const userRow = z.object({ fullname: z.string().nullish(), applicationid: z.string().nullish() });
type UserRow = z.output<typeof userRow>;
const teamRow = z.object({ name: z.string(), teammembership_association: z.array(userRow).default([]) });

/** Dataverse writes "#" for the first name that an app does not have. */
const nameOf = ({ fullname, applicationid }: UserRow): string =>
  (fullname ?? '').replace(/^#\s+/, '').trim() || (applicationid ?? '');

/** Reads who holds a role (Microsoft Learn: systemuserroles_association, teamroles_association of the role table). */
export const readRoleHolders = async (
  client: DataverseClient,
  rootRoleId: RoleId,
  signal: AbortSignal,
): Promise<Result<RoleHolders>> => {
  const holding = (navigation: string): string =>
    odataExpression(`${navigation}/any(r:r/_parentrootroleid_value eq ${rootRoleId})`);
  const [users, teams] = await Promise.all([
    readAllRows(
      client,
      `systemusers?$select=fullname,applicationid&$filter=${holding('systemuserroles_association')}`,
      userRow,
      { signal },
    ),
    readAllRows(
      client,
      `teams?$select=name&$filter=${holding('teamroles_association')}&$expand=teammembership_association($select=fullname,applicationid)`,
      teamRow,
      { signal },
    ),
  ]);
  if (!users.ok) return users;
  if (!teams.ok) return teams;
  const members = teams.value.rows.flatMap((team) => team.teammembership_association);
  const isApp = ({ applicationid }: UserRow): boolean => typeof applicationid === 'string';
  const apps = new Set([...users.value.rows, ...members].filter(isApp).map(nameOf));
  return ok({
    apps: [...apps].toSorted((a, b) => a.localeCompare(b)),
    people: users.value.rows.filter((row) => !isApp(row)).length,
    teams: teams.value.rows.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)),
  });
};
