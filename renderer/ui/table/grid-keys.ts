/** What a key press asks of a grid. */
export type GridMove =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'copy' };

/** The keys of a press, as much as a grid cares. */
export type GridKey = { readonly key: string; readonly shift: boolean; readonly command: boolean };

/** Reads a key press; null when the grid leaves it to the browser. `page` is the number of rows in view. */
export const readGridKey = (press: GridKey, active: number, count: number, page: number): GridMove | null => {
  const last = count - 1;
  const move = (to: number): GridMove | null =>
    count === 0 ? null : { kind: 'move', to: Math.max(0, Math.min(last, to)), extend: press.shift };
  switch (press.key) {
    case 'ArrowDown':
      return move(active + 1);
    case 'ArrowUp':
      return move(active - 1);
    case 'PageDown':
      return move(active + Math.max(1, page - 1));
    case 'PageUp':
      return move(active - Math.max(1, page - 1));
    case 'Home':
      return move(0);
    case 'End':
      return move(last);
    case 'Enter':
      return { kind: 'open' };
    case ' ':
      return { kind: 'toggle' };
    case 'a':
    case 'A':
      return press.command ? { kind: 'select-all' } : null;
    case 'c':
    case 'C':
      return press.command ? { kind: 'copy' } : null;
    default:
      return null;
  }
};
