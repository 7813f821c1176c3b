import { z } from 'zod';
import { call } from './define.ts';
import { columnSecurityProfileId, environmentId, systemUserId, teamId, workspaceId } from './schemas.ts';
import { tableReference } from './security-roles.ts';

/** What a column security profile allows with a secured column, in the order of the service's own form. */
export const COLUMN_ACTIONS = ['read', 'create', 'update'] as const;

const holdingTeamSchema = z.strictObject({ teamId, name: z.string() });

/** A column security profile that the user holds, or that would give it something. */
const columnSecurityProfileSchema = z.strictObject({
  id: columnSecurityProfileId,
  name: z.string(),
  /** The built-in one, which allows everything with every secured column. */
  systemAdministrator: z.boolean(),
  /** How the user holds it: itself, through a team, or both. Empty: not at all. */
  through: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('direct') }),
      z.strictObject({ kind: z.literal('team'), team: holdingTeamSchema }),
    ]),
  ),
  /** Every team that holds it: to be a member of one is enough. */
  teams: z.array(holdingTeamSchema),
});
export type ColumnSecurityProfile = z.infer<typeof columnSecurityProfileSchema>;

/** `granting` and `changes` are places in `profiles`. */
const columnRightSchema = z.strictObject({
  action: z.enum(COLUMN_ACTIONS),
  /** What the profiles say. */
  allowed: z.boolean(),
  /** What the service says (RetrievePrincipalAttributePrivileges); null where it did not tell. */
  service: z.boolean().nullable(),
  granting: z.array(z.int().nonnegative()),
  /** Where it is not allowed: profiles that would, each enough alone, the one that allows least besides first. */
  changes: z.array(z.int().nonnegative()),
});
export type ColumnRight = z.infer<typeof columnRightSchema>;

const securedColumnSchema = z.strictObject({
  /** Logical name. */
  name: z.string(),
  displayName: z.string(),
  rights: z.array(columnRightSchema),
});
export type SecuredColumn = z.infer<typeof securedColumnSchema>;

/** May a user read, create and update the secured columns of a table, and through what or why not? */
export const columnAccess = call({
  name: 'securityRoles.columnAccess',
  input: z.strictObject({ workspaceId, environmentId, systemUserId, table: tableReference }),
  output: z.strictObject({
    /** Logical name. */
    table: z.string(),
    tableName: z.string(),
    columns: z.array(securedColumnSchema),
    profiles: z.array(columnSecurityProfileSchema),
  }),
});
