import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import { ROLE_EDIT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import { Button, NoticeBar, SidePanel, Text } from '../../ui/index.ts';
import { problemOfName, RoleForm } from './role-form.tsx';
import type { RoleWords } from './role-form.tsx';

/** The name of a clone, until a person chooses a better one. */
const cloneName = (name: string): string => `${name.slice(0, 90)} (copy)`;

/** Makes a role with the privileges of another, in this environment or in others. */
export const CloneRole = (props: {
  readonly environment: Environment;
  readonly environments: readonly Environment[];
  readonly roles: readonly SecurityRole[];
  readonly role: SecurityRole;
  readonly onClose: () => void;
}): ReactElement => {
  const { environment, role } = props;
  const workspace = useWorkspace();
  const [words, setWords] = useState<RoleWords>({
    name: cloneName(role.name),
    description: '',
    environments: new Set([environment.id]),
  });
  const [previewed, setPreviewed] = useState<readonly RoleChange[] | null>(null);
  const name = words.name.trim();
  const taken =
    words.environments.has(environment.id) &&
    props.roles.some((other) => other.name.toLowerCase() === name.toLowerCase());
  const problem = problemOfName(words.name, taken);
  const title = TEXTS.titles.clone(role.name);
  if (previewed !== null)
    return (
      <ChangePanel
        title={title}
        change={{ kind: 'roles', changes: previewed }}
        onClose={props.onClose}
        onBack={() => setPreviewed(null)}
      />
    );
  const asked = (): readonly RoleChange[] =>
    [...words.environments].map((environmentId) => ({
      kind: 'clone',
      environmentId,
      from: { environmentId: environment.id, roleId: role.rootRoleId },
      name,
      description: words.description.trim(),
    }));
  return (
    <SidePanel
      title={title}
      subtitle={environment.name}
      startWidth={520}
      onClose={props.onClose}
      actions={
        <>
          <Button
            appearance="primary"
            disabled={problem !== null || words.environments.size === 0 || workspace.readOnly}
            onClick={() => setPreviewed(asked())}
          >
            {TEXTS.preview(0)}
          </Button>
          <Button onClick={props.onClose}>{TEXTS.cancel}</Button>
        </>
      }
    >
      {workspace.readOnly ? <NoticeBar intent="warning" title={TEXTS.readOnlyWorkspace} /> : null}
      <RoleForm
        words={words}
        onWords={setWords}
        all={props.environments}
        problem={problem}
        descriptionHint={TEXTS.descriptionHint}
        narrow
      />
      <Text>{TEXTS.cloneHint}</Text>
    </SidePanel>
  );
};
