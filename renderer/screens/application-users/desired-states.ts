import type { AskedState } from '../../../preload/contract/fleet.ts';
import type { Draft } from './wizard-draft.ts';

const MOST_ROLES = 50;

/** What the draft asks for, one entry per app and environment; empty while something is missing. */
export const desiredStates = (draft: Draft): readonly AskedState[] => {
  const leftOut = new Set(draft.leftOut);
  const roles = draft.roles.slice(0, MOST_ROLES);
  const { clientId } = draft;
  if (draft.intent === 'give-access') {
    return clientId === null
      ? []
      : draft.environmentIds
          .filter((id) => !leftOut.has(id))
          .map((environmentId) => ({
            environmentId,
            clientId,
            ensureUser: true,
            enabled: true,
            addRoles: roles,
            removeRoles: [],
          }));
  }
  const { intent } = draft;
  return draft.targets
    .filter((target) => !leftOut.has(target.environmentId))
    .map((target) => ({
      environmentId: target.environmentId,
      clientId: target.clientId,
      ensureUser: false,
      ...(intent === 'enable' || intent === 'disable' ? { enabled: intent === 'enable' } : {}),
      addRoles: intent === 'assign-roles' ? roles : [],
      removeRoles: intent === 'remove-roles' ? roles : [],
    }));
};

/** Text that is the same exactly when the same is asked for: tells whether a plan still fits. */
export const fingerprint = (desired: readonly AskedState[]): string => JSON.stringify(desired);
