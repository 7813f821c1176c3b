import type { ConnectionRow } from '../../../preload/contract/portability.ts';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { ComingCredential } from '../../../preload/contract/words/portability.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import type { Column } from '../../ui/index.ts';
import { Identifier, StatusBadge } from '../../ui/index.ts';

/** How well each credential of a file comes along. */
export const STATUS_OF_CREDENTIAL: Readonly<Record<ComingCredential, Status>> = {
  comes: 'healthy',
  encrypted: 'attention',
  elsewhere: 'attention',
  'certificate-store': 'attention',
  damaged: 'attention',
  none: 'unknown',
};

/** What the app of a connection is called here, or its client ID. */
export const appOf = ({ clientId, knownAs }: ConnectionRow): string =>
  knownAs === null ? (clientId ?? TEXTS.noApp) : TEXTS.knownAs(knownAs);
const notesOf = ({ gaps }: ConnectionRow): string => gaps.map((gap) => TEXTS.gaps[gap]).join('. ');

/** True for a connection of which anything can be imported. */
export const isUseful = ({ clientId, url }: ConnectionRow): boolean => clientId !== null || url !== null;

/** What was understood of each connection, what of its credential comes along, and what was not understood. */
export const CONNECTION_COLUMNS: readonly Column<ConnectionRow>[] = [
  {
    id: 'name',
    header: TEXTS.columns.name,
    width: 120,
    grow: true,
    required: true,
    value: ({ name }) => name,
  },
  {
    id: 'app',
    header: TEXTS.columns.app,
    width: 140,
    value: appOf,
    cell: (row) =>
      row.clientId === null || row.knownAs !== null ? (
        appOf(row)
      ) : (
        <Identifier value={row.clientId} what={TEXTS.columns.app} />
      ),
  },
  {
    id: 'environment',
    header: TEXTS.columns.environment,
    width: 150,
    grow: true,
    value: ({ url }) => url?.replace('https://', '') ?? TEXTS.noApp,
  },
  {
    id: 'credential',
    header: TEXTS.columns.credential,
    width: 216,
    value: ({ credential }) => TEXTS.credentials[credential],
    cell: ({ credential }) =>
      credential === 'none' ? (
        TEXTS.credentials.none
      ) : (
        <StatusBadge status={STATUS_OF_CREDENTIAL[credential]} word={TEXTS.credentials[credential]} />
      ),
  },
  { id: 'notes', header: TEXTS.columns.notes, width: 146, grow: true, value: notesOf },
];
