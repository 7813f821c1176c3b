import type { ReactElement } from 'react';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { APP_DIRECTORY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { useInventoryUsers } from '../../inventory/index.ts';
import { Chips, PanelSection } from '../../ui/index.ts';

const TEXTS = APP_DIRECTORY_TEXTS.overview;

/** In which environments the app has an application user, as far as the inventory has seen. */
export const AppUsers = ({ clientId }: { readonly clientId: ClientId }): ReactElement => {
  const workspace = useWorkspace();
  const environments = useCall('environments.list', { workspaceId: workspace.id });
  const users = useInventoryUsers(workspace.id).filter((user) => user.clientId === clientId);
  const names = users.map(
    (user) =>
      environments.data?.environments.find(({ id }) => id === user.environmentId)?.name ?? user.environmentId,
  );
  return (
    <PanelSection title={TEXTS.users}>
      {names.length === 0 ? (
        <span>{TEXTS.noUsers}</span>
      ) : (
        <>
          <span>{TEXTS.usersIn(names.length)}</span>
          <Chips texts={names} most={3} more={TEXTS.moreUsers} />
        </>
      )}
    </PanelSection>
  );
};
