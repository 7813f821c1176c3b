import type { ReactElement } from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { ENVIRONMENTS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { useAccount } from '../../session/index.ts';
import { Button, ConfirmDialog, DataTable, Page, SearchIcon, useToasts } from '../../ui/index.ts';
import { AddEnvironmentPanel } from './add-environment-panel.tsx';
import { EnvironmentBanners } from './environment-banners.tsx';
import { ENVIRONMENT_COLUMNS } from './environment-columns.tsx';
import { EnvironmentPanel } from './environment-panel.tsx';
import type { EnvironmentRow } from './environment-rows.ts';
import { environmentRow } from './environment-rows.ts';
import { EnvironmentToolbar } from './environment-toolbar.tsx';
import { EnvironmentsEmpty } from './environments-empty.tsx';
import { useDiscovery } from './use-discovery.ts';
import { useEnvironmentChecks } from './use-environment-checks.ts';

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NONE_SELECTED: ReadonlySet<string> = new Set();
const keyOf = (row: EnvironmentRow): string => row.environment.id;

/** The environments of a workspace and whether they can be reached. */
export const EnvironmentsScreen = (): ReactElement => {
  const workspace = useWorkspace();
  const account = useAccount();
  const toasts = useToasts();
  const [params, change] = usePlaceParams();
  const list = useCall('environments.list', { workspaceId: workspace.id });
  const checks = useEnvironmentChecks(workspace.id);
  const discovery = useDiscovery(workspace);
  const remove = useAction('environments.remove', { invalidates: ['environments.list'] });
  const [selected, setSelected] = useState(NONE_SELECTED);
  const [removing, setRemoving] = useState<readonly Environment[]>([]);

  const environments = list.data?.environments ?? NO_ENVIRONMENTS;
  const rows = useMemo(
    () => environments.map((environment) => environmentRow(environment, checks)),
    [environments, checks],
  );
  const open = rows.find((row) => row.environment.id === params['environment']) ?? null;
  const checkAll = () => checks.start(environments.map(({ id }) => id));
  const discover = async () => {
    if (account.account === null && !(await account.signIn())) return;
    const found = await discovery.start();
    if (found !== null) checks.start(found.map(({ id }) => id));
  };

  // Seen once per session without being asked for; after that only on demand.
  const firstCheck =
    account.state === 'signed-in' && !checks.everRun && environments.length > 0 && !discovery.running;
  useEffect(() => {
    if (firstCheck) checkAll();
    // oxlint-disable-next-line react/exhaustive-deps -- only the moment matters, not who is in the list
  }, [firstCheck]);

  // The palette asks by address; the wish is taken out of it so that "back" does not repeat it.
  const wish = params['do'];
  useEffect(() => {
    if (wish === undefined || list.loading) return;
    change({ do: null }, { replace: true });
    if (wish === 'discover') void discover();
    if (wish === 'check') checkAll();
    // oxlint-disable-next-line react/exhaustive-deps -- the wish is the trigger
  }, [wish, list.loading]);

  const removeAll = async () => {
    const results = await Promise.all(
      removing.map(({ id }) => remove.run({ workspaceId: workspace.id, environmentId: id })),
    );
    const failure = results.find((result) => !result.ok);
    if (failure !== undefined && !failure.ok) toasts.failure(failure.error);
    else toasts.success(ENVIRONMENTS_TEXTS.removed(removing.length));
    setRemoving([]);
    setSelected(NONE_SELECTED);
    if (removing.some(({ id }) => id === params['environment'])) change({ environment: null });
  };

  const details =
    params['panel'] === 'add' ? (
      <AddEnvironmentPanel
        onClose={() => change({ panel: null })}
        onAdded={(environment) => {
          toasts.success(ENVIRONMENTS_TEXTS.addPanel.added(environment.name));
          change({ panel: null, environment: environment.id });
          checks.start([environment.id]);
        }}
      />
    ) : open === null ? null : (
      <EnvironmentPanel
        row={open}
        onCheck={() => checks.start([open.environment.id])}
        onClose={() => change({ environment: null })}
      />
    );
  return (
    <Page
      title={ENVIRONMENTS_TEXTS.title}
      purpose={ENVIRONMENTS_TEXTS.purpose}
      asOf={checks.asOf ?? list.asOf}
      refreshing={list.refreshing || checks.running}
      onRefresh={() => {
        list.refresh();
        checkAll();
      }}
      actions={
        discovery.running ? (
          <Button onClick={discovery.cancel}>{ENVIRONMENTS_TEXTS.stop}</Button>
        ) : (
          <Button appearance="primary" icon={<SearchIcon />} onClick={() => void discover()}>
            {ENVIRONMENTS_TEXTS.discover}
          </Button>
        )
      }
      banners={
        <EnvironmentBanners
          rows={rows}
          checks={checks}
          discovery={discovery}
          listError={list.data === undefined ? null : list.error}
        />
      }
      details={details}
    >
      <DataTable
        label={ENVIRONMENTS_TEXTS.table}
        columns={ENVIRONMENT_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        initialSort={{ column: 'name', descending: false }}
        onOpen={(row) => change({ environment: row.environment.id, panel: null })}
        openKey={open?.environment.id ?? null}
        selected={selected}
        onSelected={setSelected}
        loading={list.loading || (discovery.running && rows.length === 0)}
        toolbar={(chosen) => (
          <EnvironmentToolbar
            chosen={chosen}
            checks={checks}
            all={environments.length}
            onCheck={() =>
              chosen.length === 0 ? checkAll() : checks.start(chosen.map((row) => row.environment.id))
            }
            onAdd={() => change({ panel: 'add', environment: null })}
            onRemove={() => setRemoving(chosen.map((row) => row.environment))}
          />
        )}
        empty={
          <EnvironmentsEmpty
            listError={list.error}
            onRetry={list.refresh}
            discovery={discovery}
            onDiscover={() => void discover()}
            onAdd={() => change({ panel: 'add' })}
          />
        }
      />
      {removing.length === 0 ? null : (
        <ConfirmDialog
          title={ENVIRONMENTS_TEXTS.removeTitle(removing.length)}
          confirmLabel={ENVIRONMENTS_TEXTS.remove}
          busy={remove.busy}
          onConfirm={() => void removeAll()}
          onCancel={() => setRemoving([])}
        >
          <p>{ENVIRONMENTS_TEXTS.removeText}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
};
