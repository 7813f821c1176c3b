import type { Plan } from '../../../preload/contract/fleet.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Failed, Result } from '../../../preload/contract/words/errors.ts';
import type { GraphPermission } from '../../../preload/contract/words/graph-permission.ts';
import { parseAppProfileId, parseCredentialId, parsePlanId } from '../../../preload/contract/words/ids.ts';
import type { OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { newId } from '../../settings/new-id.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { planDigest } from '../planner/issued-plans.ts';
import type { IssuedPlan } from '../planner/issued-plans.ts';
import { writableWorkspace } from '../planner/make-plan.ts';
import { inWords } from '../planner/plan-environment.ts';
import { planTitle } from '../planner/plan-title.ts';
import { planRotation } from '../rotation/plan-rotation.ts';
import type { TellRead } from '../rotation/read-rotation.ts';
import type { RotationBook } from '../rotation/rotation-book.ts';
import { changesDirectory } from './tenant-action.ts';
import { planChange } from './plan-change.ts';
import { withSessionRisk } from './session-risk.ts';
import { readBegun } from './read-begun.ts';
import type { ActualTenant, PlainChange, TenantDraft } from './tenant-draft.ts';

/** What planning knows of what was planned before. */
export type TenantPlanning = {
  readonly book: RotationBook;
  /** Operations of this process. */
  readonly running: ReadonlySet<OperationId>;
};

const CHANGES_APPS: GraphPermission = 'Application.ReadWrite.All';

type Parts = Pick<IssuedPlan, 'apps' | 'rotation'> &
  TenantDraft & { readonly last: NonNullable<IssuedPlan['tenant']>['last'] };

/** Reads of the tenant what a change is about: the app's profile, registration and service principal. */
const readTenant = async (
  { tenant, clock, journal }: FleetPorts,
  running: ReadonlySet<OperationId>,
  workspaceId: WorkspaceId,
  change: PlainChange,
  signal: AbortSignal,
): Promise<Result<ActualTenant>> => {
  const directory = tenant.directory(workspaceId);
  const now = clock.now();
  const makes = change.kind === 'register-application' || change.kind === 'add-secret';
  const begun = makes ? await readBegun(journal, running, workspaceId) : [];
  const about = { named: [], managed: null, begun, known: tenant.profiles.all(), now };
  if (change.kind === 'register-application') {
    const named = await directory.applicationsNamed(change.name, signal);
    return named.ok
      ? ok({ ...about, application: null, principal: null, named: named.value, profile: null })
      : named;
  }
  const stored = tenant.profiles
    .all()
    .filter(({ workspaces }) => workspaces.includes(workspaceId))
    .find((one) =>
      'clientId' in change ? one.clientId === change.clientId : one.id === change.appProfileId,
    );
  const clientId = 'clientId' in change ? change.clientId : stored?.clientId;
  if (clientId === undefined) {
    const id = 'appProfileId' in change ? change.appProfileId : '';
    return failed('not-found', { what: 'app profile', id });
  }
  if (change.kind === 'set-management-application') {
    // Asks Power Platform alone: who administers that may see nothing of the directory.
    const apps = tenant.managementApps(workspaceId);
    const list = apps.ok ? await apps.value.list(signal) : apps;
    if (!list.ok) return list;
    const shown = stored === undefined ? null : await tenant.profiles.show(stored);
    const managed = list.value.includes(clientId);
    return ok({ ...about, application: null, principal: null, profile: shown, managed });
  }
  const application = await directory.application(clientId, signal);
  if (!application.ok) return application;
  const principal = await directory.servicePrincipal(clientId, signal);
  if (!principal.ok) return principal;
  const profile = stored === undefined ? null : await tenant.profiles.show(stored);
  return ok({ ...about, application: application.value, principal: principal.value, profile });
};

const partsOf = async (
  ports: FleetPorts,
  { book, running }: TenantPlanning,
  workspaceId: WorkspaceId,
  change: TenantChange,
  tell: TellRead,
  signal: AbortSignal,
): Promise<Result<Parts>> => {
  switch (change.kind) {
    case 'rotate':
    case 'continue-rotation':
    case 'finish-rotation': {
      const draft = await planRotation(ports, book, workspaceId, change, tell, signal);
      if (!draft.ok) return draft;
      const { appName, appProfileId, clientId, credentialId } = draft.value.rotation.intent;
      const asksForTenant = change.kind === 'finish-rotation' && draft.value.first.length > 0;
      return ok({
        ...draft.value,
        appName,
        appProfileId,
        clientId,
        credentialId,
        asksForTenant,
        asksFor: [],
      });
    }
    case 'register-application':
    case 'create-service-principal':
    case 'set-service-principal':
    case 'set-management-application':
    case 'add-secret':
    case 'upload-certificate':
    case 'remove-credential': {
      const actual = await readTenant(ports, running, workspaceId, change, signal);
      if (!actual.ok) return actual;
      const ids = { appProfileId: newId(parseAppProfileId), credentialId: newId(parseCredentialId) };
      const draft = planChange(change, ids, actual.value);
      return draft.ok ? ok({ ...draft.value, apps: [], last: [], rotation: null }) : draft;
    }
  }
};

/**
 * Whoever has allowed nothing of Graph yet is asked once for what the whole plan needs: the permission that changes apps reads them, too
 * (Microsoft Learn: permissions-reference), and being asked to read first would ask the person twice.
 */
const askForTheWhole = ({ kind }: TenantChange, refused: Failed): Failed => {
  const { code, params } = refused.error;
  const reading = code === 'graph-consent-needed' && params['permission'] === 'Application.Read.All';
  return reading && kind !== 'set-management-application'
    ? { ok: false, error: { ...refused.error, params: { ...params, permission: CHANGES_APPS } } }
    : refused;
};

/**
 * Reads the tenant and works out the steps of one change of it; changes nothing. Fails with `workspace-read-only`,
 * `not-found`, `graph-consent-needed`, `rotation-*`, `credential-unproved`, `cancelled`, and with what the directory answers.
 */
export const makeTenantPlan = async (
  ports: FleetPorts,
  planning: TenantPlanning,
  { workspaceId, change }: { readonly workspaceId: WorkspaceId; readonly change: TenantChange },
  tell: TellRead,
  signal: AbortSignal,
): Promise<Result<IssuedPlan>> => {
  const workspace = writableWorkspace(ports, workspaceId);
  if (!workspace.ok) return workspace;
  const drawn = await partsOf(ports, planning, workspaceId, change, tell, signal);
  if (!drawn.ok) return askForTheWhole(change, drawn);
  const { apps, rotation, asksForTenant, asksFor } = drawn.value;
  const first = await withSessionRisk(ports.tenant, drawn.value.first);
  const last = await withSessionRisk(ports.tenant, drawn.value.last);
  if ([...first, ...last].some(({ action }) => changesDirectory(action))) {
    // Found out now: in the middle of the steps it would leave half of them done.
    const may = await ports.tenant.directory(workspaceId).mayChange(signal);
    if (!may.ok) return may;
  }
  const { appName, clientId, appProfileId, credentialId } = drawn.value;
  const words = (steps: typeof first) => steps.map(({ step }) => step);
  const plan: Omit<Plan, 'digest'> = {
    id: newId(parsePlanId),
    workspaceId,
    madeAt: new Date(ports.clock.now()).toISOString(),
    tenant: {
      tenantName: workspace.value.name,
      appName,
      clientId,
      appProfileId,
      credentialId,
      rotationId: rotation?.intent.rotationId ?? null,
      first: words(first),
      last: words(last),
    },
    environments: apps.map(inWords),
    confirmations: [...new Set([...(asksForTenant ? [workspace.value.name] : []), ...asksFor])],
  };
  return ok({
    plan: { ...plan, digest: planDigest(plan) },
    title: planTitle(plan),
    desired: [],
    roles: [],
    apps,
    tenant: { first, last },
    rotation,
  });
};
