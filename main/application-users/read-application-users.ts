import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ClientId, RoleId } from '../../preload/contract/words/ids.ts';
import type { DataverseClient, ReadOptions } from '../dataverse/dataverse-client.ts';
import { odataExpression } from '../dataverse/odata-literal.ts';
import { decodeRows, readWhole } from '../dataverse/rows.ts';
import { readAdministratorRoleIds } from '../dataverse/system-administrator.ts';
import { APPLICATION_USER_COLUMNS, applicationUserRow, heldRoleRow } from './application-user-row.ts';
import type { ApplicationUserRow } from './application-user-row.ts';
import { readTeamRoles, withTeamRoles } from './team-roles.ts';
import { toApplicationUser } from './to-application-user.ts';
import type { ApplicationUserThere, InventoryUser } from './to-application-user.ts';

/** Rows per page and so per event: each carries its roles. */
const PAGE_SIZE = 1000;
/** Client ids per request: keeps the address far below the service's 32 KB. */
const IDS_PER_REQUEST = 50;

const hasMoreRoles = (row: ApplicationUserRow): boolean =>
  (row['systemuserroles_association@odata.nextLink'] ?? '') !== '';

/** The rest of the roles of a user who has more than one page of them. */
const withAllRoles = async (
  client: DataverseClient,
  row: ApplicationUserRow,
  options: ReadOptions,
): Promise<Result<ApplicationUserRow>> => {
  const link = row['systemuserroles_association@odata.nextLink'];
  const roles = await readWhole(
    client,
    { rows: row.systemuserroles_association, link },
    heldRoleRow,
    options,
  );
  return roles.ok ? ok({ ...row, systemuserroles_association: [...roles.value] }) : roles;
};

/**
 * Application users that match a filter, a page at a time (Microsoft Learn: manage-application-users; systemuser table).
 * A row that cannot be read is reported after the readable ones of its page as `unexpected-answer`, never left out
 * silently.
 */
async function* pagesOf(
  client: DataverseClient,
  filter: string,
  options: ReadOptions,
  administratorRoles: ReadonlySet<RoleId>,
): AsyncGenerator<Result<readonly ApplicationUserThere[]>> {
  const path = `systemusers?${APPLICATION_USER_COLUMNS}&$filter=${odataExpression(filter)}`;
  for await (const page of client.pages(path, { ...options, pageSize: PAGE_SIZE })) {
    if (!page.ok) {
      yield page;
      return;
    }
    const decoded = decodeRows(applicationUserRow, page.value, client.origin);
    if (!decoded.ok) {
      yield decoded;
      return;
    }
    const users: ApplicationUserThere[] = [];
    for (const row of decoded.value.rows) {
      // Nearly all have one page of roles: nothing to wait for.
      const whole = hasMoreRoles(row) ? await withAllRoles(client, row, options) : ok(row);
      if (!whole.ok) {
        yield whole;
        return;
      }
      users.push(toApplicationUser(whole.value, administratorRoles));
    }
    yield ok(users);
    if (decoded.value.unreadable > 0) {
      const { host } = new URL(client.origin);
      const what = `${decoded.value.unreadable} unreadable rows`;
      yield failed('unexpected-answer', { host, status: page.value.status, what });
      return;
    }
  }
}

/**
 * Every application user of an environment with its roles, soft-deleted ones included; one Result per page, ends after a
 * failure. Where the caller may not read teams, what is held through them is not known.
 */
export async function* applicationUserPages(
  client: DataverseClient,
  signal: AbortSignal,
): AsyncGenerator<Result<readonly InventoryUser[]>> {
  const [administratorRoles, teamRoles] = await Promise.all([
    readAdministratorRoleIds(client, signal),
    readTeamRoles(client, signal),
  ]);
  if (!administratorRoles.ok) {
    yield administratorRoles;
    return;
  }
  if (!teamRoles.ok) {
    yield teamRoles;
    return;
  }
  const administrators = administratorRoles.value;
  const holding = withTeamRoles(teamRoles.value, administrators);
  for await (const page of pagesOf(client, 'applicationid ne null', { signal }, administrators)) {
    yield page.ok ? ok(page.value.map(holding)) : page;
  }
}

/**
 * The rows of the named apps in an environment, read past the service's caches. One app may have several rows: a
 * soft-deleted row keeps its client id (`applicationid eq …` still finds it), so callers must look at `state`.
 */
export const readApplicationUsers = async (
  client: DataverseClient,
  clientIds: readonly ClientId[],
  signal: AbortSignal,
): Promise<Result<readonly ApplicationUserThere[]>> => {
  const wanted = [...new Set(clientIds)];
  if (wanted.length === 0) return ok([]);
  const administratorRoles = await readAdministratorRoleIds(client, signal);
  if (!administratorRoles.ok) return administratorRoles;
  const users: ApplicationUserThere[] = [];
  for (let start = 0; start < wanted.length; start += IDS_PER_REQUEST) {
    const filter = wanted
      .slice(start, start + IDS_PER_REQUEST)
      .map((clientId) => `applicationid eq ${clientId}`)
      .join(' or ');
    for await (const page of pagesOf(client, filter, { signal, strong: true }, administratorRoles.value)) {
      if (!page.ok) return page;
      users.push(...page.value);
    }
  }
  return ok(users);
};
