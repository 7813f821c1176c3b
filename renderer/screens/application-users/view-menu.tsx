import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
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
} from '../../ui/index.ts';
import { CONCERNS, GROUPS } from './user-rows.ts';
import type { UserView } from './user-rows.ts';

const TEXTS = APPLICATION_USERS_TEXTS.view;

const CONCERN_LABELS: Readonly<Record<UserView['concern'], string>> = {
  all: TEXTS.all,
  attention: TEXTS.attention,
  'system-administrator': TEXTS.administrators,
};
const GROUP_LABELS: Readonly<Record<UserView['group'], string>> = {
  none: TEXTS.groupNone,
  app: TEXTS.groupApp,
  environment: TEXTS.groupEnvironment,
};

/** Which application users are shown, and how they are grouped. */
export const ViewMenu = (props: {
  readonly view: UserView;
  readonly onView: (view: UserView) => void;
}): ReactElement => {
  const { onView, view } = props;
  const label = [
    CONCERN_LABELS[view.concern],
    ...(view.group === 'none' ? [] : [GROUP_LABELS[view.group]]),
  ].join(' · ');
  return (
    <Menu
      checkedValues={{
        concern: [view.concern],
        group: [view.group],
        platform: view.platform ? ['platform'] : [],
      }}
      onCheckedValueChange={(_event, { name, checkedItems }) => {
        if (name === 'platform') onView({ ...view, platform: checkedItems.includes('platform') });
        const concern = CONCERNS.find((each) => checkedItems.includes(each));
        if (name === 'concern' && concern !== undefined) onView({ ...view, concern });
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
            <MenuGroupHeader>{TEXTS.label}</MenuGroupHeader>
            {CONCERNS.map((concern) => (
              <MenuItemRadio key={concern} name="concern" value={concern}>
                {CONCERN_LABELS[concern]}
              </MenuItemRadio>
            ))}
            <MenuItemCheckbox name="platform" value="platform">
              {TEXTS.platform}
            </MenuItemCheckbox>
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{TEXTS.group}</MenuGroupHeader>
            {GROUPS.map((group) => (
              <MenuItemRadio key={group} name="group" value={group}>
                {GROUP_LABELS[group]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
