import type { ReactElement } from 'react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { WHO_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useKept, useStream, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  EnvironmentMenu,
  ErrorPanel,
  NoticeBar,
  Page,
  PartialBanner,
  SecurityRolesIcon,
  StreamBar,
} from '../../ui/index.ts';
import { GRANTING_COLUMNS } from './granting-columns.tsx';
import { NOBODY_ASKED, rowsOf, withAnswer } from './granting-rows.ts';
import { HoldersPanel } from './holders-panel.tsx';
import { PrivilegeSearch } from './privilege-search.tsx';
import { titleOfPrivilege } from './match-privileges.ts';

const NO_CATALOGUE = [] as const;

/** Who can do something: the roles of many environments that grant a privilege, and the application users that hold them. */
export const WhoView = (props: {
  readonly title: string;
  readonly views: ReactElement;
  /** Its privileges are offered; those of others may differ. */
  readonly environment: Environment;
  readonly environments: readonly Environment[];
}): ReactElement => {
  const { environment, environments } = props;
  const workspace = useWorkspace();
  const [params, change] = usePlaceParams();
  const catalogue = useCall('securityRoles.catalogue', {
    workspaceId: workspace.id,
    environmentId: environment.id,
  });
  const privileges = catalogue.data?.privileges ?? NO_CATALOGUE;
  const asked = params['ask'] ?? null;
  const known = privileges.find(({ name }) => name === asked);
  const what = known === undefined ? (asked ?? '') : titleOfPrivilege(known);
  const all = useMemo(
    (): ReadonlySet<EnvironmentId> => new Set(environments.map(({ id }) => id)),
    [environments],
  );
  const [chosen, setChosen] = useKept([workspace.id, 'security-roles', 'who', 'environments'], all);
  const stream = useStream('securityRoles.granting', {
    scope: `${workspace.id} ${asked ?? ''}`,
    title: TEXTS.streamTitle(what),
    initial: NOBODY_ASKED,
    reduce: withAnswer,
    begin: (before, { environmentIds }) => (environmentIds.length === chosen.size ? NOBODY_ASKED : before),
    count: ({ failures, roles }) => ({ done: roles.size + failures.size, total: chosen.size }),
  });
  const { data, start } = stream;
  const ask = useCallback(
    (ids: readonly EnvironmentId[]) => {
      if (asked === null || ids.length === 0) return;
      void start({ workspaceId: workspace.id, environmentIds: [...ids], privileges: [asked] });
    },
    [asked, start, workspace.id],
  );
  const begun = useRef('');
  useEffect(() => {
    if (asked === null || begun.current === asked) return;
    begun.current = asked;
    if (stream.state === 'idle') ask([...chosen]);
  }, [ask, asked, chosen, stream.state]);

  const rows = useMemo(
    () =>
      rowsOf(
        data,
        environments.filter(({ id }) => chosen.has(id)),
      ),
    [chosen, data, environments],
  );
  const open = rows.find(({ key }) => key === params['holder']);
  const failures = environments.flatMap(({ id, name }) => {
    const error = data.failures.get(id);
    return error === undefined ? [] : [{ id, name, error }];
  });
  const answered = data.roles.size + data.failures.size;
  return (
    <Page
      title={props.title}
      purpose={TEXTS.purpose}
      asOf={asked === null ? null : stream.asOf}
      refreshing={stream.running}
      {...(asked === null ? {} : { onRefresh: () => ask([...chosen]) })}
      banners={
        <>
          {stream.running ? (
            <StreamBar
              label={TEXTS.asking(answered, chosen.size)}
              done={answered}
              total={chosen.size}
              onCancel={stream.cancel}
            />
          ) : (
            <PartialBanner
              failures={failures}
              total={chosen.size}
              cancelled={stream.state === 'cancelled' ? chosen.size - answered : 0}
              onRetry={(ids) =>
                ask(environments.map(({ id }) => id).filter((id) => ids.some((each) => each === id)))
              }
            />
          )}
          {stream.state === 'failed' && stream.error !== null ? (
            <ErrorPanel error={stream.error} handlers={{ retry: () => ask([...chosen]) }} />
          ) : null}
          {data.absent.size === 0 ? null : <NoticeBar intent="info" title={TEXTS.absent(data.absent.size)} />}
          {catalogue.error === null ? null : (
            <ErrorPanel error={catalogue.error} handlers={{ retry: catalogue.refresh }} />
          )}
        </>
      }
      details={
        open === undefined ? null : (
          <HoldersPanel
            key={open.key}
            row={open}
            onRole={() =>
              change({
                view: null,
                holder: null,
                environment: open.environmentId,
                role: open.role.rootRoleId,
              })
            }
            onClose={() => change({ holder: null })}
          />
        )
      }
    >
      {props.views}
      <DataTable
        key={asked ?? ''}
        label={TEXTS.table(what)}
        columns={GRANTING_COLUMNS}
        rows={rows}
        rowKey={({ key }) => key}
        initialSort={{ column: 'depth', descending: true }}
        loading={stream.running && rows.length === 0}
        onOpen={(row) => change({ holder: row.key })}
        openKey={open?.key ?? null}
        toolbar={() => (
          <>
            <PrivilegeSearch
              key={asked ?? ''}
              catalogue={privileges}
              chosen={asked}
              onChosen={(name) => change({ ask: name, holder: null })}
            />
            <EnvironmentMenu
              label={TEXTS.columns.environment}
              environments={environments}
              chosen={chosen}
              onChosen={(ids) => setChosen(() => ids)}
            />
            {asked === null || stream.running ? null : (
              <Button onClick={() => ask([...chosen])}>{TEXTS.ask}</Button>
            )}
          </>
        )}
        empty={
          asked === null ? (
            <EmptyState icon={SecurityRolesIcon} title={TEXTS.startTitle} text={TEXTS.startText} />
          ) : (
            <EmptyState icon={SecurityRolesIcon} title={TEXTS.nobodyTitle} text={TEXTS.nobodyText} />
          )
        }
      />
    </Page>
  );
};
