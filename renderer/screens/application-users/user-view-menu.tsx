import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { viewChoice, ViewMenu } from '../../ui/index.ts';
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
export const UserViewMenu = (props: {
  readonly view: UserView;
  readonly onView: (view: UserView) => void;
}): ReactElement => {
  const { onView, view } = props;
  const grouped = view.group === 'none' ? [] : [GROUP_LABELS[view.group]];
  return (
    <ViewMenu
      label={TEXTS.label}
      text={[CONCERN_LABELS[view.concern], ...grouped].join(' · ')}
      rows={viewChoice({
        title: TEXTS.label,
        values: CONCERNS,
        labels: CONCERN_LABELS,
        chosen: view.concern,
        onChosen: (concern) => onView({ ...view, concern }),
      })}
      also={{
        label: TEXTS.platform,
        on: view.platform,
        onTurned: (platform) => onView({ ...view, platform }),
      }}
      grouping={viewChoice({
        title: TEXTS.group,
        values: GROUPS,
        labels: GROUP_LABELS,
        chosen: view.group,
        onChosen: (group) => onView({ ...view, group }),
      })}
    />
  );
};
