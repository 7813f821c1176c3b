import { useEffect, useState } from 'react';

/**
 * Gives the focus back, when the component is gone, to what had it before the component took it. For dialogs that are
 * mounted only while they are open: Fluent gives it back only to a trigger that it knows.
 */
export const useReturnFocus = (): void => {
  // Read while rendering, before a field in the dialog takes the focus for itself.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      if (nowhere && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
};
