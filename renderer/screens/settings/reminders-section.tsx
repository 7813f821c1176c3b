import type { ReactElement } from 'react';
import type { Settings } from '../../../preload/contract/settings.ts';
import { SETTINGS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useCall } from '../../bridge/index.ts';
import { Card, Field, Switch } from '../../ui/index.ts';

const TEXTS = SETTINGS_TEXTS.reminders;

/** Whether the console reminds of credentials that end, and where it can. */
export const RemindersSection = (props: {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}): ReactElement => {
  const host = useCall('app.start', {}).data?.host;
  return (
    <Card title={SETTINGS_TEXTS.sections.reminders} text={TEXTS.text}>
      <Field
        label={TEXTS.field}
        {...(host === undefined ? {} : { hint: host === 'electron' ? TEXTS.desktop : TEXTS.window })}
      >
        <Switch
          label={TEXTS.on}
          checked={props.settings.remindOfExpiry}
          onChange={(_event, data) => props.onChange({ remindOfExpiry: data.checked })}
        />
      </Field>
    </Card>
  );
};
