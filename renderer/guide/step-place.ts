import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { GuideStepId } from '../../preload/contract/words/guides.ts';
import type { Place } from '../places/place.ts';
import type { GuideFacts } from './guide-facts.ts';

/** Where a step is done: a place, or signing in, which has none. */
export const stepPlace = (step: GuideStepId, facts: GuideFacts): Place | 'sign-in' => {
  const workspaceId = facts.workspace.id;
  const profiles = facts.profiles.value ?? [];
  const foreign = profiles.find(
    ({ homeTenantId }) => homeTenantId !== null && homeTenantId !== facts.workspace.tenantId,
  );
  const ofApp = (app: AppProfile | undefined, tab: string): Place => ({
    page: 'applications',
    workspaceId,
    params: app === undefined ? { panel: 'add' } : { app: app.id, tab },
  });
  switch (step) {
    case 'connect':
      return 'sign-in';
    case 'environments':
      return { page: 'environments', workspaceId, params: { do: 'discover' } };
    case 'app':
      return { page: 'applications', workspaceId, params: { panel: 'add' } };
    case 'credential':
      return ofApp(profiles[0], 'credentials');
    case 'users':
    case 'rollout':
      return { page: 'application-users/new', workspaceId };
    case 'prove':
    case 'prove-there':
      return { page: 'query', workspaceId };
    case 'home-app':
      return { page: 'applications', workspaceId };
    case 'client':
      return { page: 'workspaces/new' };
    case 'consent':
    case 'principal':
      return ofApp(foreign, 'consent');
  }
};
