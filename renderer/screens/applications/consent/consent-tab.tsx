import type { ReactElement } from 'react';
import { CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../../bridge/index.ts';
import { ErrorPanel, Spinner } from '../../../ui/index.ts';
import type { ProfileTabProps } from '../profile-tab.ts';
import { ConsentDetails } from './consent-details.tsx';

/** Consent of this workspace's tenant to an app. */
export const ConsentTab = ({ profile }: ProfileTabProps): ReactElement => {
  const workspace = useWorkspace();
  const list = useCall('consent.list', { workspaceId: workspace.id });
  const row = list.data?.rows.find(
    ({ appProfileId, workspaceId }) => appProfileId === profile.id && workspaceId === workspace.id,
  );
  if (row !== undefined) return <ConsentDetails row={row} onChanged={list.refresh} />;
  return list.error === null ? (
    <Spinner label={CONSENT_TEXTS.loading} />
  ) : (
    <ErrorPanel error={list.error} handlers={{ retry: list.refresh }} />
  );
};
