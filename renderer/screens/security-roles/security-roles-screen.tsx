import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { SECURITY_ROLES_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useKept, useWorkspace } from '../../bridge/index.ts';
import { useGo, usePlaceParams } from '../../places/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  EnvironmentSelect,
  EnvironmentsIcon,
  ErrorPanel,
  Page,
  SecurityRolesIcon,
} from '../../ui/index.ts';
import { ComparePanel } from './compare-panel.tsx';
import { ROLE_COLUMNS } from './role-columns.tsx';
import { RolePanel } from './role-panel.tsx';

const NO_ENVIRONMENTS: readonly Environment[] = [];
const NO_ROLES: readonly SecurityRole[] = [];
/** More columns than these are not seen beside each other. */
const MOST_COMPARED = 6;

const keyOf = (role: SecurityRole): string => role.rootRoleId;

/** The roles of one environment, chosen above the table. */
export const SecurityRolesScreen = (): ReactElement => {
  const workspace = useWorkspace();
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
  return (
    <RolesOf
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
}): ReactElement => {
  const { environment } = props;
  const workspace = useWorkspace();
  const [params, change] = usePlaceParams();
  const list = useCall('securityRoles.list', { workspaceId: workspace.id, environmentId: environment.id });
  const roles = list.data?.roles ?? NO_ROLES;
  const open = roles.find(({ rootRoleId }) => rootRoleId === params['role']);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const named = (params['compare'] ?? '').split(',');
  const compared = roles.filter(({ rootRoleId }) => named.includes(rootRoleId)).slice(0, MOST_COMPARED);
  return (
    <Page
      title={TEXTS.title}
      purpose={TEXTS.purpose}
      asOf={list.asOf}
      refreshing={list.refreshing}
      onRefresh={list.refresh}
      banners={list.error !== null && list.data !== undefined ? <ErrorPanel error={list.error} /> : null}
      details={
        compared.length > 0 ? (
          <ComparePanel
            key={compared.map(({ rootRoleId }) => rootRoleId).join(' ')}
            environment={environment}
            environments={props.environments}
            roles={compared}
            otherId={params['with']}
            onOther={(id) => change({ with: id }, { replace: true })}
            onClose={() => change({ compare: null, with: null })}
          />
        ) : open === undefined ? null : (
          <RolePanel
            key={open.rootRoleId}
            role={open}
            environmentId={environment.id}
            environmentName={environment.name}
            onClose={() => change({ role: null })}
          />
        )
      }
    >
      <DataTable
        label={TEXTS.table}
        columns={ROLE_COLUMNS}
        rows={roles}
        rowKey={keyOf}
        initialSort={{ column: 'name', descending: false }}
        loading={list.loading}
        onOpen={(role) => change({ role: role.rootRoleId, compare: null, with: null })}
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
                  change({ compare: chosen.map(({ rootRoleId }) => rootRoleId).join(','), role: null })
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
