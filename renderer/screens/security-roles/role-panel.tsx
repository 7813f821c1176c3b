import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { RoleTeam, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import {
  ROLE_EDIT_TEXTS as EDIT,
  ROLE_TEAM_TEXTS,
  SECURITY_ROLES_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Badge,
  Button,
  DataTable,
  ErrorPanel,
  Identifier,
  makeStyles,
  NoticeBar,
  SidePanel,
  Tab,
  TabList,
  TextWithMark,
} from '../../ui/index.ts';
import { DepthLegend } from './depth-legend.tsx';
import { MatrixTable, MiscTable } from './matrix-table.tsx';
import { RoleTeams } from './role-teams.tsx';
import { TeamRolePanel } from './team-role-panel.tsx';
import { privilegeMatrix } from './privilege-matrix.ts';

const TEXTS = SECURITY_ROLES_TEXTS.details;
const TABS = ['tables', 'misc', 'copies', 'teams'] as const;
type TabId = (typeof TABS)[number];
type Copy = SecurityRole['copies'][number] & { readonly root: boolean };

const useStyles = makeStyles({
  fill: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '240px' },
  tabs: { marginLeft: '-12px' },
});

const COPY_COLUMNS: readonly Column<Copy>[] = [
  {
    id: 'businessUnit',
    header: TEXTS.copyColumns.businessUnit,
    width: 220,
    grow: true,
    required: true,
    value: ({ businessUnitName }) => businessUnitName,
    cell: ({ businessUnitName, root }) => (
      <TextWithMark
        text={businessUnitName}
        mark={
          root ? (
            <Badge appearance="outline" size="small" shape="rounded">
              {TEXTS.root}
            </Badge>
          ) : null
        }
      />
    ),
  },
  {
    id: 'roleId',
    header: TEXTS.copyColumns.roleId,
    width: 170,
    value: ({ roleId }) => roleId,
    cell: ({ roleId }) => <Identifier value={roleId} what={TEXTS.copyColumns.roleId} />,
  },
];

/** Why a role cannot be changed; null where it can. */
const whyFixed = ({ customizable, managed, systemAdministrator }: SecurityRole): string | null => {
  if (systemAdministrator) return EDIT.fixed.system;
  if (managed) return EDIT.fixed.managed;
  return customizable ? null : EDIT.fixed.locked;
};

/** One role: what it allows on which table and how far, and its copies. */
export const RolePanel = (props: {
  readonly role: SecurityRole;
  readonly environmentId: EnvironmentId;
  readonly environmentName: string;
  readonly environments: readonly Environment[];
  /** What can be done with the role. */
  readonly onEdit: () => void;
  readonly onClone: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { environmentId, role } = props;
  const fixed = whyFixed(role);
  const styles = useStyles();
  const workspace = useWorkspace();
  const [tab, setTab] = useState<TabId>('tables');
  const [teams, setTeams] = useState<readonly RoleTeam[] | null>(null);
  const privileges = useCall('securityRoles.privileges', {
    workspaceId: workspace.id,
    environmentId,
    roleId: role.rootRoleId,
  });
  const matrix = useMemo(() => privilegeMatrix(privileges.data?.privileges ?? []), [privileges.data]);
  const copies = useMemo(
    () => role.copies.map((copy): Copy => ({ ...copy, root: copy.roleId === role.rootRoleId })),
    [role],
  );
  if (teams !== null)
    return (
      <TeamRolePanel
        role={role}
        teams={teams}
        environmentId={environmentId}
        environmentName={props.environmentName}
        environments={props.environments}
        onClose={() => setTeams(null)}
      />
    );
  return (
    <SidePanel
      title={role.name}
      subtitle={props.environmentName}
      onClose={props.onClose}
      startWidth={660}
      actions={
        <>
          <Button
            disabledFocusable={fixed !== null || workspace.readOnly}
            title={fixed ?? undefined}
            onClick={props.onEdit}
          >
            {EDIT.edit}
          </Button>
          <Button disabledFocusable={workspace.readOnly} onClick={props.onClone}>
            {EDIT.clone}
          </Button>
          <Button
            disabledFocusable={fixed !== null || workspace.readOnly}
            title={fixed ?? undefined}
            onClick={props.onDelete}
          >
            {EDIT.delete}
          </Button>
        </>
      }
    >
      {fixed === null ? null : (
        <NoticeBar intent="info" title={EDIT.fixedTitle}>
          {fixed}
        </NoticeBar>
      )}
      {role.systemAdministrator ? (
        <NoticeBar intent="warning" title={SECURITY_ROLES_TEXTS.administrator}>
          {SECURITY_ROLES_TEXTS.administratorHint}
        </NoticeBar>
      ) : null}
      <TabList
        className={styles.tabs}
        aria-label={TEXTS.tabs}
        selectedValue={tab}
        onTabSelect={(_event, data) => setTab(TABS.find((each) => each === data.value) ?? 'tables')}
      >
        <Tab value="tables">{TEXTS.tables(matrix.tables.length)}</Tab>
        <Tab value="misc">{TEXTS.misc(matrix.misc.length)}</Tab>
        <Tab value="copies">{TEXTS.copies(copies.length)}</Tab>
        <Tab value="teams">{ROLE_TEAM_TEXTS.tab}</Tab>
      </TabList>
      <div className={styles.fill} role="tabpanel" aria-label={TEXTS.tabs}>
        {tab === 'teams' ? (
          <RoleTeams role={role} environmentId={environmentId} onChange={setTeams} />
        ) : tab === 'copies' ? (
          <DataTable
            label={TEXTS.copiesTable}
            columns={COPY_COLUMNS}
            rows={copies}
            rowKey={({ roleId }) => roleId}
            empty={null}
          />
        ) : privileges.error !== null ? (
          <ErrorPanel error={privileges.error} handlers={{ retry: privileges.refresh }} />
        ) : tab === 'tables' ? (
          <MatrixTable tables={matrix.tables} loading={privileges.loading} />
        ) : (
          <MiscTable privileges={matrix.misc} loading={privileges.loading} />
        )}
      </div>
      {tab === 'copies' || tab === 'teams' ? null : <DepthLegend />}
    </SidePanel>
  );
};
