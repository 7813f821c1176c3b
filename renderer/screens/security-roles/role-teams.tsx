import type { ReactElement } from 'react';
import type { RoleTeam, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { ROLE_TEAM_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import type { Column } from '../../ui/index.ts';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  ErrorPanel,
  makeStyles,
  SecurityRolesIcon,
  TextWithMark,
  tokens,
} from '../../ui/index.ts';

const NO_TEAMS: readonly RoleTeam[] = [];

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground3 },
});

const columnsWith = (change: (team: RoleTeam) => ReactElement): readonly Column<RoleTeam>[] => [
  {
    id: 'name',
    header: TEXTS.columns.name,
    width: 200,
    grow: true,
    required: true,
    value: ({ name }) => name,
    cell: ({ holds, name }) => (
      <TextWithMark
        text={name}
        mark={
          holds ? (
            <Badge appearance="tint" size="small" shape="rounded">
              {TEXTS.holds}
            </Badge>
          ) : null
        }
      />
    ),
  },
  {
    id: 'type',
    header: TEXTS.columns.type,
    width: 150,
    value: ({ isDefault, type }) => (isDefault ? TEXTS.defaultTeam : type),
  },
  {
    id: 'unit',
    header: TEXTS.columns.unit,
    width: 140,
    value: ({ businessUnit }) => businessUnit,
  },
  {
    id: 'change',
    header: TEXTS.columns.change,
    width: 90,
    value: ({ holds }) => (holds ? TEXTS.take : TEXTS.give),
    cell: change,
  },
];

/** Which teams hold a role, what that means for their members, and a way to change it. */
export const RoleTeams = (props: {
  readonly role: SecurityRole;
  readonly environmentId: EnvironmentId;
  readonly onChange: (team: RoleTeam) => void;
}): ReactElement => {
  const { role } = props;
  const styles = useStyles();
  const workspace = useWorkspace();
  const read = useCall('securityRoles.teams', {
    workspaceId: workspace.id,
    environmentId: props.environmentId,
    rootRoleId: role.rootRoleId,
  });
  if (read.error !== null) return <ErrorPanel error={read.error} handlers={{ retry: read.refresh }} />;
  return (
    <>
      <p className={styles.text}>{role.membersInherit ? TEXTS.inherits : TEXTS.inheritsNot}</p>
      <DataTable
        label={TEXTS.table}
        columns={columnsWith((team) => (
          <Button
            size="small"
            disabledFocusable={workspace.readOnly}
            aria-label={team.holds ? TEXTS.takeFrom(team.name) : TEXTS.giveTo(team.name)}
            onClick={() => props.onChange(team)}
          >
            {team.holds ? TEXTS.take : TEXTS.give}
          </Button>
        ))}
        rows={read.data?.teams ?? NO_TEAMS}
        rowKey={({ teamId }) => teamId}
        loading={read.loading}
        empty={<EmptyState icon={SecurityRolesIcon} title={TEXTS.noneTitle} text={TEXTS.noneText} />}
      />
    </>
  );
};
