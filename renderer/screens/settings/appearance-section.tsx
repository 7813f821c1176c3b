import type { ReactElement } from 'react';
import type { Settings } from '../../../preload/contract/settings.ts';
import { THEMES } from '../../../preload/contract/words/status.ts';
import { SETTINGS_TEXTS, THEME_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { Card, Field, Radio, RadioGroup, Stack, Switch } from '../../ui/index.ts';

const TEXTS = SETTINGS_TEXTS.appearance;

/** Theme and navigation. */
export const AppearanceSection = (props: {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}): ReactElement => (
  <Card title={SETTINGS_TEXTS.sections.appearance}>
    <Stack gap="l">
      <Field label={TEXTS.theme}>
        <RadioGroup
          value={props.settings.theme}
          onChange={(_event, data) => {
            const theme = THEMES.find((each) => each === data.value);
            if (theme !== undefined) props.onChange({ theme });
          }}
        >
          {THEMES.map((theme) => (
            <Radio key={theme} value={theme} label={THEME_LABELS[theme]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={TEXTS.navigation}>
        <Switch
          label={TEXTS.collapsed}
          checked={props.settings.navigationCollapsed}
          onChange={(_event, data) => props.onChange({ navigationCollapsed: data.checked })}
        />
      </Field>
    </Stack>
  </Card>
);
