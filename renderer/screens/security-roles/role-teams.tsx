import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
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
    id: 'change',
    header: TEXTS.columns.change,
    width: 90,
    value: ({ holds }) => (holds ? TEXTS.take : TEXTS.give),
    cell: change,
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
];

const toggled = (keys: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
};

/** Which teams hold a role, what that means for their members, and a way to change it. */
export const RoleTeams = (props: {
  readonly role: SecurityRole;
  readonly environmentId: EnvironmentId;
  /** All of them hold it, or none of them does. */
  readonly onChange: (teams: readonly RoleTeam[]) => void;
}): ReactElement => {
  const { onChange, role } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const styles = useStyles();
  const workspace = useWorkspace();
  const read = useCall('securityRoles.teams', {
    workspaceId: workspace.id,
    environmentId: props.environmentId,
    rootRoleId: role.rootRoleId,
  });
  const { readOnly } = workspace;
  const columns = useMemo(
    () =>
      columnsWith((team) => (
        <Button
          size="small"
          disabledFocusable={readOnly}
          aria-label={team.holds ? TEXTS.takeFrom(team.name) : TEXTS.giveTo(team.name)}
          onClick={() => onChange([team])}
        >
          {team.holds ? TEXTS.take : TEXTS.give}
        </Button>
      )),
    [onChange, readOnly],
  );
  if (read.error !== null) return <ErrorPanel error={read.error} handlers={{ retry: read.refresh }} />;
  return (
    <>
      <p className={styles.text}>{role.membersInherit ? TEXTS.inherits : TEXTS.inheritsNot}</p>
      <DataTable
        label={TEXTS.table}
        columns={columns}
        rows={read.data?.teams ?? NO_TEAMS}
        rowKey={({ teamId }) => teamId}
        selected={chosen}
        onSelected={setChosen}
        onOpen={({ teamId }) => setChosen(toggled(chosen, teamId))}
        toolbar={(teams) =>
          [false, true].map((holds) => {
            const these = teams.filter((team) => team.holds === holds);
            return these.length === 0 ? null : (
              <Button
                key={String(holds)}
                size="small"
                disabledFocusable={readOnly}
                onClick={() => onChange(these)}
              >
                {holds ? TEXTS.takeFromTeams(these.length) : TEXTS.giveToTeams(these.length)}
              </Button>
            );
          })
        }
        loading={read.loading}
        empty={<EmptyState icon={SecurityRolesIcon} title={TEXTS.noneTitle} text={TEXTS.noneText} />}
      />
    </>
  );
};
