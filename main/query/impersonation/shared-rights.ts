import type { HeldPrivilege, SharedRights } from '../../../preload/contract/query-callers.ts';
import type { CountedRole, EffectivePrivilege, Need } from '../../../preload/contract/security-roles.ts';
import { compareDepth, readGrants } from '../../../preload/contract/words/depth.ts';

/** What a user may do by its roles, as the room of security roles works it out. */
export type RolesAndPrivileges = {
  readonly roles: readonly CountedRole[];
  readonly privileges: readonly EffectivePrivilege[];
};

/** What a query needs. */
export type QueryNeeds = { readonly needs: readonly Need[]; readonly unknownTables: readonly string[] };

/** The privilege to act on behalf of others (Microsoft Learn: "Impersonate another user", required privileges). */
export const ACT_ON_BEHALF = 'prvActOnBehalfOfAnotherUser';

const heldBy = ({ privileges, roles }: RolesAndPrivileges, name: string): HeldPrivilege => {
  const found = privileges.find((each) => each.name === name);
  if (found === undefined) return { depth: 'None', through: [] };
  const through = readGrants(found.grants).flatMap(({ depth, role }) => {
    const granting = roles[role];
    if (granting === undefined) return [];
    const team = granting.through.kind === 'team' ? granting.through.teamName : null;
    return [{ role: granting.name, team, depth }];
  });
  return { depth: found.depth, through: through.toSorted((a, b) => compareDepth(b.depth, a.depth)) };
};

/**
 * What an app may do on behalf of a user, privilege by privilege: what both have, as far as the lesser of them (Microsoft Learn: "Impersonate
 * another user": the privileges that both share).
 */
export const sharedRights = (
  { needs, unknownTables }: QueryNeeds,
  app: RolesAndPrivileges,
  user: RolesAndPrivileges,
): SharedRights => ({
  actOnBehalf: heldBy(app, ACT_ON_BEHALF),
  privileges: needs.map(({ privilege, table, verb }) => {
    const [ofApp, ofUser] = [heldBy(app, privilege), heldBy(user, privilege)];
    const shared = compareDepth(ofApp.depth, ofUser.depth) < 0 ? ofApp.depth : ofUser.depth;
    return { privilege, table, verb, app: ofApp, user: ofUser, shared };
  }),
  unknownTables: [...unknownTables],
});
