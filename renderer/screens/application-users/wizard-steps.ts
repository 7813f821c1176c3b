import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Step } from '../../ui/index.ts';
import type { Draft, WizardStep } from './wizard-draft.ts';
import { isAnswered, isReachable, stepsOf } from './wizard-draft.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard;

const hintOf = (draft: Draft, step: WizardStep): string | undefined => {
  switch (step) {
    case 'app':
      return draft.clientId === null ? undefined : draft.appName;
    case 'environments':
      return draft.environmentIds.length === 0
        ? undefined
        : TEXTS.environments.chosen(draft.environmentIds.length);
    case 'roles':
      return draft.roles.length === 0 ? undefined : TEXTS.roles.chosen(draft.roles.length);
    case 'unit':
      return draft.unit === null
        ? undefined
        : draft.unit.kind === 'root'
          ? TEXTS.placement.root
          : draft.unit.name;
    case 'teams':
      return draft.teams.length === 0 ? undefined : TEXTS.placement.chosen(draft.teams.length);
    case 'deletion':
    case 'plan':
    case 'apply':
    case 'result':
      return undefined;
  }
};

/** The steps as the stepper shows them; while a plan is applied (and after) nothing before it can be changed. */
export const wizardSteps = (draft: Draft, busy: boolean): readonly Step<WizardStep>[] => {
  const steps = stepsOf(draft.intent);
  const at = steps.indexOf(draft.step);
  const applied = busy || draft.step === 'apply' || draft.step === 'result';
  return steps.map((id, index): Step<WizardStep> => {
    const hint = hintOf(draft, id);
    return {
      id,
      label: TEXTS.stepLabels[id],
      ...(hint === undefined ? {} : { hint }),
      done: index < at && (applied || isAnswered(draft, id)),
      reachable: !applied && id !== 'apply' && id !== 'result' && isReachable(draft, id),
    };
  });
};

/** Title and one line of the step that is shown. */
export const stepText = (draft: Draft): { readonly title: string; readonly text: string } => {
  if (draft.step === 'roles' && draft.intent === 'remove-roles') {
    return { title: TEXTS.roles.titleRemove, text: TEXTS.roles.textRemove };
  }
  return { title: TEXTS[draft.step].title, text: TEXTS[draft.step].text };
};
