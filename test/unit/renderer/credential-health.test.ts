import { describe, expect, test } from 'vitest';
import { endHealth } from '../../../renderer/screens/applications/credential-health.ts';

const ZONE = 'Europe/Berlin';

describe('C8: a credential in the list of apps ends in as many days as on the Expiry page', () => {
  test.each([
    ['2027-03-27T11:00:00Z', '2027-03-28T22:30:00Z', { kind: 'expires-soon', days: 2 }],
    ['2027-03-27T22:30:00Z', '2027-03-27T23:30:00Z', { kind: 'expires-soon', days: 1 }],
    ['2027-03-27T23:30:00Z', '2027-03-29T21:30:00Z', { kind: 'expires-soon', days: 1 }],
    ['2027-03-01T11:00:00Z', '2027-03-31T10:30:00Z', { kind: 'expires-soon', days: 30 }],
    ['2027-03-01T11:00:00Z', '2027-04-01T10:30:00Z', { kind: 'valid', days: 31 }],
    ['2027-03-28T22:30:00Z', '2027-03-28T21:30:00Z', { kind: 'expired', days: 1 }],
    ['2027-03-28T21:30:00Z', '2027-03-28T21:00:00Z', { kind: 'expired', days: 0 }],
    ['2027-03-28T21:30:00Z', null, { kind: 'no-end-known' }],
  ])('at %s one that ends at %s', (now, end, health) => {
    expect(endHealth(end, Date.parse(now), ZONE)).toEqual(health);
  });
});
