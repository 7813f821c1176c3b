import { mergeClasses } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { memo } from 'react';
import type { CellPlace } from './matrix-keys.ts';
import { MATRIX, useMatrixStyles } from './matrix-styles.ts';

/** A column that is in view, where it begins and how wide it is, in pixels. */
export type PlacedColumn = {
  readonly key: string;
  readonly index: number;
  readonly start: number;
  readonly width: number;
};

/** What the cells of a matrix are, by their places. */
export type MatrixCells = {
  readonly head: (row: number) => ReactNode;
  readonly content: (place: CellPlace) => ReactNode;
  readonly name: (place: CellPlace) => string;
  readonly opens: (place: CellPlace) => (() => void) | null;
  readonly isOpen: (place: CellPlace) => boolean;
};

/** Id of a cell in the page, by which the grid names the active one. */
export const cellId = (matrix: string, { column, row }: CellPlace): string => `${matrix}-${row}-${column}`;

/** One row of a matrix; drawn again only when it, the columns in view or what is known changes. */
export const MatrixRow = memo(
  (props: {
    /** Id of the matrix. */
    readonly id: string;
    /** Which row of the matrix it is, and which line when the heads of groups count. */
    readonly row: number;
    readonly line: number;
    readonly start: number;
    readonly columns: readonly PlacedColumn[];
    readonly headWidth: number;
    /** The active column of this row, if any. */
    readonly active: number | null;
    readonly onActive: (place: CellPlace) => void;
    readonly cells: MatrixCells;
  }): ReactElement => {
    const { active, cells, columns, id, line, row, start } = props;
    const styles = useMatrixStyles();
    return (
      <div
        role="row"
        aria-rowindex={line + 2}
        className={styles.row}
        style={{ height: MATRIX.row, transform: `translateY(${start}px)` }}
      >
        <div role="rowheader" aria-colindex={1} className={styles.rowHead} style={{ width: props.headWidth }}>
          {cells.head(row)}
        </div>
        {columns.map(({ index: column, key, start: left, width }) => {
          const place = { row, column };
          const open = cells.opens(place);
          return (
            // Keys are handled by the matrix, which holds the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={key}
              id={cellId(id, place)}
              role="gridcell"
              aria-colindex={column + 2}
              title={cells.name(place)}
              data-active={column === active ? '' : undefined}
              className={mergeClasses(
                styles.cell,
                open !== null && styles.openable,
                cells.isOpen(place) && styles.open,
                column === active && styles.active,
              )}
              style={{ left, width }}
              onClick={() => {
                props.onActive(place);
                open?.();
              }}
            >
              {cells.content(place)}
            </div>
          );
        })}
      </div>
    );
  },
);
