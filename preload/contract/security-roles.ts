import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  businessUnitId,
  clientId,
  environmentId,
  fanOutCounts,
  privilegeId,
  recordId,
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

const roleTeamSchema = z.strictObject({
  teamId,
  name: z.string(),
  type: z.enum(TEAM_TYPES),
  /** The team that everybody of a business unit is in. */
  isDefault: z.boolean(),
  /** Name of its business unit. */
  businessUnit: z.string(),
  /** Whether it holds the role that is asked about. */
  holds: z.boolean(),
});
export type RoleTeam = z.infer<typeof roleTeamSchema>;

/** The teams that can hold roles, and which of them hold this one. */
export const teams = call({
  name: 'securityRoles.teams',
  input: z.strictObject({ workspaceId, environmentId, rootRoleId: roleId }),
  output: z.strictObject({ teams: z.array(roleTeamSchema) }),
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
  /** How far each of `roles` grants it, one digit for each (`readGrants`): forty roles of four thousand privileges are no rarity. */
  grants: z.string().regex(/^[0-4]*$/),
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

/** The verbs of a table that a record which is there can be asked about. */
export const RECORD_VERBS = ['Read', 'Write', 'Append', 'AppendTo', 'Delete', 'Assign', 'Share'] as const;

/** `role` is the place of a role in `roles`. */
const roleDepthSchema = z.strictObject({ role: z.int().nonnegative(), depth: z.enum(DEPTHS) });

const recordRightSchema = z.strictObject({
  verb: z.enum(RECORD_VERBS),
  /** What the service says (RetrievePrincipalAccess). */
  allowed: z.boolean(),
  privilege: z.string(),
  /** The furthest depth at which the user's roles hold the privilege; None where none does. */
  depth: z.enum(DEPTHS),
  /** Roles that reach this record. Empty though it is allowed: it is shared, or comes through a hierarchy or the like. */
  reaching: z.array(roleDepthSchema),
  /** Through whom the record is shared for this: the user itself, or a team of it. */
  shared: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('user') }),
      z.strictObject({ kind: z.literal('team'), teamName: z.string() }),
    ]),
  ),
  /** Where no role reaches it: the least that would, each of them enough alone. */
  changes: z.array(roleDepthSchema),
});
export type RecordRight = z.infer<typeof recordRightSchema>;

const askedRecordSchema = z.strictObject({
  recordId,
  /** Logical name. */
  table: z.string(),
  tableName: z.string(),
  name: z.string().nullable(),
  /** Null for a record of the organization, which nobody owns. */
  owner: z.strictObject({ kind: z.enum(['user', 'team']), name: z.string() }).nullable(),
  businessUnitName: z.string().nullable(),
});
export type AskedRecord = z.infer<typeof askedRecordSchema>;

/** A table by its logical name (`account`) or by the name of its entity set (`accounts`). */
export const tableReference = z.strictObject({
  by: z.enum(['logical-name', 'entity-set']),
  name: z.string().regex(/^[A-Za-z_]\w{0,127}$/),
});

/** Through what a record is reached that no role reaches and that is not shared itself, as far as the service says it. */
const accessOriginSchema = z.enum(['hierarchy-security', 'owner-above', 'shared-above', 'unknown']);
export type AccessOrigin = z.infer<typeof accessOriginSchema>;

/** May a user do something with one record, and through what or why not? */
export const recordAccess = call({
  name: 'securityRoles.recordAccess',
  input: z.strictObject({
    workspaceId,
    environmentId,
    systemUserId,
    table: tableReference,
    recordId,
  }),
  output: z.strictObject({
    record: askedRecordSchema,
    roles: z.array(countedRoleSchema),
    /** False: the service did not tell the admin whom the record is shared with, and `shared` is empty everywhere. */
    sharingKnown: z.boolean(),
    otherwise: accessOriginSchema,
    rights: z.array(recordRightSchema),
  }),
});

/** The name of a privilege: ids differ between environments where a table is not the service's own, names do not. */
export const privilegeName = z.string().regex(/^prv[A-Za-z_]\w{0,199}$/);

const cataloguePrivilegeSchema = z.strictObject({
  name: z.string(),
  verb: z.enum(VERBS),
  /** Schema name of the table as the privilege's name says it; null for a privilege of no table. */
  table: z.string().nullable(),
  /** Depths at which a role can grant it, one digit for each, its place in DEPTHS. */
  depths: z.string().regex(/^[1-4]*$/),
});
export type CataloguePrivilege = z.infer<typeof cataloguePrivilegeSchema>;

/** Every privilege that an environment has. */
export const catalogue = call({
  name: 'securityRoles.catalogue',
  input: z.strictObject({ workspaceId, environmentId }),
  output: z.strictObject({ privileges: z.array(cataloguePrivilegeSchema) }),
});

/** An application user that holds a role. */
const roleHolderSchema = z.strictObject({
  clientId,
  name: z.string(),
  /** The team through which it does; null: itself. */
  team: z.string().nullable(),
});

const grantingRoleSchema = z.strictObject({
  rootRoleId: roleId,
  name: z.string(),
  managed: z.boolean(),
  systemAdministrator: z.boolean(),
  grants: z.array(z.strictObject({ privilege: z.string(), depth: z.enum(DEPTHS) })),
  apps: z.array(roleHolderSchema),
});
export type GrantingRole = z.infer<typeof grantingRoleSchema>;

/** Which roles grant any of these privileges, how far, and which application users hold them. */
export const granting = stream({
  name: 'securityRoles.granting',
  input: z.strictObject({
    workspaceId,
    environmentIds: z.array(environmentId).min(1).max(2000),
    privileges: z.array(privilegeName).min(1).max(20),
  }),
  event: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('roles'),
      environmentId,
      roles: z.array(grantingRoleSchema),
      /** Privileges that the environment does not have. */
      absent: z.array(z.string()),
    }),
    z.strictObject({ kind: z.literal('failed'), environmentId, error: appErrorSchema }),
  ]),
  output: fanOutCounts,
});

export const needSchema = z.strictObject({
  privilege: z.string(),
  verb: z.enum(VERBS),
  /** Schema name of the table as the privilege's name says it; null for a privilege of no table. */
  table: z.string().nullable(),
  /** How far it must reach, where a refusal says so; a query does not. */
  depth: z.enum(DEPTHS).nullable(),
  times: z.int().positive(),
});
export type Need = z.infer<typeof needSchema>;

/** Which privileges queries and refused calls, as a person pastes them, say that an app needs. Asks for the tables' definitions only. */
export const needed = call({
  name: 'securityRoles.needed',
  input: z.strictObject({ workspaceId, environmentId, text: z.string().max(100_000) }),
  output: z.strictObject({
    needs: z.array(needSchema),
    /** Tables that the environment does not have. */
    unknownTables: z.array(z.string()),
    notUnderstood: z.array(z.strictObject({ line: z.int().positive(), text: z.string() })),
  }),
});
