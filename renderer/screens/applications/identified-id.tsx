import type { ReactElement } from 'react';
import type { FoundApp } from '../../../preload/contract/directory.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { APP_DIRECTORY_TEXTS, APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { Button, NoticeBar } from '../../ui/index.ts';

const TEXTS = APP_DIRECTORY_TEXTS.identify;

const sentence = (kind: OutputOf<'directory.identify'>['kind'], name: string): string => {
  switch (kind) {
    case 'client-id':
      return TEXTS.clientId(name);
    case 'application-object-id':
      return TEXTS.objectId(name);
    case 'service-principal-id':
      return TEXTS.principalId(name);
    case 'secret-id':
      return TEXTS.secretId(name);
    case 'certificate-id':
      return TEXTS.certificateId(name);
    case 'unknown':
      return TEXTS.unknown;
  }
};

/**
 * Says what the directory knows of an id that looks like a client id, and offers the right one (C31). Where it cannot be asked nothing is
 * said: the id may be right all the same.
 */
export const IdentifiedId = (props: {
  readonly id: ClientId;
  readonly onTake: (app: FoundApp) => void;
}): ReactElement | null => {
  const workspace = useWorkspace();
  const { data, error } = useCall('directory.identify', { workspaceId: workspace.id, id: props.id });
  if (error !== null) return null;
  if (data === undefined) return <span role="status">{TEXTS.looking}</span>;
  const { kind, app } = data;
  return (
    <NoticeBar
      intent={kind === 'client-id' ? 'success' : kind === 'unknown' ? 'info' : 'warning'}
      title={TEXTS.kinds[kind]}
    >
      {sentence(kind, app?.name ?? '')}{' '}
      {app === null || kind === 'client-id' ? null : (
        <Button size="small" onClick={() => props.onTake(app)}>
          {APPLICATIONS_TEXTS.lint.takeClientId}
        </Button>
      )}
    </NoticeBar>
  );
};
