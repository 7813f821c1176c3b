import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Keys that work on every page: palette, navigation rail, back and forward. */
export const useShortcuts = (does: {
  readonly palette: () => void;
  readonly toggleNavigation: () => void;
}): void => {
  const { history } = useRouter();
  const { palette, toggleNavigation } = does;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const key = event.key.toLowerCase();
      if (command && key === 'k') palette();
      else if (command && key === 'b') toggleNavigation();
      else if (event.altKey && !event.ctrlKey && key === 'arrowleft') history.back();
      else if (event.altKey && !event.ctrlKey && key === 'arrowright') history.forward();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [history, palette, toggleNavigation]);
};
