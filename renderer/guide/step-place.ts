import type { GuideStepId } from '../../preload/contract/words/guides.ts';
import type { Place } from '../places/place.ts';
import type { GuideFacts } from './guide-facts.ts';

/** Where a step is done: a place, or signing in, which has none. */
export const stepPlace = (step: GuideStepId, facts: GuideFacts): Place | 'sign-in' => {
  const workspaceId = facts.workspace.id;
  const first = facts.profiles.value?.[0];
  const ofApp = (tab: string): Place => ({
    page: 'applications',
    workspaceId,
    params: first === undefined ? { panel: 'add' } : { app: first.id, tab },
  });
  switch (step) {
    case 'connect':
      return 'sign-in';
    case 'environments':
      return { page: 'environments', workspaceId, params: { do: 'discover' } };
    case 'app':
      return { page: 'applications', workspaceId, params: { panel: 'add' } };
    case 'credential':
      return ofApp('credentials');
    case 'users':
    case 'rollout':
      return { page: 'application-users/new', workspaceId };
    case 'prove':
      return { page: 'query', workspaceId };
    case 'home-app':
      return { page: 'applications', workspaceId };
    case 'client':
      return { page: 'workspaces/new' };
    case 'consent':
    case 'principal':
      return ofApp('consent');
  }
};
