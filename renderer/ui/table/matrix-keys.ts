import type { GridKey } from './grid-keys.ts';

/** A cell of a matrix by its place. */
export type CellPlace = { readonly row: number; readonly column: number };

/** What a key press asks of a matrix. */
export type MatrixMove =
  | { readonly kind: 'move'; readonly to: CellPlace }
  | { readonly kind: 'open' }
  | { readonly kind: 'copy' };

/** How large a matrix is; `page` is the number of rows in view. */
export type MatrixSize = { readonly rows: number; readonly columns: number; readonly page: number };

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));

/** Reads a key press; null when the matrix leaves it to the browser (WAI-ARIA Authoring Practices: grid pattern). */
export const readMatrixKey = (press: GridKey, active: CellPlace, size: MatrixSize): MatrixMove | null => {
  const move = (row: number, column: number): MatrixMove | null =>
    size.rows === 0 || size.columns === 0
      ? null
      : { kind: 'move', to: { row: within(row, size.rows), column: within(column, size.columns) } };
  const { column, row } = active;
  const step = Math.max(1, size.page - 1);
  switch (press.key) {
    case 'ArrowDown':
      return move(row + 1, column);
    case 'ArrowUp':
      return move(row - 1, column);
    case 'ArrowRight':
      return move(row, column + 1);
    case 'ArrowLeft':
      return move(row, column - 1);
    case 'PageDown':
      return move(row + step, column);
    case 'PageUp':
      return move(row - step, column);
    case 'Home':
      return move(press.command ? 0 : row, 0);
    case 'End':
      return move(press.command ? size.rows - 1 : row, size.columns - 1);
    case 'Enter':
    case ' ':
      return { kind: 'open' };
    case 'c':
    case 'C':
      return press.command ? { kind: 'copy' } : null;
    default:
      return null;
  }
};
