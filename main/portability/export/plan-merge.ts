import type { Merge } from '../../../preload/contract/portability.ts';
import type { OrgUrl, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { MergedCredential } from '../../../preload/contract/words/portability.ts';
import type { CloudId } from '../../../preload/contract/words/status.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { StoredProfile } from '../../identity/app-profiles/document.ts';
import type {
  ExportDocument,
  ExportedApp,
  ExportedCredential,
  ExportedEnvironment,
  ExportedWorkspace,
} from './export-document.ts';
import type { Exportable } from './make-export.ts';

/** What is here and what is known of it. */
export type Here = Exportable & {
  readonly knowsCloud: (workspace: ExportedWorkspace) => boolean;
  /** True for an address that belongs to the cloud: a file must not name any host it likes. */
  readonly isOfCloud: (url: OrgUrl, cloud: CloudId) => boolean;
  /** True when the vault surely holds nothing for the credential: only then may a value be put there. */
  readonly isMissing: (id: ExportedCredential['id']) => boolean;
  /** True when the text is what the vault keeps for such a credential. */
  readonly fits: (value: string, credential: ExportedCredential) => boolean;
};

/** One workspace of the export: where it goes, and which of its environments are new there. */
export type WorkspaceStep = {
  readonly from: ExportedWorkspace;
  readonly target: Workspace | null;
  readonly merge: Merge['workspaces'][number]['merge'];
  readonly add: readonly ExportedEnvironment[];
  readonly present: number;
};

/** One app of the export. */
export type AppStep = {
  readonly from: ExportedApp;
  readonly target: StoredProfile | null;
  readonly merge: Merge['apps'][number]['merge'];
  readonly kept: Merge['apps'][number]['kept'];
  readonly credentials: readonly {
    readonly from: ExportedCredential;
    readonly merge: MergedCredential;
    readonly value: string | null;
  }[];
  /** Workspaces of the export in which it is used. */
  readonly uses: readonly WorkspaceId[];
};

/** Everything that joining would do; pure, so that what is shown is what is done. */
export type MergePlan = { readonly workspaces: readonly WorkspaceStep[]; readonly apps: readonly AppStep[] };

/** The same workspace, or one for the same tenant of the same cloud. Without a tenant a workspace is only itself. */
const workspaceHere = (from: ExportedWorkspace, here: readonly Workspace[]): Workspace | null =>
  here.find((one) => one.id === from.id && one.cloud === from.cloud && one.demo === from.demo) ??
  here.find(
    (one) =>
      from.tenantId !== null &&
      one.tenantId === from.tenantId &&
      one.cloud === from.cloud &&
      one.demo === from.demo,
  ) ??
  null;

const planWorkspace = (from: ExportedWorkspace, document: ExportDocument, here: Here): WorkspaceStep => {
  const own = document.environments.filter((one) => one.workspaceId === from.id);
  if (!here.knowsCloud(from)) return { from, target: null, merge: 'cloud-unknown', add: [], present: 0 };
  const target = workspaceHere(from, here.workspaces);
  const known = target === null ? [] : here.environmentsOf(target.id);
  // Nothing of another tenant comes into a workspace, whatever a file says.
  const tenantId = target?.tenantId ?? from.tenantId;
  const fitting = own.filter(
    (one) =>
      here.isOfCloud(one.url, from.cloud) &&
      (tenantId === null || one.tenantId === null || one.tenantId === tenantId),
  );
  const seen = new Set<string>();
  const add = fitting.filter((one) => {
    const twice = seen.has(one.url);
    seen.add(one.url);
    return (
      !twice &&
      !known.some(
        (other) =>
          other.url === one.url ||
          (one.organizationId !== null && other.organizationId === one.organizationId),
      )
    );
  });
  const merge = target === null ? 'new' : add.length === 0 ? 'same' : 'joined';
  return { from, target, merge, add, present: fitting.length - add.length };
};

const planCredential = (
  from: ExportedCredential,
  target: StoredProfile | null,
  value: string | undefined,
  here: Here,
): { readonly merge: MergedCredential; readonly value: string | null } => {
  const sameId = target?.credentials.some((one) => one.id === from.id && one.kind === from.kind) ?? false;
  const samePrint =
    from.thumbprintSha256 !== null &&
    (target?.credentials.some(
      (one) => one.id !== from.id && one.thumbprintSha256 === from.thumbprintSha256,
    ) ??
      false);
  const fits = value !== undefined && here.fits(value, from);
  if (sameId)
    return fits && here.isMissing(from.id) ? { merge: 'restored', value } : { merge: 'present', value: null };
  if (samePrint) return { merge: 'present', value: null };
  if (value === undefined) return { merge: 'enter', value: null };
  return fits ? { merge: 'comes', value } : { merge: 'unreadable', value: null };
};

const planApp = (from: ExportedApp, document: ExportDocument, here: Here): AppStep => {
  const target =
    here.profiles.find((one) => one.clientId === from.clientId && one.demo === from.demo) ?? null;
  const credentials = from.credentials.map((credential) => ({
    from: credential,
    ...planCredential(credential, target, document.values?.[credential.id], here),
  }));
  const changes = credentials.some(({ merge }) => merge !== 'present');
  return {
    from,
    target,
    merge: target === null ? 'new' : changes ? 'joined' : 'same',
    kept: [
      ...(target !== null && target.name !== from.name ? (['name'] as const) : []),
      ...(target !== null &&
      from.homeTenantId !== null &&
      target.homeTenantId !== null &&
      target.homeTenantId !== from.homeTenantId
        ? (['home-tenant'] as const)
        : []),
    ],
    credentials,
    uses: from.workspaces,
  };
};

/** What joining an export with what is here does: adds what is new, changes nothing that is here. */
export const planMerge = (document: ExportDocument, here: Here): MergePlan => ({
  workspaces: document.workspaces.map((one) => planWorkspace(one, document, here)),
  apps: document.apps.map((one) => planApp(one, document, here)),
});

/** The plan in the words of the contract; without any value. */
export const tellMerge = (document: ExportDocument, plan: MergePlan): Merge => ({
  madeAt: document.madeAt,
  withSecrets: document.values !== undefined,
  workspaces: plan.workspaces.map(({ from, target, merge, add, present }) => ({
    name: from.name,
    merge,
    into: target?.name ?? null,
    environmentsAdded: add.length,
    environmentsPresent: present,
  })),
  apps: plan.apps.map(({ from, target, merge, kept, credentials }) => ({
    name: from.name,
    clientId: from.clientId,
    merge,
    into: target?.name ?? null,
    kept: [...kept],
    credentials: credentials.map((one) => ({ label: one.from.label, kind: one.from.kind, merge: one.merge })),
  })),
});
