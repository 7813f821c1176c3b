import type { ClientId, OrgUrl } from '../../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import { BASELINE_NAME } from './document-schema.ts';
import type { BaselineDocument, BaselineRule } from './document-schema.ts';
import { nameKey } from './reality.ts';
import type { Reality } from './reality.ts';

/** Application users that a baseline does not speak of. */
export type LeftOut = { readonly platform: number; readonly softDeleted: number; readonly ambiguous: number };

type Said = Omit<BaselineRule, 'in'>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A baseline holds no text that a service cannot keep. */
const usable = (name: string): boolean => name.trim() !== '' && BASELINE_NAME.test(name);

/** Names once each, in order. */
export const distinctNames = (names: readonly string[]): string[] =>
  [...new Map(names.filter(usable).map((name) => [nameKey(name), name])).values()].toSorted(compare);

const saidOf = (user: ApplicationUserThere, reality: Reality): Said => {
  const unit = user.businessUnit;
  const root = reality.units.find(({ parentId }) => parentId === null);
  return {
    user: 'present',
    enabled: user.state === 'enabled',
    ...(unit === null ? {} : { businessUnit: unit.id === root?.id ? 'root' : { name: unit.name } }),
    roles: { exactly: distinctNames(user.roles.map(({ name }) => name)) },
    teams: { exactly: distinctNames(reality.teamsOf.get(user.systemUserId) ?? []) },
    ...(reality.profiles === null
      ? {}
      : {
          columnSecurityProfiles: {
            exactly: distinctNames(reality.profiles.of.get(user.systemUserId) ?? []),
          },
        }),
  };
};

/** Groups for lists of environments that rules have in common, so that no list stands twice. */
const groupsOf = (
  lists: readonly (readonly OrgUrl[])[],
  all: number,
): ReadonlyMap<string, { readonly name: string; readonly urls: readonly OrgUrl[] }> => {
  const groups = new Map<string, { readonly name: string; readonly urls: readonly OrgUrl[] }>();
  let number = 0;
  for (const urls of lists) {
    const key = urls.join(' ');
    if (urls.length < 2 || groups.has(key)) continue;
    if (urls.length !== all) number += 1;
    groups.set(key, { name: urls.length === all ? 'everywhere' : `group ${number}`, urls });
  }
  return groups;
};

/**
 * Writes a baseline from what is so: every live application user of the customer's own, with its business unit, its roles, its teams and,
 * where they could be read, its column security profiles exactly. Environments where an app is the same share a rule. Pure; the order of the realities does not matter.
 */
export const writeFromReality = (
  realities: readonly Reality[],
  appName: (clientId: ClientId) => string | null,
): { readonly document: BaselineDocument; readonly leftOut: LeftOut } => {
  const leftOut = { platform: 0, softDeleted: 0, ambiguous: 0 };
  const apps = new Map<ClientId, { readonly name: string; readonly rules: Map<string, [Said, OrgUrl[]]> }>();
  for (const reality of realities.toSorted((a, b) => compare(a.url, b.url))) {
    const live = reality.users.filter(({ state }) => state !== 'soft-deleted');
    leftOut.softDeleted += reality.users.length - live.length;
    for (const user of live) {
      const { clientId } = user;
      if (user.platform) {
        leftOut.platform += 1;
        continue;
      }
      if (live.filter((other) => other.clientId === clientId).length > 1) {
        leftOut.ambiguous += 1;
        continue;
      }
      const name = (appName(clientId) ?? user.name).slice(0, 200).toWellFormed() || clientId;
      const app = apps.get(clientId) ?? { name, rules: new Map<string, [Said, OrgUrl[]]>() };
      apps.set(clientId, app);
      const said = saidOf(user, reality);
      const key = JSON.stringify(said);
      const [, urls] = app.rules.get(key) ?? [said, []];
      app.rules.set(key, [said, [...urls, reality.url]]);
    }
  }

  const inOrder = [...apps].toSorted(
    ([a, one], [b, other]) => compare(one.name, other.name) || compare(a, b),
  );
  const lists = inOrder.flatMap(([, { rules }]) => [...rules.values()].map(([, urls]) => urls));
  const groups = groupsOf(lists, realities.length);
  const named = Object.fromEntries([...groups.values()].map(({ name, urls }) => [name, [...urls]]));
  return {
    leftOut,
    document: {
      version: 1,
      ...(groups.size === 0 ? {} : { groups: named }),
      apps: inOrder.map(([clientId, { name, rules }]) => ({
        name,
        clientId,
        rules: [...rules.values()].map(([said, urls]) => {
          const group = groups.get(urls.join(' '));
          return { in: group === undefined ? urls : [group.name], ...said };
        }),
      })),
    },
  };
};
