import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** True where Escape means the panel: in it, on the table it belongs to, or nowhere in particular. */
const belongsToPanel = (panel: HTMLElement, at: Element | null): boolean =>
  at === null ||
  at === document.body ||
  panel.contains(at) ||
  at.getAttribute('role') === 'grid' ||
  at.tagName === 'MAIN';

/**
 * The keyboard's way into a details panel and out of it: a panel opened by keyboard takes the focus, Escape closes it,
 * and the focus goes back to where it came from.
 */
export const usePanelFocus = (panel: RefObject<HTMLElement | null>, onClose: () => void): void => {
  // Before a field in the panel takes the focus for itself.
  const [opener] = useState(() => document.activeElement);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = panel.current;
    if (element === null) return undefined;
    if (!element.contains(document.activeElement) && opener?.matches(':focus-visible') === true)
      element.focus();

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!belongsToPanel(element, document.activeElement)) return;
      event.preventDefault();
      close.current();
    };
    let hadFocus = false;
    const onFocus = () => {
      hadFocus = element.contains(document.activeElement);
    };
    onFocus();
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('focusin', onFocus);
      if (hadFocus && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [opener, panel]);
};
