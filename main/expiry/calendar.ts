import { createHash } from 'node:crypto';
import type { ExpiryRow } from '../../preload/contract/expiry.ts';
import { calendarDay } from '../../preload/contract/words/expiry.ts';
import { EXPIRY_TEXTS } from '../../preload/contract/words/texts/en.ts';

const TEXTS = EXPIRY_TEXTS.calendar;
const DAY = 86_400_000;
/** RFC 5545 section 3.1: lines longer than 75 octets should be folded. */
const MOST_OCTETS = 75;
/** Days before the end at which a calendar reminds. */
const ALARM_DAYS = [30, 7, 1] as const;

/** A TEXT value (RFC 5545 section 3.3.11): backslash, semicolon, comma and line breaks are escaped; other control characters may not stand there. */
export const calendarText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- they are what must go
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ' ')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

/** Folds a content line at 75 octets, never inside a character; each further line begins with a space. */
export const foldLine = (line: string): string => {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += character;
    octets += size;
  }
  return [...lines, now].join('\r\n');
};

const basicDay = (at: number, timeZone: string): string => calendarDay(at, timeZone).replaceAll('-', '');
const basicInstant = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
/** The same credential has the same UID in every export, so that a calendar updates its entry (RFC 5545 section 3.8.4.7). */
const uidOf = (id: string): string =>
  `${createHash('sha256').update(id).digest('hex').slice(0, 32)}@s2s-console`;

/** The ends of credentials as a calendar (RFC 5545): one all-day event each, on the person's own calendar day, with alarms. Rows without an end are left out. */
export const expiryCalendar = (
  rows: readonly ExpiryRow[],
  namesOf: (row: ExpiryRow) => readonly string[],
  now: number,
  timeZone: string,
): { readonly text: string; readonly entries: number } => {
  const events = rows.flatMap((row) => {
    if (row.expiresOn === null) return [];
    const end = Date.parse(row.expiresOn);
    const day = calendarDay(end, timeZone);
    const summary = calendarText(TEXTS.summary(row.appName, row.kind, row.label));
    const description = calendarText(
      TEXTS.description({
        clientId: row.clientId,
        workspaces: namesOf(row),
        mark: row.mark,
        kind: row.kind,
        owners: row.owners.map(({ mail, name }) => (mail === null ? name : `${name} <${mail}>`)),
        at: row.expiresOn,
      }),
    );
    return [
      [
        'BEGIN:VEVENT',
        `UID:${uidOf(row.id)}`,
        `DTSTAMP:${basicInstant(now)}`,
        `DTSTART;VALUE=DATE:${basicDay(end, timeZone)}`,
        // The end of an all-day event is the day after (section 3.6.1).
        `DTEND;VALUE=DATE:${basicDay(Date.parse(day) + DAY, 'UTC')}`,
        `SUMMARY:${summary}`,
        `DESCRIPTION:${description}`,
        'TRANSP:TRANSPARENT',
        ...ALARM_DAYS.flatMap((days) => [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${summary}`,
          `TRIGGER:-P${days}D`,
          'END:VALARM',
        ]),
        'END:VEVENT',
      ],
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//S2S Console//Credential expiry//EN',
    'CALSCALE:GREGORIAN',
    ...events.flat(),
    'END:VCALENDAR',
  ];
  return { text: `${lines.map(foldLine).join('\r\n')}\r\n`, entries: events.length };
};
