import type { ReactElement } from 'react';
import { WORKSPACES_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useAction, useCall } from '../../bridge/index.ts';
import { ConfirmDialog, Stack, useToasts } from '../../ui/index.ts';

const TEXTS = WORKSPACES_TEXTS.remove;

/** Asks for the name before a workspace is forgotten, and says what goes and what stays. Mount it only while it is open. */
export const RemoveWorkspaceDialog = (props: {
  readonly workspace: Workspace;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { id, name } = props.workspace;
  const toasts = useToasts();
  const environments = useCall('environments.list', { workspaceId: id }).data?.environments.length ?? null;
  const apps = useCall('appProfiles.list', { workspaceId: id }).data?.profiles.length ?? null;
  const accounts = useCall('identity.account', { workspaceId: id }).data?.accounts.length ?? null;
  const remove = useAction('workspaces.remove', { invalidates: ['workspaces.list'] });
  const removeNow = async () => {
    const result = await remove.run({ id });
    props.onClose();
    if (!result.ok) return toasts.failure(result.error);
    toasts.success(TEXTS.removed(name));
    props.onRemoved();
  };
  return (
    <ConfirmDialog
      title={TEXTS.title(name)}
      confirmLabel={TEXTS.confirm}
      typed={[name]}
      busy={remove.busy}
      onConfirm={() => void removeNow()}
      onCancel={props.onClose}
    >
      <Stack gap="s">
        <strong>{TEXTS.goes}</strong>
        <ul>
          {TEXTS.goesItems(environments, accounts).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <strong>{TEXTS.stays}</strong>
        <ul>
          {TEXTS.staysItems(apps).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Stack>
    </ConfirmDialog>
  );
};
