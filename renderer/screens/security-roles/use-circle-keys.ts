import type { KeyboardEvent, RefObject } from 'react';
import { useCallback } from 'react';

const circlesIn = (place: Element): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>('button[data-circle]'),
];

/** Rows that have circles, as they stand one below the other: virtual rows keep no order of their own. */
const rowsIn = (place: Element): readonly HTMLElement[] =>
  [...place.querySelectorAll<HTMLElement>('[role="row"]')]
    .filter((row) => circlesIn(row).length > 0)
    .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex));

const focusIn = (row: HTMLElement | undefined, column: string): void => {
  if (row === undefined) return;
  const circles = circlesIn(row);
  const same = circles.find(({ dataset }) => dataset['circle'] === column);
  (same ?? circles[0])?.focus();
};

/**
 * A matrix of circles is one stop for Tab: Enter on a row of its table goes to the first circle, arrow keys go on from there.
 * Hundreds of circles would otherwise stand between a person and the button that previews.
 */
export const useCircleKeys = (
  place: RefObject<HTMLDivElement | null>,
): {
  readonly enter: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} => {
  const enter = useCallback(() => {
    const grid = place.current?.querySelector('[role="grid"]') ?? null;
    const active = grid?.getAttribute('aria-activedescendant') ?? null;
    const row = active === null ? null : document.querySelector<HTMLElement>(`#${CSS.escape(active)}`);
    // By mouse, the circle that was clicked has the focus already.
    if (row !== null && document.activeElement === grid) circlesIn(row)[0]?.focus();
  }, [place]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const circle = event.target;
      const here = place.current;
      if (here === null || !(circle instanceof HTMLElement) || circle.dataset['circle'] === undefined) return;
      const row = circle.closest<HTMLElement>('[role="row"]');
      if (row === null) return;
      const circles = circlesIn(row);
      const at = circles.indexOf(circle);
      const rows = rowsIn(here);
      const line = rows.indexOf(row);
      const column = circle.dataset['circle'];
      switch (event.key) {
        case 'ArrowRight':
          circles[at + 1]?.focus();
          break;
        case 'ArrowLeft':
          circles[at - 1]?.focus();
          break;
        case 'ArrowDown':
          focusIn(rows[line + 1], column);
          break;
        case 'ArrowUp':
          focusIn(rows[line - 1], column);
          break;
        default:
          return;
      }
      event.preventDefault();
    },
    [place],
  );
  return { enter, onKeyDown };
};
