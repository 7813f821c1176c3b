import type { ReactElement, ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { later } from './later.tsx';
import type { ToastMessage } from './toaster.tsx';

/** Short messages at the corner; never the only place where something important is said. */
export type Toasts = {
  readonly success: (title: string, body?: string) => void;
  readonly info: (title: string, body?: string) => void;
  readonly failure: (error: AppError) => void;
};

const ConsoleToaster = later(async () => (await import('./toaster.tsx')).ConsoleToaster);

const ToastsContext = createContext<Toasts | null>(null);

const NONE: readonly ToastMessage[] = [];

/** Makes `useToasts` work below it. The toaster itself is loaded with the first message. */
export const ToastsProvider = (props: { readonly children: ReactNode }): ReactElement => {
  const [wanted, setWanted] = useState(false);
  const [waiting, setWaiting] = useState(NONE);
  const toasts = useMemo((): Toasts => {
    const show = (message: ToastMessage) => {
      setWanted(true);
      setWaiting((before) => [...before, message]);
    };
    return {
      success: (title, body) => show({ intent: 'success', title, body }),
      info: (title, body) => show({ intent: 'info', title, body }),
      failure: (error) => show({ intent: 'error', error }),
    };
  }, []);
  const forget = useCallback(
    (shown: readonly ToastMessage[]) =>
      setWaiting((before) => before.filter((message) => !shown.includes(message))),
    [],
  );
  return (
    <ToastsContext.Provider value={toasts}>
      {props.children}
      {wanted ? <ConsoleToaster waiting={waiting} onShown={forget} /> : null}
    </ToastsContext.Provider>
  );
};

/** Shows toasts. Throws outside a ToastsProvider, which is a bug. */
export const useToasts = (): Toasts => {
  const toasts = useContext(ToastsContext);
  if (toasts === null) throw new Error('useToasts needs a ToastsProvider above it');
  return toasts;
};
