import type { Status } from '../../../preload/contract/words/status.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { Identifier, StatusBadge } from '../../ui/index.ts';
import type { DriftRow } from './drift-rows.ts';
import { isPlannable } from './drift-rows.ts';

const stateOf = (
  row: DriftRow,
): { readonly status: Status; readonly word: string; readonly hint: string } => {
  if (isPlannable(row)) return { status: 'attention', word: TEXTS.fixable, hint: TEXTS.fixableHint };
  return row.finding.kind === 'not-in-baseline'
    ? { status: 'unknown', word: TEXTS.stranger, hint: TEXTS.personHint }
    : { status: 'denied', word: TEXTS.person, hint: TEXTS.personHint };
};

/** Columns of the differences. */
export const DRIFT_COLUMNS: readonly Column<DriftRow>[] = [
  {
    id: 'app',
    header: TEXTS.columns.app,
    width: 220,
    required: true,
    value: ({ appName }) => appName,
  },
  {
    id: 'difference',
    header: TEXTS.columns.difference,
    width: 320,
    grow: true,
    required: true,
    value: ({ finding }) => TEXTS.driftText(finding),
  },
  {
    id: 'state',
    header: TEXTS.columns.state,
    width: 170,
    value: (row) => stateOf(row).word,
    cell: (row) => {
      const { hint, status, word } = stateOf(row);
      return (
        <span title={hint}>
          <StatusBadge status={status} word={word} />
        </span>
      );
    },
  },
  {
    id: 'clientId',
    header: TEXTS.columns.clientId,
    width: 150,
    hidden: true,
    value: ({ clientId }) => clientId,
    cell: ({ clientId }) => <Identifier value={clientId} what={TEXTS.columns.clientId} />,
  },
];
