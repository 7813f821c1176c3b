import type { MenuOpenChangeData } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';

/**
 * A menu of actions. What was chosen is done when the menu has closed and its button has the focus again: a panel that it opens takes the
 * focus from there and gives it back there.
 */
export const useActionMenu = () => {
  const [open, setOpen] = useState(false);
  const chosen = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (open) return;
    const run = chosen.current;
    chosen.current = null;
    run?.();
  }, [open]);
  return {
    /** For the menu. */
    menu: {
      open,
      onOpenChange: (_event: unknown, data: Pick<MenuOpenChangeData, 'open'>) => setOpen(data.open),
    },
    choose: (run: () => void) => {
      chosen.current = run;
    },
  };
};
