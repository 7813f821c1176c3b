import type { ReactElement } from 'react';
import { useState } from 'react';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useWorkspace } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';
import { Button, ConfirmDialog, Facts, Identifier, PanelSection, Stack, useToasts } from '../../ui/index.ts';
import type { ProfileTabProps } from './profile-tab.ts';

/** Who an app is, and what can be done with its record here. */
export const OverviewTab = ({ profile }: ProfileTabProps): ReactElement => {
  const workspace = useWorkspace();
  const toasts = useToasts();
  const [, change] = usePlaceParams();
  const invalidates = ['appProfiles.list'] as const;
  const remove = useAction('appProfiles.remove', { invalidates });
  const link = useAction('appProfiles.link', { invalidates });
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
      <Facts
        facts={[
          {
            label: TEXTS.details.clientId,
            value: <Identifier value={profile.clientId} what={TEXTS.details.clientId} full />,
          },
          {
            label: TEXTS.details.homeTenant,
            value:
              profile.homeTenantId === null ? (
                TEXTS.homeTenantUnknown
              ) : (
                <Identifier value={profile.homeTenantId} what={TEXTS.details.homeTenant} full />
              ),
          },
          { label: TEXTS.details.workspaces, value: TEXTS.details.workspaceCount(profile.workspaces.length) },
        ]}
      />
      <PanelSection title={TEXTS.details.elsewhere}>
        <Stack gap="s" align="start">
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
