import { z } from 'zod';
import type { FoundApp } from '../../preload/contract/directory.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { decode } from './decode.ts';
import {
  APPLICATION_COLUMNS,
  applicationShape,
  PRINCIPAL_COLUMNS,
  principalShape,
} from './directory-objects.ts';
import type { DirectoryApplication } from './directory-objects.ts';
import type { GraphClient } from './graph-client.ts';

/** What was found, and whether there is more than is shown. */
export type FoundApps = { readonly apps: readonly FoundApp[]; readonly more: boolean };

/** A person reads no more than these; a longer list asks for another word. */
const MOST = 50;

/** The tenant in which Microsoft's own apps are registered (Microsoft Learn: verify-first-party-apps-sign-in). */
const MICROSOFT = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** A `$search` clause on the name; quotes and backslashes are escaped (Microsoft Learn: search-query-parameter). Half a character, which a
 * paste can leave, has no form in an address. */
export const searchClause = (text: string): string =>
  encodeURIComponent(`"displayName:${text.toWellFormed().replaceAll(/["\\]/g, String.raw`\$&`)}"`);

const query = (columns: string, text: string, filter: string): string =>
  [
    `$select=${columns}`,
    `$top=${MOST}`,
    '$count=true',
    '$orderby=displayName',
    ...(text === '' ? [] : [`$search=${searchClause(text)}`]),
    ...(filter === '' ? [] : [`$filter=${encodeURIComponent(filter)}`]),
  ].join('&');

const list = async <Schema extends z.ZodType>(
  graph: GraphClient,
  path: string,
  schema: Schema,
  toApp: (row: z.output<Schema>) => FoundApp,
  signal: AbortSignal,
): Promise<Result<FoundApps>> => {
  const ask = { what: 'app', id: '', needs: 'Application.Read.All', signal } as const;
  const answer = await graph.list(path, { most: MOST, eventual: true }, ask);
  if (!answer.ok) return answer;
  const rows = decode(z.array(schema), ok(answer.value.rows), 'list of apps');
  return rows.ok ? ok({ apps: rows.value.map(toApp), more: answer.value.more }) : rows;
};

/** App registrations of the workspace's own tenant (application-list). */
export const searchOwnApps = (graph: GraphClient, text: string, signal: AbortSignal) =>
  list(
    graph,
    `applications?${query('id,appId,displayName,signInAudience,createdDateTime', text, '')}`,
    applicationShape,
    (row): FoundApp => ({ clientId: row.appId, name: row.displayName, homeTenantId: graph.tenantId }),
    signal,
  );

/** App registrations with exactly this name, in any case (application-list, `$filter`); names are not unique. */
export const applicationsNamed = async (
  graph: GraphClient,
  name: string,
  signal: AbortSignal,
): Promise<Result<readonly DirectoryApplication[]>> => {
  const filter = encodeURIComponent(`displayName eq '${name.toWellFormed().replaceAll("'", "''")}'`);
  const ask = { what: 'app', id: name, needs: 'Application.Read.All', signal } as const;
  const path = `applications?$select=${APPLICATION_COLUMNS}&$filter=${filter}`;
  const answer = await graph.list(path, { most: MOST }, ask);
  return decode(z.array(applicationShape), answer.ok ? ok(answer.value.rows) : answer, 'list of apps');
};

/** Apps of other tenants that have a service principal here, without Microsoft's own (serviceprincipal-list). */
export const searchEnterpriseApps = (graph: GraphClient, text: string, signal: AbortSignal) =>
  list(
    graph,
    `servicePrincipals?${query(
      PRINCIPAL_COLUMNS,
      text,
      `servicePrincipalType eq 'Application' and appOwnerOrganizationId ne ${graph.tenantId} and appOwnerOrganizationId ne ${MICROSOFT}`,
    )}`,
    principalShape,
    (row): FoundApp => ({
      clientId: row.appId,
      name: row.displayName,
      homeTenantId: row.appOwnerOrganizationId ?? null,
    }),
    signal,
  );
