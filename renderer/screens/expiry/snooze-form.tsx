import type { FormEvent, ReactElement } from 'react';
import { useState } from 'react';
import type { ExpiryRow } from '../../../preload/contract/expiry.ts';
import { EXPIRY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import {
  Button,
  DayInput,
  ErrorPanel,
  Field,
  Inline,
  Input,
  NoticeBar,
  Radio,
  RadioGroup,
  Stack,
  useToasts,
} from '../../ui/index.ts';

const TEXTS = EXPIRY_TEXTS.snooze;
const CHOICES = [7, 14, 30] as const;
type Choice = `${(typeof CHOICES)[number]}` | 'date';
const MOST_IDS = 2000;

/** The beginning of the person's day some days from now: the first look of that day reminds again. */
const morningIn = (days: number, now: number): Date => {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() + days);
  return day;
};

/** Asks until when nothing is to be said of these credentials, and who is on it. */
export const SnoozeForm = (props: {
  readonly rows: readonly ExpiryRow[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactElement => {
  const toasts = useToasts();
  const snooze = useAction('expiry.snooze', { invalidates: ['expiry.summary'] });
  const [choice, setChoice] = useState<Choice>('7');
  const [date, setDate] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [now] = useState(() => Date.now());

  const until =
    choice === 'date' ? (date === '' ? null : new Date(`${date}T00:00:00`)) : morningIn(Number(choice), now);
  const valid = until !== null && !Number.isNaN(until.getTime()) && until.getTime() > now;
  const tooLate =
    valid && props.rows.some(({ expiresOn }) => expiresOn !== null && new Date(expiresOn) < until);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!valid || snooze.busy) return;
    const ids = props.rows.map(({ id }) => id).slice(0, MOST_IDS);
    const result = await snooze.run({ ids, until: until.toISOString(), note: note.trim() });
    if (!result.ok) return;
    toasts.success(TEXTS.done(result.value.changed));
    props.onDone();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={TEXTS.title(props.rows.length)}>
      <Stack gap="l">
        <span>{TEXTS.text}</span>
        <Field label={TEXTS.for}>
          <RadioGroup
            value={choice}
            onChange={(_event, data) =>
              setChoice(
                ([...CHOICES.map(String), 'date'] as Choice[]).find((one) => one === data.value) ?? '7',
              )
            }
          >
            {CHOICES.map((days) => (
              <Radio key={days} value={String(days)} label={TEXTS.days(days)} />
            ))}
            <Radio value="date" label={TEXTS.date} />
          </RadioGroup>
        </Field>
        {choice === 'date' ? (
          <Field
            label={TEXTS.date}
            {...(asked && !valid
              ? { validationMessage: TEXTS.invalidDate, validationState: 'error' as const }
              : {})}
          >
            <DayInput value={date} onChange={setDate} />
          </Field>
        ) : null}
        {tooLate ? <NoticeBar intent="warning" title={TEXTS.afterEnd} /> : null}
        <Field label={TEXTS.note} hint={TEXTS.noteHint}>
          <Input value={note} maxLength={200} onChange={(_event, data) => setNote(data.value)} />
        </Field>
        {snooze.error === null ? null : <ErrorPanel error={snooze.error} />}
        <Inline>
          <Button appearance="primary" type="submit" disabled={snooze.busy}>
            {TEXTS.submit}
          </Button>
          <Button onClick={props.onCancel}>{EXPIRY_TEXTS.cancel}</Button>
        </Inline>
      </Stack>
    </form>
  );
};
