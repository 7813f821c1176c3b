import type { Plan } from '../../../../preload/contract/fleet.ts';
import { planSchema } from '../../../../preload/contract/fleet.ts';
import type { RoleChange } from '../../../../preload/contract/fleet-roles.ts';
import type { SecurityRole } from '../../../../preload/contract/security-roles.ts';
import type { Result } from '../../../../preload/contract/words/errors.ts';
import { depthsOf, readWholeRole } from '../../../../main/security-roles/whole-role.ts';
import { readSecurityRoles } from '../../../../main/security-roles/read-security-roles.ts';
import { fleetRig, valueFrom } from './fleet-rig.ts';
import type { RigOptions } from './fleet-rig.ts';
import { inFolder, withJournal, WORKSPACE } from './journal-folder.ts';
import { memoryVault } from './memory-vault.ts';

const quiet = (): AbortSignal => new AbortController().signal;

/** The fleet over the demo cloud, with what tests of roles ask of it. */
export const roleRig = (options: RigOptions) => {
  const rig = fleetRig(options);
  const tryPlan = (changes: readonly RoleChange[]): Promise<Result<unknown>> =>
    rig.handlers['fleet.planRoles'].run({ workspaceId: WORKSPACE, changes }, async () => undefined, quiet());
  const find = async (environment: string, name: string): Promise<SecurityRole | null> => {
    const roles = valueFrom(await readSecurityRoles(rig.client(environment), quiet()));
    return roles.find((role) => role.name === name) ?? null;
  };
  return {
    ...rig,
    tryPlanRoles: tryPlan,
    planRoles: async (changes: readonly RoleChange[]): Promise<Plan> =>
      planSchema.parse(valueFrom(await tryPlan(changes))),
    /** Plans an operation once more. */
    again: async (operationId: string, what: 'continue' | 'undo'): Promise<Plan> =>
      planSchema.parse(
        valueFrom(
          await rig.handlers['fleet.planAgain'].run(
            { workspaceId: WORKSPACE, operationId, what },
            async () => undefined,
            quiet(),
          ),
        ),
      ),
    findRole: find,
    /** What a role grants in an environment, by name; null where there is no such role. */
    grants: async (environment: string, name: string): Promise<Readonly<Record<string, string>> | null> => {
      const role = await find(environment, name);
      if (role === null) return null;
      const whole = valueFrom(await readWholeRole(rig.client(environment), role.rootRoleId, quiet()));
      const depths = depthsOf(whole);
      return Object.fromEntries(
        whole.grants.map(({ name: privilege, privilegeId }) => [
          privilege,
          depths.get(privilegeId) ?? 'None',
        ]),
      );
    },
    create: (environment: string, name: string, privileges: Readonly<Record<string, string>>): RoleChange =>
      ({
        kind: 'create',
        environmentId: rig.environment(environment).id,
        name,
        description: '',
        privileges: grantsIn(privileges),
      }) satisfies RoleChange,
    edit: (
      environment: string,
      name: string,
      what: {
        readonly set?: Readonly<Record<string, string>>;
        readonly remove?: readonly string[];
        readonly name?: string;
      },
    ): RoleChange => ({
      kind: 'edit',
      environmentId: rig.environment(environment).id,
      role: { by: 'name', name },
      name: what.name ?? null,
      description: null,
      set: grantsIn(what.set ?? {}),
      remove: [...(what.remove ?? [])],
    }),
  };
};

/** Works with the roles of a demo cloud, as its administrator unless said otherwise, and with a journal of its own. */
export const withRoleRig = (
  options: Pick<RigOptions, 'cloud'> & Partial<RigOptions>,
  work: (rig: ReturnType<typeof roleRig>) => Promise<void>,
): Promise<void> =>
  inFolder((path) =>
    withJournal(path, memoryVault(), (journal) =>
      work(roleRig({ journal, account: 'adele.admin@contoso.demo.test', ...options })),
    ),
  );

type Grants = Extract<RoleChange, { readonly kind: 'create' }>['privileges'];
const DEPTHS = ['Basic', 'Local', 'Deep', 'Global'] as const;

const grantsIn = (privileges: Readonly<Record<string, string>>): Grants =>
  Object.entries(privileges).flatMap(([privilege, text]) => {
    const depth = DEPTHS.find((each) => each === text);
    return depth === undefined ? [] : [{ privilege, depth }];
  });
