import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Query } from '../../../../preload/contract/query.ts';
import type { OutputOf } from '../../../../preload/contract/index.ts';
import type { SavedQuery } from '../../../../preload/contract/saved-queries.ts';
import { LONGEST_QUERY_FILE } from '../../../../preload/contract/words/queries/saved-query.ts';
import { SAVED_QUERY_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { useAction, useWorkspace } from '../../../bridge/index.ts';
import {
  Button,
  ErrorPanel,
  makeStyles,
  NoticeBar,
  OpenTextButton,
  SearchBox,
  SidePanel,
  useToasts,
} from '../../../ui/index.ts';
import { isChanged } from './draft-query.ts';
import { ImportPreview } from './import-preview.tsx';
import { SaveForm } from './save-form.tsx';
import { SavedEntry } from './saved-entry.tsx';
import type { SavedQueriesHere } from './use-saved-queries.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  search: { width: '100%', maxWidth: 'none' },
});

type Opened = { readonly file: string; readonly text: string; readonly found: OutputOf<'query.checkFile'> };

const matching = (queries: readonly SavedQuery[], search: string): readonly SavedQuery[] => {
  const wanted = search.trim().toLowerCase();
  return queries.filter(
    ({ name, query }) => name.toLowerCase().includes(wanted) || query.text.toLowerCase().includes(wanted),
  );
};

/** The named queries of the workspace: saved, opened, renamed, deleted, exported as a file and imported from one. */
export const SavedPanel = (props: {
  readonly saved: SavedQueriesHere;
  /** What stands in the editor; null while nothing does. */
  readonly now: Query | null;
  readonly opened: SavedQuery | null;
  readonly onOpen: (saved: SavedQuery) => void;
  /** What stands in the editor is this one now. */
  readonly onSaved: (saved: SavedQuery) => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { now, opened, saved } = props;
  const styles = useStyles();
  const toasts = useToasts();
  const { id: workspaceId } = useWorkspace();
  const [search, setSearch] = useState('');
  const [deleted, setDeleted] = useState<SavedQuery | null>(null);
  const [file, setFile] = useState<Opened | null>(null);
  const check = useAction('query.checkFile');
  const taking = useAction('query.importSaved', { invalidates: ['query.saved'] });

  const remove = async (entry: SavedQuery): Promise<void> => {
    if (await saved.remove(entry.id)) setDeleted(entry);
  };
  const bringBack = async ({ id, name, query }: SavedQuery): Promise<void> => {
    if ((await saved.save(id, name, query)) !== null) setDeleted(null);
  };
  const read = async (name: string, text: string): Promise<void> => {
    const result = await check.run({ workspaceId, text });
    if (result.ok) setFile({ file: name, text, found: result.value });
    else toasts.failure(result.error);
  };
  const take = async (places: readonly number[], text: string): Promise<void> => {
    const result = await taking.run({ workspaceId, text, take: [...places] });
    if (!result.ok) {
      toasts.failure(result.error);
      return;
    }
    setFile(null);
    toasts.success(TEXTS.imported(result.value.added));
  };

  if (file !== null) {
    return (
      <ImportPreview
        file={file.file}
        found={file.found}
        busy={taking.busy}
        onImport={(places) => void take(places, file.text)}
        onBack={() => setFile(null)}
        onClose={props.onClose}
      />
    );
  }
  const shown = matching(saved.queries, search);
  return (
    <SidePanel
      title={TEXTS.title}
      subtitle={TEXTS.subtitle}
      onClose={props.onClose}
      startWidth={480}
      actions={
        <>
          <OpenTextButton
            label={TEXTS.import}
            accept=".json"
            longest={LONGEST_QUERY_FILE}
            disabled={check.busy}
            onOpened={({ name, text }) =>
              text === null ? toasts.info(TEXTS.faultsTitle, TEXTS.tooLong) : void read(name, text)
            }
          />
          {saved.queries.length === 0 ? null : (
            <Button disabled={saved.busy} onClick={() => void saved.exportFile([])}>
              {TEXTS.exportAll}
            </Button>
          )}
        </>
      }
    >
      {saved.error === null ? (
        <SaveForm saved={saved} now={now} opened={opened} onSaved={props.onSaved} />
      ) : (
        <ErrorPanel error={saved.error} handlers={{ retry: saved.retry }} />
      )}
      {deleted === null ? null : (
        <NoticeBar
          intent="info"
          title={TEXTS.deleted(deleted.name)}
          actions={<Button onClick={() => void bringBack(deleted)}>{TEXTS.undo}</Button>}
          onDismiss={() => setDeleted(null)}
        />
      )}
      {saved.loading ? TEXTS.loading : null}
      {saved.known && saved.queries.length === 0 ? TEXTS.empty : null}
      {saved.queries.length < 2 ? null : (
        <SearchBox
          className={styles.search}
          aria-label={TEXTS.search}
          placeholder={TEXTS.search}
          value={search}
          onChange={(_event, data) => setSearch(data.value)}
        />
      )}
      {shown.length === 0 && saved.queries.length > 0 ? TEXTS.noMatch : null}
      <ul className={styles.list}>
        {shown.map((entry) => (
          <SavedEntry
            key={entry.id}
            entry={entry}
            saved={saved}
            state={entry.id === opened?.id ? (isChanged(entry, now) ? 'changed' : 'open') : 'closed'}
            onOpen={() => props.onOpen(entry)}
            onDelete={() => void remove(entry)}
          />
        ))}
      </ul>
    </SidePanel>
  );
};
