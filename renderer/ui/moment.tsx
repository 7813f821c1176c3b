import type { ReactElement } from 'react';
import { once } from './once.ts';
import { UI_TEXTS } from './texts.ts';

const FORMATS = {
  full: once(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })),
  date: once(() => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })),
  time: once(() => new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })),
};

/** Local text of an instant: `full` date and time, `date`, or `time` of day. */
export const formatMoment = (at: string | Date, form: 'full' | 'date' | 'time' = 'full'): string => {
  const value = typeof at === 'string' ? new Date(at) : at;
  if (Number.isNaN(value.getTime())) return typeof at === 'string' ? at : '';
  return FORMATS[form]().format(value);
};

/** UTC text of an instant, to the second. */
export const formatUtc = (at: string | Date): string => {
  const value = typeof at === 'string' ? new Date(at) : at;
  if (Number.isNaN(value.getTime())) return typeof at === 'string' ? at : '';
  return UI_TEXTS.utc(value.toISOString().slice(0, 19).replace('T', ' '));
};

/** An instant in the person's locale and time zone, with UTC on hover. */
export const Moment = (props: {
  readonly at: string | Date;
  readonly form?: 'full' | 'date' | 'time';
}): ReactElement => (
  <time
    dateTime={typeof props.at === 'string' ? props.at : props.at.toISOString()}
    title={formatUtc(props.at)}
  >
    {formatMoment(props.at, props.form)}
  </time>
);
