import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import {
  ROLE_EDIT_TEXTS,
  SECURITY_ROLES_TEXTS as TEXTS,
  WHO_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useCall, useKept, useWorkspace } from '../../bridge/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import {
  AddIcon,
  Button,
  DataTable,
  EmptyState,
  EnvironmentSelect,
  EnvironmentsIcon,
  ErrorPanel,
  makeStyles,
  Page,
  SecurityRolesIcon,
  Tab,
  TabList,
  tokens,
} from '../../ui/index.ts';
import { CloneRole } from './clone-role.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { ROLE_COLUMNS } from './role-columns.tsx';
import { RoleEditor } from './role-editor.tsx';
import { RolePanel } from './role-panel.tsx';
import { WhoView } from './who-view.tsx';

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NO_ROLES: readonly SecurityRole[] = [];
/** More columns than these are not seen beside each other. */
const MOST_COMPARED = 5;

const useStyles = makeStyles({ views: { marginLeft: '-12px', marginBottom: tokens.spacingVerticalS } });

const keyOf = (role: SecurityRole): string => role.rootRoleId;

/** The roles of one environment, chosen above the table. */
export const SecurityRolesScreen = (): ReactElement => {
  const workspace = useWorkspace();
  const styles = useStyles();
  const go = useGo();
  const [params, change] = usePlaceParams();
  const list = useCall('environments.list', { workspaceId: workspace.id });
  const environments = list.data?.environments ?? NO_ENVIRONMENTS;
  const [last, setLast] = useKept<EnvironmentId | null>(
    [workspace.id, 'security-roles', 'environment'],
    null,
  );
  const wanted = params['environment'] ?? last;
  const environment =
    environments.find(({ id }) => id === wanted) ??
    environments.toSorted((a, b) => a.name.localeCompare(b.name)).at(0);
  const choose = (id: EnvironmentId) => {
    setLast(() => id);
    change({ environment: id, role: null });
  };
  const page = { title: TEXTS.title, purpose: TEXTS.purpose };
  if (environment === undefined) {
    return (
      <Page {...page} asOf={list.asOf}>
        {list.error !== null ? (
          <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
        ) : list.loading ? (
          <DataTable
            label={TEXTS.table}
            columns={ROLE_COLUMNS}
            rows={NO_ROLES}
            rowKey={keyOf}
            loading
            empty={null}
          />
        ) : (
          <EmptyState
            icon={EnvironmentsIcon}
            title={TEXTS.noEnvironmentsTitle}
            text={TEXTS.noEnvironmentsText}
          >
            <Button
              appearance="primary"
              onClick={() => go({ page: 'environments', workspaceId: workspace.id })}
            >
              {TEXTS.goToEnvironments}
            </Button>
          </EmptyState>
        )}
      </Page>
    );
  }
  const views = (
    <TabList
      className={styles.views}
      aria-label={WHO_TEXTS.views}
      selectedValue={params['view'] === 'who' ? 'who' : 'roles'}
      onTabSelect={(_event, { value }) =>
        change(
          value === 'who'
            ? { view: 'who', role: null, task: null, compare: null, with: null }
            : { view: null, ask: null, holder: null },
        )
      }
    >
      <Tab value="roles">{WHO_TEXTS.rolesTab}</Tab>
      <Tab value="who">{WHO_TEXTS.tab}</Tab>
    </TabList>
  );
  if (params['view'] === 'who')
    return (
      <WhoView title={TEXTS.title} views={views} environment={environment} environments={environments} />
    );
  return (
    <RolesOf
      views={views}
      key={environment.id}
      environment={environment}
      environments={environments}
      chooser={
        <EnvironmentSelect
          label={TEXTS.environment}
          placeholder={TEXTS.chooseEnvironment}
          environments={environments}
          chosen={environment}
          onChosen={choose}
        />
      }
    />
  );
};

/** The roles of one environment and the details of the one that is open. */
const RolesOf = (props: {
  readonly environment: Environment;
  readonly environments: readonly Environment[];
  readonly chooser: ReactElement;
  readonly views: ReactElement;
}): ReactElement => {
  const { environment, environments } = props;
  const workspace = useWorkspace();
  const [params, change] = usePlaceParams();
  const list = useCall('securityRoles.list', { workspaceId: workspace.id, environmentId: environment.id });
  const roles = list.data?.roles ?? NO_ROLES;
  const open = roles.find(({ rootRoleId }) => rootRoleId === params['role']);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const named = (params['compare'] ?? '').split(',');
  const compared = roles.filter(({ rootRoleId }) => named.includes(rootRoleId)).slice(0, MOST_COMPARED);
  const endTask = () => change({ task: null });
  const shared = { environment, environments, roles, onClose: endTask };
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      actions={
        <Button
          appearance="primary"
          icon={<AddIcon />}
          disabledFocusable={workspace.readOnly}
          title={workspace.readOnly ? ROLE_EDIT_TEXTS.readOnlyWorkspace : undefined}
          onClick={() => change({ task: 'new', role: null, compare: null, with: null })}
        >
          {ROLE_EDIT_TEXTS.newRole}
        </Button>
      }
      asOf={list.asOf}
      refreshing={list.refreshing}
      onRefresh={list.refresh}
      banners={list.error !== null && list.data !== undefined ? <ErrorPanel error={list.error} /> : null}
      details={
        params['task'] === 'new' ? (
          <RoleEditor {...shared} key="new" edited={null} />
        ) : open !== undefined && params['task'] === 'edit' ? (
          <RoleEditor {...shared} key={`edit ${open.rootRoleId}`} edited={open} />
        ) : open !== undefined && params['task'] === 'clone' ? (
          <CloneRole {...shared} key={`clone ${open.rootRoleId}`} role={open} />
        ) : open !== undefined && params['task'] === 'delete' ? (
          <ChangePanel
            key={`delete ${open.rootRoleId}`}
            title={ROLE_EDIT_TEXTS.titles.delete(open.name)}
            change={{
              kind: 'roles',
              changes: [
                {
                  kind: 'delete',
                  environmentId: environment.id,
                  role: { by: 'id', roleId: open.rootRoleId },
                },
              ],
            }}
            onClose={endTask}
          />
        ) : compared.length > 0 ? (
          <ComparePanel
            key={compared.map(({ rootRoleId }) => rootRoleId).join(' ')}
            environment={environment}
            environments={props.environments}
            roles={compared}
            otherIds={(params['with'] ?? '').split(',')}
            onOthers={(ids) => change({ with: ids.length === 0 ? null : ids.join(',') }, { replace: true })}
            onClose={() => change({ compare: null, with: null })}
          />
        ) : open === undefined ? null : (
          <RolePanel
            key={open.rootRoleId}
            role={open}
            environmentId={environment.id}
            environmentName={environment.name}
            environments={environments}
            onEdit={() => change({ task: 'edit' })}
            onClone={() => change({ task: 'clone' })}
            onDelete={() => change({ task: 'delete' })}
            onClose={() => change({ role: null })}
          />
        )
      }
    >
      {props.views}
      <DataTable
        label={TEXTS.table}
        columns={ROLE_COLUMNS}
        rows={roles}
        rowKey={keyOf}
        initialSort={{ column: 'name', descending: false }}
        loading={list.loading}
        onOpen={(role) => change({ role: role.rootRoleId, task: null, compare: null, with: null })}
        openKey={open?.rootRoleId ?? null}
        selected={selected}
        onSelected={setSelected}
        toolbar={(chosen) => (
          <>
            {props.chooser}
            {chosen.length === 0 ? null : (
              <Button
                disabledFocusable={chosen.length > MOST_COMPARED}
                title={chosen.length > MOST_COMPARED ? TEXTS.compare.atMost(MOST_COMPARED) : undefined}
                onClick={() =>
                  change({
                    compare: chosen.map(({ rootRoleId }) => rootRoleId).join(','),
                    role: null,
                    task: null,
                  })
                }
              >
                {TEXTS.compare.open(chosen.length)}
              </Button>
            )}
          </>
        )}
        empty={
          list.error !== null ? (
            <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
          ) : (
            <EmptyState icon={SecurityRolesIcon} title={TEXTS.emptyTitle} text={TEXTS.emptyText} />
          )
        }
      />
    </Page>
  );
};
