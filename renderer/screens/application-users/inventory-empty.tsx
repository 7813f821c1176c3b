import type { ReactElement } from 'react';
import { APPLICATION_USERS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { ApplicationUsersIcon, Button, EmptyState, EnvironmentsIcon, HealthyIcon } from '../../ui/index.ts';
import type { UserRow, UserView } from './user-rows.ts';
import { DEFAULT_VIEW } from './user-rows.ts';

/** Why no application user is shown, and the way on from there. */
export const InventoryEmpty = (props: {
  readonly rows: readonly UserRow[];
  readonly view: UserView;
  readonly hasEnvironments: boolean;
  readonly neverRead: boolean;
  readonly onView: (view: UserView) => void;
  readonly onRead: () => void;
  readonly onGoToEnvironments: () => void;
}): ReactElement => {
  const { onView, rows, view } = props;
  if (!props.hasEnvironments) {
    return (
      <EmptyState icon={EnvironmentsIcon} title={TEXTS.noEnvironmentsTitle} text={TEXTS.noEnvironmentsText}>
        <Button appearance="primary" onClick={props.onGoToEnvironments}>
          {TEXTS.goToEnvironments}
        </Button>
      </EmptyState>
    );
  }
  if (props.neverRead) {
    return (
      <EmptyState icon={ApplicationUsersIcon} title={TEXTS.neverReadTitle} text={TEXTS.neverReadText}>
        <Button appearance="primary" onClick={props.onRead}>
          {TEXTS.read}
        </Button>
      </EmptyState>
    );
  }
  if (view.concern === 'changed') {
    return (
      <EmptyState icon={HealthyIcon} title={TEXTS.nothingChangedTitle} text={TEXTS.nothingChangedText}>
        <Button onClick={() => onView({ ...DEFAULT_VIEW, group: view.group })}>{TEXTS.showAll}</Button>
      </EmptyState>
    );
  }
  const here = rows.filter(
    ({ user }) => view.environmentIds.length === 0 || view.environmentIds.includes(user.environmentId),
  );
  if (here.length === 0) {
    return <EmptyState icon={ApplicationUsersIcon} title={TEXTS.emptyTitle} text={TEXTS.emptyText} />;
  }
  if (here.every(({ user }) => user.platform)) {
    return (
      <EmptyState icon={ApplicationUsersIcon} title={TEXTS.hiddenTitle} text={TEXTS.hiddenText(here.length)}>
        <Button onClick={() => onView({ ...view, platform: true, concern: 'all' })}>
          {TEXTS.showPlatform}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={HealthyIcon} title={TEXTS.nothingMatchesTitle} text={TEXTS.nothingMatchesText}>
      <Button onClick={() => onView({ ...DEFAULT_VIEW, group: view.group })}>{TEXTS.showAll}</Button>
    </EmptyState>
  );
};
