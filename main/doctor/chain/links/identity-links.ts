import type { Evidence } from '../../../../preload/contract/doctor.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import type { Result } from '../../../../preload/contract/words/errors.ts';
import type { ApplicationUserThere } from '../../../application-users/to-application-user.ts';
import type { ChainContext, ChainLink, Finding } from '../chain-link.ts';
import { broken, evidence, sound, symptom, unknown } from '../finding.ts';
import { refusalOf, whyNotSeen } from './refusal.ts';
import { whenAtOdds } from './when-at-odds.ts';

/** The environment says whom the token stands for there (Microsoft Learn: WhoAmI function). */
export const whoAmILink: ChainLink = {
  id: 'who-am-i',
  look: async ({ facts }, signal) => {
    const who = await facts.whoAmI(signal);
    if (who.ok) {
      const { userId, businessUnitId, organizationId, milliseconds } = who.value;
      return sound(
        evidence.id('user', userId),
        evidence.id('business-unit', businessUnitId),
        evidence.id('organization', organizationId),
        evidence.milliseconds('answered-in', Math.round(milliseconds)),
      );
    }
    const { error } = who;
    const seen = [
      ...(error.params['status'] === undefined ? [] : [evidence.number('status', error.params['status'])]),
      ...(error.params['hex'] === undefined || error.params['hex'] === ''
        ? []
        : [evidence.text('code', error.params['hex'])]),
    ];
    return refusalOf(error) === 'other' ? broken(error, ...seen) : symptom(error, ...seen);
  },
};

const principalOf = async ({ facts }: ChainContext, signal: AbortSignal): Promise<string | null> => {
  const token = await facts.token(signal);
  const claims = token.ok ? (token.value.content?.claims ?? []) : [];
  return claims.find(({ name }) => name === 'oid')?.value.toLowerCase() ?? null;
};

const userSeen = (user: ApplicationUserThere, principal: string | null): readonly Evidence[] => [
  evidence.word('seen-by', 'admin'),
  evidence.text('app', user.name),
  evidence.id('user', user.systemUserId),
  evidence.word('state', user.state),
  ...(user.servicePrincipalId === null
    ? []
    : [evidence.id('service-principal', user.servicePrincipalId, principal)]),
  ...(user.businessUnit === null ? [] : [evidence.text('business-unit', user.businessUnit.name)]),
];

/** Without an admin only the answer to the app itself is left. */
const fromTheAppsView = async (
  { facts }: ChainContext,
  admin: Result<unknown> & { readonly ok: false },
  signal: AbortSignal,
): Promise<Finding> => {
  const who = await facts.whoAmI(signal);
  const seen = evidence.word('seen-by', 'app');
  if (who.ok) return sound(seen, evidence.id('user', who.value.userId));
  switch (refusalOf(who.error)) {
    case 'no-user':
    case 'disabled':
      return broken(who.error, seen);
    case 'no-roles':
      return sound(seen);
    case 'other':
      return unknown(whyNotSeen(admin.error), admin.error, seen);
  }
};

/** The app has one live, enabled row in the environment, and it is that of the token's service principal. */
export const applicationUserLink: ChainLink = {
  id: 'application-user',
  look: async (context, signal) => {
    const { subject, facts } = context;
    const { clientId } = subject.profile;
    const environment = subject.environment.name;
    const read = await facts.user(signal);
    if (!read.ok) {
      return read.error.code === 'user-soft-deleted' || read.error.code === 'user-ambiguous'
        ? broken(read.error, evidence.word('seen-by', 'admin'), evidence.id('issued-for-app', clientId))
        : fromTheAppsView(context, read, signal);
    }
    const user = read.value;
    if (user === null) {
      return broken(
        appError('user-missing', { clientId, environment }),
        evidence.word('seen-by', 'admin'),
        evidence.id('issued-for-app', clientId),
      );
    }
    const principal = await principalOf(context, signal);
    const seen = userSeen(user, principal);
    if (user.state === 'disabled')
      return broken(appError('user-disabled', { clientId, environment }), ...seen);
    const who = await facts.whoAmI(signal);
    if (who.ok || refusalOf(who.error) === 'no-roles') return sound(...seen);
    const { servicePrincipalId } = user;
    if (principal !== null && servicePrincipalId !== null && principal !== servicePrincipalId) {
      const params = { clientId, environment, expected: principal, actual: servicePrincipalId };
      return broken(appError('user-of-other-principal', params), ...seen);
    }
    // The same code stands for a user without a business unit that is in use: the next link looks at that.
    if (refusalOf(who.error) === 'disabled' && user.businessUnit !== null) return sound(...seen);
    return whenAtOdds(context, who.error, user.modifiedOn, seen);
  },
};
