import { Input } from '@fluentui/react-components';
import type { InputProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';

/** A browser that is told an end takes four digits for the year; else six, of which no date can be made. */
const LAST_DAY = '9999-12-31';

/** Takes a day as `YYYY-MM-DD`, empty while none is entered; stands in a Field. */
export const DayInput = (
  props: Omit<InputProps, 'type' | 'max' | 'onChange'> & {
    readonly value: string;
    readonly onChange: (day: string) => void;
  },
): ReactElement => {
  const { onChange, ...rest } = props;
  return <Input {...rest} type="date" max={LAST_DAY} onChange={(_event, data) => onChange(data.value)} />;
};
