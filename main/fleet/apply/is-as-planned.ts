import type { AppNow, ChangeAction } from '../planner/step-action.ts';

const sameIds = (now: ReadonlySet<string>, planned: readonly string[]): boolean =>
  now.size === planned.length && planned.every((id) => now.has(id));

/**
 * Whether the app is still what the plan was made from, as far as the step takes something along with it: a move takes roles, a
 * deletion roles, teams and column security profiles. What somebody else has given it since would be lost without anybody having seen it, and no undo would know of it.
 */
export const isAsPlanned = (
  action: ChangeAction,
  { user, teams, profiles }: AppNow & { readonly user: NonNullable<AppNow['user']> },
): boolean => {
  if (!('over' in action)) return true;
  const { over } = action;
  return (
    (user.businessUnit?.id ?? null) === over.businessUnitId &&
    (over.roles === null || sameIds(new Set(user.roles.map(({ roleId }) => roleId)), over.roles)) &&
    (over.teams === null || teams === null || sameIds(teams, over.teams)) &&
    (over.profiles === null || profiles === null || sameIds(profiles, over.profiles))
  );
};
