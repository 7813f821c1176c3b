import type { ActivityEntry } from '../../../preload/contract/activity.ts';
import type { OperationSummary } from '../../../preload/contract/fleet.ts';
import { ACTIVITY_TEXTS, OPERATION_STATE_LABELS } from '../../../preload/contract/words/texts/en.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import type { Column } from '../../ui/index.ts';
import { Identifier, Moment, StatusBadge } from '../../ui/index.ts';
import { OPERATION_STATUS } from './operation-status.ts';

const { columns, kinds, operationColumns, outcomes } = ACTIVITY_TEXTS;

const OUTCOME_STATUS: Readonly<Record<ActivityEntry['outcome'], Status | null>> = {
  ok: 'healthy',
  partial: 'attention',
  failed: 'denied',
  cancelled: 'unknown',
  none: null,
};

/** Columns of the journal. */
export const ENTRY_COLUMNS: readonly Column<ActivityEntry>[] = [
  {
    id: 'at',
    header: columns.at,
    width: 196,
    required: true,
    value: (entry) => entry.at,
    cell: (entry) => <Moment at={entry.at} />,
  },
  { id: 'kind', header: columns.kind, width: 140, value: (entry) => kinds[entry.kind] },
  {
    id: 'summary',
    header: columns.summary,
    width: 260,
    grow: true,
    required: true,
    value: (entry) => entry.summary,
  },
  { id: 'environment', header: columns.environment, width: 160, value: (entry) => entry.environment },
  {
    id: 'outcome',
    header: columns.outcome,
    width: 104,
    value: (entry) => outcomes[entry.outcome],
    cell: (entry) => {
      const status = OUTCOME_STATUS[entry.outcome];
      return status === null ? '' : <StatusBadge status={status} word={outcomes[entry.outcome]} />;
    },
  },
  { id: 'actor', header: columns.actor, width: 180, value: (entry) => entry.actor },
  { id: 'seq', header: columns.seq, width: 80, align: 'end', hidden: true, value: (entry) => entry.seq },
  {
    id: 'requestId',
    header: columns.requestId,
    width: 160,
    hidden: true,
    value: (entry) => entry.requestId,
    cell: (entry) =>
      entry.requestId === '' ? '' : <Identifier value={entry.requestId} what={columns.requestId} />,
  },
];

/** Columns of the operations. */
export const OPERATION_COLUMNS: readonly Column<OperationSummary>[] = [
  {
    id: 'state',
    header: operationColumns.state,
    width: 128,
    required: true,
    value: (operation) => OPERATION_STATE_LABELS[operation.state],
    cell: (operation) => (
      <StatusBadge
        status={OPERATION_STATUS[operation.state]}
        word={OPERATION_STATE_LABELS[operation.state]}
      />
    ),
  },
  {
    id: 'title',
    header: operationColumns.title,
    width: 240,
    grow: true,
    required: true,
    value: (operation) => operation.title,
  },
  {
    id: 'startedAt',
    header: operationColumns.startedAt,
    width: 160,
    value: (operation) => operation.startedAt,
    cell: (operation) => <Moment at={operation.startedAt} />,
  },
  {
    id: 'endedAt',
    header: operationColumns.endedAt,
    width: 160,
    hidden: true,
    value: (operation) => operation.endedAt,
    cell: (operation) => (operation.endedAt === null ? '' : <Moment at={operation.endedAt} />),
  },
  {
    id: 'done',
    header: operationColumns.done,
    width: 80,
    align: 'end',
    value: (operation) => operation.counts.done,
  },
  {
    id: 'failed',
    header: operationColumns.failed,
    width: 80,
    align: 'end',
    value: (operation) => operation.counts.failed,
  },
  {
    id: 'notDone',
    header: operationColumns.notDone,
    width: 96,
    align: 'end',
    value: (operation) => operation.counts.notDone,
  },
  {
    id: 'unrecorded',
    header: operationColumns.unrecorded,
    width: 120,
    align: 'end',
    value: (operation) => operation.counts.unrecorded,
  },
  {
    id: 'notPlanned',
    header: operationColumns.notPlanned,
    width: 120,
    align: 'end',
    value: (operation) => operation.notPlanned,
  },
];
