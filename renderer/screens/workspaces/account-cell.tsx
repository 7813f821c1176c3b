import type { ReactElement } from 'react';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { explain, WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { StatusBadge } from '../../ui/index.ts';

const TEXTS = WORKSPACES_TEXTS.overview;

/** Who is signed in to a workspace, as the vault knows it. */
export const AccountCell = (props: { readonly workspaceId: WorkspaceId }): ReactElement | null => {
  const { data, error } = useCall('identity.account', { workspaceId: props.workspaceId });
  if (error !== null) return <StatusBadge status="unknown" word={explain(error).title} />;
  if (data === undefined) return null;
  if (data.account === null) return <span>{TEXTS.signedOut}</span>;
  return data.state === 'expired' ? (
    <StatusBadge status="attention" word={data.account.username} />
  ) : (
    <span title={data.account.username}>{data.account.username}</span>
  );
};
