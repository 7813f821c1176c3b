import type { AskedState } from '../../../preload/contract/fleet.ts';
import type { Draft, Target } from './wizard-draft.ts';

/** What is asked for one selected user. */
const changeOf = (draft: Draft): Partial<AskedState> => {
  switch (draft.intent) {
    case 'give-access':
      return {
        ensureUser: true,
        enabled: true,
        addRoles: [...draft.roles],
        purgeTwin: draft.purgeTwins,
      };
    case 'assign-roles':
      return { addRoles: [...draft.roles] };
    case 'remove-roles':
      return { removeRoles: [...draft.roles] };
    case 'change-unit':
      return { businessUnit: draft.unit };
    case 'join-teams':
      return { addTeams: [...draft.teams] };
    case 'leave-teams':
      return { removeTeams: [...draft.teams] };
    case 'enable':
      return { enabled: true };
    case 'disable':
      return { enabled: false };
    case 'delete':
      return {
        delete: draft.deletion,
        ...(draft.recordsTo === null ? {} : { recordsTo: draft.recordsTo.trim() }),
      };
  }
};

const targetsOf = ({ intent, clientId, appName, environmentIds, targets }: Draft): readonly Target[] => {
  if (intent !== 'give-access') return targets;
  return clientId === null
    ? []
    : environmentIds.map((environmentId) => ({ environmentId, clientId, appName }));
};

/** What the draft asks for, one entry per app and environment; empty while something is missing. */
export const desiredStates = (draft: Draft): readonly AskedState[] => {
  const leftOut = new Set(draft.leftOut);
  const asked = new Map(
    targetsOf(draft)
      .filter(({ environmentId }) => !leftOut.has(environmentId))
      // A deleted row and a live one of an app are one app.
      .map(({ environmentId, clientId }) => [
        `${environmentId} ${clientId}`,
        { environmentId, clientId, ensureUser: false, addRoles: [], removeRoles: [], ...changeOf(draft) },
      ]),
  );
  return [...asked.values()];
};

/** Text that is the same exactly when the same is asked for: tells whether a plan still fits. */
export const fingerprint = (desired: readonly AskedState[]): string => JSON.stringify(desired);
