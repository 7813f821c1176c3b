import type { Emit } from '../../preload/contract/implement.ts';
import type { EventOf } from '../../preload/contract/index.ts';
import { calendarDay } from '../../preload/contract/words/expiry.ts';
import { EXPIRY_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { Clock } from '../http/clock.ts';
import type { Document } from '../settings/document.ts';
import type { KnownCredentials } from './credentials.ts';
import type { ExpiryDocument } from './document.ts';
import { dueReminders } from './due-reminders.ts';

/** Shows a note on the desktop; false when this host or system cannot. `clicked` is called when the person clicks it. */
export type Notify = (
  note: { readonly title: string; readonly body: string },
  clicked: () => void,
) => boolean;

/** What reminding needs. */
export type ReminderPorts = {
  readonly known: KnownCredentials;
  /** Asks the directories that can be asked without a person; how old the oldest of the others is, null when none is. */
  readonly askAnew: (signal: AbortSignal) => Promise<string | null>;
  readonly document: Document<ExpiryDocument>;
  /** The person's setting; what was not told while it was off is told when it is on again. */
  readonly wanted: () => boolean;
  readonly notify: Notify;
  readonly clock: Clock;
  readonly timeZone: () => string;
};

type Event = EventOf<'expiry.reminders'>;

/** Looks once a day whether somebody must be told of a credential. */
export type Reminders = {
  /** Looks now and from then on; returns at once. */
  readonly start: () => void;
  /** Tells a page, until the signal aborts. What nobody heard yet comes first. */
  readonly listen: (emit: Emit<Event>, signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A computer that slept has lost its timers' time: every hour the calendar decides whether a new day has begun. */
const HOUR = 3_600_000;
/** A reminder waits for the directories, but not longer than this. */
const ASKING = 120_000;

/** Makes them; nothing is looked at before `start`. */
export const createReminders = (ports: ReminderPorts): Reminders => {
  const { clock, document, known, notify, timeZone } = ports;
  const end = new AbortController();
  const listeners = new Set<(event: Event) => void>();
  let unheard: Event | null = null;
  let running: Promise<void> = Promise.resolve();

  const tell = (event: Event): void => {
    if (listeners.size === 0) unheard = event;
    for (const listener of listeners) listener(event);
  };
  /** A credential that a colleague renewed since is nothing to be reminded of, so Entra is asked before. */
  const askFirst = async (): Promise<string | null> => {
    const enough = new AbortController();
    const answered = new AbortController();
    const late = clock
      .sleep(ASKING, AbortSignal.any([end.signal, answered.signal]))
      .catch(() => undefined)
      .then(() => enough.abort());
    const asOf = await ports.askAnew(enough.signal);
    answered.abort();
    await late;
    return asOf;
  };
  const look = async (): Promise<void> => {
    if (!ports.wanted()) return;
    const asOf = await askFirst();
    const rows = (await known()).flatMap((app) => app.rows);
    if (end.signal.aborted) return;
    const { due, told } = dueReminders(rows, document.get().told, clock.now(), timeZone());
    if (due === null) return;
    const reminder = { ...due, asOf };
    const shown = notify(EXPIRY_TEXTS.reminder(reminder), () => tell({ kind: 'open' }));
    document.update((now) => ({ ...now, told: [...told] }));
    tell({ kind: 'due', reminder, shownBy: shown ? 'desktop' : 'window' });
  };
  const day = (): string => calendarDay(clock.now(), timeZone());

  const run = async (): Promise<void> => {
    let lookedOn = '';
    while (!end.signal.aborted) {
      // Looking again within a day would find nothing new but what a setting or a snooze let through.
      if (day() !== lookedOn) {
        lookedOn = day();
        await look();
      }
      await clock.sleep(HOUR, end.signal).catch(() => undefined);
    }
  };
  return {
    start: () => {
      running = run();
    },
    listen: (emit, signal) =>
      new Promise((resolve) => {
        const listener = (event: Event): void => void emit(event);
        const stop = (): void => {
          listeners.delete(listener);
          resolve();
        };
        if (signal.aborted) return resolve();
        signal.addEventListener('abort', stop, { once: true });
        listeners.add(listener);
        if (unheard !== null) listener(unheard);
        unheard = null;
      }),
    close: async () => {
      end.abort();
      await running;
    },
  };
};
