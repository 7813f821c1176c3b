import type { ReactElement } from 'react';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { viewChoice, ViewMenu } from '../../ui/index.ts';
import type { ExpiryView } from './judged-rows.ts';
import { GROUPS, WINDOWS } from './judged-rows.ts';

const TEXTS = EXPIRY_TEXTS.view;

/** Which credentials are shown, and how they are grouped. */
export const ExpiryViewMenu = (props: {
  readonly view: ExpiryView;
  readonly onView: (view: ExpiryView) => void;
}): ReactElement => {
  const { onView, view } = props;
  const grouped = view.group === 'none' ? [] : [TEXTS.groups[view.group]];
  return (
    <ViewMenu
      label={TEXTS.label}
      text={[TEXTS.windows[view.window], ...grouped].join(' · ')}
      rows={viewChoice({
        title: TEXTS.window,
        values: WINDOWS,
        labels: TEXTS.windows,
        chosen: view.window,
        onChosen: (window) => onView({ ...view, window }),
      })}
      also={{
        label: TEXTS.snoozed,
        on: view.snoozed,
        onTurned: (snoozed) => onView({ ...view, snoozed }),
      }}
      grouping={viewChoice({
        title: TEXTS.group,
        values: GROUPS,
        labels: TEXTS.groups,
        chosen: view.group,
        onChosen: (group) => onView({ ...view, group }),
      })}
    />
  );
};
