import type { ReactElement } from 'react';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useGo } from '../../places/index.ts';
import { ApplicationsIcon, Button, EmptyState, EnvironmentsIcon, Page } from '../../ui/index.ts';

/** Query lab while the workspace has no environment, or no app to run as: what is missing and where it is made. */
export const NothingToAsk = (props: {
  readonly what: 'environments' | 'apps';
  readonly workspaceId: WorkspaceId;
}): ReactElement => {
  const { what, workspaceId } = props;
  const go = useGo();
  const apps = what === 'apps';
  return (
    <Page title={TEXTS.title} purpose={TEXTS.purpose}>
      <EmptyState
        icon={apps ? ApplicationsIcon : EnvironmentsIcon}
        title={apps ? TEXTS.noAppsTitle : TEXTS.noEnvironmentsTitle}
        text={apps ? TEXTS.noAppsText : TEXTS.noEnvironmentsText}
      >
        <Button
          appearance="primary"
          onClick={() => go({ page: apps ? 'applications' : 'environments', workspaceId })}
        >
          {apps ? TEXTS.goToApplications : TEXTS.goToEnvironments}
        </Button>
      </EmptyState>
    </Page>
  );
};
