import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { viewChoice, ViewMenu } from '../../ui/index.ts';
import type { MapView } from './map-view.ts';
import { MAP_GROUPS, MAP_SHOWS } from './map-view.ts';

const TEXTS = APPLICATION_USERS_TEXTS.map.view;

const SHOW_LABELS: Readonly<Record<MapView['show'], string>> = { all: TEXTS.all, problems: TEXTS.problems };
const GROUP_LABELS: Readonly<Record<MapView['group'], string>> = {
  none: APPLICATION_USERS_TEXTS.view.groupNone,
  type: TEXTS.groupType,
};

/** What of the map is shown, and how environments are grouped. */
export const MapViewMenu = (props: {
  readonly view: MapView;
  readonly onView: (view: MapView) => void;
}): ReactElement => {
  const { onView, view } = props;
  const grouped = view.group === 'none' ? [] : [GROUP_LABELS[view.group]];
  return (
    <ViewMenu
      label={APPLICATION_USERS_TEXTS.view.label}
      text={[SHOW_LABELS[view.show], ...grouped].join(' · ')}
      rows={viewChoice({
        title: APPLICATION_USERS_TEXTS.view.label,
        values: MAP_SHOWS,
        labels: SHOW_LABELS,
        chosen: view.show,
        onChosen: (show) => onView({ ...view, show }),
      })}
      also={{
        label: TEXTS.platform,
        on: view.platform,
        onTurned: (platform) => onView({ ...view, platform }),
      }}
      grouping={viewChoice({
        title: APPLICATION_USERS_TEXTS.view.group,
        values: MAP_GROUPS,
        labels: GROUP_LABELS,
        chosen: view.group,
        onChosen: (group) => onView({ ...view, group }),
      })}
    />
  );
};
