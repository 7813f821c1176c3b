import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Query } from '../../../../preload/contract/query.ts';
import type { SavedQuery } from '../../../../preload/contract/saved-queries.ts';
import { SAVED_QUERY_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { Button, Field, Inline, Input, makeStyles, tokens } from '../../../ui/index.ts';
import { isChanged } from './draft-query.ts';
import type { SavedQueriesHere } from './use-saved-queries.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Saves what stands in the editor: over the query that is open, or under a new name. */
export const SaveForm = (props: {
  readonly saved: SavedQueriesHere;
  readonly now: Query | null;
  readonly opened: SavedQuery | null;
  readonly onSaved: (saved: SavedQuery) => void;
}): ReactElement => {
  const { now, opened, saved } = props;
  const styles = useStyles();
  const [name, setName] = useState('');
  const wanted = name.trim();
  const save = async (over: SavedQuery | null, called: string): Promise<void> => {
    if (now === null) return;
    const kept = await saved.save(over?.id ?? null, called, now);
    if (kept === null) return;
    setName('');
    props.onSaved(kept);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') void save(null, wanted);
      }}
    >
      <Field label={TEXTS.name} {...(now === null ? { hint: TEXTS.nothingToSave } : {})}>
        <Input
          placeholder={TEXTS.namePlaceholder}
          maxLength={120}
          value={name}
          disabled={now === null}
          onChange={(_event, data) => setName(data.value)}
        />
      </Field>
      <Inline wrap>
        <Button type="submit" disabled={now === null || wanted === '' || saved.busy}>
          {TEXTS.saveAs}
        </Button>
        {opened !== null && isChanged(opened, now) ? (
          <Button
            appearance="primary"
            disabled={now === null || saved.busy}
            onClick={() => void save(opened, opened.name)}
          >
            {TEXTS.saveChanges}
          </Button>
        ) : null}
      </Inline>
    </form>
  );
};
