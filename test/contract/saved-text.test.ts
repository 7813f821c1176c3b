import { describe, expect, test } from 'vitest';
import { appHandlers } from '../../main/console/app-handlers.ts';
import { createHeldText } from '../../main/console/held-text.ts';
import { createBorder } from '../../main/hosts/border/border.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import { pieceEnd } from '../../preload/contract/words/saved-text.ts';
import { createBridge } from '../../renderer/bridge/bridge.ts';
import { saveInPieces } from '../../renderer/shell/save-in-pieces.ts';
import { fileParts } from '../../renderer/ui/table/export-rows.ts';
import { stubImplementations } from '../support/border/stub-implementations.ts';

/** A page and main with the real border between them; what is saved stays here. */
const open = () => {
  const saved = new Map<string, string>();
  const { 'app.holdText': hold, 'app.saveText': save } = appHandlers({
    kind: 'electron',
    version: '',
    platform: 'linux',
    demoPortalUrl: null,
    notices: { list: () => [], tell: () => undefined, dismiss: () => undefined },
    openLink: async () => ok(null),
    protectContent: () => false,
    copyText: async () => undefined,
    saveText: async (name, text) => {
      saved.set(name, String(text));
      return name;
    },
  });
  const border = createBorder({
    implementations: stubImplementations(hold, save),
    push: () => undefined,
    reportBug: () => undefined,
  });
  const { call } = createBridge({
    request: (text) => border.request(text, true),
    subscribe: () => () => undefined,
  });
  return { saved, call };
};

/** Two thousand rows at a time. */
const parts = async function* (count: number) {
  for (let at = 0; at < count; at += 2000)
    yield Array.from({ length: Math.min(2000, count - at) }, (_, index) => at + index);
};
// Every character of it grows when it is written as JSON, and some have two halves.
const hard = (row: number): string => `"${row}" 🔑\n`.repeat(8);
const columns = [
  { id: 'row', header: 'Row', width: 1, value: (row: number) => row },
  { id: 'text', header: '=Text', width: 1, value: hard },
];

describe('a table of any length becomes a file', () => {
  test('as CSV and as JSON: megabytes, of which each request holds its piece and nothing is torn', async () => {
    const { saved, call } = open();
    const { signal } = new AbortController();
    for (const format of ['csv', 'json'] as const)
      expect(
        await saveInPieces(call, `rows.${format}`, fileParts(format, columns, parts(25_000)), signal),
      ).toEqual(ok({ saved: true, place: `rows.${format}` }));
    const json: unknown = JSON.parse(saved.get('rows.json') ?? '');
    expect(json).toHaveLength(25_000);
    expect(json).toMatchObject({ 24_999: { Row: 24_999, '=Text': hard(24_999) } });
    const csv = saved.get('rows.csv') ?? '';
    expect(csv.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(csv.slice(0, 13)).toBe("\uFEFFRow,'=Text\r\n");
    expect(csv.endsWith(`24999,"${hard(24_999).replaceAll('"', '""')}"\r\n`)).toBe(true);
    expect(csv.isWellFormed()).toBe(true);
  });

  test('without rows it is the head alone, and a short one goes in one request', async () => {
    const { saved, call } = open();
    const { signal } = new AbortController();
    await saveInPieces(call, 'none.csv', fileParts('csv', columns, parts(0)), signal);
    await saveInPieces(call, 'none.json', fileParts('json', columns, parts(0)), signal);
    expect([...saved.values()]).toEqual(["\uFEFFRow,'=Text\r\n", '[]\n']);
  });

  test('cancelled while it is made, nothing is saved', async () => {
    const { saved, call } = open();
    const stop = new AbortController();
    const ending = async function* () {
      yield* parts(25_000);
      stop.abort();
    };
    const answer = await saveInPieces(call, 'rows.csv', fileParts('csv', columns, ending()), stop.signal);
    expect([answer.ok, saved.size]).toEqual([false, 0]);
  });
});

describe('a text that is held until it is saved', () => {
  test('is taken once; another one takes its place; one that is too long is let go', () => {
    const held = createHeldText(10);
    const begin = (piece: string): string => {
      const put = held.put(null, piece);
      return put.ok ? put.value.textId : '';
    };
    const first = begin('abc');
    expect(held.put(first, 'def')).toMatchObject({ ok: true });
    expect(held.take(first)).toEqual(ok('abcdef'));
    expect(held.take(first)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const second = begin('abc');
    begin('xyz');
    expect(held.put(second, 'def')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const long = begin('0123456789');
    expect(held.put(long, '!')).toMatchObject({ ok: false, error: { code: 'payload-too-large' } });
    expect(held.take(long)).toMatchObject({ ok: false });
  });

  test('is never cut between the halves of a character', () => {
    expect([pieceEnd('ab🔑', 3), pieceEnd('ab🔑', 4), pieceEnd('abc', 2), pieceEnd('a', 2)]).toEqual([
      2, 4, 2, 1,
    ]);
  });
});
