import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { RoleTeam, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { MOST_ROLE_CHANGES } from '../../../preload/contract/words/plan-limits.ts';
import { ROLE_EDIT_TEXTS, ROLE_TEAM_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import { Button, EnvironmentMenu, Facts, Field, NoticeBar, SidePanel, Text } from '../../ui/index.ts';

/** Gives a role to teams or takes it from them, in this environment and, by the names of both, in others. */
export const TeamRolePanel = (props: {
  readonly role: SecurityRole;
  /** All of them hold the role, or none of them does. */
  readonly teams: readonly RoleTeam[];
  readonly environmentId: EnvironmentId;
  readonly environmentName: string;
  readonly environments: readonly Environment[];
  readonly onClose: () => void;
}): ReactElement => {
  const { environmentId, role, teams } = props;
  const workspace = useWorkspace();
  const [chosen, setChosen] = useState<ReadonlySet<EnvironmentId>>(new Set([environmentId]));
  const [previewed, setPreviewed] = useState<readonly RoleChange[] | null>(null);
  const names = teams.map(({ name }) => name);
  const takes = teams.every(({ holds }) => holds);
  const title = takes ? TEXTS.takeTitle(role.name, names) : TEXTS.giveTitle(role.name, names);
  const tooMany = chosen.size * teams.length > MOST_ROLE_CHANGES;
  const asked = (): readonly RoleChange[] =>
    [...chosen].flatMap((id) =>
      teams.map((team): RoleChange => ({
        kind: takes ? 'take-from-team' : 'give-to-team',
        environmentId: id,
        // Ids are this environment's own.
        ...(id === environmentId
          ? { role: { by: 'id', roleId: role.rootRoleId }, team: { by: 'id', teamId: team.teamId } }
          : { role: { by: 'name', name: role.name }, team: { by: 'name', name: team.name } }),
      })),
    );
  if (previewed !== null)
    return (
      <ChangePanel
        title={title}
        change={{ kind: 'roles', changes: previewed }}
        onClose={props.onClose}
        onBack={() => setPreviewed(null)}
      />
    );
  return (
    <SidePanel
      title={title}
      subtitle={props.environmentName}
      startWidth={520}
      onClose={props.onClose}
      actions={
        <>
          <Button
            appearance="primary"
            disabled={chosen.size === 0 || tooMany || workspace.readOnly}
            onClick={() => setPreviewed(asked())}
          >
            {ROLE_EDIT_TEXTS.preview(0)}
          </Button>
          <Button onClick={props.onClose}>{ROLE_EDIT_TEXTS.cancel}</Button>
        </>
      }
    >
      {workspace.readOnly ? <NoticeBar intent="warning" title={ROLE_EDIT_TEXTS.readOnlyWorkspace} /> : null}
      {tooMany ? <NoticeBar intent="warning" title={TEXTS.tooMany(MOST_ROLE_CHANGES)} /> : null}
      {teams.length === 1 ? null : <Facts facts={[{ label: TEXTS.chosenTeams, value: names.join(', ') }]} />}
      <Field label={ROLE_EDIT_TEXTS.environments} hint={TEXTS.environmentsHint}>
        <EnvironmentMenu
          label={ROLE_EDIT_TEXTS.environments}
          environments={props.environments}
          chosen={chosen}
          onChosen={setChosen}
        />
      </Field>
      <Text>{role.membersInherit ? TEXTS.inherits : TEXTS.inheritsNot}</Text>
    </SidePanel>
  );
};
