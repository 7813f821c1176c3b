import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consentState,
  recordAsked,
  recordChecked,
  recordDeclined,
} from '../../../main/directory/consent/consent-record.ts';
import type { ConsentRecord } from '../../../main/directory/consent/consent-record.ts';
import { newId } from '../../../main/settings/new-id.ts';
import { CONSENT_VERDICTS } from '../../../preload/contract/words/consent.ts';
import type { ConsentVerdict } from '../../../preload/contract/words/consent.ts';
import { parseAppProfileId, parseWorkspaceId } from '../../../preload/contract/words/ids.ts';

const at = '2026-11-26T10:00:00.000Z';
const nothing: ConsentRecord = {
  workspaceId: newId(parseWorkspaceId),
  appProfileId: newId(parseAppProfileId),
  asked: null,
  declinedAt: null,
  checked: null,
  known: null,
  seen: false,
};

type Step = 'ask' | 'decline' | ConsentVerdict;
const STEPS: readonly Step[] = ['ask', 'decline', ...CONSENT_VERDICTS];
const after = (...steps: readonly Step[]): ConsentRecord =>
  steps.reduce<ConsentRecord>((now, step) => {
    switch (step) {
      case 'ask':
        return recordAsked(now, { at, form: 'v1', stateDigest: 'digest' });
      case 'decline':
        return recordDeclined(now, at);
      default:
        return recordChecked(now, { at, verdict: step, error: null });
    }
  }, nothing);

test.each([
  [[], 'not-asked'],
  [['missing'], 'not-asked'],
  [['ask'], 'asked'],
  [['ask', 'missing'], 'asked'],
  [['ask', 'decline'], 'declined'],
  [['ask', 'decline', 'ask'], 'asked'],
  [['ask', 'decline', 'present'], 'consented'],
  [['present'], 'consented'],
  [['blocked'], 'consented'],
  [['present', 'unknown'], 'consented'],
  [['present', 'missing'], 'revoked'],
  [['present', 'missing', 'unknown'], 'revoked'],
  [['present', 'missing', 'ask'], 'asked'],
  [['present', 'missing', 'ask', 'missing'], 'asked'],
  [['present', 'ask'], 'consented'],
  [['disabled'], 'principal-disabled'],
  [['disabled', 'present'], 'consented'],
  [['disabled', 'missing'], 'revoked'],
] as const)('after %j the status is %s', (steps, status) => {
  expect(consentState(after(...steps)).status).toBe(status);
});

test('what the last check could tell is what counts, whatever else happened', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STEPS)), (steps) => {
      const { status } = consentState(after(...steps));
      expect(consentState(after(...steps, 'present')).status).toBe('consented');
      expect(consentState(after(...steps, 'disabled')).status).toBe('principal-disabled');
      expect(consentState(after(...steps, 'unknown')).status).toBe(status);
      expect(['consented', 'principal-disabled']).not.toContain(
        consentState(after(...steps, 'missing')).status,
      );
    }),
  );
});

test('the digest of the state stays in main', () => {
  expect(JSON.stringify(consentState(after('ask')))).not.toContain('digest');
});
