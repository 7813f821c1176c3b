import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import {
  APP_DIRECTORY_TEXTS,
  APPLICATIONS_TEXTS as TEXTS,
  REGISTER_APP_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { useCall, useWorkspace } from '../../bridge/index.ts';
import { ChangePanel } from '../../plans/index.ts';
import { SidePanel, useToasts } from '../../ui/index.ts';
import { AddAppForm } from './add-app-form.tsx';
import { PickApp } from './pick-app.tsx';
import type { Registration } from './register-app-form.tsx';
import { RegisterAppForm } from './register-app-form.tsx';

/** The ways to add an app, as they stand in the address. */
const ADD_WAYS = [
  { id: 'pick', title: APP_DIRECTORY_TEXTS.add.pick },
  { id: 'paste', title: APP_DIRECTORY_TEXTS.add.paste },
  { id: 'register', title: REGISTER_APP_TEXTS.tab },
] as const;

/** Adds an app to the workspace: one of the directory, one whose client ID is known, or one that does not exist yet. */
export const AddPanel = (props: {
  /** The way that the address names, if any. */
  readonly way: string | undefined;
  readonly profiles: readonly AppProfile[];
  readonly linkable: readonly AppProfile[];
  readonly users: readonly ApplicationUser[];
  readonly onWay: (id: string) => void;
  readonly onAdded: (id: AppProfileId) => void;
  readonly onLink: (profile: AppProfile) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { linkable, onAdded, onClose, onLink, profiles, users } = props;
  const workspace = useWorkspace();
  const toasts = useToasts();
  const account = useCall('identity.account', { workspaceId: workspace.id });
  const [registration, setRegistration] = useState<Registration | null>(null);
  const [previewed, setPreviewed] = useState(false);
  // Without a sign-in nothing can be picked or registered, and pasting needs none.
  const signedIn = account.data?.state === 'signed-in';
  const way = ADD_WAYS.find(({ id }) => id === props.way)?.id ?? (signedIn ? 'pick' : 'paste');

  if (previewed && registration !== null)
    return (
      <ChangePanel
        title={REGISTER_APP_TEXTS.title}
        change={registration}
        onBack={() => setPreviewed(false)}
        onClose={onClose}
        onDone={({ tenant }) => {
          toasts.success(REGISTER_APP_TEXTS.done(registration.name));
          if (tenant?.appProfileId == null) onClose();
          else onAdded(tenant.appProfileId);
        }}
      />
    );
  const content = (() => {
    switch (way) {
      case 'pick':
        return <PickApp profiles={profiles} linkable={linkable} onAdded={onAdded} onLink={onLink} />;
      case 'paste':
        return (
          <AddAppForm
            profiles={profiles}
            linkable={linkable}
            users={users}
            onAdded={onAdded}
            onLink={onLink}
            onCancel={onClose}
          />
        );
      case 'register':
        return (
          <RegisterAppForm
            profiles={profiles}
            start={registration}
            onNext={(wanted) => {
              setRegistration(wanted);
              setPreviewed(true);
            }}
            onCancel={onClose}
          />
        );
    }
  })();
  return (
    <SidePanel
      title={TEXTS.add.title}
      subtitle={way === 'register' ? REGISTER_APP_TEXTS.subtitle : TEXTS.add.subtitle}
      startWidth={520}
      onClose={onClose}
      tabs={{
        label: APP_DIRECTORY_TEXTS.add.ways,
        items: ADD_WAYS,
        selected: way,
        onSelect: props.onWay,
      }}
    >
      {content}
    </SidePanel>
  );
};
