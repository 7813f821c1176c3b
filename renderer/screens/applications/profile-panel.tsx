import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { useGo } from '../../places/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import { Button, QueryIcon, SidePanel } from '../../ui/index.ts';
import { AddCertificateForm } from './add-certificate-form.tsx';
import { AddSecretForm } from './add-secret-form.tsx';
import { EntraSecretPanel } from './entra-secret-panel.tsx';
import type { WantedChange } from './profile-tab.ts';
import { PROFILE_TABS } from './profile-tabs.ts';

/** What is being added in the panel; it stands in the address, so that other screens can open it. */
export type Adding = 'secret' | 'certificate' | 'entra-secret' | null;

/** One app in parts, and what can be done with it. */
export const ProfilePanel = (props: {
  readonly profile: AppProfile;
  readonly now: number;
  /** The part that the address names, if any. */
  readonly tab: string | undefined;
  readonly onTab: (id: string) => void;
  readonly adding: Adding;
  readonly onAdding: (adding: Adding) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { profile, onAdding, onClose } = props;
  const workspace = useWorkspace();
  const [wanted, setWanted] = useState<WantedChange | null>(null);
  const go = useGo();
  const { Content, id } = PROFILE_TABS.find((tab) => tab.id === props.tab) ?? PROFILE_TABS[0];
  const goWithApp = (page: 'query' | 'application-users/new') =>
    go({ page, workspaceId: workspace.id, params: { app: profile.id } });

  if (wanted !== null) return <ChangePanel {...wanted} onClose={() => setWanted(null)} />;
  if (props.adding === 'entra-secret')
    return <EntraSecretPanel profile={profile} onClose={() => onAdding(null)} />;
  if (props.adding !== null) {
    const Form = props.adding === 'secret' ? AddSecretForm : AddCertificateForm;
    const title = props.adding === 'secret' ? TEXTS.secretForm.title : TEXTS.certificateForm.title;
    return (
      <SidePanel title={title} subtitle={profile.name} onClose={() => onAdding(null)}>
        <Form
          key={profile.id}
          profile={profile}
          onDone={() => onAdding(null)}
          onCancel={() => onAdding(null)}
        />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={profile.name}
      onClose={onClose}
      tabs={{ label: profile.name, items: PROFILE_TABS, selected: id, onSelect: props.onTab }}
      actions={
        <>
          <Button
            icon={<QueryIcon />}
            disabled={profile.credentials.length === 0}
            onClick={() => goWithApp('query')}
          >
            {TEXTS.details.query}
          </Button>
          <Button onClick={() => goWithApp('application-users/new')}>{TEXTS.details.giveAccess}</Button>
        </>
      }
    >
      <Content
        key={`${id} ${profile.id}`}
        profile={profile}
        now={props.now}
        onAdding={onAdding}
        onChange={setWanted}
      />
    </SidePanel>
  );
};
