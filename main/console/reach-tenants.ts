import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { CloudRow } from '../clouds/cloud-row.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { createDataverseClient } from '../dataverse/create-dataverse-client.ts';
import type { DirectoryOf } from '../directory/graph-client.ts';
import type { Registry } from '../environments/registry.ts';
import type { TenantPorts } from '../fleet/tenant/tenant-ports.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Identity } from '../identity/create-identity.ts';
import { systemClock } from '../http/clock.ts';
import { makeKeyProof } from '../directory/key-proof.ts';
import { openTenantDirectory } from '../directory/open-tenant-directory.ts';
import type { MakeCertificate } from '../vault/make-certificate.ts';
import { createManagementApps } from '../power-platform/management-apps.ts';

/** What tenants are reached with. */
export type ReachTenants = {
  readonly http: HttpClient;
  readonly identity: Identity;
  readonly directoryOf: DirectoryOf;
  readonly makeCertificate: MakeCertificate;
  readonly registry: Registry;
  readonly workspaceOf: (id: WorkspaceId) => Workspace | null;
  readonly cloudOf: (workspace: Workspace) => CloudRow | null;
};

/** Joins directory, app profiles, sign-in and registry to what the fleet changes tenants with. */
export const reachTenants = (reach: ReachTenants): TenantPorts => {
  const { http, identity, directoryOf, makeCertificate, registry, workspaceOf, cloudOf } = reach;
  const { profiles, parts, tokens, justMade } = identity;

  const home = (id: WorkspaceId) => {
    const workspace = workspaceOf(id);
    const cloud = workspace === null ? null : cloudOf(workspace);
    return workspace?.tenantId == null || cloud === null
      ? null
      : { tenantId: workspace.tenantId, resource: cloud.graph };
  };

  return {
    directory: (id) => openTenantDirectory(() => directoryOf(id)),
    managementApps: (workspaceId) => {
      const workspace = workspaceOf(workspaceId);
      const cloud = workspace === null ? null : cloudOf(workspace);
      return cloud === null
        ? failed('not-found', { what: 'workspace', id: workspaceId })
        : ok(createManagementApps({ http, tokens }, cloud, workspaceId));
    },
    profiles,
    publicPart: parts.publicPart,
    hintOf: parts.hintOf,
    keyProof: async (credentialId, application) => {
      const signer = await parts.signerOf(credentialId);
      return signer === null ? null : makeKeyProof(application, signer, systemClock.now());
    },
    vaultKeeps: parts.vaultKeeps,
    makeCertificate: ({ name, keyBits, endsOn }, signal) =>
      makeCertificate({ name, bits: keyBits, notAfter: endsOn }, signal),
    signInApp: async (workspaceId, use, signal) => {
      const known = home(workspaceId);
      // Graph gives any app of the tenant a token, whatever it may do there: it asks for the credential alone.
      return known === null
        ? failed('sign-in-needed', { workspace: workspaceOf(workspaceId)?.name ?? '' })
        : tokens.forApp({ workspaceId, ...known, ...use }, signal);
    },
    asApp: async ({ workspaceId, tenantId, url }, use, signal) => {
      if (tenantId === null) return failed('challenge-missing', { host: new URL(url).host });
      const request = { workspaceId, tenantId, resource: url, ...use };
      const first = await tokens.forApp(request, signal);
      if (!first.ok) return first;
      const bearer = async (each: AbortSignal): Promise<Result<string>> => {
        const token = await tokens.forApp(request, each);
        return token.ok ? ok(token.value.token) : token;
      };
      return ok(createDataverseClient({ http, origin: url, bearer }));
    },
    places: ({ workspaces }) => workspaces.flatMap((id) => registry.of(id).environments),
    madeSecret: justMade.mark,
    demo: (id) => workspaceOf(id)?.demo ?? false,
    workspaceTenant: (id) => workspaceOf(id)?.tenantId ?? null,
  };
};
