import type { ReactElement } from 'react';
import { useState } from 'react';
import type { SavedQuery } from '../../../../preload/contract/saved-queries.ts';
import { QUERY_LAB_TEXTS, SAVED_QUERY_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Badge, Button, formatMoment, Inline, Input, makeStyles, tokens } from '../../../ui/index.ts';
import type { SavedQueriesHere } from './use-saved-queries.ts';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  field: { flexGrow: 1, minWidth: 0 },
  text: {
    margin: 0,
    lineHeight: tokens.lineHeightBase200,
    maxHeight: `calc(3 * ${tokens.lineHeightBase200})`,
    overflow: 'hidden',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const aboutOf = ({ changedAt, query }: SavedQuery): string => {
  const about = TEXTS.about(QUERY_LAB_TEXTS.languages[query.language], formatMoment(changedAt));
  const count = query.parameters?.length ?? 0;
  return count === 0 ? about : `${about}, ${TEXTS.parameters(count)}`;
};

/** One saved query. */
export const SavedEntry = (props: {
  readonly entry: SavedQuery;
  readonly saved: SavedQueriesHere;
  /** Whether it is the one in the editor, and changed there. */
  readonly state: 'closed' | 'open' | 'changed';
  readonly onOpen: () => void;
  readonly onDelete: () => void;
}): ReactElement => {
  const { entry, saved, state } = props;
  const styles = useStyles();
  const [renaming, setRenaming] = useState<string | null>(null);
  const rename = async (name: string): Promise<void> => {
    if (name === entry.name || (await saved.save(entry.id, name, entry.query)) !== null) setRenaming(null);
  };
  return (
    <li className={styles.entry} aria-current={state === 'closed' ? undefined : 'true'}>
      {renaming === null ? (
        <div className={styles.head}>
          <h3 className={styles.name}>{entry.name}</h3>
          {state === 'closed' ? null : (
            <Badge appearance="tint" color={state === 'changed' ? 'warning' : 'brand'}>
              {state === 'changed' ? `${TEXTS.current}, ${TEXTS.changed}` : TEXTS.current}
            </Badge>
          )}
        </div>
      ) : (
        <form
          className={styles.head}
          onSubmit={(event) => {
            event.preventDefault();
            if (renaming.trim() !== '') void rename(renaming.trim());
          }}
        >
          <Input
            className={styles.field}
            size="small"
            aria-label={TEXTS.renameTo(entry.name)}
            maxLength={120}
            autoFocus
            value={renaming}
            onChange={(_event, data) => setRenaming(data.value)}
          />
          <Button type="submit" size="small" disabled={renaming.trim() === '' || saved.busy}>
            {TEXTS.saveName}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => setRenaming(null)}>
            {TEXTS.keepName}
          </Button>
        </form>
      )}
      <pre className={styles.text}>{entry.query.text}</pre>
      <span className={styles.quiet}>{aboutOf(entry)}</span>
      <Inline wrap>
        <Button size="small" onClick={props.onOpen}>
          {TEXTS.take}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setRenaming(entry.name)}>
          {TEXTS.rename}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => void saved.exportFile([entry.id])}>
          {TEXTS.exportOne}
        </Button>
        <Button size="small" appearance="subtle" disabled={saved.busy} onClick={props.onDelete}>
          {TEXTS.delete}
        </Button>
      </Inline>
    </li>
  );
};
