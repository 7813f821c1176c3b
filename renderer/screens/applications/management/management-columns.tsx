import type { ManagementApp } from '../../../../preload/contract/management-apps.ts';
import {
  IN_DIRECTORY_FACES,
  MANAGEMENT_APPS_TEXTS as TEXTS,
} from '../../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../../ui/index.ts';
import { Identifier, StatusBadge } from '../../../ui/index.ts';

const oursText = (app: ManagementApp): string => (app.appProfileId === null ? TEXTS.no : TEXTS.yes);

/** Management applications of one tenant. */
export const MANAGEMENT_COLUMNS: readonly Column<ManagementApp>[] = [
  {
    id: 'name',
    header: TEXTS.columns.name,
    width: 220,
    grow: true,
    required: true,
    value: (app) => app.name ?? TEXTS.unnamed,
  },
  {
    id: 'clientId',
    header: TEXTS.columns.clientId,
    width: 170,
    value: (app) => app.clientId,
    cell: (app) => <Identifier value={app.clientId} what={TEXTS.columns.clientId} />,
  },
  {
    id: 'directory',
    header: TEXTS.columns.directory,
    width: 220,
    value: (app) => IN_DIRECTORY_FACES[app.inDirectory].word,
    cell: (app) => {
      const face = IN_DIRECTORY_FACES[app.inDirectory];
      return <StatusBadge status={face.status} word={face.word} />;
    },
  },
  { id: 'ours', header: TEXTS.columns.ours, width: 140, value: oursText },
];
