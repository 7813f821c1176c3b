import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { ChevronDownIcon, ChevronRightIcon } from '../icons.ts';
import { formatNumber } from '../../../preload/contract/words/texts/format-number.ts';
import { UI_TEXTS } from '../texts.ts';
import type { Column, Sort } from './column.ts';
import { Grid } from './grid.tsx';
import type { Grouping, Line } from './group-lines.ts';
import { groupKey, groupLines, membersChosen } from './group-lines.ts';
import { TableFrame } from './table-frame.tsx';
import { useExport } from './use-export.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  summary: { color: tokens.colorNeutralForeground3 },
  member: { paddingLeft: tokens.spacingHorizontalXL },
  clip: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** A DataTable whose rows stand in groups that fold; sorting and filtering happen inside the groups. */
export type GroupedTableProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly grouping: Grouping<Row>;
  /** What a column says about a whole group, by column id. */
  readonly summaries: Readonly<Record<string, (rows: readonly Row[]) => ReactNode>>;
  readonly initialSort: Sort;
  readonly onOpen: (row: Row) => void;
  readonly openKey: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (keys: ReadonlySet<string>) => void;
  readonly toolbar: (chosen: readonly Row[]) => ReactNode;
  readonly filters?: ReactNode;
  readonly loading?: boolean;
};

export const GroupedTable = <Row,>(props: GroupedTableProps<Row>): ReactElement => {
  const { columns, grouping, rowKey, rows, selected, summaries } = props;
  const styles = useStyles();
  const [sort, setSort] = useState<Sort>(props.initialSort);
  const [filter, setFilter] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState(0);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(columns.filter((column) => column.hidden === true).map((column) => column.id)),
  );
  const shownColumns = useMemo(() => columns.filter((column) => !hidden.has(column.id)), [columns, hidden]);
  const lines = useMemo(
    () => groupLines({ rows, columns: shownColumns, grouping, sort, filter, folded }),
    [rows, shownColumns, grouping, sort, filter, folded],
  );
  // A row that stands under several groups is still one row.
  const members = [...new Set(lines.flatMap((line) => (line.kind === 'group' ? line.rows : [])))];
  const chosen = rows.filter((row) => selected.has(rowKey(row)));
  const exports = useExport({
    name: props.label,
    columns: shownColumns,
    rows: () => (chosen.length > 0 ? chosen : members),
  });
  const lineColumns = useMemo(
    () =>
      shownColumns.map((column, at): Column<Line<Row>> => ({
        ...column,
        value: (line) => (line.kind === 'row' ? column.value(line.row) : null),
        cell: (line) => {
          if (line.kind === 'row') {
            const text = column.value(line.row);
            const content = column.cell === undefined ? text : column.cell(line.row);
            return (
              <span
                className={mergeClasses(styles.clip, at === 0 && styles.member)}
                title={column.cell === undefined && text !== null ? String(text) : undefined}
              >
                {content}
              </span>
            );
          }
          if (at > 0) return <span className={styles.summary}>{summaries[column.id]?.(line.rows)}</span>;
          return (
            <span className={styles.head} title={line.label}>
              {line.folded ? <ChevronRightIcon /> : <ChevronDownIcon />}
              <span className={styles.name}>{line.label}</span>
              <span className={styles.count}>{formatNumber(line.rows.length)}</span>
            </span>
          );
        },
      })),
    [shownColumns, styles, summaries],
  );
  const keyOf = (line: Line<Row> | undefined): string =>
    line === undefined ? '' : line.kind === 'row' ? rowKey(line.row) : groupKey(line.key);
  const keyAt = (index: number): string => keyOf(lines[index]);
  const wholeGroups = lines
    .filter((line) => line.kind === 'group' && line.rows.every((row) => selected.has(rowKey(row))))
    .map(keyOf);
  const selection = { keys: new Set([...selected, ...wholeGroups]), anchor };
  const clear = () => props.onSelected(new Set());
  const toggleAll = () => {
    const all = members.map(rowKey);
    if (all.every((key) => selected.has(key))) clear();
    else props.onSelected(new Set(all));
  };

  return (
    <TableFrame
      toolbar={props.toolbar(chosen)}
      filters={props.filters}
      filter={{ value: filter, set: setFilter, label: props.label }}
      counts={{ shown: members.length, all: rows.length, chosen: chosen.length }}
      onClearSelection={clear}
      columns={{
        all: columns,
        shown: new Set(shownColumns.map((column) => column.id)),
        set: (id, visible) =>
          setHidden((before) => {
            const next = new Set(before);
            if (visible) next.delete(id);
            else next.add(id);
            return next;
          }),
      }}
      exports={exports}
    >
      <Grid
        label={props.label}
        columns={lineColumns}
        count={lines.length}
        rowAt={(index) => lines[index]}
        keyAt={keyAt}
        sort={sort}
        onSort={(column) =>
          setSort({ column, descending: sort.column === column ? !sort.descending : false })
        }
        selection={selection}
        onSelect={(next) => {
          setAnchor(next.anchor);
          props.onSelected(membersChosen(lines, rowKey, selection.keys, next.keys));
        }}
        onSelectAll={toggleAll}
        onOpen={(index) => {
          const line = lines[index];
          if (line?.kind === 'row') props.onOpen(line.row);
          if (line?.kind !== 'group') return;
          const next = new Set(folded);
          if (!next.delete(line.key)) next.add(line.key);
          setFolded(next);
        }}
        openKey={props.openKey}
        onCopy={(index) => {
          const line = lines[index];
          const under = line === undefined ? [] : line.kind === 'row' ? [line.row] : line.rows;
          exports.copyRows(chosen.length > 0 ? chosen : under);
        }}
        loading={props.loading === true}
        message={
          <>
            <strong>{UI_TEXTS.noMatch}</strong>
            <div>{filter === '' ? null : UI_TEXTS.noMatchHint(filter)}</div>
          </>
        }
      />
    </TableFrame>
  );
};
