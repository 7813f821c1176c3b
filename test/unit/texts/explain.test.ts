import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appError, ERROR_CODES } from '../../../preload/contract/words/errors.ts';
import { AADSTS_APP } from '../../../preload/contract/words/texts/aadsts-app.ts';
import { explain } from '../../../preload/contract/words/texts/explain.ts';

const entra = (aadsts: number | string, error = '') => explain(appError('entra', { aadsts, error }));

describe('C2: the offline explainer', () => {
  test('every code, with any params or none, has a title, a cause and something to do or to know', () => {
    const params = fc.dictionary(
      fc.constantFrom(
        'host',
        'status',
        'what',
        'aadsts',
        'error',
        'hex',
        'message',
        'clientId',
        'limit',
        'x',
      ),
      fc.oneof(fc.string(), fc.integer()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ERROR_CODES), params, (code, given) => {
        const { title, cause, remedies } = explain(appError(code, given));
        expect([title, cause].every((text) => text.trim() !== '' && !text.includes('undefined'))).toBe(true);
        expect(remedies.every((text) => text.trim() !== '')).toBe(true);
      }),
    );
  });

  test.each(ERROR_CODES)('%s begins its sentences as sentences, whatever it is about', (code) => {
    const { title, cause, remedies } = explain(appError(code, { what: 'journal-key', name: 'Name' }));
    for (const text of [title, cause, ...remedies]) expect(text).not.toMatch(/^\p{Ll}/u);
  });

  test.each(Object.keys(AADSTS_APP))('AADSTS%s is explained with its number and what to do', (number) => {
    const { code, title, cause, remedies } = entra(number);
    expect(code).toContain(number);
    expect([title, cause, ...remedies].filter((text) => text.trim() === '')).toEqual([]);
    expect(remedies.length).toBeGreaterThan(0);
  });

  test('700023 means the audience of an assertion or a scope, as the OAuth error tells; without it, both are said', () => {
    const audience = entra(700023, 'invalid_client');
    expect(audience.title).toContain('assertion');
    expect(audience.cause).not.toContain('/.default');
    const scope = entra(700023, 'invalid_scope');
    const { title, cause, remedies } = entra(70011, 'invalid_scope');
    expect(scope).toMatchObject({ title, cause, remedies });
    const both = entra(700023);
    expect(both.cause).toContain(scope.cause);
    expect(both.cause).toContain(audience.cause);
    expect(both.remedies).toEqual([...scope.remedies, ...audience.remedies]);
  });

  test.each(['permission', 'unknown'])(
    'a denial of Graph (%s missing) offers to allow that very permission',
    (missing) => {
      const permission = 'Application.ReadWrite.All';
      const { actions } = explain(appError('directory-denied', { permission, missing }));
      expect(actions[0]).toMatchObject({ id: 'allow-graph', permission });
    },
  );

  test('a role that is missing in the directory is named, and another account offered, not the same again', () => {
    const denied = (permission: string) =>
      explain(appError('directory-denied', { permission, missing: 'role' }));
    const changing = denied('Application.ReadWrite.All');
    expect(changing.actions.map(({ id }) => id)).toEqual(['sign-in-other']);
    expect(changing.remedies.join(' ')).toContain('Cloud Application Administrator');
    expect(denied('Application.Read.All').remedies.join(' ')).toContain('Directory Readers');
  });

  test('Conditional Access that blocks a person speaks of no workload identity, and of codes where one was used', () => {
    const blocked = (way?: string) =>
      explain(
        appError('entra', { aadsts: 53003, error: 'access_denied', ...(way === undefined ? {} : { way }) }),
      );
    const told = (way?: string) => JSON.stringify(blocked(way));
    expect(told()).toContain('workload identities');
    expect(told('browser')).not.toContain('workload');
    expect(blocked('code').remedies[0]).toContain('in the browser of this computer');
  });

  test('a certificate that has ended is said to, with days as people write them', () => {
    const params = {
      notBefore: '2024-09-17T12:00:00.000Z',
      notAfter: '2026-09-17T12:00:00.000Z',
      why: 'expired',
    };
    const { cause, title } = explain(appError('certificate-not-valid-now', params));
    expect(title).toBe('The certificate has expired');
    expect(cause).not.toContain('T12:00');
    expect(cause).toContain('2026');
  });

  test('a cloud that a person made is called by its name', () => {
    const params = { host: 'org.crm.example', cloud: 'custom:0f3a', cloudName: 'Air-gapped North' };
    expect(explain(appError('cloud-mismatch', params)).cause).toContain('the cloud Air-gapped North.');
  });
});
