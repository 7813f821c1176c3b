import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { RoleTeam, SecurityRole } from '../../../preload/contract/security-roles.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { ROLE_EDIT_TEXTS, ROLE_TEAM_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import { Button, EnvironmentMenu, Field, NoticeBar, SidePanel, Text } from '../../ui/index.ts';

/** Gives a role to a team or takes it, in this environment and, by the names of both, in others. */
export const TeamRolePanel = (props: {
  readonly role: SecurityRole;
  readonly team: RoleTeam;
  readonly environmentId: EnvironmentId;
  readonly environmentName: string;
  readonly environments: readonly Environment[];
  readonly onClose: () => void;
}): ReactElement => {
  const { environmentId, role, team } = props;
  const workspace = useWorkspace();
  const [chosen, setChosen] = useState<ReadonlySet<EnvironmentId>>(new Set([environmentId]));
  const [previewed, setPreviewed] = useState<readonly RoleChange[] | null>(null);
  const title = team.holds ? TEXTS.takeTitle(role.name, team.name) : TEXTS.giveTitle(role.name, team.name);
  const asked = (): readonly RoleChange[] =>
    [...chosen].map((id): RoleChange => ({
      kind: team.holds ? 'take-from-team' : 'give-to-team',
      environmentId: id,
      // Ids are this environment's own.
      ...(id === environmentId
        ? { role: { by: 'id', roleId: role.rootRoleId }, team: { by: 'id', teamId: team.teamId } }
        : { role: { by: 'name', name: role.name }, team: { by: 'name', name: team.name } }),
    }));
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
            disabled={chosen.size === 0 || workspace.readOnly}
            onClick={() => setPreviewed(asked())}
          >
            {ROLE_EDIT_TEXTS.preview(0)}
          </Button>
          <Button onClick={props.onClose}>{ROLE_EDIT_TEXTS.cancel}</Button>
        </>
      }
    >
      {workspace.readOnly ? <NoticeBar intent="warning" title={ROLE_EDIT_TEXTS.readOnlyWorkspace} /> : null}
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
