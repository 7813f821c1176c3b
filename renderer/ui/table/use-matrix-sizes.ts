import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';
import { MATRIX } from './matrix-styles.ts';

/** Narrower than this, as beside a panel, the heads of the rows leave room for a cell. */
const NARROW = 480;
const NARROW_SIZES = { rowHead: 152, column: 128 } as const;

/** How wide the parts of a matrix are, in pixels. */
export type MatrixSizes = { readonly rowHead: number; readonly column: number };

/** Sizes for the room that is there: few columns take all of it, so that what they say is not cut. */
const matrixSizes = (room: number | null, columns: number): MatrixSizes => {
  if (room === null) return MATRIX;
  const { column, rowHead } = room < NARROW ? NARROW_SIZES : MATRIX;
  const share = Math.floor((room - rowHead) / Math.max(1, columns));
  return { rowHead, column: Math.max(column, Math.min(MATRIX.widest, share)) };
};

/** The sizes of a matrix of so many columns in its scroller, whose width may change. */
export const useMatrixSizes = (scroller: RefObject<HTMLDivElement | null>, columns: number): MatrixSizes => {
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return matrixSizes(room, columns);
};
