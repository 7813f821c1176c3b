import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openExpiry } from '../../../main/expiry/document.ts';
import { createReminders } from '../../../main/expiry/reminders.ts';
import { withSnooze } from '../../../main/expiry/snooze.ts';
import type { EventOf } from '../../../preload/contract/index.ts';
import type { ExpiryRow } from '../../../preload/contract/expiry.ts';
import { expiryRow } from '../../support/builders/expiry-rows.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';
import { profiles } from '../../support/fake-door/fake-world.ts';
import { handMovedClock } from '../http/hand-moved-clock.ts';
import { realDocumentFiles } from '../settings/real-document-files.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const START = Date.parse('2026-01-05T10:00:00Z');
const inDays = (days: number): string => new Date(START + days * DAY).toISOString();

let files: ReturnType<typeof realDocumentFiles>;
beforeEach(() => {
  files = realDocumentFiles();
});
afterEach(() => files.remove());

/** One run of the console: a desktop that records, a clock that the test moves. */
const run = async (
  rows: () => readonly ExpiryRow[],
  options: {
    readonly at?: number;
    readonly desktop?: boolean;
    readonly wanted?: () => boolean;
    readonly askAnew?: (signal: AbortSignal) => Promise<string | null>;
  } = {},
) => {
  const time = handMovedClock(options.at ?? START);
  const notes: { readonly title: string; readonly body: string; readonly click: () => void }[] = [];
  const document = openExpiry(files.open, () => undefined);
  const [profile] = profiles;
  if (profile === undefined) throw new Error('no profile');
  const reminders = createReminders({
    known: async () => {
      const { snoozes } = document.get();
      const of = (id: string) =>
        snoozes.find((one) => one.id === id && Date.parse(one.until) > time.clock.now()) ?? null;
      return [{ profile, rows: rows().map((one) => ({ ...one, snoozed: of(one.id) })) }];
    },
    askAnew: options.askAnew ?? (async () => null),
    document,
    wanted: options.wanted ?? (() => true),
    notify: (note, click) => {
      if (options.desktop === false) return false;
      notes.push({ ...note, click });
      return true;
    },
    clock: time.clock,
    timeZone: () => 'UTC',
  });
  reminders.start();
  await time.settle();
  return {
    titles: () => notes.map(({ title }) => title),
    notes,
    document,
    reminders,
    now: time.clock.now,
    days: async (count: number) => {
      for (let hour = 0; hour < count * 24; hour += 1) {
        time.advance(HOUR);
        await time.settle();
      }
    },
    end: reminders.close,
    settle: time.settle,
    minutes: async (count: number) => {
      time.advance(count * 60_000);
      await time.settle();
    },
  };
};
const hear = (reminders: Awaited<ReturnType<typeof run>>['reminders']) => {
  const events: EventOf<'expiry.reminders'>[] = [];
  const stop = new AbortController();
  const done = reminders.listen(async (event) => void events.push(event), stop.signal);
  return { events, stop: () => stop.abort(), done };
};

describe('C8: a person is reminded', () => {
  test('60, 30, 7 and 1 days before and at the end: once each, though the console looks every day', async () => {
    const one = await run(() => [expiryRow({ expiresOn: inDays(62.5) })]);
    await one.days(65);
    expect(one.titles()).toEqual([
      'A credential of Order sync expires in 60 days',
      'A credential of Order sync expires in 30 days',
      'A credential of Order sync expires in 7 days',
      'A credential of Order sync expires tomorrow',
      'A credential of Order sync has expired',
    ]);
    await one.end();
  });

  test('not again after a restart, and only of the nearest threshold after a long pause', async () => {
    const rows = () => [expiryRow({ expiresOn: inDays(45) })];
    const first = await run(rows);
    expect(first.titles()).toEqual(['A credential of Order sync expires in 45 days']);
    await first.end();
    const second = await run(rows);
    expect(second.titles()).toEqual([]);
    await second.end();
    const later = await run(rows, { at: START + 40 * DAY });
    expect(later.titles()).toEqual(['A credential of Order sync expires in 5 days']);
    await later.end();
  });

  test('several that are due make one note', async () => {
    const one = await run(() =>
      [-3, 0.6, 5, 20, 21, 50, 100].map((days, index) =>
        expiryRow({ id: `own:${fakeId.credential(index)}`, label: `key ${index}`, expiresOn: inDays(days) }),
      ),
    );
    expect(one.notes).toMatchObject([
      {
        title: '6 credentials need attention',
        body: '1 expired, 1 until tomorrow, 1 within 7 days, 2 within 30 days, 1 within 60 days. First: key 0 of Order sync.',
      },
    ]);
    await one.end();
  });

  test('a snoozed one waits until the snooze is over, and is told then although it had been told before', async () => {
    const one = await run(() => [expiryRow({ expiresOn: inDays(29) })]);
    expect(one.titles()).toHaveLength(1);
    const id = expiryRow().id;
    one.document.update((now) => withSnooze(now, { ids: [id], until: inDays(23.5), note: '' }, one.now()));
    await one.days(23);
    expect(one.titles()).toHaveLength(1);
    await one.days(1);
    expect(one.titles().slice(1)).toEqual(['A credential of Order sync expires in 5 days']);
    await one.end();
  });

  test('nothing while it is switched off; what was missed is told when it is on again', async () => {
    let wanted = false;
    const one = await run(() => [expiryRow({ expiresOn: inDays(20) })], { wanted: () => wanted });
    await one.days(3);
    expect(one.titles()).toEqual([]);
    wanted = true;
    await one.days(1);
    expect(one.titles()).toEqual(['A credential of Order sync expires in 16 days']);
    await one.end();
  });

  test('an end that was moved later is a new story', async () => {
    let expiresOn = inDays(5);
    const one = await run(() => [expiryRow({ expiresOn })]);
    expiresOn = inDays(50);
    await one.days(1);
    expect(one.titles()).toEqual([
      'A credential of Order sync expires in 5 days',
      'A credential of Order sync expires in 49 days',
    ]);
    await one.end();
  });

  test('what was renewed elsewhere is asked for before, every day, and is not told', async () => {
    let asked = 0;
    let expiresOn = inDays(8.5);
    const one = await run(() => [expiryRow({ expiresOn })], {
      askAnew: async () => {
        asked += 1;
        if (asked === 2) expiresOn = inDays(200);
        return null;
      },
    });
    await one.days(10);
    expect([asked, one.titles()]).toEqual([11, ['A credential of Order sync expires in 8 days']]);
    expect(one.notes[0]?.body).toBe('prod');
    await one.end();
  });

  test('a directory that cannot be asked is said to be old, and one that does not answer holds nothing up for long', async () => {
    const one = await run(() => [expiryRow({ expiresOn: inDays(5) })], {
      askAnew: (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve('2026-01-02T10:00:00Z'), { once: true });
        }),
    });
    expect(one.titles()).toEqual([]);
    await one.minutes(2);
    expect(one.notes).toMatchObject([
      { body: expect.stringMatching(/^prod\. Not every directory .* 2026\.$/) },
    ]);
    await one.end();
  });

  test('a click opens the page; a page that is not there yet hears of it when it comes', async () => {
    const one = await run(() => [expiryRow({ expiresOn: inDays(5) })]);
    const page = hear(one.reminders);
    one.notes[0]?.click();
    expect(page.events).toMatchObject([{ kind: 'due', shownBy: 'desktop' }, { kind: 'open' }]);
    page.stop();
    await page.done;
    one.notes[0]?.click();
    expect(hear(one.reminders).events).toEqual([{ kind: 'open' }]);
    await one.end();
  });

  test('where the desktop shows nothing, the window is told to', async () => {
    const one = await run(() => [expiryRow({ expiresOn: inDays(5) })], { desktop: false });
    expect(hear(one.reminders).events).toMatchObject([
      { kind: 'due', shownBy: 'window', reminder: { week: 1, first: { appName: 'Order sync', days: 5 } } },
    ]);
    await one.end();
  });
});
