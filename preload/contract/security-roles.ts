import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  businessUnitId,
  environmentId,
  fanOutCounts,
  privilegeId,
  roleId,
  systemUserId,
  teamId,
  workspaceId,
} from './schemas.ts';
import { DEPTHS, VERBS } from './words/depth.ts';
import { TEAM_TYPES } from './words/status.ts';

/** A security role with its copies per business unit folded into one. */
const securityRoleSchema = z.strictObject({
  rootRoleId: roleId,
  name: z.string(),
  copies: z.array(z.strictObject({ roleId, businessUnitId, businessUnitName: z.string() })),
  managed: z.boolean(),
  customizable: z.boolean(),
  systemAdministrator: z.boolean(),
  /** `isinherited`: true when a team's role also gives its members user-level rights. */
  membersInherit: z.boolean(),
});
export type SecurityRole = z.infer<typeof securityRoleSchema>;

export const list = call({
  name: 'securityRoles.list',
  input: z.strictObject({ workspaceId, environmentId }),
  output: z.strictObject({ roles: z.array(securityRoleSchema) }),
});

const rolePrivilegeSchema = z.strictObject({
  privilegeId,
  name: z.string(),
  verb: z.enum(VERBS),
  /** Schema name of the table as the privilege's name says it; null for a privilege of no table. */
  table: z.string().nullable(),
  depth: z.enum(DEPTHS),
});
export type RolePrivilege = z.infer<typeof rolePrivilegeSchema>;

export const privileges = call({
  name: 'securityRoles.privileges',
  input: z.strictObject({ workspaceId, environmentId, roleId }),
  output: z.strictObject({ privileges: z.array(rolePrivilegeSchema) }),
});

const businessUnitSchema = z.strictObject({
  id: businessUnitId,
  name: z.string(),
  parentId: businessUnitId.nullable(),
  disabled: z.boolean(),
});
export type BusinessUnit = z.infer<typeof businessUnitSchema>;

export const businessUnits = call({
  name: 'securityRoles.businessUnits',
  input: z.strictObject({ workspaceId, environmentId }),
  output: z.strictObject({ businessUnits: z.array(businessUnitSchema) }),
});

/** Role names of several environments, so that a wizard can offer those that exist everywhere. */
export const names = stream({
  name: 'securityRoles.names',
  input: z.strictObject({ workspaceId, environmentIds: z.array(environmentId).min(1).max(2000) }),
  event: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('names'),
      environmentId,
      roles: z.array(z.strictObject({ name: z.string(), systemAdministrator: z.boolean() })),
    }),
    z.strictObject({ kind: z.literal('failed'), environmentId, error: appErrorSchema }),
  ]),
  output: fanOutCounts,
});

/** One role that counts for a user, and how it reached them. */
const countedRoleSchema = z.strictObject({
  roleId,
  rootRoleId: roleId,
  name: z.string(),
  /** Where Local and Deep start: the business unit of this copy. */
  businessUnitId,
  businessUnitName: z.string(),
  /** By role template, not by name. */
  systemAdministrator: z.boolean(),
  through: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('direct') }),
    z.strictObject({
      kind: z.literal('team'),
      teamId,
      teamName: z.string(),
      teamType: z.enum(TEAM_TYPES),
      /** `isinherited` of the role: its members have it for their own rows too. */
      membersInherit: z.boolean(),
    }),
  ]),
});
export type CountedRole = z.infer<typeof countedRoleSchema>;

/** A privilege as all roles of a user together grant it. */
const effectivePrivilegeSchema = rolePrivilegeSchema.extend({
  /** `role` is the place of the role in `roles`. */
  grants: z.array(z.strictObject({ role: z.int().nonnegative(), depth: z.enum(DEPTHS) })),
});
export type EffectivePrivilege = z.infer<typeof effectivePrivilegeSchema>;

/** What a user may really do in an environment, and which role grants it through what. */
export const effectiveAccess = call({
  name: 'securityRoles.effectiveAccess',
  input: z.strictObject({ workspaceId, environmentId, systemUserId }),
  output: z.strictObject({
    roles: z.array(countedRoleSchema),
    privileges: z.array(effectivePrivilegeSchema),
  }),
});
