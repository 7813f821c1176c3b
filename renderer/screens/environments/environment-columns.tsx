import { ENVIRONMENT_TYPE_LABELS, ENVIRONMENTS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { formatMoment, Identifier, Inline, Moment, ProductionBadge, StatusBadge } from '../../ui/index.ts';
import type { EnvironmentRow } from './environment-rows.ts';

const { columns, sources } = ENVIRONMENTS_TEXTS;

/** Columns of the table of environments. */
export const ENVIRONMENT_COLUMNS: readonly Column<EnvironmentRow>[] = [
  {
    id: 'status',
    header: columns.status,
    width: 128,
    required: true,
    value: (row) => row.word,
    cell: (row) => <StatusBadge status={row.status} word={row.word} />,
  },
  {
    id: 'name',
    header: columns.name,
    width: 180,
    grow: true,
    required: true,
    value: (row) => row.environment.name,
  },
  {
    id: 'url',
    header: columns.url,
    width: 200,
    grow: true,
    value: (row) => row.environment.url.replace('https://', ''),
  },
  {
    id: 'type',
    header: columns.type,
    width: 110,
    value: (row) => ENVIRONMENT_TYPE_LABELS[row.environment.type],
    cell: (row) =>
      row.environment.production ? (
        <Inline gap="xs">
          <ProductionBadge />
        </Inline>
      ) : (
        ENVIRONMENT_TYPE_LABELS[row.environment.type]
      ),
  },
  { id: 'region', header: columns.region, width: 84, value: (row) => row.environment.region },
  { id: 'version', header: columns.version, width: 128, value: (row) => row.environment.version },
  {
    id: 'time',
    header: columns.time,
    width: 88,
    align: 'end',
    value: (row) => row.check?.milliseconds ?? null,
    cell: (row) =>
      row.check?.milliseconds == null ? '' : ENVIRONMENTS_TEXTS.milliseconds(row.check.milliseconds),
  },
  {
    id: 'source',
    header: columns.source,
    width: 140,
    hidden: true,
    value: (row) => sources[row.environment.source],
  },
  {
    id: 'organizationId',
    header: columns.organizationId,
    width: 160,
    hidden: true,
    value: (row) => row.environment.organizationId,
    cell: (row) =>
      row.environment.organizationId === null ? (
        ''
      ) : (
        <Identifier value={row.environment.organizationId} what={columns.organizationId} />
      ),
  },
  {
    id: 'lastSeen',
    header: columns.lastSeen,
    width: 180,
    hidden: true,
    value: (row) => row.environment.lastSeen,
    cell: (row) => <Moment at={row.environment.lastSeen} />,
  },
  {
    id: 'checkedAt',
    header: columns.checkedAt,
    width: 180,
    hidden: true,
    value: (row) => (row.check === null ? null : formatMoment(row.check.checkedAt)),
    cell: (row) => (row.check === null ? '' : <Moment at={row.check.checkedAt} />),
  },
];
