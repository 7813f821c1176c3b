import type { Query } from '../../../preload/contract/query.ts';
import type { SavedQuery } from '../../../preload/contract/saved-queries.ts';
import {
  CALLER_TEXTS,
  QUERY_EXPORT_TEXTS,
  QUERY_LAB_TEXTS as TEXTS,
  SAVED_QUERY_TEXTS,
  SUPPORT_PACK_TEXTS,
  WRITE_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import type { PageAction } from '../../ui/index.ts';
import {
  ActivityIcon,
  EditIcon,
  ExportIcon,
  PackIcon,
  PersonIcon,
  SavedIcon,
  SaveIcon,
} from '../../ui/index.ts';
import { isChanged } from './saved/draft-query.ts';
import type { SavedQueriesHere } from './saved/use-saved-queries.ts';

/**
 * What can be done with a query but run it: save it, take up a saved one, look at what was run, export its rows, ask it on behalf of a user,
 * test a change, hand on how it went.
 */
export const queryActions = (props: {
  readonly saved: SavedQueriesHere;
  readonly now: Query | null;
  readonly opened: SavedQuery | null;
  readonly onSaved: () => void;
  readonly onWrite: () => void;
  readonly onCaller: () => void;
  /** Null while there is nothing to export. */
  readonly onExport: (() => void) | null;
  readonly onHistory: () => void;
  /** Null while nothing was run. */
  readonly onPack: (() => void) | null;
}): readonly PageAction[] => {
  const { now, opened, saved } = props;
  const save = () => {
    if (opened === null || now === null) props.onSaved();
    else void saved.save(opened.id, opened.name, now);
  };
  const nothingToSave = now === null || saved.busy || (opened !== null && !isChanged(opened, now));
  return [
    { label: SAVED_QUERY_TEXTS.save, icon: <SaveIcon />, run: nothingToSave ? null : save },
    { label: SAVED_QUERY_TEXTS.open, icon: <SavedIcon />, run: props.onSaved },
    { label: TEXTS.history.open, icon: <ActivityIcon />, run: props.onHistory },
    {
      label: QUERY_EXPORT_TEXTS.open,
      icon: <ExportIcon />,
      run: props.onExport,
      hint: QUERY_EXPORT_TEXTS.openHint,
    },
    { label: CALLER_TEXTS.open, icon: <PersonIcon />, run: props.onCaller },
    { label: WRITE_TEXTS.open, icon: <EditIcon />, run: props.onWrite },
    { label: SUPPORT_PACK_TEXTS.open, icon: <PackIcon />, run: props.onPack, hint: TEXTS.packHint },
  ];
};
