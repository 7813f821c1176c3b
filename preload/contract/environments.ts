import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  cloudId,
  environmentId,
  fanOutCounts,
  instant,
  nothing,
  organizationId,
  orgUrl,
  tenantId,
  workspaceId,
} from './schemas.ts';
import { ENVIRONMENT_TYPES, GUARDS, STATUSES } from './words/status.ts';

/** A Dataverse environment as a workspace knows it. */
export const environmentSchema = z.strictObject({
  id: environmentId,
  workspaceId,
  name: z.string(),
  url: orgUrl,
  uniqueName: z.string().nullable(),
  organizationId: organizationId.nullable(),
  tenantId: tenantId.nullable(),
  cloud: cloudId,
  /** The service's geography, e.g. `EMEA`. */
  region: z.string().nullable(),
  type: z.enum(ENVIRONMENT_TYPES),
  /** Changes ask for the environment's name to be typed: what `guard` says, or the workspace about its type. */
  production: z.boolean(),
  guard: z.enum(GUARDS),
  /** Name of the environment in the Power Platform, usually a GUID: it stands in addresses of the admin center. */
  powerPlatformId: z.string().nullable(),
  version: z.string().nullable(),
  enabled: z.boolean(),
  source: z.enum(['discovery', 'admin', 'manual']),
  /** What the admin may do there, when discovery said so. */
  isSystemAdministrator: z.boolean().nullable(),
  lastSeen: instant,
});
export type Environment = z.infer<typeof environmentSchema>;

/** Outcome of asking one environment who we are. */
const environmentCheckSchema = z.strictObject({
  environmentId,
  status: z.enum(STATUSES),
  milliseconds: z.number().nonnegative().nullable(),
  checkedAt: instant,
  error: appErrorSchema.nullable(),
});
export type EnvironmentCheck = z.infer<typeof environmentCheckSchema>;

export const list = call({
  name: 'environments.list',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ environments: z.array(environmentSchema), discoveredAt: instant.nullable() }),
});

/** Asks global discovery and the admin list at once; an event per source, then what changed. */
export const discover = stream({
  name: 'environments.discover',
  input: z.strictObject({ workspaceId }),
  event: z.strictObject({
    source: z.enum(['discovery', 'admin']),
    found: z.int().nonnegative(),
    error: appErrorSchema.nullable(),
  }),
  output: z.strictObject({
    environments: z.array(environmentSchema),
    added: z.int().nonnegative(),
    gone: z.int().nonnegative(),
  }),
});

/**
 * Adds an environment from anything with its host in it, whose tenant the 401 challenge tells, or by an id that a list of the tenant
 * knows.
 */
export const add = call({
  name: 'environments.add',
  input: z.strictObject({ workspaceId, text: z.string().max(4096), name: z.string().max(120) }),
  output: environmentSchema,
});
export const remove = call({
  name: 'environments.remove',
  input: z.strictObject({ workspaceId, environmentId }),
  output: nothing,
});

/** Says whether one environment counts as production, whatever its type. */
export const guard = call({
  name: 'environments.guard',
  input: z.strictObject({ workspaceId, environmentId, guard: z.enum(GUARDS) }),
  output: environmentSchema,
});

/** WhoAmI as the admin in each environment. An empty list means all of the workspace. */
export const check = stream({
  name: 'environments.check',
  input: z.strictObject({ workspaceId, environmentIds: z.array(environmentId).max(2000) }),
  event: environmentCheckSchema,
  output: fanOutCounts,
});
