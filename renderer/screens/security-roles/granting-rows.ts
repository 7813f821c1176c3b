import type { EventOf } from '../../../preload/contract/index.ts';
import type { GrantingRole } from '../../../preload/contract/security-roles.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { compareDepth } from '../../../preload/contract/words/depth.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';

/** What the environments that were asked have said so far. */
export type Granting = {
  readonly roles: ReadonlyMap<EnvironmentId, readonly GrantingRole[]>;
  readonly failures: ReadonlyMap<EnvironmentId, AppError>;
  /** Environments that do not have the privilege. */
  readonly absent: ReadonlySet<EnvironmentId>;
};
export const NOBODY_ASKED: Granting = { roles: new Map(), failures: new Map(), absent: new Set() };

/** Adds one environment's answer; a later one replaces an earlier one. */
export const withAnswer = (before: Granting, event: EventOf<'securityRoles.granting'>): Granting => {
  const { environmentId } = event;
  const roles = new Map(before.roles);
  const failures = new Map(before.failures);
  const absent = new Set(before.absent);
  roles.delete(environmentId);
  failures.delete(environmentId);
  absent.delete(environmentId);
  if (event.kind === 'failed') failures.set(environmentId, event.error);
  else {
    roles.set(environmentId, event.roles);
    if (event.absent.length > 0) absent.add(environmentId);
  }
  return { roles, failures, absent };
};

/** One role that allows it, in its environment. */
export type GrantingRow = {
  readonly key: string;
  readonly environmentId: EnvironmentId;
  readonly environmentName: string;
  readonly production: boolean;
  readonly role: GrantingRole;
  readonly depth: Depth;
};

/** The answers as rows of a table. */
export const rowsOf = (
  { roles }: Granting,
  environments: readonly {
    readonly id: EnvironmentId;
    readonly name: string;
    readonly production: boolean;
  }[],
): readonly GrantingRow[] =>
  environments.flatMap(({ id, name, production }) =>
    (roles.get(id) ?? []).map((role): GrantingRow => ({
      key: `${id} ${role.rootRoleId}`,
      environmentId: id,
      environmentName: name,
      production,
      role,
      depth: role.grants
        .map(({ depth }) => depth)
        .reduce((far, depth) => (compareDepth(depth, far) > 0 ? depth : far), 'None'),
    })),
  );
