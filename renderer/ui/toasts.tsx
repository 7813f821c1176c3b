import { Toast, ToastBody, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { createContext, useContext, useMemo } from 'react';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/en.ts';

/** Short messages at the corner; never the only place where something important is said. */
export type Toasts = {
  readonly success: (title: string, body?: string) => void;
  readonly info: (title: string, body?: string) => void;
  readonly failure: (error: AppError) => void;
};

/** Where neither the buttons of a wizard nor those of a side panel are covered. */
const BELOW_TOP_BAR = { vertical: 56 } as const;

const ToastsContext = createContext<Toasts | null>(null);

/** Makes `useToasts` work below it. */
export const ToastsProvider = (props: { readonly children: ReactNode }): ReactElement => {
  const toasterId = useId('toaster');
  const { dispatchToast } = useToastController(toasterId);
  const toasts = useMemo((): Toasts => {
    const show = (intent: 'success' | 'info' | 'error', title: string, body?: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {body === undefined ? null : <ToastBody>{body}</ToastBody>}
        </Toast>,
        // Nothing in a toast can be pressed, and Fluent keeps the focus in one that has it: Tab passes it by.
        { intent, timeout: intent === 'error' ? 10_000 : 3500, root: { tabIndex: -1 } },
      );
    return {
      success: (title, body) => show('success', title, body),
      info: (title, body) => show('info', title, body),
      failure: (error) => {
        const { title, cause } = explain(error);
        show('error', title, cause);
      },
    };
  }, [dispatchToast]);
  return (
    <ToastsContext.Provider value={toasts}>
      {props.children}
      <Toaster toasterId={toasterId} position="top" offset={BELOW_TOP_BAR} pauseOnHover limit={4} />
    </ToastsContext.Provider>
  );
};

/** Shows toasts. Throws outside a ToastsProvider, which is a bug. */
export const useToasts = (): Toasts => {
  const toasts = useContext(ToastsContext);
  if (toasts === null) throw new Error('useToasts needs a ToastsProvider above it');
  return toasts;
};
