import { useVirtualizer } from '@tanstack/react-virtual';
import { mergeClasses } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../../preload/contract/words/texts/format-number.ts';
import { Swatch } from '../swatch.tsx';
import type { CellPlace } from './matrix-keys.ts';
import { readMatrixKey } from './matrix-keys.ts';
import type { MatrixCells, PlacedColumn } from './matrix-row.tsx';
import { cellId, MatrixRow } from './matrix-row.tsx';
import { MATRIX, useMatrixStyles } from './matrix-styles.ts';
import { useMatrixSizes } from './use-matrix-sizes.ts';

/** Rows of a matrix that stand together; without a label they need no head. */
export type MatrixGroup<Row> = {
  readonly key: string;
  readonly label: string | null;
  /** A colour token before the label. */
  readonly colour?: string;
  /** What else is to say of it, behind the number of its rows. */
  readonly note?: string;
  readonly rows: readonly Row[];
};

/** Two lists against each other, of which only what is in view is there. Cells are reached with the arrow keys. */
export type MatrixProps<Row, Column> = {
  readonly label: string;
  /** What stands above the heads of the rows. */
  readonly corner: string;
  readonly groups: readonly MatrixGroup<Row>[];
  readonly columns: readonly Column[];
  readonly rowKey: (row: Row) => string;
  readonly columnKey: (column: Column) => string;
  readonly rowHead: (row: Row) => ReactNode;
  readonly columnHead: (column: Column) => ReactNode;
  readonly cell: (row: Row, column: Column) => ReactNode;
  /** All that a cell says, for its tooltip. */
  readonly cellName: (row: Row, column: Column) => string;
  /** What a press on a cell does; null where it does nothing. */
  readonly opens: (row: Row, column: Column) => (() => void) | null;
  /** True for the cell whose details are shown. */
  readonly isOpen: (row: Row, column: Column) => boolean;
  readonly onCopy: (row: Row) => void;
};

type Line<Row> =
  | { readonly kind: 'group'; readonly key: string; readonly group: MatrixGroup<Row> }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row; readonly at: number };

export const Matrix = <Row, Column>(props: MatrixProps<Row, Column>): ReactElement => {
  const { columnKey, columns, groups, rowKey } = props;
  const styles = useMatrixStyles();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<CellPlace>({ row: 0, column: 0 });

  const { lines, lineOfRow, rows } = useMemo(() => {
    const all: Line<Row>[] = [];
    const places: number[] = [];
    const inOrder: Row[] = [];
    for (const group of groups) {
      if (group.label !== null) all.push({ kind: 'group', key: group.key, group });
      for (const row of group.rows) {
        places.push(all.length);
        all.push({ kind: 'row', key: rowKey(row), row, at: inOrder.length });
        inOrder.push(row);
      }
    }
    return { lines: all, lineOfRow: places, rows: inOrder };
  }, [groups, rowKey]);
  const active: CellPlace = {
    row: Math.max(0, Math.min(rows.length - 1, wanted.row)),
    column: Math.max(0, Math.min(columns.length - 1, wanted.column)),
  };

  const down = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? MATRIX.group : MATRIX.row),
    overscan: 4,
    paddingStart: MATRIX.head,
    scrollPaddingStart: MATRIX.head,
  });
  const { column: columnWidth, rowHead: headWidth } = useMatrixSizes(scroller, columns.length);
  const across = useVirtualizer<HTMLDivElement, Element>({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 2,
    paddingStart: headWidth,
    scrollPaddingStart: headWidth,
  });
  // What was measured before counts until it is taken back.
  useEffect(() => across.measure(), [across, columnWidth]);
  const shownColumns = across.getVirtualItems();
  const firstColumn = shownColumns[0]?.index ?? 0;
  const lastColumn = shownColumns.at(-1)?.index ?? -1;
  // The same array as long as the same columns are in view: rows that stay are not drawn again.
  const inView = useMemo(
    () =>
      columns.slice(firstColumn, lastColumn + 1).map((column, offset): PlacedColumn => ({
        key: columnKey(column),
        index: firstColumn + offset,
        start: headWidth + (firstColumn + offset) * columnWidth,
        width: columnWidth,
      })),
    [columnKey, columnWidth, columns, firstColumn, headWidth, lastColumn],
  );
  const { cell, cellName, isOpen, opens, rowHead } = props;
  const cells = useMemo((): MatrixCells => {
    const at = <Value,>(
      { column, row }: CellPlace,
      none: Value,
      of: (row: Row, column: Column) => Value,
    ): Value => {
      const [oneRow, oneColumn] = [rows[row], columns[column]];
      return oneRow === undefined || oneColumn === undefined ? none : of(oneRow, oneColumn);
    };
    return {
      head: (row) => {
        const one = rows[row];
        return one === undefined ? null : rowHead(one);
      },
      content: (place) => at<ReactNode>(place, null, cell),
      name: (place) => at(place, '', cellName),
      opens: (place) => at<(() => void) | null>(place, null, opens),
      isOpen: (place) => at(place, false, isOpen),
    };
  }, [cell, cellName, columns, isOpen, opens, rowHead, rows]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const page = Math.floor(((scroller.current?.clientHeight ?? 0) - MATRIX.head) / MATRIX.row);
    const move = readMatrixKey(
      { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey },
      active,
      { rows: rows.length, columns: columns.length, page },
    );
    if (move === null) return;
    const row = rows[active.row];
    switch (move.kind) {
      case 'move':
        setWanted(move.to);
        down.scrollToIndex(lineOfRow[move.to.row] ?? 0);
        across.scrollToIndex(move.to.column);
        break;
      case 'open':
        cells.opens(active)?.();
        break;
      case 'copy':
        if ((window.getSelection()?.toString() ?? '') !== '' || row === undefined) return;
        props.onCopy(row);
        break;
    }
    event.preventDefault();
  };

  const shownLines = down.getVirtualItems();
  const activeShown =
    shownLines.some(({ index }) => index === lineOfRow[active.row]) &&
    shownColumns.some(({ index }) => index === active.column);
  const width = across.getTotalSize();
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={activeShown ? cellId(id, active) : undefined}
      tabIndex={0}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.whole} style={{ width, height: down.getTotalSize() }}>
        <div role="row" aria-rowindex={1} className={styles.head} style={{ width }}>
          <div role="columnheader" aria-colindex={1} className={styles.corner} style={{ width: headWidth }}>
            {props.corner}
          </div>
          {inView.map(({ index, key, start, width: wide }) => {
            const column = columns[index];
            return column === undefined ? null : (
              <div
                key={key}
                role="columnheader"
                aria-colindex={index + 2}
                className={styles.columnHead}
                style={{ left: start, width: wide }}
              >
                {props.columnHead(column)}
              </div>
            );
          })}
        </div>
        {shownLines.map(({ index, size, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const style = { height: size, transform: `translateY(${start}px)` };
          if (line.kind === 'group') {
            const { colour, label, note, rows: inGroup } = line.group;
            return (
              <div
                key={`group ${line.key}`}
                role="row"
                aria-rowindex={index + 2}
                className={mergeClasses(styles.row, styles.groupRow)}
                style={style}
              >
                <div role="rowheader" aria-colindex={1} className={styles.group}>
                  {colour === undefined ? null : <Swatch colour={colour} />}
                  {label}
                  <span className={styles.count}>{formatNumber(inGroup.length)}</span>
                  {note === undefined ? null : <span className={styles.count}>{note}</span>}
                </div>
              </div>
            );
          }
          return (
            <MatrixRow
              key={line.key}
              id={id}
              row={line.at}
              line={index}
              start={start}
              columns={inView}
              headWidth={headWidth}
              active={line.at === active.row ? active.column : null}
              onActive={setWanted}
              cells={cells}
            />
          );
        })}
      </div>
    </div>
  );
};
