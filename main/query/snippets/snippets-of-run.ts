import type { OutputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { API_PATH } from '../../dataverse/api-path.ts';
import type { EntitySets } from '../entity-sets.ts';
import { fetchPageXml } from '../fetch-request.ts';
import { LONGEST_ADDRESS, MAX_PAGE } from '../query-pages.ts';
import type { KeptEnvironmentRun, QueryRun } from '../query-runs.ts';
import { signInAsApp } from '../sign-in-as-app.ts';
import type { AppSignInPorts } from '../sign-in-as-app.ts';
import { fetchPagesOf } from './fetch-pages.ts';
import type { SnippetCall } from './snippet-call.ts';
import { snippetsOf } from './snippets.ts';

export type SnippetPorts = AppSignInPorts & {
  readonly entitySets: EntitySets;
  /** Where the workspace's tenants sign in, without a slash at the end; null where its cloud is gone. */
  readonly authorityOf: (id: WorkspaceId) => string | null;
};

type FirstPage = Pick<SnippetCall, 'prefer' | 'fetchPages'> & {
  /** Below the Web API's root. */
  readonly path: string;
};

/** What was sent for the first page, and how it was preferred. */
const firstPage = async (
  ports: SnippetPorts,
  run: QueryRun,
  { environment }: KeptEnvironmentRun,
  signal: AbortSignal,
): Promise<Result<FirstPage>> => {
  const annotations = 'odata.include-annotations="*"';
  const { request } = run;
  if (request.language === 'odata') {
    const size = `odata.maxpagesize=${Math.min(run.rowsPerEnvironment, MAX_PAGE)},`;
    return ok({
      path: request.path,
      prefer: `${request.pageable ? size : ''}${annotations}`,
      fetchPages: null,
    });
  }
  const client = await signInAsApp(ports, run, environment, signal);
  if (!client.ok) return client;
  const root = `${environment.url}${API_PATH}`;
  const set = await ports.entitySets(client.value, request.table, signal);
  if (!set.ok) return set;
  const size = Math.min(run.rowsPerEnvironment, MAX_PAGE);
  const xml = fetchPageXml(request, { page: request.page, cookie: null }, size);
  return ok({
    path: `${set.value}?fetchXml=${encodeURIComponent(xml)}`,
    prefer: annotations,
    fetchPages: request.pageable ? fetchPagesOf(`${root}${set.value}`, xml, request.page) : null,
  });
};

/** The call of a run in one environment as code in every language. */
export const snippetsOfRun = async (
  ports: SnippetPorts,
  run: QueryRun,
  environmentId: EnvironmentId,
  signal: AbortSignal,
): Promise<Result<OutputOf<'query.snippets'>>> => {
  const kept = run.environments.get(environmentId);
  const authority = ports.authorityOf(run.workspaceId);
  if (kept === undefined || authority === null) {
    return failed('not-found', { what: 'environment', id: environmentId });
  }
  const { tenantId, url } = kept.environment;
  if (tenantId === null) return failed('challenge-missing', { host: new URL(url).host });
  const page = await firstPage(ports, run, kept, signal);
  if (!page.ok) return page;
  const { fetchPages, path, prefer } = page.value;
  const address = `${url}${API_PATH}${path}`;
  const credential = run.profile.credentials.find(({ id }) => id === run.credentialId);
  return ok({
    snippets:
      address.length > LONGEST_ADDRESS
        ? []
        : snippetsOf({
            authority: `${authority}/${tenantId}`,
            clientId: run.profile.clientId,
            environmentUrl: url,
            address,
            prefer,
            fetchPages,
            credential: credential?.kind === 'certificate' ? 'certificate' : 'secret',
          }),
  });
};
