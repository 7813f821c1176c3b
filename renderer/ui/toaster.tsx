import { Toast, ToastBody, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/en.ts';

/** What a toast says. */
export type ToastMessage =
  | { readonly intent: 'success' | 'info'; readonly title: string; readonly body: string | undefined }
  | { readonly intent: 'error'; readonly error: AppError };

/** Over the lower end of the navigation: neither the fields, the toolbar and the buttons of a page nor those of a side panel are covered. */
const OFFSET = { horizontal: 12, vertical: 12 } as const;

const wordsOf = (message: ToastMessage): { readonly title: string; readonly body: string | undefined } => {
  if (message.intent !== 'error') return message;
  const { title, cause } = explain(message.error);
  return { title, body: cause };
};

/** Shows the messages that wait, each once, and says that it has. */
export const ConsoleToaster = (props: {
  readonly waiting: readonly ToastMessage[];
  readonly onShown: (shown: readonly ToastMessage[]) => void;
}): ReactElement => {
  const toasterId = useId('toaster');
  const { dispatchToast } = useToastController(toasterId);
  const { waiting, onShown } = props;
  useEffect(() => {
    if (waiting.length === 0) return;
    for (const message of waiting) {
      const { title, body } = wordsOf(message);
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {body === undefined ? null : <ToastBody>{body}</ToastBody>}
        </Toast>,
        // Nothing in a toast can be pressed, and Fluent keeps the focus in one that has it: Tab passes it by.
        {
          intent: message.intent,
          timeout: message.intent === 'error' ? 10_000 : 3500,
          root: { tabIndex: -1 },
        },
      );
    }
    onShown(waiting);
  }, [dispatchToast, onShown, waiting]);
  return <Toaster toasterId={toasterId} position="bottom-start" offset={OFFSET} pauseOnHover limit={4} />;
};
