import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintSecret, repairSecret } from '../../../preload/contract/words/secret-lint.ts';
import { SECRET_PROBLEMS, SECRET_REPAIRS } from '../../../preload/contract/words/texts/en.ts';

const SECRET = 'abc8Q~aBcDeF.gHiJ_kL-mNoPqRsTuVwXyZ01234';
const CONNECTION = `AuthType=ClientSecret;Url=https://contoso.crm4.dynamics.com;ClientId=51f81489-12ee-4a9e-aaae-a2591f45987d;ClientSecret=${SECRET}`;
/** As `az ad app credential reset` and Graph's addPassword answer. */
const AZ = JSON.stringify({ appId: '51f81489', displayName: 'app', password: SECRET, tenant: 'x' }, null, 2);
const GRAPH = JSON.stringify({ value: { hint: 'abc', keyId: 'k', secretText: SECRET } });

describe('more than the secret was pasted', () => {
  test.each([
    [CONNECTION, 'connection-string', 'ClientSecret'],
    [
      `Url=https://c.crm.dynamics.com; Client Secret="${SECRET}"; ClientId=1`,
      'connection-string',
      'Client Secret',
    ],
    [
      `client_id=1&scope=x&client_secret=${encodeURIComponent(SECRET)}&grant_type=client_credentials`,
      'connection-string',
      'client_secret',
    ],
    [AZ, 'json', 'password'],
    [AZ.replaceAll('\n', ''), 'json', 'password'],
    [GRAPH, 'json', 'secretText'],
    [`CLIENT_SECRET=${SECRET}`, 'assignment', 'CLIENT_SECRET'],
    [`export AZURE_CLIENT_SECRET='${SECRET}'`, 'assignment', 'AZURE_CLIENT_SECRET'],
    [`"clientSecret": "${SECRET}",`, 'assignment', 'clientSecret'],
    [`$env:ARM_CLIENT_SECRET = "${SECRET}"`, 'assignment', 'ARM_CLIENT_SECRET'],
  ])('%s', (text, problem, field) => {
    expect(lintSecret(text)).toEqual({ severity: 'refusal', problem, field, repairable: true });
    expect(repairSecret(text)).toBe(SECRET);
  });

  test.each([
    ['{"tenant":"x","appId":"y"}', 'json'],
    ['Url=https://c.crm.dynamics.com;ClientId=1', 'connection-string'],
    ['-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----', 'certificate'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2ln', 'token'],
    ['5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11', 'secret-id'],
    ['abc******************', 'masked'],
  ])('there is no secret to take out of %s', (text, problem) => {
    expect(lintSecret(text)).toMatchObject({ severity: 'refusal', problem, repairable: false });
    expect(repairSecret(text)).toBe(null);
  });
});

test.each([
  [`${SECRET}\n`, 'white-space'],
  [`${SECRET.slice(0, 20)} ${SECRET.slice(20)}`, 'white-space'],
  [`\u200b${SECRET}`, 'invisible-characters'],
  [`\uFEFF${SECRET}`, 'white-space'],
  [`"${SECRET}"`, 'quotes'],
  [`“${SECRET}”`, 'quotes'],
  [SECRET.replace('~', '%7E'), 'url-encoding'],
  [` "${SECRET.replace('~', '%7E')}"`, 'white-space'],
])('%o is repaired', (text, problem) => {
  expect(lintSecret(text)).toMatchObject({ severity: 'refusal', problem, repairable: true });
  expect(repairSecret(text)).toBe(SECRET);
});

test.each([
  [SECRET.slice(0, 30), 'cut'],
  ['hunter2', 'short'],
])('%s is only unlikely', (text, problem) => {
  expect(lintSecret(text)).toMatchObject({ severity: 'warning', problem });
});

test('nothing is said of an empty field and of a secret as it is', () => {
  expect(lintSecret('')).toBe(null);
  expect(lintSecret(SECRET)).toBe(null);
  expect(repairSecret(SECRET)).toBe(null);
});

test('any text is judged, the judgement holds nothing of it, and what is repaired is not refused', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('{"secret":"', '"}', ';ClientSecret=', '%7E', SECRET, '=', '&', '"', '\n', '\u200b'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const finding = lintSecret(text);
      if (finding === null) return;
      const words = finding.repairable
        ? SECRET_REPAIRS[finding.problem]
        : SECRET_PROBLEMS[finding.problem](null);
      expect(words).toMatch(/\w/);
      expect(JSON.stringify({ ...finding, field: '' })).not.toContain(SECRET);
      expect(lintSecret(repairSecret(text) ?? SECRET)?.severity).not.toBe('refusal');
    }),
    { numRuns: 3000 },
  );
});
