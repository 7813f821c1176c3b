import { useEffect } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import { usePlaceParams } from '../../places/index.ts';
import type { DraftAction } from './wizard-draft.ts';
import { NEW_DRAFT } from './wizard-draft.ts';

/**
 * Takes in what another screen asked for when it opened the wizard (`begin=new`, `app=<profile>` or, where there is none,
 * `client=<client id>` with its `name`, `environments=<id,id>`, `grants=<privilege>` where a role is wanted for it), once, and then
 * removes it from the address so that going back changes nothing.
 */
export const useArrival = (
  profiles: readonly AppProfile[] | undefined,
  environments: readonly Environment[] | undefined,
  applying: boolean,
  act: (action: DraftAction) => void,
): void => {
  const [params, change] = usePlaceParams();
  const { app, begin, client, environments: wanted, grants = null, name = '' } = params;
  const asked = [app, begin, client, wanted].some((one) => one !== undefined);
  useEffect(() => {
    if (!asked || profiles === undefined || environments === undefined) return;
    change(
      { app: null, begin: null, client: null, environments: null, grants: null, name: null },
      { replace: true },
    );
    // An operation that still runs is what the person must see.
    if (applying) return;
    const profile = profiles.find(
      ({ id, clientId }) => id === app || clientId === app || clientId === client,
    );
    const unknown = profile === undefined ? parseClientId(client ?? '') : null;
    const clientId = profile?.clientId ?? unknown;
    const ids = new Set(wanted?.split(','));
    const environmentIds = environments.filter(({ id }) => ids.has(id)).map(({ id }) => id);
    act({
      kind: 'begin',
      draft: {
        ...NEW_DRAFT,
        clientId,
        clientIdText: unknown ?? '',
        appName: profile?.name ?? (unknown === null ? '' : name),
        environmentIds,
        grants,
        step:
          clientId === null ? 'app' : grants !== null && environmentIds.length > 0 ? 'roles' : 'environments',
      },
    });
  }, [act, app, applying, asked, change, client, environments, grants, name, profiles, wanted]);
};
