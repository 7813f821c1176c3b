import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { APPLICATIONS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Button, Identifier, makeStyles, SearchBox, SidePanel, tokens } from '../../ui/index.ts';

const TEXTS = APPLICATIONS_TEXTS.linkPanel;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  search: { maxWidth: 'none' },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
});

/** Takes a profile that another workspace made into this one. */
export const LinkPanel = (props: {
  readonly linkable: readonly AppProfile[];
  readonly busy: boolean;
  readonly onLink: (profile: AppProfile) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = props.linkable.filter((profile) =>
    `${profile.name} ${profile.clientId}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <SidePanel title={TEXTS.title} subtitle={TEXTS.subtitle} onClose={props.onClose}>
      {props.linkable.length === 0 ? (
        <p className={styles.quiet}>{TEXTS.none}</p>
      ) : (
        <SearchBox
          className={styles.search}
          placeholder={TEXTS.search}
          aria-label={TEXTS.search}
          value={search}
          onChange={(_event, data) => setSearch(data.value)}
        />
      )}
      {props.linkable.length > 0 && shown.length === 0 ? (
        <p className={styles.quiet}>{TEXTS.noMatch}</p>
      ) : null}
      <ul className={styles.list} aria-label={TEXTS.title}>
        {shown.map((profile) => (
          <li key={profile.id} className={styles.item}>
            <div>
              <div className={styles.name} title={profile.name}>
                {profile.name}
              </div>
              <Identifier value={profile.clientId} what={APPLICATIONS_TEXTS.columns.clientId} />
            </div>
            <Button
              size="small"
              aria-label={TEXTS.takeName(profile.name)}
              disabled={props.busy}
              onClick={() => props.onLink(profile)}
            >
              {TEXTS.take}
            </Button>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
};
