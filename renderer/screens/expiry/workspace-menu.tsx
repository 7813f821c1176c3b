import type { ReactElement } from 'react';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import {
  Menu,
  MenuButton,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  WorkspacesIcon,
} from '../../ui/index.ts';
import type { ExpiryView } from './judged-rows.ts';

const TEXTS = EXPIRY_TEXTS.view;

/** Whose credentials are shown; none chosen means all. */
export const WorkspaceMenu = (props: {
  readonly workspaces: readonly Workspace[];
  readonly view: ExpiryView;
  readonly onView: (view: ExpiryView) => void;
}): ReactElement => {
  const { onView, view, workspaces } = props;
  const chosen = workspaces.filter(({ id }) => view.workspaceIds.includes(id));
  const [first] = chosen;
  const text =
    first === undefined
      ? TEXTS.allWorkspaces
      : chosen.length === 1
        ? first.name
        : `${first.name} ${EXPIRY_TEXTS.moreWorkspaces(chosen.length - 1)}`;
  return (
    <Menu
      checkedValues={{ workspace: chosen.map(({ id }) => id) }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        onView({
          ...view,
          workspaceIds: workspaces.filter(({ id }) => checkedItems.includes(id)).map(({ id }) => id),
        })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<WorkspacesIcon />} aria-label={`${TEXTS.workspaces}: ${text}`}>
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
