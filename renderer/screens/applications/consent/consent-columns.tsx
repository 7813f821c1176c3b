import type { ConsentRow } from '../../../../preload/contract/consent.ts';
import { CONSENT_STATUS_FACES, CONSENT_TEXTS } from '../../../../preload/contract/words/texts/en.ts';
import { WORKSPACE_TOKENS } from '../../../theme/index.ts';
import type { Column } from '../../../ui/index.ts';
import { Identifier, Moment, StatusBadge, SwatchName } from '../../../ui/index.ts';

const TEXTS = CONSENT_TEXTS.page;

/** What a row is known by. */
export const consentKey = ({
  appProfileId,
  workspaceId,
}: Pick<ConsentRow, 'appProfileId' | 'workspaceId'>): string => `${appProfileId} ${workspaceId}`;

const moment = (at: string | undefined) => (at === undefined ? TEXTS.never : <Moment at={at} form="date" />);
const wordOf = (row: ConsentRow): string =>
  row.home ? TEXTS.home : CONSENT_STATUS_FACES[row.state.status].word;

/** Apps and the tenants where they are used. */
export const CONSENT_COLUMNS: readonly Column<ConsentRow>[] = [
  {
    id: 'app',
    header: TEXTS.columns.app,
    width: 160,
    grow: true,
    required: true,
    value: (row) => row.appName,
  },
  {
    id: 'workspace',
    header: TEXTS.columns.workspace,
    width: 160,
    grow: true,
    value: (row) => row.workspaceName,
    cell: (row) => <SwatchName colour={WORKSPACE_TOKENS[row.colour]} name={row.workspaceName} />,
  },
  {
    id: 'status',
    header: TEXTS.columns.status,
    width: 222,
    value: wordOf,
    cell: (row) => {
      const face = CONSENT_STATUS_FACES[row.state.status];
      const quiet = row.home && row.state.status === 'not-asked';
      return <StatusBadge status={quiet ? 'unknown' : face.status} word={wordOf(row)} />;
    },
  },
  {
    id: 'asked',
    header: TEXTS.columns.asked,
    width: 116,
    value: (row) => row.state.asked?.at ?? null,
    cell: (row) => (row.home ? null : moment(row.state.asked?.at)),
  },
  {
    id: 'checked',
    header: TEXTS.columns.checked,
    width: 116,
    value: (row) => row.state.checked?.at ?? null,
    cell: (row) => moment(row.state.checked?.at),
  },
  {
    id: 'tenant',
    header: TEXTS.columns.tenant,
    width: 140,
    value: (row) => row.tenantId,
    cell: (row) =>
      row.tenantId === null ? (
        TEXTS.unknownTenant
      ) : (
        <Identifier value={row.tenantId} what={TEXTS.columns.tenant} />
      ),
  },
];
