import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  APP_DIRECTORY_TEXTS,
  APPLICATIONS_TEXTS as TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useAction, useCall, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import {
  Button,
  ConfirmDialog,
  ErrorPanel,
  NoticeBar,
  PanelSection,
  Skeleton,
  SkeletonItem,
  Stack,
  useToasts,
} from '../../ui/index.ts';
import { AppIds } from './app-ids.tsx';
import { AppInEntra } from './app-in-entra.tsx';
import { AppUsers } from './app-users.tsx';
import type { ProfileTabProps } from './profile-tab.ts';

const WORDS = APP_DIRECTORY_TEXTS.overview;

/** Who an app is, what Microsoft Entra says of it, where it is used, and what can be done with its record here. */
export const OverviewTab = ({ profile, onChange }: ProfileTabProps): ReactElement => {
  const workspace = useWorkspace();
  const toasts = useToasts();
  const [, change] = usePlaceParams();
  const invalidates = ['appProfiles.list'] as const;
  const remove = useAction('appProfiles.remove', { invalidates });
  const link = useAction('appProfiles.link', { invalidates });
  const app = useCall('directory.app', { workspaceId: workspace.id, clientId: profile.clientId });
  const [doomed, setDoomed] = useState(false);
  const close = () => change({ app: null, tab: null });

  const confirm = async () => {
    const result = await remove.run({ id: profile.id });
    setDoomed(false);
    if (!result.ok) return toasts.failure(result.error);
    toasts.success(TEXTS.confirmForget.done(profile.name));
    close();
  };
  const unlink = async () => {
    const result = await link.run({ id: profile.id, workspaceId: workspace.id, linked: false });
    if (!result.ok) return toasts.failure(result.error);
    toasts.info(TEXTS.unlinked(profile.name));
    close();
  };
  return (
    <>
      {app.data !== undefined && app.data.application === null && app.data.principal === null ? (
        <NoticeBar intent="warning" title={WORDS.absentTitle}>
          {WORDS.absentText}
        </NoticeBar>
      ) : null}
      <AppIds clientId={profile.clientId} known={app.data} />
      {app.error === null ? null : <ErrorPanel error={app.error} handlers={{ retry: app.refresh }} />}
      {app.loading ? (
        <Skeleton aria-label={WORDS.loading}>
          <SkeletonItem size={96} />
        </Skeleton>
      ) : null}
      {app.data === undefined ? null : (
        <AppInEntra clientId={profile.clientId} known={app.data} onChange={onChange} />
      )}
      <AppUsers clientId={profile.clientId} />
      <PanelSection title={TEXTS.details.elsewhere}>
        <Stack gap="s" align="start">
          <span>
            {TEXTS.details.workspaces}: {TEXTS.details.workspaceCount(profile.workspaces.length)}
          </span>
          {profile.workspaces.length > 1 ? (
            <Button size="small" disabled={link.busy} onClick={() => void unlink()}>
              {TEXTS.details.unlink}
            </Button>
          ) : null}
          <Button size="small" onClick={() => setDoomed(true)}>
            {TEXTS.details.forget}
          </Button>
        </Stack>
      </PanelSection>
      {doomed ? (
        <ConfirmDialog
          title={TEXTS.confirmForget.title(profile.name)}
          confirmLabel={TEXTS.confirmForget.confirm}
          busy={remove.busy}
          onConfirm={() => void confirm()}
          onCancel={() => setDoomed(false)}
        >
          {TEXTS.confirmForget.text(profile.workspaces.length)}
        </ConfirmDialog>
      ) : null}
    </>
  );
};
