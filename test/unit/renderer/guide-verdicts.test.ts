import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appError } from '../../../preload/contract/words/errors.ts';
import { GUIDE_STEPS, GUIDES } from '../../../preload/contract/words/guides.ts';
import type { ConsentStatus } from '../../../preload/contract/words/consent.ts';
import type { GuideStepId } from '../../../preload/contract/words/guides.ts';
import type { GuideFacts } from '../../../renderer/guide/guide-facts.ts';
import { guideVerdict } from '../../../renderer/guide/guide-verdicts.ts';
import { stepPlace } from '../../../renderer/guide/step-place.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';
import * as world from '../../support/fake-door/fake-world.ts';

const [workspace, other] = world.workspaces;
if (workspace === undefined || other === undefined) throw new Error('the fake world has workspaces');

const nothing = { value: undefined, error: null };
const known = <Value>(value: Value) => ({ value, error: null });
const NOT_READ: Pick<GuideFacts, 'users' | 'answered'> = { users: [], answered: new Set() };

/** A workspace in which nothing has been done yet. */
const begin: GuideFacts = {
  workspace,
  workspaces: [workspace],
  account: { username: null, state: 'signed-out' },
  environments: known([]),
  profiles: known([]),
  operations: known([]),
  activity: known([]),
  consents: known([]),
  ...NOT_READ,
  now: Date.now(),
};

const stateOf = (step: GuideStepId, change: Partial<GuideFacts>): string =>
  guideVerdict(step, { ...begin, ...change }).state;

const two = world.environments.slice(0, 2);
const [profile] = world.profiles;
if (profile === undefined) throw new Error('the fake world has profiles');

const foreign = { ...profile, homeTenantId: fakeId.tenant(9) };

/** What is known after some environments have answered, each with one user of the app. */
const read = (
  users: readonly { readonly environment: number; readonly roles: number; readonly enabled?: boolean }[],
): Pick<GuideFacts, 'users' | 'answered'> => ({
  answered: new Set(users.map(({ environment }) => fakeId.environment(environment))),
  users: users.map(({ enabled, environment, roles }) => ({
    environmentId: fakeId.environment(environment),
    clientId: profile.clientId,
    state: enabled === false ? 'disabled' : 'enabled',
    roles: Array.from({ length: roles }, () => ({
      roleId: fakeId.role(1),
      rootRoleId: fakeId.role(1),
      name: 'Reader',
      systemAdministrator: false,
    })),
  })),
});

const query = (outcome: 'ok' | 'failed') => {
  const sample = world.activity[0];
  if (sample === undefined) throw new Error('the fake world has activity');
  return {
    ...sample,
    kind: 'query-run' as const,
    outcome,
    summary: `Query as ${foreign.name} in 2 environments`,
  };
};

describe('the guide judges each step by what is known', () => {
  test('at the beginning everything is to do, and what cannot be told says so', () => {
    const states = GUIDE_STEPS['single-tenant'].map((step) => stateOf(step, {}));
    expect(states).toEqual(['to-do', 'to-do', 'to-do', 'to-do', 'to-do', 'to-do']);
    expect(stateOf('principal', { profiles: known([foreign]) })).toBe('unknown');
  });

  test('connected means signed in, not signed in once', () => {
    expect(stateOf('connect', { account: { username: 'ada', state: 'signed-in' } })).toBe('done');
    expect(stateOf('connect', { account: { username: 'ada', state: 'expired' } })).toBe('to-do');
    expect(stateOf('connect', { account: { username: null, state: 'loading' } })).toBe('unknown');
  });

  test('an expired or missing credential is none', () => {
    const [credential] = profile.credentials;
    if (credential === undefined) throw new Error('the profile has a credential');
    const having = (change: Partial<typeof credential>) =>
      stateOf('credential', {
        profiles: known([{ ...profile, credentials: [{ ...credential, kept: 'keychain', ...change }] }]),
      });
    expect(having({ expiresOn: null })).toBe('done');
    expect(having({ expiresOn: new Date(begin.now + 1000).toISOString() })).toBe('done');
    expect(having({ expiresOn: new Date(begin.now - 1000).toISOString() })).toBe('to-do');
    expect(having({ expiresOn: null, kept: 'missing' })).toBe('to-do');
  });

  test('an application user counts when it is enabled and has a role; unread environments are not held against it', () => {
    const facts = { environments: known(two), profiles: known([profile]) };
    expect(stateOf('users', facts)).toBe('unknown');
    expect(stateOf('users', { ...facts, ...read([{ environment: 0, roles: 1 }]) })).toBe('done');
    const useless = read([
      { environment: 0, roles: 0 },
      { environment: 1, roles: 1, enabled: false },
    ]);
    expect(stateOf('users', { ...facts, ...useless })).toBe('to-do');
    expect(stateOf('users', { ...facts, ...read([{ environment: 0, roles: 0 }]) })).toBe('unknown');
  });

  test('rolled out means everywhere', () => {
    const facts = { environments: known(two), profiles: known([foreign]) };
    const both = read([
      { environment: 0, roles: 1 },
      { environment: 1, roles: 1 },
    ]);
    const one = read([
      { environment: 0, roles: 1 },
      { environment: 1, roles: 0 },
    ]);
    expect(stateOf('rollout', { ...facts, ...both })).toBe('done');
    expect(stateOf('rollout', { ...facts, ...one })).toBe('to-do');
    expect(stateOf('rollout', { ...facts, ...read([{ environment: 0, roles: 1 }]) })).toBe('unknown');
  });

  test('only a query that succeeded proves', () => {
    expect(stateOf('prove', { activity: known([query('failed')]) })).toBe('to-do');
    expect(stateOf('prove', { activity: known([query('failed'), query('ok')]) })).toBe('done');
    const proved = { activity: known([query('ok')]) };
    expect(stateOf('principal', { ...proved, profiles: known([foreign]) })).toBe('done');
    const another = { ...foreign, name: 'Another app' };
    expect(stateOf('principal', { ...proved, profiles: known([another]) })).toBe('unknown');
    expect(stateOf('prove-there', { ...proved, profiles: known([another]) })).toBe('to-do');
  });

  test('consent is what was verified, or proved by the app itself', () => {
    const consents = (status: ConsentStatus, verdict: 'present' | 'missing') =>
      known([
        {
          appProfileId: foreign.id,
          workspaceId: workspace.id,
          state: {
            status,
            asked: null,
            declinedAt: null,
            checked: { at: '2026-01-01T00:00:00Z', verdict, error: null },
          },
        },
      ]);
    const profiles = known([foreign]);
    expect(stateOf('consent', { profiles })).toBe('to-do');
    expect(stateOf('consent', { profiles, activity: known([query('ok')]) })).toBe('done');
    const given = { profiles, consents: consents('consented', 'present') };
    expect([stateOf('consent', given), stateOf('principal', given)]).toEqual(['done', 'done']);
    const gone = { profiles, consents: consents('revoked', 'missing') };
    expect([stateOf('consent', gone), stateOf('principal', gone)]).toEqual(['to-do', 'unknown']);
  });

  test('a client’s workspace is one of another tenant than the app’s', () => {
    const abroad = known([foreign]);
    const own = known([{ ...profile, homeTenantId: workspace.tenantId }]);
    expect([stateOf('home-app', { profiles: abroad }), stateOf('client', { profiles: abroad })]).toEqual([
      'done',
      'done',
    ]);
    expect(stateOf('home-app', { profiles: own })).toBe('to-do');
    expect(stateOf('home-app', { profiles: known([{ ...profile, homeTenantId: null }]) })).toBe('unknown');
    expect(guideVerdict('client', { ...begin, workspaces: [workspace, other] }).evidence).toContain(
      '1 workspace',
    );
  });

  test('what could not be read is never to do: it cannot be told, with the reason', () => {
    const failure = { value: undefined, error: appError('vault-locked') };
    const unread = { environments: failure, profiles: failure, activity: failure };
    for (const step of ['environments', 'app', 'credential', 'users', 'prove'] as const) {
      const verdict = guideVerdict(step, { ...begin, ...unread });
      expect(verdict.state).toBe('unknown');
      expect(verdict.evidence).not.toBe('');
    }
  });

  test('whatever is known, every step has a state, evidence and a place', () => {
    const maybe = <Value>(value: Value) =>
      fc.constantFrom(nothing, known(value), { value: undefined, error: appError('cancelled') });
    const facts = fc.record({
      account: fc.constantFrom(
        { username: 'ada', state: 'signed-in' as const },
        { username: null, state: 'signed-out' as const },
      ),
      environments: maybe(two),
      profiles: maybe([...world.profiles]),
      operations: maybe([...world.operations]),
      activity: maybe([...world.activity]),
    });
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom(...GUIDES.flatMap((guide) => [...GUIDE_STEPS[guide]])),
        (some, step) => {
          const all = { ...begin, ...some };
          const { evidence } = guideVerdict(step, all);
          expect(evidence).not.toMatch(/^$|undefined/);
          expect(stepPlace(step, all)).toBeTruthy();
        },
      ),
    );
  });
});
