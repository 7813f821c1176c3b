import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useInventoryUsers } from '../../inventory/index.ts';
import { Button, makeStyles, PanelSection, Radio, RadioGroup, SearchBox, tokens } from '../../ui/index.ts';
import { ClientIdField } from '../applications/client-id-field.tsx';
import { lintClientId } from '../applications/client-id-lint.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.app;
const SEARCH_FROM = 8;

const useStyles = makeStyles({
  label: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  narrow: { maxWidth: '520px' },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
});

/** Chooses the app: a profile of the workspace, or any client id. */
export const StepApp = (props: {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly workspace: Workspace;
  readonly profiles: readonly AppProfile[];
  readonly onAddApp: () => void;
}): ReactElement => {
  const { act, draft, profiles } = props;
  const styles = useStyles();
  const users = useInventoryUsers(props.workspace.id);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = profiles.filter((profile) =>
    `${profile.name} ${profile.clientId}`.toLocaleLowerCase().includes(wanted),
  );
  const lint = lintClientId(draft.clientIdText, {
    tenantIds: props.workspace.tenantId === null ? [] : [props.workspace.tenantId],
    users,
    profiles: [],
  });
  const byProfile = draft.clientIdText === '' ? (draft.clientId ?? '') : '';
  const chooseProfile = (clientId: string) => {
    const profile = profiles.find((each) => each.clientId === clientId);
    if (profile !== undefined) {
      act({ kind: 'choose-app', clientId: profile.clientId, name: profile.name, text: '' });
    }
  };
  const typed = (text: string) => {
    const next = lintClientId(text, { tenantIds: [], users: [], profiles: [] });
    const clientId = next.kind === 'fine' ? next.clientId : null;
    const known =
      profiles.find((each) => each.clientId === clientId)?.name ??
      users.find((each) => each.clientId === clientId)?.name;
    act({ kind: 'choose-app', clientId, name: known ?? clientId ?? '', text });
  };
  return (
    <>
      <PanelSection title={TEXTS.profiles}>
        {profiles.length === 0 ? (
          <>
            <p className={styles.quiet}>{TEXTS.none}</p>
            <div>
              <Button onClick={props.onAddApp}>{TEXTS.addApp}</Button>
            </div>
          </>
        ) : null}
        {profiles.length > SEARCH_FROM ? (
          <SearchBox
            className={styles.narrow}
            placeholder={TEXTS.search}
            aria-label={TEXTS.search}
            value={search}
            onChange={(_event, data) => setSearch(data.value)}
          />
        ) : null}
        <RadioGroup
          aria-label={TEXTS.profiles}
          value={byProfile}
          onChange={(_event, data) => chooseProfile(data.value)}
        >
          {shown.map((profile) => (
            <Radio
              key={profile.id}
              value={profile.clientId}
              label={
                <span className={styles.label}>
                  <span>{profile.name}</span>
                  <span className={styles.id}>{profile.clientId}</span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </PanelSection>
      <PanelSection title={TEXTS.paste}>
        <div className={styles.narrow}>
          <ClientIdField
            text={draft.clientIdText}
            lint={lint}
            asked={false}
            required={false}
            hint={TEXTS.pasteHint}
            linkable={[]}
            onText={typed}
          />
        </div>
      </PanelSection>
    </>
  );
};
