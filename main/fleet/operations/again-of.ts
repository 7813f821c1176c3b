import type { DesiredState } from '../../../preload/contract/fleet.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import { rolesLeft, rolesOpposite } from '../roles/role-again.ts';
import { leftToDo, opposite } from './ask-again.ts';
import type { ToldOperation } from './fold-operation.ts';

/** What of an operation is planned again. */
export type Again = { readonly desired: readonly DesiredState[]; readonly roles: readonly RoleChange[] };

const NOTHING: Again = { desired: [], roles: [] };

/** Whether there is anything to plan. */
export const isSomething = ({ desired, roles }: Again): boolean => desired.length > 0 || roles.length > 0;

/**
 * What can be asked of the planner once more: to continue an operation in environments, and to take it back. Nothing while it runs, and
 * nothing of a tenant's. `asked` is what the operation was to reach. Pure.
 */
export const againOf = (
  { environments, summary, tenant }: ToldOperation,
  asked: Again,
): Readonly<Record<'continue' | 'undo', Again>> =>
  tenant !== null || summary.state === 'running'
    ? { continue: NOTHING, undo: NOTHING }
    : {
        continue: {
          desired: leftToDo(environments, asked.desired),
          roles: rolesLeft(environments, asked.roles),
        },
        undo: { desired: opposite(environments), roles: rolesOpposite(environments) },
      };
