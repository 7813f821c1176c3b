import { fc } from '@fast-check/vitest';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarText, expiryCalendar, foldLine } from '../../../main/expiry/calendar.ts';
import { expiryRow } from '../../support/builders/expiry-rows.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';

const NOW = Date.parse('2026-03-01T08:00:00Z');
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('C8: the calendar, read by ical.js', () => {
  test('an all-day event on the person’s own calendar day, with alarms 30, 7 and 1 days before', () => {
    const row = expiryRow({
      expiresOn: '2026-03-10T23:30:00Z',
      owners: [{ name: 'Kim', mail: 'kim@x.example' }],
    });
    const { entries, text } = expiryCalendar([row], () => ['Northwind; Traders, Ltd'], NOW, 'Europe/Berlin');
    const [event] = eventsOf(text);
    expect(entries).toBe(1);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe('2026-03-11');
    expect(event?.endDate.toString()).toBe('2026-03-12');
    expect(event?.summary).toBe('Order sync: client secret “prod” expires');
    expect(event?.description).toContain('Used in: Northwind; Traders, Ltd\n');
    expect(event?.description).toContain('Who to call: Kim <kim@x.example>');
    const alarms = event?.component.getAllSubcomponents('valarm') ?? [];
    expect(alarms.map((one) => String(one.getFirstPropertyValue('trigger')))).toEqual([
      '-P30D',
      '-P7D',
      '-P1D',
    ]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('the same credential keeps its UID in the next export, another has another; one without an end is left out', () => {
    const rows = [
      expiryRow(),
      expiryRow({ id: `own:${fakeId.credential(2)}` }),
      expiryRow({ id: `own:${fakeId.credential(3)}`, expiresOn: null }),
    ];
    const first = expiryCalendar(rows, () => [], NOW, 'UTC');
    const later = expiryCalendar(
      [expiryRow({ expiresOn: '2027-01-01T00:00:00Z', label: 'renamed' })],
      () => [],
      NOW + 86_400_000,
      'UTC',
    );
    expect(first.entries).toBe(2);
    const [one, two] = eventsOf(first.text).map(({ uid }) => uid);
    expect(one).not.toBe(two);
    expect(eventsOf(later.text)[0]?.uid).toBe(one);
  });

  const anyText = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => text.isWellFormed());
  const withoutControls = (text: string): string =>
    text
      .replaceAll(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- RFC 5545 has no place for them
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ' ');

  test('whatever a name says, it comes out as it went in and breaks out of nothing', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, label) => {
        const { text } = expiryCalendar([expiryRow({ appName: name, label })], () => [name], NOW, 'UTC');
        const events = eventsOf(text);
        expect(events).toHaveLength(1);
        expect(events[0]?.summary).toBe(withoutControls(`${name}: client secret “${label}” expires`));
        expect(events[0]?.description).toContain(withoutControls(name));
      }),
    );
  });

  test('no line is longer than 75 octets, and unfolding gives the line back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = `SUMMARY:${calendarText(text)}`;
        const folded = foldLine(line);
        expect(folded.split('\r\n').every((one) => Buffer.byteLength(one) <= 75)).toBe(true);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });
});
