import type { ReactElement } from 'react';
import { ALL_CLIENTS_TEXTS, APPLICATION_USERS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../../preload/contract/workspaces.ts';
import { useGo } from '../../../places/index.ts';
import { AccessMapIcon, Button, EmptyState, HealthyIcon, WorkspacesIcon } from '../../../ui/index.ts';
import type { ClientsView } from './clients-view.ts';
import { OpenClient } from './open-client.tsx';

const TEXTS = ALL_CLIENTS_TEXTS.empty;

/** Why the map has no cell, and the way on from there. */
export const ClientsEmpty = (props: {
  readonly workspaces: readonly Workspace[];
  readonly neverRead: readonly Workspace[];
  /** What is kept does not open. */
  readonly shut: boolean;
  readonly view: ClientsView;
  /** Environments and apps that there are before the view. */
  readonly environments: number;
  readonly apps: number;
  readonly onShowAll: () => void;
}): ReactElement => {
  const go = useGo();
  const { neverRead, view } = props;
  if (props.workspaces.length === 0)
    return (
      <EmptyState icon={WorkspacesIcon} title={TEXTS.noWorkspacesTitle} text={TEXTS.noWorkspacesText}>
        <Button appearance="primary" onClick={() => go({ page: 'workspaces/new' })}>
          {TEXTS.newWorkspace}
        </Button>
      </EmptyState>
    );
  if (props.environments === 0)
    return props.shut ? (
      <EmptyState icon={AccessMapIcon} title={TEXTS.shutTitle} text={TEXTS.shutText} />
    ) : (
      <EmptyState icon={AccessMapIcon} title={TEXTS.title} text={TEXTS.text}>
        <OpenClient workspaces={neverRead} />
      </EmptyState>
    );
  if (props.apps === 0)
    return <EmptyState icon={AccessMapIcon} title={TEXTS.noUsersTitle} text={TEXTS.noUsersText} />;
  const calm = view.show === 'problems' && view.filter === '';
  return (
    <EmptyState
      icon={calm ? HealthyIcon : AccessMapIcon}
      title={APPLICATION_USERS_TEXTS.map.noneTitle}
      text={APPLICATION_USERS_TEXTS.map.noneText}
    >
      <Button onClick={props.onShowAll}>{APPLICATION_USERS_TEXTS.showAll}</Button>
    </EmptyState>
  );
};
