import type { CountedRole } from '../../../../preload/contract/security-roles.ts';
import type { Evidence } from '../../../../preload/contract/doctor.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import type { ChainContext, ChainLink, Finding } from '../chain-link.ts';
import { broken, evidence, sound, unknown } from '../finding.ts';
import { refusalOf, whyNotSeen } from './refusal.ts';
import { whenAtOdds } from './when-at-odds.ts';

/** Roles shown at most; the rest is counted elsewhere. */
const MOST_ROLES = 40;

const roleSeen = ({ name, through, systemAdministrator }: CountedRole): readonly Evidence[] => [
  through.kind === 'direct'
    ? evidence.text('role', name)
    : evidence.text('team-role', `${name} (${through.teamName})`),
  ...(systemAdministrator ? [evidence.text('system-administrator', name)] : []),
];

/**
 * Asks as the app for something that takes a role. WhoAmI is believed to pass without any (not documented), so the app's own row is read;
 * refused for another reason, it says nothing of roles.
 */
const askForOwnRow = async (
  { facts }: ChainContext,
  signal: AbortSignal,
): Promise<
  | { readonly kind: 'read' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'no-roles'; readonly error: AppError }
  | { readonly kind: 'trouble'; readonly error: AppError }
> => {
  const who = await facts.whoAmI(signal);
  if (!who.ok)
    return refusalOf(who.error) === 'no-roles' ? { kind: 'no-roles', error: who.error } : { kind: 'refused' };
  const own = await facts.app.get(`systemusers(${who.value.userId})?$select=systemuserid`, { signal });
  if (own.ok) return { kind: 'read' };
  const { error } = own;
  if (refusalOf(error) === 'no-roles') return { kind: 'no-roles', error };
  return error.code === 'dataverse' && error.params['status'] === 403
    ? { kind: 'refused' }
    : { kind: 'trouble', error };
};

const fromTheAppsView = async (
  context: ChainContext,
  admin: AppError,
  signal: AbortSignal,
): Promise<Finding> => {
  const seen = evidence.word('seen-by', 'app');
  const asked = await askForOwnRow(context, signal);
  // Reading its own row takes a role. Being refused it may mean that, or that no role allows it.
  if (asked.kind === 'read') return sound(seen);
  if (asked.kind === 'refused') return unknown(whyNotSeen(admin), admin, seen);
  return broken(asked.error, seen);
};

/** The app has a role that counts, itself or through a team, in a business unit that is in use. */
export const rolesLink: ChainLink = {
  id: 'roles',
  look: async (context, signal) => {
    const { subject, facts } = context;
    const user = await facts.user(signal);
    if (!user.ok) return fromTheAppsView(context, user.error, signal);
    const { clientId } = subject.profile;
    const environment = subject.environment.name;
    // It was there when the run began further down.
    if (user.value === null) return broken(appError('user-missing', { clientId, environment }));
    const held = await facts.held(signal);
    if (!held.ok) return fromTheAppsView(context, held.error, signal);
    const { roles, units } = held.value;
    const { businessUnit, modifiedOn } = user.value;
    const unit = units.find(({ id }) => id === businessUnit?.id);
    const seen = [
      evidence.word('seen-by', 'admin'),
      ...(unit === undefined ? [] : [evidence.text('business-unit', unit.name)]),
      ...roles.slice(0, MOST_ROLES).flatMap(roleSeen).slice(0, MOST_ROLES),
    ];
    if (unit?.disabled === true)
      return broken(appError('business-unit-disabled', { unit: unit.name, environment }), ...seen);
    if (roles.length === 0) return broken(appError('user-no-roles', { clientId, environment }), ...seen);
    const who = await facts.whoAmI(signal);
    const asked = await askForOwnRow(context, signal);
    if (asked.kind === 'trouble') return broken(asked.error, ...seen);
    const refused = asked.kind === 'no-roles' ? asked.error : who.ok ? null : who.error;
    return refused === null ? sound(...seen) : whenAtOdds(context, refused, modifiedOn, seen);
  },
};
