import { describe, expect, test } from 'vitest';
import { chooseCredential } from '../../../main/query/choose-credential.ts';
import { runSummary } from '../../../main/query/run-summary.ts';
import { errorOf, valueOf } from '../dataverse/local-service.ts';
import { credential, profileWith } from './app-profile.ts';

const now = Date.parse('2026-06-01T00:00:00Z');

describe('the credential of a run', () => {
  const old = credential(1, { addedOn: '2026-01-01T00:00:00Z' });
  const expired = credential(2, { addedOn: '2026-05-01T00:00:00Z', expiresOn: '2026-05-31T00:00:00Z' });
  const gone = credential(3, { addedOn: '2026-05-20T00:00:00Z', kept: 'missing' });

  test('is the newest that is kept and not past its date', () => {
    expect(valueOf(chooseCredential(profileWith([old, expired, gone]), null, now))).toBe(old.id);
  });

  test('is the newest of those past their date when there is no other', () => {
    expect(valueOf(chooseCredential(profileWith([expired, gone]), null, now))).toBe(expired.id);
  });

  test('is the one that a rotation put to use, whatever is newer, until it is past its date', () => {
    const newer = credential(4, { addedOn: '2026-05-25T00:00:00Z' });
    const profile = { ...profileWith([old, newer, expired]), current: old.id };
    expect(valueOf(chooseCredential(profile, null, now))).toBe(old.id);
    expect(valueOf(chooseCredential({ ...profile, current: expired.id }, null, now))).toBe(newer.id);
  });

  test('is one that retires only when there is no other', () => {
    const retiring = credential(5, { addedOn: '2026-05-28T00:00:00Z', retiring: true });
    expect(valueOf(chooseCredential(profileWith([old, retiring]), null, now))).toBe(old.id);
    expect(valueOf(chooseCredential(profileWith([retiring, expired]), null, now))).toBe(retiring.id);
  });

  test('is one that Entra does not know yet only behind every other that could work, and before those that cannot', () => {
    const made = credential(6, { addedOn: '2026-05-29T00:00:00Z', kind: 'certificate', notInEntraYet: true });
    const retiring = credential(5, { retiring: true });
    expect(valueOf(chooseCredential(profileWith([old, made]), null, now))).toBe(old.id);
    expect(valueOf(chooseCredential(profileWith([made, retiring]), null, now))).toBe(retiring.id);
    expect(valueOf(chooseCredential(profileWith([made, expired, gone]), null, now))).toBe(made.id);
    const uploaded = { ...made, notInEntraYet: false };
    expect(valueOf(chooseCredential(profileWith([old, uploaded]), null, now))).toBe(made.id);
  });

  test('is the one asked for, if the app has it', () => {
    expect(valueOf(chooseCredential(profileWith([old, expired]), expired.id, now))).toBe(expired.id);
    expect(errorOf(chooseCredential(profileWith([old]), expired.id, now))).toMatchObject({
      code: 'not-found',
    });
  });

  test('is missing when none is kept', () => {
    expect(errorOf(chooseCredential(profileWith([gone]), null, now))).toMatchObject({
      code: 'secret-missing',
    });
  });
});

describe('the line of a run in the journal', () => {
  const counts = { environments: 3, succeeded: 2, failed: 1, cancelled: 0 };
  test('names app, extent and result, never a key or filter', () => {
    const run = { appName: 'Hub', resource: "contacts(emailaddress1='a@b.c')", counts, rows: 12 };
    expect(runSummary(run)).toEqual({
      summary: 'Query as Hub in 3 environments: contacts, 12 rows, 1 failed',
      outcome: 'partial',
    });
  });

  test('is ok when all succeeded, and failed only when none did', () => {
    const well = { ...counts, succeeded: 3, failed: 0 };
    expect(runSummary({ appName: 'Hub', resource: 'accounts', counts: well, rows: 1 }).outcome).toBe('ok');
    const run = { appName: 'Hub', resource: 'accounts', rows: 0 };
    const all = { environments: 1, succeeded: 0, failed: 1, cancelled: 0 };
    expect(runSummary({ ...run, counts: all }).outcome).toBe('failed');
    expect(runSummary({ ...run, counts: { ...all, failed: 0, cancelled: 1 } }).outcome).toBe('cancelled');
  });
});
