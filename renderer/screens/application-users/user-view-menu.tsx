import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { formatMoment, viewChoice, ViewMenu } from '../../ui/index.ts';
import { CONCERNS, GROUPS } from './user-rows.ts';
import type { UserView } from './user-rows.ts';

const TEXTS = APPLICATION_USERS_TEXTS.view;

/** `since` is the moment that changes are told from; null while nothing changed. */
const concernLabels = (since: string | null): Readonly<Record<UserView['concern'], string>> => ({
  all: TEXTS.all,
  attention: TEXTS.attention,
  'system-administrator': TEXTS.administrators,
  orphaned: TEXTS.orphaned,
  'soft-deleted': TEXTS.softDeleted,
  changed: since === null ? TEXTS.changed : TEXTS.changedSince(formatMoment(since, 'date')),
});
const GROUP_LABELS: Readonly<Record<UserView['group'], string>> = {
  none: TEXTS.groupNone,
  app: TEXTS.groupApp,
  environment: TEXTS.groupEnvironment,
  role: TEXTS.groupRole,
};

/** Which application users are shown, and how they are grouped. */
export const UserViewMenu = (props: {
  readonly view: UserView;
  readonly since: string | null;
  readonly onView: (view: UserView) => void;
}): ReactElement => {
  const { onView, view } = props;
  const labels = concernLabels(props.since);
  const grouped = view.group === 'none' ? [] : [GROUP_LABELS[view.group]];
  return (
    <ViewMenu
      label={TEXTS.label}
      text={[labels[view.concern], ...grouped].join(' · ')}
      rows={viewChoice({
        title: TEXTS.label,
        values: CONCERNS,
        labels,
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
