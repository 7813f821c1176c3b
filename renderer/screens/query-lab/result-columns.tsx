import type { ReactElement } from 'react';
import type { Cell } from '../../../preload/contract/query.ts';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../ui/index.ts';
import { makeStyles, mergeClasses, tokens } from '../../ui/index.ts';
import { isNumeric, rawValue, shownText } from './cell-text.ts';
import type { Hidden, HiddenIn } from './use-hidden-columns.ts';
import type { ResultRow } from './use-result-source.ts';

const useStyles = makeStyles({
  cell: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  full: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  end: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  none: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const NULLS: Readonly<Record<Hidden, { readonly text: string; readonly hint?: string }>> = {
  no: { text: TEXTS.nullValue },
  yes: { text: TEXTS.hiddenValue, hint: TEXTS.hiddenHint },
  unknown: { text: TEXTS.maybeHiddenValue, hint: TEXTS.maybeHiddenHint },
};

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One value: formatted text with the stored value on hover, a dim null, numbers at the right, ids in monospace. `full`
 * shows all of it, over several lines if need be.
 */
export const ResultCell = (props: {
  readonly cell: Cell;
  readonly full?: boolean;
  readonly hidden?: Hidden;
}): ReactElement => {
  const styles = useStyles();
  const { cell, full = false } = props;
  const text = shownText(cell);
  if (text === null) {
    const what = NULLS[props.hidden ?? 'no'];
    return (
      <span className={mergeClasses(full ? styles.full : styles.cell, styles.none)} title={what.hint}>
        {what.text}
      </span>
    );
  }
  const raw = String(rawValue(cell));
  return (
    <span
      className={mergeClasses(
        full ? styles.full : styles.cell,
        !full && isNumeric(cell) && styles.end,
        GUID.test(text) && styles.id,
      )}
      title={raw === text ? text : `${text}\n${TEXTS.rawHint(raw)}`}
    >
      {text}
    </span>
  );
};

const FEW_COLUMNS = 7;
const HEADER_CHARACTER = 8;

/** Columns of a result: the environment first, then what the service sent, in its order. */
export const resultColumns = (
  names: readonly string[],
  environmentName: (id: string) => string,
  hiddenIn: HiddenIn,
): readonly Column<ResultRow>[] => [
  {
    id: '',
    header: TEXTS.columns.environment,
    width: 160,
    required: true,
    sortable: false,
    value: ({ environmentId }) => environmentName(environmentId),
  },
  ...names.map((name, index): Column<ResultRow> => ({
    id: name,
    header: name,
    width: Math.max(/(on|date)$/.test(name) ? 178 : 140, Math.min(260, name.length * HEADER_CHARACTER + 40)),
    grow: names.length <= FEW_COLUMNS,
    value: ({ cells }) => rawValue(cells[index] ?? null),
    cell: ({ cells, environmentId }) => (
      <ResultCell cell={cells[index] ?? null} hidden={hiddenIn(environmentId, name)} />
    ),
  })),
];
