import type { ReactElement } from 'react';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { Inventory } from '../../inventory/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import { CopyPanel } from './copy-panel.tsx';
import { MissingUserPanel } from './missing-user-panel.tsx';
import { useBeginChange } from './use-begin-change.ts';
import type { InventoryPage } from './use-inventory-page.ts';
import { possible, userActions } from './user-actions.ts';
import { UserPanel } from './user-panel.tsx';
import { isGone, whyMissing } from './user-rows.ts';

const answeredIn = ({ answers }: Inventory): ReadonlySet<EnvironmentId> =>
  new Set([...answers].flatMap(([id, { asOf }]) => (asOf === null ? [] : [id])));

/** Details of the application user that the address names (`user`), or why there are none; nothing when it names none. */
export const UserDetails = (props: { readonly shown: InventoryPage }): ReactElement | null => {
  const { environments, inventory, list, profiles, rows, workspace } = props.shown;
  const go = useGo();
  const [params, change] = usePlaceParams();
  const begin = useBeginChange(workspace.id);
  const { user: key } = params;
  if (key === undefined) return null;
  const close = () => change({ user: null, tab: null, do: null });
  const open = rows.find((row) => row.key === key);
  if (open === undefined) {
    if (list.data === undefined || inventory.state === 'idle') return null;
    const named = environments.find(({ id }) => key.startsWith(`${id}/`));
    const why = whyMissing(named, inventory.data, inventory.running);
    return why === null ? null : (
      <MissingUserPanel
        why={why}
        onClose={close}
        onRead={({ id }) => inventory.read([id])}
        {...(named === undefined ? {} : { environment: named })}
      />
    );
  }
  const { clientId } = open.user;
  const profile = profiles.find((one) => one.clientId === clientId);
  const copyable = !open.user.platform && open.user.state !== 'soft-deleted' && !isGone(open);
  if (params['do'] === 'copy' && copyable)
    return (
      <CopyPanel
        key={open.key}
        row={open}
        rows={rows}
        environments={environments}
        profiles={profiles}
        answered={answeredIn(inventory.data)}
        onClose={() => change({ do: null })}
        onDone={inventory.read}
      />
    );
  const actions =
    workspace.readOnly || isGone(open) ? [] : possible(Object.values(userActions([open], begin)));
  return (
    <UserPanel
      row={open}
      elsewhere={rows.filter((row) => row.user.clientId === clientId && row.key !== open.key && !isGone(row))}
      tab={params['tab']}
      onTab={(tab) => change({ tab }, { replace: true })}
      onOpen={(row) => change({ user: row.key })}
      onClose={close}
      actions={actions}
      {...(copyable ? { onCopy: () => change({ do: 'copy' }) } : {})}
      {...(profile === undefined
        ? {}
        : {
            onDiagnose: () =>
              go({
                page: 'doctor',
                workspaceId: workspace.id,
                params: { app: profile.id, environments: open.environment.id, do: 'run' },
              }),
            onQuery: () =>
              go({
                page: 'query',
                workspaceId: workspace.id,
                params: { app: profile.id, environments: open.environment.id },
              }),
          })}
    />
  );
};
