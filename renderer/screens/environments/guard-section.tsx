import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { GUARDS } from '../../../preload/contract/words/status.ts';
import { ENVIRONMENT_TYPE_LABELS, ENVIRONMENTS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { PanelSection, Radio, RadioGroup, useToasts } from '../../ui/index.ts';

const TEXTS = ENVIRONMENTS_TEXTS.guard;

/** Whether this environment counts as production: as the workspace says of its type, or whatever its type. */
export const GuardSection = (props: { readonly environment: Environment }): ReactElement => {
  const { environment } = props;
  const toasts = useToasts();
  const change = useAction('environments.guard', { invalidates: ['environments.list'] });
  const choose = async (wanted: string) => {
    const guard = GUARDS.find((each) => each === wanted);
    if (guard === undefined) return;
    const result = await change.run({
      workspaceId: environment.workspaceId,
      environmentId: environment.id,
      guard,
    });
    if (!result.ok) toasts.failure(result.error);
  };
  return (
    <PanelSection title={TEXTS.title}>
      <span>{environment.production ? TEXTS.asks : TEXTS.doesNotAsk}</span>
      <RadioGroup
        aria-label={TEXTS.title}
        value={environment.guard}
        onChange={(_event, data) => void choose(data.value)}
      >
        {GUARDS.map((guard) => (
          <Radio
            key={guard}
            value={guard}
            label={TEXTS.choices[guard](ENVIRONMENT_TYPE_LABELS[environment.type])}
          />
        ))}
      </RadioGroup>
    </PanelSection>
  );
};
