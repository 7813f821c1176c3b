import type { ReactElement } from 'react';
import type { ManagementApp } from '../../../../preload/contract/management-apps.ts';
import { IN_DIRECTORY_FACES, MANAGEMENT_APPS_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../../bridge/index.ts';
import { useGo } from '../../../places/index.ts';
import { Button, Facts, Identifier, PanelSection, SidePanel, StatusBadge } from '../../../ui/index.ts';
import { CommandList } from '../command-list.tsx';

const TEXTS = MANAGEMENT_APPS_TEXTS.details;

const hintOf = (app: ManagementApp): string | null => {
  if (app.inDirectory === 'gone') return TEXTS.gone;
  if (app.inDirectory === 'disabled') return TEXTS.disabled;
  if (app.inDirectory === 'not-asked') return TEXTS.notAsked;
  return app.name === null ? TEXTS.unknown : null;
};

/** One management application: what it is, and how to take it away. */
export const ManagementPanel = (props: {
  readonly app: ManagementApp;
  readonly onUnregister: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { app } = props;
  const workspace = useWorkspace();
  const go = useGo();
  const face = IN_DIRECTORY_FACES[app.inDirectory];
  const hint = hintOf(app);
  const { commands } = MANAGEMENT_APPS_TEXTS;
  const { appProfileId } = app;
  return (
    <SidePanel
      title={app.name ?? MANAGEMENT_APPS_TEXTS.unnamed}
      subtitle={MANAGEMENT_APPS_TEXTS.view}
      onClose={props.onClose}
      actions={
        <>
          <Button disabled={workspace.readOnly} onClick={props.onUnregister}>
            {MANAGEMENT_APPS_TEXTS.unregister}
          </Button>
          {appProfileId === null ? null : (
            <Button
              onClick={() =>
                go({ page: 'applications', workspaceId: workspace.id, params: { app: appProfileId } })
              }
            >
              {TEXTS.openApp}
            </Button>
          )}
        </>
      }
    >
      <Facts
        facts={[
          {
            label: TEXTS.clientId,
            value: <Identifier value={app.clientId} what={TEXTS.clientId} full />,
          },
          { label: TEXTS.directory, value: <StatusBadge status={face.status} word={face.word} /> },
          {
            label: TEXTS.ours,
            value: appProfileId === null ? MANAGEMENT_APPS_TEXTS.no : MANAGEMENT_APPS_TEXTS.yes,
          },
        ]}
      />
      {hint === null ? null : <span>{hint}</span>}
      <PanelSection title={MANAGEMENT_APPS_TEXTS.meaning.title}>
        <span>{MANAGEMENT_APPS_TEXTS.meaning.text}</span>
      </PanelSection>
      <PanelSection title={commands.title}>
        <CommandList
          commands={[
            { tool: commands.pac, text: commands.unregister(app.clientId) },
            { tool: commands.powershellName, text: commands.powershell(app.clientId) },
          ]}
        />
      </PanelSection>
    </SidePanel>
  );
};
