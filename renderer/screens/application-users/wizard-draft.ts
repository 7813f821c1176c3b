import type { DesiredUnit } from '../../../preload/contract/fleet.ts';
import type { ClientId, EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** What the wizard is for. `give-access` makes sure of user and roles; the others change users that exist. */
export type Intent =
  | 'give-access'
  | 'assign-roles'
  | 'remove-roles'
  | 'change-unit'
  | 'join-teams'
  | 'leave-teams'
  | 'enable'
  | 'disable'
  | 'delete';

/** An existing application user that a change is about. */
export type Target = {
  readonly environmentId: EnvironmentId;
  readonly clientId: ClientId;
  readonly appName: string;
};

export type WizardStep =
  | 'app'
  | 'environments'
  | 'roles'
  | 'unit'
  | 'teams'
  | 'deletion'
  | 'plan'
  | 'apply'
  | 'result';

/** Everything a person has chosen so far; kept while the wizard is left, so that it can be resumed. */
export type Draft = {
  readonly intent: Intent;
  readonly step: WizardStep;
  /** Text of the client id field, used when no profile is chosen. */
  readonly clientIdText: string;
  readonly clientId: ClientId | null;
  readonly appName: string;
  readonly environmentIds: readonly EnvironmentId[];
  /** The users that were selected in the inventory; empty for `give-access`. */
  readonly targets: readonly Target[];
  readonly roles: readonly string[];
  /** A privilege that the roles are chosen for: those that grant it are offered first. Null: any role. */
  readonly grants: string | null;
  readonly unit: DesiredUnit | null;
  readonly teams: readonly string[];
  readonly deletion: 'soft' | 'permanent';
  /** The team that gets the records of those that are deleted; empty: to be chosen; null: records stay. */
  readonly recordsTo: string | null;
  /** Soft-deleted rows that are in the way are deleted for good first. */
  readonly purgeTwins: boolean;
  /** Fingerprint of what the present plan was made for; null before the first plan. */
  readonly plannedFor: string | null;
  /** Environments left out of the plan because they could not be planned. */
  readonly leftOut: readonly EnvironmentId[];
};

export const NEW_DRAFT: Draft = {
  intent: 'give-access',
  step: 'app',
  clientIdText: '',
  clientId: null,
  appName: '',
  environmentIds: [],
  targets: [],
  roles: [],
  grants: null,
  unit: null,
  teams: [],
  deletion: 'soft',
  recordsTo: null,
  purgeTwins: false,
  plannedFor: null,
  leftOut: [],
};

export type DraftAction =
  | { readonly kind: 'begin'; readonly draft: Draft }
  | {
      readonly kind: 'choose-app';
      readonly clientId: ClientId | null;
      readonly name: string;
      readonly text: string;
    }
  | { readonly kind: 'choose-environments'; readonly ids: readonly EnvironmentId[] }
  | { readonly kind: 'choose-roles'; readonly names: readonly string[] }
  | { readonly kind: 'choose-unit'; readonly unit: DesiredUnit | null }
  | { readonly kind: 'choose-teams'; readonly names: readonly string[] }
  | { readonly kind: 'choose-deletion'; readonly deletion: Draft['deletion'] }
  | { readonly kind: 'records-to'; readonly team: string | null }
  | { readonly kind: 'purge-twins'; readonly on: boolean }
  | { readonly kind: 'leave-out'; readonly ids: readonly EnvironmentId[] }
  | { readonly kind: 'only'; readonly ids: readonly EnvironmentId[] }
  | { readonly kind: 'planned'; readonly fingerprint: string | null }
  /** The operation has ended; harmless when the person has begun something else meanwhile. */
  | { readonly kind: 'applied' }
  | { readonly kind: 'go'; readonly step: WizardStep };

/** Steps that this intent has: what the selection has already decided is not asked again. */
export const stepsOf = (intent: Intent): readonly WizardStep[] => {
  switch (intent) {
    case 'give-access':
      return ['app', 'environments', 'roles', 'plan', 'apply', 'result'];
    case 'assign-roles':
    case 'remove-roles':
      return ['roles', 'plan', 'apply', 'result'];
    case 'change-unit':
      return ['unit', 'plan', 'apply', 'result'];
    case 'join-teams':
    case 'leave-teams':
      return ['teams', 'plan', 'apply', 'result'];
    case 'delete':
      return ['deletion', 'plan', 'apply', 'result'];
    case 'enable':
    case 'disable':
      return ['plan', 'apply', 'result'];
  }
};

/** A draft for users selected in the inventory; begins where something is left to choose. */
export const draftForTargets = (
  intent: Exclude<Intent, 'give-access'>,
  targets: readonly Target[],
): Draft => {
  const [first] = targets;
  const oneApp = targets.every((target) => target.clientId === first?.clientId);
  return {
    ...NEW_DRAFT,
    intent,
    step: stepsOf(intent)[0] ?? 'plan',
    targets,
    clientId: oneApp ? (first?.clientId ?? null) : null,
    appName: oneApp ? (first?.appName ?? '') : '',
    environmentIds: [...new Set(targets.map((target) => target.environmentId))],
  };
};

const answers: Readonly<Record<WizardStep, (draft: Draft) => boolean>> = {
  app: (draft) => draft.intent !== 'give-access' || draft.clientId !== null,
  environments: (draft) => draft.environmentIds.length > 0,
  // An app may be given a user without any role: that is allowed, and said.
  roles: (draft) => draft.intent === 'give-access' || draft.roles.length > 0,
  unit: (draft) => draft.unit !== null,
  teams: (draft) => draft.teams.length > 0,
  deletion: (draft) => draft.recordsTo?.trim() !== '',
  plan: () => false,
  apply: () => false,
  result: () => false,
};

/** True when the step has what the next one needs. */
export const isAnswered = (draft: Draft, step: WizardStep): boolean => answers[step](draft);

/** True when every step before this one is answered, so that it may be gone to. Never true of apply and result. */
export const isReachable = (draft: Draft, step: WizardStep): boolean => {
  const steps = stepsOf(draft.intent);
  const at = steps.indexOf(step);
  return at >= 0 && steps.slice(0, at).every((before) => isAnswered(draft, before));
};

/** The step beside the present one; null at either end. */
export const neighbour = (draft: Draft, by: 1 | -1): WizardStep | null => {
  const steps = stepsOf(draft.intent);
  return steps[steps.indexOf(draft.step) + by] ?? null;
};

/** The draft after one action. */
export const draftAfter = (draft: Draft, action: DraftAction): Draft => {
  switch (action.kind) {
    case 'begin':
      return action.draft;
    case 'choose-app':
      return { ...draft, clientId: action.clientId, appName: action.name, clientIdText: action.text };
    case 'choose-environments':
      return { ...draft, environmentIds: action.ids, leftOut: [] };
    case 'choose-roles':
      return { ...draft, roles: action.names };
    case 'choose-unit':
      return { ...draft, unit: action.unit };
    case 'choose-teams':
      return { ...draft, teams: action.names };
    case 'choose-deletion':
      return { ...draft, deletion: action.deletion };
    case 'records-to':
      return { ...draft, recordsTo: action.team };
    case 'purge-twins':
      return { ...draft, purgeTwins: action.on };
    case 'leave-out':
      return { ...draft, leftOut: action.ids };
    case 'only': {
      const only = new Set(action.ids);
      return {
        ...draft,
        step: 'plan',
        environmentIds: draft.environmentIds.filter((id) => only.has(id)),
        targets: draft.targets.filter((target) => only.has(target.environmentId)),
        leftOut: [],
        plannedFor: null,
      };
    }
    case 'planned':
      return { ...draft, plannedFor: action.fingerprint };
    case 'applied':
      return draft.step === 'apply' ? { ...draft, step: 'result' } : draft;
    case 'go':
      return { ...draft, step: action.step };
  }
};
