import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { FoundApp } from '../../../preload/contract/directory.ts';
import type { AppProfileId } from '../../../preload/contract/words/ids.ts';
import { APP_DIRECTORY_TEXTS, APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction, useWorkspace } from '../../bridge/index.ts';
import { ErrorPanel, makeStyles, SearchBox, useToasts } from '../../ui/index.ts';
import { FoundApps } from './found-apps.tsx';
import { useSettledText } from './use-settled-text.ts';

const TEXTS = APP_DIRECTORY_TEXTS.add;
/** The longest name that a profile may have; names in the directory may be longer. */
const LONGEST_NAME = 120;

const useStyles = makeStyles({ search: { maxWidth: 'none' } });

/** Finds an app in the directory of the workspace's tenant and adds it as a profile. */
export const PickApp = (props: {
  readonly profiles: readonly AppProfile[];
  readonly linkable: readonly AppProfile[];
  readonly onAdded: (id: AppProfileId) => void;
  readonly onLink: (profile: AppProfile) => void;
}): ReactElement => {
  const styles = useStyles();
  const workspace = useWorkspace();
  const toasts = useToasts();
  const create = useAction('appProfiles.create', { invalidates: ['appProfiles.list'] });
  const [text, setText] = useState('');
  const wanted = useSettledText(text.trim());

  const add = async (app: FoundApp) => {
    const result = await create.run({
      workspaceId: workspace.id,
      name: app.name.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim() || app.clientId,
      clientId: app.clientId,
      homeTenantId: app.homeTenantId,
    });
    if (!result.ok) return;
    toasts.success(APPLICATIONS_TEXTS.add.added(result.value.name));
    props.onAdded(result.value.id);
  };
  return (
    <>
      <SearchBox
        className={styles.search}
        placeholder={TEXTS.search}
        aria-label={TEXTS.search}
        value={text}
        maxLength={120}
        onChange={(_event, data) => setText(data.value)}
      />
      {create.error === null ? null : <ErrorPanel error={create.error} />}
      {(['own', 'enterprise'] as const).map((place) => (
        <FoundApps
          key={place}
          place={place}
          text={wanted}
          profiles={props.profiles}
          linkable={props.linkable}
          busy={create.busy}
          onAdd={(app) => void add(app)}
          onLink={props.onLink}
        />
      ))}
    </>
  );
};
