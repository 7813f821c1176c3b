import { expect, test } from 'vitest';
import type { LinkResult } from '../../../preload/contract/doctor.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { Place } from '../../../renderer/places/index.ts';
import { chainRemedies } from '../../../renderer/screens/doctor/chain-remedies.ts';
import type { Mending } from '../../../renderer/screens/doctor/chain-remedies.ts';
import { environmentNamed } from '../dataverse/local-environments.ts';
import { credential, profileWith } from '../query/app-profile.ts';

const profile = profileWith([credential(1)]);
const environment = environmentNamed('contoso', 1);

/** What the first button beside a broken link does. */
const pressed = (link: LinkResult['link'], error: AppError) => {
  const went: Place[] = [];
  const mended: Mending[] = [];
  const { firstOf } = chainRemedies({
    profile,
    environment,
    go: (place) => went.push(place),
    onAgain: () => undefined,
    onMend: (mending) => mended.push(mending),
  });
  const verdict = { state: 'failed', cause: 'permission', error } as const;
  const [first] = firstOf({ link, verdict, evidence: [], at: '2026-11-27T09:00:00.000Z', milliseconds: 1 });
  first?.run();
  return { label: first?.label, went, mended };
};

test('C1: for a missing privilege a role is chosen among those that grant it', () => {
  const { went } = pressed(
    'privileges',
    appError('privilege-lacking', { privilege: 'prvReadAccount', table: 'Account', environment: 'Test' }),
  );
  expect(went).toEqual([
    expect.objectContaining({
      page: 'application-users/new',
      params: { app: profile.id, environments: environment.id, grants: 'prvReadAccount' },
    }),
  ]);
});

test('C1: an app that may not sign in in its tenant is allowed to, by a plan, and looked at again from the token', () => {
  const { mended } = pressed('token', appError('entra', { aadsts: '7000112' }));
  expect(mended).toEqual([
    expect.objectContaining({
      from: 'token',
      change: { kind: 'set-service-principal', clientId: profile.clientId, enabled: true },
    }),
  ]);
});

test('C1: without a role any role may be chosen', () => {
  const { went } = pressed('roles', appError('user-no-roles', {}));
  expect(went.map(({ params }) => params)).toEqual([{ app: profile.id, environments: environment.id }]);
});

test('C1: a user of another service principal goes by a plan, and the user that is missing then is created', () => {
  const { mended } = pressed('application-user', appError('user-of-other-principal', {}));
  expect(mended).toMatchObject([
    {
      from: 'application-user',
      change: { kind: 'users', desired: [{ delete: 'permanent', ensureUser: false }] },
    },
  ]);
  const { went } = pressed('application-user', appError('user-missing', {}));
  expect(went).toMatchObject([{ page: 'application-users/new' }]);
});
