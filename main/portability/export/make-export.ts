import type { Environment } from '../../../preload/contract/environments.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import type { CredentialId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { StoredCredential, StoredProfile } from '../../identity/app-profiles/document.ts';
import { EXPORT_FORMAT, EXPORT_VERSION } from './export-document.ts';
import type {
  ExportDocument,
  ExportedApp,
  ExportedEnvironment,
  ExportedWorkspace,
} from './export-document.ts';

/** Everything here that can be exported. */
export type Exportable = {
  readonly workspaces: readonly Workspace[];
  readonly environmentsOf: (id: WorkspaceId) => readonly Environment[];
  readonly profiles: readonly StoredProfile[];
};

const workspaceOut = (one: Workspace): ExportedWorkspace => ({
  id: one.id,
  name: one.name,
  colour: one.colour,
  cloud: one.cloud,
  tenantId: one.tenantId,
  readOnly: one.readOnly,
  productionTypes: one.productionTypes,
  adminClientId: parseClientId(one.adminClientId ?? ''),
  demo: one.demo,
});

const environmentOut = (one: Environment): ExportedEnvironment => ({
  id: one.id,
  workspaceId: one.workspaceId,
  name: one.name,
  url: one.url,
  uniqueName: one.uniqueName,
  organizationId: one.organizationId,
  tenantId: one.tenantId,
  region: one.region,
  type: one.type,
  production: one.production,
  guard: one.guard,
  powerPlatformId: one.powerPlatformId,
  version: one.version,
  enabled: one.enabled,
});

const credentialOut = (one: StoredCredential) => ({
  id: one.id,
  kind: one.kind,
  label: one.label,
  addedOn: one.addedOn,
  expiresOn: one.expiresOn,
  thumbprintSha1: one.thumbprintSha1,
  thumbprintSha256: one.thumbprintSha256,
  keyId: one.keyId,
  notInEntraYet: one.notInEntraYet,
});

const appOut = (one: StoredProfile, chosen: ReadonlySet<WorkspaceId>): ExportedApp => ({
  id: one.id,
  name: one.name,
  clientId: one.clientId,
  homeTenantId: one.homeTenantId,
  credentials: one.credentials.map(credentialOut),
  workspaces: one.workspaces.filter((id) => chosen.has(id)),
  demo: one.demo,
});

/** The chosen workspaces with what belongs to them; for `null` all of them, and apps that no workspace uses too. Holds no secret. */
export const makeExport = (
  here: Exportable,
  chosen: readonly WorkspaceId[] | null,
  made: { readonly at: string; readonly by: string },
): ExportDocument => {
  const ids = new Set(chosen ?? here.workspaces.map(({ id }) => id));
  const workspaces = here.workspaces.filter(({ id }) => ids.has(id));
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    madeAt: made.at,
    madeBy: made.by,
    workspaces: workspaces.map(workspaceOut),
    environments: workspaces.flatMap(({ id }) => here.environmentsOf(id).map(environmentOut)),
    apps: here.profiles
      .filter((one) => chosen === null || one.workspaces.some((id) => ids.has(id)))
      .map((one) => appOut(one, ids)),
  };
};

/** A credential whose value is not in the export, and why. */
export type LeftOut = { readonly app: string; readonly label: string; readonly error: AppError };

/** Takes the values of every credential of the export out of the vault; one that cannot be read is left out and told. */
export const takeValues = async (
  { apps }: ExportDocument,
  read: (id: CredentialId) => Promise<Result<string>>,
  signal: AbortSignal,
): Promise<{ readonly values: Readonly<Record<string, string>>; readonly leftOut: readonly LeftOut[] }> => {
  const values: Record<string, string> = {};
  const leftOut: LeftOut[] = [];
  for (const app of apps)
    for (const { id, label } of app.credentials) {
      if (signal.aborted) return { values: {}, leftOut };
      const value = await read(id);
      if (value.ok) values[id] = value.value;
      else leftOut.push({ app: app.name, label, error: value.error });
    }
  return { values, leftOut };
};
