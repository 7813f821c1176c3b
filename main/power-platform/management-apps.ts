import { z } from 'zod';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseClientId } from '../../preload/contract/words/ids.ts';
import type { ClientId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import { readList } from './read-list.ts';
import type { ListPorts } from './read-list.ts';

/** The management applications of one tenant, as the admin who is signed in to its workspace. */
export type ManagementApps = {
  readonly list: (signal: AbortSignal) => Promise<Result<readonly ClientId[]>>;
  /** Registering twice changes nothing. */
  readonly register: (clientId: ClientId, signal: AbortSignal) => Promise<Result<null>>;
  /** One that is not registered is no failure. */
  readonly unregister: (clientId: ClientId, signal: AbortSignal) => Promise<Result<null>>;
};

const row = z.object({ applicationId: z.string() });

const errorBody = z.object({ error: z.object({ code: z.string().max(100) }) });

const codeIn = (body: string): string => {
  try {
    return errorBody.safeParse(JSON.parse(body)).data?.error.code ?? 'no code';
  } catch {
    return 'not JSON';
  }
};

/** Newer versions take the same calls; this is the documented one. */
const VERSION = 'api-version=2020-10-01';

/**
 * Reads and changes `adminApplications` (Microsoft Learn: powershell-create-service-principal,
 * powerplatform-api-create-service-principal): an app in it is a Power Platform administrator of the whole tenant. Only people may
 * change it, never an app. Fails with `power-platform-denied` when the person is no Power Platform administrator.
 */
export const createManagementApps = (
  ports: ListPorts,
  cloud: CloudRow,
  workspaceId: WorkspaceId,
): ManagementApps => {
  const { origin } = new URL(cloud.admin);
  const resource = cloud.adminResource;
  const base = `${origin}/providers/Microsoft.BusinessAppPlatform/adminApplications`;

  const change = async (
    method: 'PUT' | 'DELETE',
    clientId: ClientId,
    signal: AbortSignal,
  ): Promise<Result<null>> => {
    const token = await ports.tokens.forAdmin(workspaceId, resource, signal);
    if (!token.ok) return token;
    const sent = await ports.http.send({
      method,
      url: `${base}/${clientId}?${VERSION}`,
      headers: { accept: 'application/json', authorization: `Bearer ${token.value.token}` },
      pinnedOrigin: origin,
      retry: 'safe',
      signal,
    });
    if (!sent.ok) return sent;
    const { body, headers, status } = sent.value;
    const correlation = { requestId: headers['x-ms-request-id'] };
    if (status === 200 || status === 204 || (method === 'DELETE' && status === 404)) return ok(null);
    return status === 403
      ? failed('power-platform-denied', {}, { correlation })
      : failed(
          'unexpected-answer',
          { host: new URL(origin).host, status, what: codeIn(body) },
          { retryable: status >= 500, correlation },
        );
  };

  return {
    list: async (signal) => {
      const rows = await readList(ports, { workspaceId, url: `${base}?${VERSION}`, resource, signal });
      if (!rows.ok) {
        const { code, correlation, params } = rows.error;
        return code === 'unexpected-answer' && params['status'] === 403
          ? failed('power-platform-denied', {}, { correlation })
          : rows;
      }
      const ids = rows.value.map((one) => parseClientId(row.safeParse(one).data?.applicationId ?? ''));
      return ok(ids.filter((id) => id !== null));
    },
    register: (clientId, signal) => change('PUT', clientId, signal),
    unregister: (clientId, signal) => change('DELETE', clientId, signal),
  };
};
