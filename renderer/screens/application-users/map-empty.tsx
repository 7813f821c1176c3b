import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { ApplicationUsersIcon, Button, EmptyState, EnvironmentsIcon, HealthyIcon } from '../../ui/index.ts';
import type { MapView } from './map-view.ts';
import { DEFAULT_MAP_VIEW } from './map-view.ts';

/** Why the map has no cell, and the way on from there. */
export const MapEmpty = (props: {
  readonly hasEnvironments: boolean;
  readonly hasUsers: boolean;
  readonly neverRead: boolean;
  readonly view: MapView;
  readonly onView: (view: MapView) => void;
  readonly onRead: () => void;
  readonly onGoToEnvironments: () => void;
}): ReactElement => {
  const { onView, view } = props;
  if (!props.hasEnvironments) {
    return (
      <EmptyState icon={EnvironmentsIcon} title={TEXTS.noEnvironmentsTitle} text={TEXTS.noEnvironmentsText}>
        <Button appearance="primary" onClick={props.onGoToEnvironments}>
          {TEXTS.goToEnvironments}
        </Button>
      </EmptyState>
    );
  }
  if (!props.hasUsers && props.neverRead) {
    return (
      <EmptyState icon={ApplicationUsersIcon} title={TEXTS.neverReadTitle} text={TEXTS.neverReadText}>
        <Button appearance="primary" onClick={props.onRead}>
          {TEXTS.read}
        </Button>
      </EmptyState>
    );
  }
  if (!props.hasUsers) {
    return <EmptyState icon={ApplicationUsersIcon} title={TEXTS.emptyTitle} text={TEXTS.emptyText} />;
  }
  return (
    <EmptyState
      icon={view.show === 'problems' && view.filter === '' ? HealthyIcon : ApplicationUsersIcon}
      title={view.show === 'problems' && view.filter === '' ? TEXTS.nothingMatchesTitle : TEXTS.map.noneTitle}
      text={TEXTS.map.noneText}
    >
      <Button onClick={() => onView({ ...DEFAULT_MAP_VIEW, group: view.group, platform: true })}>
        {TEXTS.showAll}
      </Button>
    </EmptyState>
  );
};
