import { useEffect } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { usePlaceParams } from '../../places/index.ts';
import type { DraftAction } from './wizard-draft.ts';
import { NEW_DRAFT } from './wizard-draft.ts';

/**
 * Takes in what another screen asked for when it opened the wizard (`begin=new`, `app=<profile>`,
 * `environments=<id,id>`), once, and then removes it from the address so that going back changes nothing.
 */
export const useArrival = (
  profiles: readonly AppProfile[] | undefined,
  environments: readonly Environment[] | undefined,
  applying: boolean,
  act: (action: DraftAction) => void,
): void => {
  const [params, change] = usePlaceParams();
  const { app, begin, environments: wanted } = params;
  const asked = app !== undefined || begin !== undefined || wanted !== undefined;
  useEffect(() => {
    if (!asked || profiles === undefined || environments === undefined) return;
    change({ app: null, begin: null, environments: null }, { replace: true });
    // An operation that still runs is what the person must see.
    if (applying) return;
    const profile = profiles.find(({ id, clientId }) => id === app || clientId === app);
    const ids = new Set(wanted?.split(','));
    act({
      kind: 'begin',
      draft: {
        ...NEW_DRAFT,
        clientId: profile?.clientId ?? null,
        appName: profile?.name ?? '',
        environmentIds: environments.filter(({ id }) => ids.has(id)).map(({ id }) => id),
        step: profile === undefined ? 'app' : 'environments',
      },
    });
  }, [act, app, applying, asked, change, environments, profiles, wanted]);
};
