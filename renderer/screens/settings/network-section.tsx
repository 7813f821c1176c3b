import type { ReactElement } from 'react';
import type { Settings } from '../../../preload/contract/settings.ts';
import { SETTINGS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Card, Field, makeStyles, SpinButton, Stack } from '../../ui/index.ts';

const TEXTS = SETTINGS_TEXTS.network;

const useStyles = makeStyles({ number: { width: '140px' } });

const NumberField = (props: {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}): ReactElement => {
  const styles = useStyles();
  return (
    <Field label={props.label} hint={props.hint}>
      <SpinButton
        className={styles.number}
        value={props.value}
        min={props.min}
        max={props.max}
        onChange={(_event, data) => {
          const value = data.value ?? Number(data.displayValue);
          if (Number.isInteger(value) && value >= props.min && value <= props.max) props.onChange(value);
        }}
      />
    </Field>
  );
};

/** How many environments are asked at once, and how long one request may take. */
export const NetworkSection = (props: {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}): ReactElement => (
  <Card title={SETTINGS_TEXTS.sections.network} text={TEXTS.text}>
    <Stack gap="l">
      <NumberField
        label={TEXTS.parallel}
        hint={TEXTS.parallelHint}
        value={props.settings.parallelEnvironments}
        min={1}
        max={64}
        onChange={(parallelEnvironments) => props.onChange({ parallelEnvironments })}
      />
      <NumberField
        label={TEXTS.timeout}
        hint={TEXTS.timeoutHint}
        value={props.settings.requestTimeoutSeconds}
        min={5}
        max={300}
        onChange={(requestTimeoutSeconds) => props.onChange({ requestTimeoutSeconds })}
      />
    </Stack>
  </Card>
);
