import { mergeClasses } from '@fluentui/react-components';
import type { CSSProperties, KeyboardEvent, ReactElement } from 'react';
import { useRef, useState } from 'react';
import { CheckedIcon, PartlyCheckedIcon, SortDownIcon, SortUpIcon, UncheckedIcon } from '../icons.ts';
import { UI_TEXTS } from '../texts.ts';
import type { Column, Sort } from './column.ts';
import { useGridStyles } from './grid-styles.ts';

/** The header row: one tab stop, arrows move between columns, Enter or Space sorts. */
export const GridHead = <Row,>(props: {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly onSort: (column: string) => void;
  readonly style: CSSProperties;
  readonly selectAll: { readonly state: 'none' | 'some' | 'all'; readonly toggle: () => void } | null;
}): ReactElement => {
  const styles = useGridStyles();
  const row = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const { selectAll, sort } = props;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = row.current?.querySelectorAll<HTMLButtonElement>('button') ?? [];
    const next = Math.max(0, Math.min(buttons.length - 1, focused + step));
    setFocused(next);
    buttons[next]?.focus();
  };
  const shift = selectAll === null ? 0 : 1;
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth: props.style.minWidth }}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus */}
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        className={styles.headRow}
        style={props.style}
        onKeyDown={onKeyDown}
      >
        {selectAll === null ? null : (
          <div role="columnheader" className={styles.headCell}>
            <button
              type="button"
              role="checkbox"
              aria-checked={selectAll.state === 'some' ? 'mixed' : selectAll.state === 'all'}
              aria-label={UI_TEXTS.selectAll}
              title={UI_TEXTS.selectAll}
              tabIndex={focused === 0 ? 0 : -1}
              className={mergeClasses(
                styles.checkCell,
                styles.checkButton,
                selectAll.state !== 'none' && styles.checkOn,
              )}
              onFocus={() => setFocused(0)}
              onClick={selectAll.toggle}
            >
              {selectAll.state === 'all' ? (
                <CheckedIcon />
              ) : selectAll.state === 'some' ? (
                <PartlyCheckedIcon />
              ) : (
                <UncheckedIcon />
              )}
            </button>
          </div>
        )}
        {props.columns.map((column, index) => {
          const sorted = sort?.column === column.id ? sort : null;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.headCell}
              aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                className={mergeClasses(styles.headButton, column.align === 'end' && styles.endButton)}
                tabIndex={focused === index + shift ? 0 : -1}
                disabled={column.sortable === false}
                title={column.header}
                onFocus={() => setFocused(index + shift)}
                onClick={() => props.onSort(column.id)}
              >
                <span className={styles.ellipsis}>{column.header}</span>
                {sorted === null ? null : sorted.descending ? <SortDownIcon /> : <SortUpIcon />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
};
