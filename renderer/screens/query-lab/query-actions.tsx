import type { ReactElement } from 'react';
import type { Query } from '../../../preload/contract/query.ts';
import type { SavedQuery } from '../../../preload/contract/saved-queries.ts';
import {
  CALLER_TEXTS,
  QUERY_EXPORT_TEXTS,
  QUERY_LAB_TEXTS as TEXTS,
  SAVED_QUERY_TEXTS,
  WRITE_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import {
  ActivityIcon,
  Button,
  EditIcon,
  ExportIcon,
  PersonIcon,
  SavedIcon,
  SaveIcon,
} from '../../ui/index.ts';
import { isChanged } from './saved/draft-query.ts';
import type { SavedQueriesHere } from './saved/use-saved-queries.ts';

/** What can be done with a query but run it: save it, take up a saved one, test a change, ask it on behalf of a user, look at what was run, export its rows. */
export const QueryActions = (props: {
  readonly saved: SavedQueriesHere;
  readonly now: Query | null;
  readonly opened: SavedQuery | null;
  readonly onSaved: () => void;
  readonly onWrite: () => void;
  readonly onCaller: () => void;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
  readonly onHistory: () => void;
}): ReactElement => {
  const { now, opened, saved } = props;
  const save = () => {
    if (opened === null || now === null) props.onSaved();
    else void saved.save(opened.id, opened.name, now);
  };
  return (
    <>
      <Button
        icon={<SaveIcon />}
        disabled={now === null || saved.busy || (opened !== null && !isChanged(opened, now))}
        onClick={save}
      >
        {SAVED_QUERY_TEXTS.save}
      </Button>
      <Button icon={<SavedIcon />} onClick={props.onSaved}>
        {SAVED_QUERY_TEXTS.open}
      </Button>
      <Button icon={<EditIcon />} onClick={props.onWrite}>
        {WRITE_TEXTS.open}
      </Button>
      <Button icon={<PersonIcon />} onClick={props.onCaller}>
        {CALLER_TEXTS.open}
      </Button>
      <Button
        icon={<ExportIcon />}
        disabled={props.onExport === null}
        title={props.onExport === null ? QUERY_EXPORT_TEXTS.openHint : undefined}
        onClick={props.onExport ?? undefined}
      >
        {QUERY_EXPORT_TEXTS.open}
      </Button>
      <Button icon={<ActivityIcon />} onClick={props.onHistory}>
        {TEXTS.history.open}
      </Button>
    </>
  );
};
