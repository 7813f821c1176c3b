import { createHash } from 'node:crypto';
import type { DesiredState, Plan } from '../../../preload/contract/fleet.ts';
import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { RotationPart } from '../journal/operation-event.ts';
import type { PlannedTenantStep } from '../tenant/tenant-action.ts';
import type { PlannedRole } from '../roles/role-action.ts';
import type { PlannedWrite } from '../writes/write-action.ts';
import type { PlannedApp } from './plan-environment.ts';

/** A plan as main keeps it: what was shown, what was asked for, and the ids behind each step. */
export type IssuedPlan = {
  readonly plan: Plan;
  /** One line that a person recognises the operation by. */
  readonly title: string;
  readonly desired: readonly DesiredState[];
  /** The same of security roles. */
  readonly roles: readonly RoleChange[];
  readonly apps: readonly (PlannedApp | PlannedRole | PlannedWrite)[];
  /** What the plan does in the tenant and on this machine; null when only environments change. */
  readonly tenant: {
    readonly first: readonly PlannedTenantStep[];
    readonly last: readonly PlannedTenantStep[];
  } | null;
  readonly rotation: RotationPart | null;
};

/** Plans that may be applied: those that main itself issued, each once. */
export type IssuedPlans = {
  readonly keep: (issued: IssuedPlan) => void;
  /** `plan-unknown` when main did not issue it, forgot it or has applied it; `plan-changed` when the digest is another's. */
  readonly find: (planId: string, digest: string) => Result<IssuedPlan>;
  readonly forget: (planId: string) => void;
};

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
};

/** SHA-256, in hex, over the plan as JSON with sorted keys; environment by environment, because one long text costs more than its parts. */
export const planDigest = (plan: Omit<Plan, 'digest'>): string => {
  const hash = createHash('sha256');
  const { environments, ...rest } = plan;
  hash.update(canonical(rest));
  for (const environment of environments) hash.update(canonical(environment)).update('\n');
  return hash.digest('hex');
};

/** Keeps the newest `limit` plans of this process; a plan does not outlive it. */
export const createIssuedPlans = (limit = 20): IssuedPlans => {
  const kept = new Map<string, IssuedPlan>();
  return {
    keep: (issued) => {
      kept.set(issued.plan.id, issued);
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
    },
    find: (planId, digest) => {
      const issued = kept.get(planId);
      if (issued === undefined) return failed('plan-unknown');
      return issued.plan.digest === digest ? ok(issued) : failed('plan-changed');
    },
    forget: (planId) => {
      kept.delete(planId);
    },
  };
};
