import { z } from 'zod';
import { stream } from './define.ts';
import {
  appErrorSchema,
  businessUnitId,
  clientId,
  environmentId,
  fanOutCounts,
  instant,
  roleId,
  servicePrincipalId,
  systemUserId,
  workspaceId,
} from './schemas.ts';
import { ACCESS_MODES } from './words/status.ts';

/** A role as an application user holds it. */
const heldRoleSchema = z.strictObject({
  roleId,
  rootRoleId: roleId,
  name: z.string(),
  /** By role template, not by name. */
  systemAdministrator: z.boolean(),
});

/** One `systemusers` row that stands for an app (Microsoft Learn: manage-application-users). */
export const applicationUserSchema = z.strictObject({
  environmentId,
  systemUserId,
  clientId,
  name: z.string(),
  servicePrincipalId: servicePrincipalId.nullable(),
  state: z.enum(['enabled', 'disabled', 'soft-deleted']),
  /** `azurestate`: whether the service principal still exists in Entra. */
  entraState: z.enum(['exists', 'soft-deleted', 'not-found', 'unknown']),
  accessMode: z.enum(ACCESS_MODES),
  businessUnit: z.strictObject({ id: businessUnitId, name: z.string() }).nullable(),
  roles: z.array(heldRoleSchema),
  systemAdministrator: z.boolean(),
  /** Belongs to the platform: shown, never changed. */
  platform: z.boolean(),
  createdOn: instant.nullable(),
  modifiedOn: instant.nullable(),
});
export type ApplicationUser = z.infer<typeof applicationUserSchema>;

/** Streams every application user of the chosen environments (empty list: all of the workspace). */
export const inventory = stream({
  name: 'applicationUsers.inventory',
  input: z.strictObject({ workspaceId, environmentIds: z.array(environmentId).max(2000) }),
  event: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('users'),
      environmentId,
      users: z.array(applicationUserSchema).max(2000),
    }),
    z.strictObject({ kind: z.literal('done'), environmentId, asOf: instant, count: z.int().nonnegative() }),
    z.strictObject({ kind: z.literal('failed'), environmentId, asOf: instant, error: appErrorSchema }),
  ]),
  output: fanOutCounts,
});
