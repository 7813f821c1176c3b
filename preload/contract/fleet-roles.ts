import { z } from 'zod';
import { stream } from './define.ts';
import { planSchema, plannedEnvironmentSchema } from './fleet.ts';
import { environmentId, roleId, teamId, workspaceId } from './schemas.ts';
import { privilegeName } from './security-roles.ts';
import { DEPTHS } from './words/depth.ts';
import { MOST_ROLE_CHANGES } from './words/plan-limits.ts';

const roleGrantSchema = z.strictObject({ privilege: privilegeName, depth: z.enum(DEPTHS).exclude(['None']) });
export type RoleGrantAsked = z.infer<typeof roleGrantSchema>;

/** Name of a role: one trimmed line of at most 100 characters (Microsoft Learn: role table). */
const roleName = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => text.trim() === text && !/\p{Cc}/u.test(text), 'must be one trimmed line');
const description = z.string().max(2000);

/** A role by its id, or by its name where the same change is made in many environments. */
const roleReference = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('id'), roleId }),
  z.strictObject({ by: z.literal('name'), name: z.string().min(1).max(100) }),
]);

/** A team in the same way. */
const teamReference = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('id'), teamId }),
  z.strictObject({ by: z.literal('name'), name: z.string().min(1).max(160) }),
]);

/** One change of a security role in one environment, as it is asked for. */
export const roleChangeSchema = z.discriminatedUnion('kind', [
  /** In the root business unit, so that every business unit gets its copy. */
  z.strictObject({
    kind: z.literal('create'),
    environmentId,
    name: roleName,
    description,
    privileges: z.array(roleGrantSchema).max(20_000),
  }),
  /** A new role with the privileges of another, by name; those that the environment does not have are left out and told. */
  z.strictObject({
    kind: z.literal('clone'),
    environmentId,
    from: z.strictObject({ environmentId, roleId }),
    name: roleName,
    description,
  }),
  /** What is not named stays as it is. */
  z.strictObject({
    kind: z.literal('edit'),
    environmentId,
    role: roleReference,
    name: roleName.nullable(),
    description: description.nullable(),
    set: z.array(roleGrantSchema).max(20_000),
    remove: z.array(privilegeName).max(20_000),
  }),
  z.strictObject({ kind: z.literal('delete'), environmentId, role: roleReference }),
  /** Of the role, a team is given the copy of its business unit; what is taken is every copy that it holds. */
  z.strictObject({
    kind: z.enum(['give-to-team', 'take-from-team']),
    environmentId,
    role: roleReference,
    team: teamReference,
  }),
]);
export type RoleChange = z.infer<typeof roleChangeSchema>;

/** Reads the environments and works out the steps; changes nothing. An event per planned role. The plan is applied by `fleet.apply`. */
export const planRoles = stream({
  name: 'fleet.planRoles',
  input: z.strictObject({ workspaceId, changes: z.array(roleChangeSchema).min(1).max(MOST_ROLE_CHANGES) }),
  event: plannedEnvironmentSchema,
  output: planSchema,
});
