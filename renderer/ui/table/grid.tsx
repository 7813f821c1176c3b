import { mergeClasses, Skeleton, SkeletonItem } from '@fluentui/react-components';
import type { KeyboardEvent, MouseEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { CheckedIcon, UncheckedIcon } from '../icons.ts';
import type { Column, Sort } from './column.ts';
import { columnsWidth, columnTemplate } from './column.ts';
import { GridHead } from './grid-head.tsx';
import { readGridKey } from './grid-keys.ts';
import { useGridStyles } from './grid-styles.ts';
import { InGridContext } from './in-grid-context.ts';
import { ROW_HEIGHT } from './scroll-scale.ts';
import type { Selection } from './selection.ts';
import { extendTo, toggleRow } from './selection.ts';
import { useScaledRows } from './use-scaled-rows.ts';

/** A virtualized grid over rows by index, wherever they come from. Tables are built on it; screens use tables. */
export type GridProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly count: number;
  /** Undefined while the row is still being fetched. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyAt: (index: number) => string;
  readonly sort: Sort | null;
  readonly onSort: (column: string) => void;
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
  readonly onSelectAll?: () => void;
  readonly onOpen?: (index: number) => void;
  /** Key of the row whose details are shown. */
  readonly openKey?: string | null;
  readonly onCopy: (activeIndex: number) => void;
  /** Tells which rows are in view, for rows that are read window by window. */
  readonly onRange?: (first: number, last: number) => void;
  readonly loading?: boolean;
  /** Shown below the header when there are no rows. */
  readonly message?: ReactNode;
};

const MOST_LOOKED_THROUGH = 10_000;

const indexOfKey = (key: string, keyAt: (index: number) => string, count: number): number => {
  const end = Math.min(count, MOST_LOOKED_THROUGH);
  for (let index = 0; index < end; index += 1) if (keyAt(index) === key) return index;
  return -1;
};

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

export const Grid = <Row,>(props: GridProps<Row>): ReactElement => {
  const { columns, count, rowAt, keyAt, selection, onSelect } = props;
  const styles = useGridStyles();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeState, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const active = Math.max(0, Math.min(count - 1, activeState));
  const { items, physicalHeight, offsetOf, scrollToRow, rowsInView } = useScaledRows(scroller, count);

  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const { onRange } = props;
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);

  // A row whose details were opened from elsewhere (a link, going back) is brought into view, once, when it is there.
  const broughtIntoView = useRef<string | null>(null);
  const { openKey = null } = props;
  useEffect(() => {
    if (openKey === broughtIntoView.current) return;
    const index = openKey === null ? -1 : indexOfKey(openKey, keyAt, count);
    if (openKey !== null && index < 0) return;
    broughtIntoView.current = openKey;
    if (index < 0) return;
    setActive(index);
    scrollToRow(index);
  }, [count, keyAt, openKey, scrollToRow]);

  const selectable = selection !== undefined;
  const gridTemplateColumns = columnTemplate(columns, selectable);
  const minWidth = columnsWidth(columns, selectable);
  const skeleton = props.loading === true && count === 0;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const press = { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey };
    const move = readGridKey(press, active, count, rowsInView());
    if (move === null) return;
    switch (move.kind) {
      case 'move':
        setActive(move.to);
        scrollToRow(move.to);
        if (move.extend && selection !== undefined) {
          const from = selection.keys.size === 0 ? { ...selection, anchor: active } : selection;
          onSelect?.(extendTo(from, move.to, keyAt));
        }
        break;
      case 'open':
        if (props.onOpen === undefined || count === 0) return;
        props.onOpen(active);
        break;
      case 'toggle':
        if (selection !== undefined && count > 0) onSelect?.(toggleRow(selection, active, keyAt(active)));
        break;
      case 'select-all':
        if (props.onSelectAll === undefined) return;
        props.onSelectAll();
        break;
      case 'copy':
        if ((window.getSelection()?.toString() ?? '') !== '' || count === 0) return;
        props.onCopy(active);
        break;
    }
    event.preventDefault();
  };

  const onRowClick = (event: MouseEvent, index: number, onCheck: boolean) => {
    setActive(index);
    if (selection !== undefined && (onCheck || event.ctrlKey || event.metaKey || event.shiftKey)) {
      onSelect?.(
        event.shiftKey ? extendTo(selection, index, keyAt) : toggleRow(selection, index, keyAt(index)),
      );
      return;
    }
    props.onOpen?.(index);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable ? true : undefined}
      aria-busy={props.loading === true}
      aria-activedescendant={items.some((item) => item.index === active) ? `${id}-row-${active}` : undefined}
      tabIndex={0}
      className={mergeClasses(styles.scroller, count === 0 && styles.bare)}
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(event.target === event.currentTarget)}
      onBlur={() => setFocused(false)}
    >
      <GridHead
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        style={{ gridTemplateColumns, minWidth }}
        selectAll={
          selection === undefined || props.onSelectAll === undefined
            ? null
            : {
                state: selection.keys.size === 0 ? 'none' : selection.keys.size >= count ? 'all' : 'some',
                toggle: props.onSelectAll,
              }
        }
      />
      <InGridContext.Provider value={true}>
        {skeleton ? (
          <Skeleton aria-hidden>
            {SKELETON_ROWS.map((key) => (
              <div
                key={key}
                className={styles.row}
                style={{ gridTemplateColumns, minWidth, position: 'relative' }}
              >
                {columns.map((column) => (
                  <div key={column.id} className={styles.skeleton}>
                    <SkeletonItem size={12} />
                  </div>
                ))}
              </div>
            ))}
          </Skeleton>
        ) : null}
        <div
          role={count === 0 ? 'presentation' : 'rowgroup'}
          className={styles.body}
          style={{ height: physicalHeight, minWidth }}
        >
          {items.map((item) => {
            const row = rowAt(item.index);
            const key = keyAt(item.index);
            const chosen = selection?.keys.has(key) ?? false;
            return (
              // Keys are handled by the grid, which holds the focus.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={item.key}
                id={`${id}-row-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={selectable ? chosen : undefined}
                className={mergeClasses(
                  styles.row,
                  props.onOpen !== undefined && styles.openable,
                  key === openKey && styles.open,
                  chosen && styles.selected,
                  focused && item.index === active && styles.active,
                )}
                style={{
                  gridTemplateColumns,
                  height: ROW_HEIGHT,
                  transform: `translateY(${offsetOf(item)}px)`,
                }}
                onClick={(event) => onRowClick(event, item.index, false)}
              >
                {selectable ? (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                  <div
                    role="gridcell"
                    aria-hidden
                    className={mergeClasses(styles.checkCell, chosen && styles.checkOn)}
                    onClick={(event) => {
                      event.stopPropagation();
                      onRowClick(event, item.index, true);
                    }}
                  >
                    {chosen ? <CheckedIcon /> : <UncheckedIcon />}
                  </div>
                ) : null}
                {columns.map((column) => (
                  <GridCell key={column.id} column={column} row={row} />
                ))}
              </div>
            );
          })}
        </div>
        {count === 0 && !skeleton ? <div className={styles.message}>{props.message}</div> : null}
      </InGridContext.Provider>
    </div>
  );
};

const GridCell = <Row,>(props: {
  readonly column: Column<Row>;
  readonly row: Row | undefined;
}): ReactElement => {
  const styles = useGridStyles();
  const { column, row } = props;
  const className = mergeClasses(styles.cell, column.align === 'end' && styles.end);
  if (row === undefined) {
    return (
      <div role="gridcell" className={className}>
        <SkeletonItem size={12} />
      </div>
    );
  }
  const value = column.value(row);
  const text = value === null ? '' : String(value);
  return (
    <div role="gridcell" className={className} title={column.cell === undefined ? text : undefined}>
      {column.cell === undefined ? text : column.cell(row)}
    </div>
  );
};
