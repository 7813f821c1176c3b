import type { AppDrift, DriftFinding } from '../../../preload/contract/baseline.ts';
import type { DesiredUnit } from '../../../preload/contract/fleet.ts';
import type { BusinessUnit } from '../../../preload/contract/security-roles.ts';
import type { BusinessUnitId, ClientId } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import type { Expectation, ExpectedNames } from './expectation.ts';
import { nameKey } from './reality.ts';
import type { Reality } from './reality.ts';

type Change = NonNullable<DriftFinding['change']>;

const finding = (
  kind: DriftFinding['kind'],
  words: Partial<Pick<DriftFinding, 'subject' | 'actual'>>,
  change: Change | null = null,
): DriftFinding => ({ kind, subject: words.subject ?? '', actual: words.actual ?? '', change });

const unitsNamed = (unit: DesiredUnit, units: readonly BusinessUnit[]): readonly BusinessUnit[] =>
  units.filter(({ name, parentId }) =>
    unit.kind === 'root' ? parentId === null : nameKey(name) === nameKey(unit.name),
  );

/** What puts right a name that is missing, and one that is too many. */
const PUT_RIGHT = {
  role: { add: 'addRoles', remove: 'removeRoles' },
  team: { add: 'addTeams', remove: 'removeTeams' },
  profile: { add: 'addProfiles', remove: 'removeProfiles' },
} as const;

/** Names that are held and should not be, or should be and are not; `known`: how many there are of one name. */
const namesDrift = (
  expected: ExpectedNames | null,
  held: readonly string[],
  of: keyof typeof PUT_RIGHT,
  known: (name: string) => number,
): readonly DriftFinding[] => {
  if (expected === null) return [];
  const wanted = new Set(expected.names.map(nameKey));
  const has = new Set(held.map(nameKey));
  const missing = expected.names
    .filter((name) => !has.has(nameKey(name)))
    .map((subject): DriftFinding => {
      const there = known(subject);
      if (there === 0) return finding(`${of}-unknown`, { subject });
      if (there > 1) return finding(`${of}-ambiguous`, { subject });
      return finding(`${of}-missing`, { subject }, { [PUT_RIGHT[of].add]: [subject] });
    });
  if (expected.mode === 'at-least') return missing;
  const extra = [...new Map(held.map((name) => [nameKey(name), name])).entries()]
    .filter(([key]) => !wanted.has(key))
    .map(([, subject]) => finding(`${of}-extra`, { subject }, { [PUT_RIGHT[of].remove]: [subject] }));
  return [...missing, ...extra];
};

const unitDrift = (
  expected: DesiredUnit | null,
  actual: ApplicationUserThere['businessUnit'],
  reality: Reality,
): readonly DriftFinding[] => {
  if (expected === null) return [];
  const units = unitsNamed(expected, reality.units);
  const subject = expected.kind === 'root' ? (units[0]?.name ?? '') : expected.name;
  if (units.length === 0) return [finding('business-unit-unknown', { subject })];
  return units.some(({ id }) => id === actual?.id)
    ? []
    : [finding('business-unit', { subject, actual: actual?.name ?? '' }, { businessUnit: expected })];
};

/** Everything that a new application user needs to be as the baseline says. */
const whole = ({ enabled, businessUnit, profiles, roles, teams }: Expectation): Change => ({
  ensureUser: true,
  ...(enabled === null ? {} : { enabled }),
  ...(businessUnit === null ? {} : { businessUnit }),
  ...(roles === null ? {} : { addRoles: [...roles.names] }),
  ...(teams === null ? {} : { addTeams: [...teams.names] }),
  ...(profiles === null ? {} : { addProfiles: [...profiles.names] }),
});

const copiesIn = (reality: Reality, unit: BusinessUnitId | undefined, name: string): number =>
  reality.roles
    .filter((role) => nameKey(role.name) === nameKey(name))
    .reduce((sum, role) => sum + role.copies.filter((copy) => copy.businessUnitId === unit).length, 0);

const findingsOf = (expected: Expectation, reality: Reality): readonly DriftFinding[] => {
  const ours = reality.users.filter(({ clientId }) => clientId === expected.clientId);
  const live = ours.filter(({ state }) => state !== 'soft-deleted');
  const [user] = live;
  if (live.length > 1) return [finding('user-ambiguous', { actual: String(live.length) })];
  if (user?.platform === true) return [finding('platform-user', { actual: user.name })];
  if (!expected.present)
    return user === undefined ? [] : [finding('user-unwanted', { actual: user.name }, { delete: 'soft' })];

  const unit = expected.businessUnit ?? { kind: 'root' };
  const wantedUnit = unitsNamed(unit, reality.units)[0]?.id;
  const inUnit = user === undefined || expected.businessUnit !== null ? wantedUnit : user.businessUnit?.id;
  const roles = (held: readonly string[]): readonly DriftFinding[] =>
    namesDrift(expected.roles, held, 'role', (name) => copiesIn(reality, inUnit, name));
  const among =
    (names: readonly string[]) =>
    (name: string): number =>
      names.filter((one) => nameKey(one) === nameKey(name)).length;
  const teams = (held: readonly string[]): readonly DriftFinding[] =>
    namesDrift(expected.teams, held, 'team', among(reality.teams));
  const profiles = (held: readonly string[]): readonly DriftFinding[] =>
    namesDrift(expected.profiles, held, 'profile', among(reality.profiles?.all ?? []));
  if (user === undefined) {
    // Creating it gives everything that is missing; only what a plan would stumble over is told beside it.
    const obstacles = [
      ...unitDrift(expected.businessUnit, null, reality),
      ...roles([]),
      ...teams([]),
      ...profiles([]),
    ].filter(({ change }) => change === null);
    return [
      ours.length > 0
        ? finding('user-soft-deleted', {}, { ...whole(expected), purgeTwin: true })
        : finding('user-missing', {}, whole(expected)),
      ...obstacles,
    ];
  }
  const enabled = user.state === 'enabled';
  return [
    ...(expected.enabled === null || expected.enabled === enabled
      ? []
      : [finding(enabled ? 'enabled' : 'disabled', {}, { enabled: expected.enabled })]),
    ...unitDrift(expected.businessUnit, user.businessUnit, reality),
    ...roles(user.roles.map(({ name }) => name)),
    ...teams(reality.teamsOf.get(user.systemUserId) ?? []),
    ...profiles(reality.profiles?.of.get(user.systemUserId) ?? []),
  ];
};

/**
 * How one environment differs from what a baseline says of it: apps with differences, and live application users of the customer's
 * own that it does not speak of. Pure; sorted by the app's name.
 */
export const findDrift = (
  expectations: readonly Expectation[],
  reality: Reality,
  appName: (clientId: ClientId) => string | null,
): readonly AppDrift[] => {
  const spokenOf = new Set(expectations.map(({ clientId }) => clientId));
  const strangers = new Map(
    reality.users
      .filter((user) => !user.platform && user.state !== 'soft-deleted' && !spokenOf.has(user.clientId))
      .map((user): [ClientId, AppDrift] => [
        user.clientId,
        {
          clientId: user.clientId,
          appName: appName(user.clientId) ?? user.name,
          findings: [finding('not-in-baseline', { actual: user.roles.map(({ name }) => name).join(', ') })],
        },
      ]),
  );
  return [
    ...expectations.map((expected): AppDrift => ({
      clientId: expected.clientId,
      appName: expected.appName,
      findings: [...findingsOf(expected, reality)],
    })),
    ...strangers.values(),
  ]
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => (`${a.appName}\n${a.clientId}` < `${b.appName}\n${b.clientId}` ? -1 : 1));
};
