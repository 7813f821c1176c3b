import type { ReactElement } from 'react';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import {
  FilterIcon,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  WorkspacesIcon,
} from '../../ui/index.ts';
import type { ExpiryView } from './judged-rows.ts';
import { GROUPS, WINDOWS } from './judged-rows.ts';

const TEXTS = EXPIRY_TEXTS.view;

/** Which credentials are shown, and how they are grouped. */
export const ViewMenu = (props: {
  readonly view: ExpiryView;
  readonly onView: (view: ExpiryView) => void;
}): ReactElement => {
  const { onView, view } = props;
  const label = [
    TEXTS.windows[view.window],
    ...(view.group === 'none' ? [] : [TEXTS.groups[view.group]]),
  ].join(' · ');
  return (
    <Menu
      checkedValues={{
        window: [view.window],
        group: [view.group],
        snoozed: view.snoozed ? ['snoozed'] : [],
      }}
      onCheckedValueChange={(_event, { name, checkedItems }) => {
        if (name === 'snoozed') onView({ ...view, snoozed: checkedItems.includes('snoozed') });
        const window = WINDOWS.find((each) => checkedItems.includes(each));
        if (name === 'window' && window !== undefined) onView({ ...view, window });
        const group = GROUPS.find((each) => checkedItems.includes(each));
        if (name === 'group' && group !== undefined) onView({ ...view, group });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<FilterIcon />} aria-label={`${TEXTS.label}: ${label}`}>
          {label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{TEXTS.window}</MenuGroupHeader>
            {WINDOWS.map((window) => (
              <MenuItemRadio key={window} name="window" value={window}>
                {TEXTS.windows[window]}
              </MenuItemRadio>
            ))}
            <MenuItemCheckbox name="snoozed" value="snoozed">
              {TEXTS.snoozed}
            </MenuItemCheckbox>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{TEXTS.group}</MenuGroupHeader>
            {GROUPS.map((group) => (
              <MenuItemRadio key={group} name="group" value={group}>
                {TEXTS.groups[group]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

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
