import type { PlanStep } from '../../../preload/contract/fleet.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { compareDepth } from '../../../preload/contract/words/depth.ts';
import type { StepKind } from '../../../preload/contract/words/status.ts';

/** A privilege by name, and how far it reaches or has to reach. */
export type NamedGrant = { readonly name: string; readonly depth: Depth };

/** Privileges that a kind of step needs (Microsoft Learn: "Security role UI to privilege mapping", systemuser and team tables). */
const NEEDED: Partial<Readonly<Record<StepKind, readonly string[]>>> = {
  'create-user': ['prvCreateUser'],
  'enable-user': ['prvWriteUser', 'prvDisableUser'],
  'disable-user': ['prvWriteUser', 'prvDisableUser'],
  'change-business-unit': ['prvWriteUser', 'prvReparentUser'],
  'assign-role': ['prvAssignRole'],
  'remove-role': ['prvAssignRole'],
  'join-team': ['prvWriteTeam'],
  'leave-team': ['prvWriteTeam'],
  'delete-user': ['prvDeleteUser'],
  'purge-user': ['prvDeleteUser'],
  'create-role': ['prvCreateRole'],
  'change-role': ['prvWriteRole'],
  'set-privileges': ['prvWriteRole'],
  'remove-privileges': ['prvWriteRole'],
  'delete-role': ['prvDeleteRole'],
  'give-team-role': ['prvAssignRole'],
  'take-team-role': ['prvAssignRole'],
};

/** Names of the privileges that these steps need, whatever roles they give; sorted. */
export const privilegesNeeded = (
  steps: readonly { readonly step: Pick<PlanStep, 'kind'> }[],
): readonly string[] => [...new Set(steps.flatMap(({ step }) => NEEDED[step.kind] ?? []))].toSorted();

/**
 * What is missing: privileges that the caller does not have, and those of roles to be given that it has less far: nobody
 * can give what they lack (known from the refusal `RoleService::VerifyCallerPrivileges failed`). By name, each once.
 */
export const lackingPrivileges = (
  needed: readonly string[],
  toGive: readonly NamedGrant[],
  held: ReadonlyMap<string, Depth>,
): readonly string[] => {
  const depthOf = (name: string): Depth => held.get(name) ?? 'None';
  const widest = new Map<string, Depth>();
  for (const { name, depth } of toGive) {
    if (compareDepth(depth, widest.get(name) ?? 'None') > 0) widest.set(name, depth);
  }
  return [
    ...needed.filter((name) => depthOf(name) === 'None'),
    ...[...widest]
      .filter(([name, depth]) => compareDepth(depthOf(name), depth) < 0)
      .map(([name, depth]) => `${name} (${depth})`)
      .toSorted(),
  ];
};
