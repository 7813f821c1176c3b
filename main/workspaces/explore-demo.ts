import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseTenantId, parseWorkspaceId } from '../../preload/contract/words/ids.ts';
import { PRODUCTION_TYPES, WORKSPACE_COLOURS } from '../../preload/contract/words/status.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { Workspaces } from './directory.ts';
import { newId } from '../settings/new-id.ts';

/** A tenant of the running demo cloud, and the app registration that signs admins in there. */
export type DemoTenant = {
  readonly name: string;
  readonly tenantId: string;
  readonly adminClientId: string;
};

/** Names are used once; a person may have given this one to a workspace of theirs. */
const freeName = (name: string, taken: readonly Workspace[]): string => {
  const free = (candidate: string): boolean =>
    taken.every((one) => one.name.toLowerCase() !== candidate.toLowerCase());
  if (free(name)) return name;
  const next = (count: number): string => {
    const candidate = `${name} (demo ${count})`;
    return free(candidate) ? candidate : next(count + 1);
  };
  return free(`${name} (demo)`) ? `${name} (demo)` : next(2);
};

/** Makes one workspace per demo tenant, or finds it: what a person changed about one stays. */
export const exploreDemo = (
  workspaces: Workspaces,
  tenants: readonly DemoTenant[],
): Result<readonly Workspace[]> => {
  const found: Workspace[] = [];
  for (const [at, { name, tenantId: text, adminClientId }] of tenants.entries()) {
    const tenantId = parseTenantId(text);
    if (tenantId === null) return failed('invalid-input', { path: 'tenantId', problem: 'not a GUID' });
    const known = workspaces.all().find((one) => one.demo && one.tenantId === tenantId);
    const changed =
      known === undefined
        ? ok(
            workspaces.add({
              id: newId(parseWorkspaceId),
              name: freeName(name, workspaces.all()),
              colour: WORKSPACE_COLOURS[at % WORKSPACE_COLOURS.length] ?? 'blue',
              cloud: 'demo',
              tenantId,
              readOnly: false,
              adminClientId,
              demo: true,
              hosts: {},
              productionTypes: [...PRODUCTION_TYPES],
            }),
          )
        : workspaces.change(known.id, (now) => ({ ...now, adminClientId }));
    if (!changed.ok) return changed;
    found.push(changed.value);
  }
  return ok(found);
};
