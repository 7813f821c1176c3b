import type { AppError } from '../../preload/contract/words/errors.ts';
import type { Explanation, RemedyAction } from '../../preload/contract/words/texts/en.ts';
import { useUiPorts } from './ports.tsx';
import { UI_TEXTS } from './texts.ts';

/** Remedies that a screen can do itself, by action id; the shell does opening links, copying and signing in. Null: this screen has its own way. */
export type RemedyHandlers = Readonly<Partial<Record<RemedyAction['id'], (() => void) | null>>>;

const RETRY: RemedyAction = { id: 'retry', label: UI_TEXTS.retry };

const SHELL_DOES: readonly RemedyAction['id'][] = [
  'sign-in',
  'sign-in-other',
  'allow-graph',
  'open-settings',
  'edit-workspace',
  'show-users',
];

const detailsText = (error: AppError, explanation: Explanation): string =>
  [
    explanation.title,
    explanation.cause,
    explanation.code,
    ...Object.entries(error.correlation).map(([name, value]) => `${name}: ${value}`),
  ].join('\n');

/** Which actions of an explanation can be done here, and the function that does one; what was refused goes on once it is allowed. */
export const useRemedies = (
  error: AppError,
  explanation: Explanation,
  handlers: RemedyHandlers,
  onAllowed: (() => void) | undefined,
): {
  readonly actions: readonly RemedyAction[];
  readonly perform: (action: RemedyAction) => Promise<void>;
  readonly copyDetails: () => void;
} => {
  const ports = useUiPorts();
  const offered = explanation.actions.filter(
    ({ id }) =>
      handlers[id] !== null &&
      (id === 'open-link' || id === 'copy' || handlers[id] !== undefined || SHELL_DOES.includes(id)),
  );
  // A screen that can try again always offers it, also where trying again is not the remedy.
  const actions =
    handlers.retry == null || offered.some((action) => action.id === 'retry') ? offered : [...offered, RETRY];
  const perform = async (action: RemedyAction) => {
    const handler = handlers[action.id];
    if (handler != null) handler();
    else if (action.id === 'open-link') ports.openLink(action.url);
    else if (action.id === 'copy') void ports.copyText(action.text);
    else if (await ports.doRemedy(action)) (onAllowed ?? handlers.retry)?.();
  };
  const copyDetails = () => void ports.copyText(detailsText(error, explanation));
  return { actions, perform, copyDetails };
};
