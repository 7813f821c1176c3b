import { MenuButton, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { MoreIcon } from './icons.ts';
import { UI_TEXTS } from './texts.ts';
import { useActionMenu } from './use-action-menu.ts';

/** Actions that are needed seldom, behind one button. Renders nothing when there are none. */
export const MoreActions = (props: {
  readonly actions: readonly {
    readonly label: string;
    readonly icon?: ReactElement;
    readonly run: () => void;
  }[];
}): ReactElement | null => {
  const { choose, menu } = useActionMenu();
  return props.actions.length === 0 ? null : (
    <Menu {...menu}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<MoreIcon />}>
          {UI_TEXTS.moreActions}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {props.actions.map(({ icon, label, run }) => (
            <MenuItem key={label} {...(icon === undefined ? {} : { icon })} onClick={() => choose(run)}>
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
