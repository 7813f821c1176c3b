import {
  Menu,
  MenuButton,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { WorkspacesIcon } from './icons.ts';
import { UI_TEXTS } from './texts.ts';

/** Of which workspaces something is shown; none chosen means all. */
export const WorkspaceMenu = (props: {
  readonly workspaces: readonly Workspace[];
  readonly chosen: readonly WorkspaceId[];
  readonly onChosen: (chosen: readonly WorkspaceId[]) => void;
}): ReactElement => {
  const { onChosen, workspaces } = props;
  const chosen = workspaces.filter(({ id }) => props.chosen.includes(id));
  const [first] = chosen;
  const text =
    first === undefined ? UI_TEXTS.allWorkspaces : UI_TEXTS.workspacesChosen(first.name, chosen.length);
  return (
    <Menu
      checkedValues={{ workspace: chosen.map(({ id }) => id) }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        onChosen(workspaces.filter(({ id }) => checkedItems.includes(id)).map(({ id }) => id))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<WorkspacesIcon />}
          aria-label={`${UI_TEXTS.workspaces}: ${text}`}
        >
          {text}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {workspaces.map((workspace) => (
            <MenuItemCheckbox key={workspace.id} name="workspace" value={workspace.id}>
              {workspace.name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
