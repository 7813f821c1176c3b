import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  environmentId,
  fanOutCounts,
  instant,
  nothing,
  sentId,
  systemUserId,
  workspaceId,
} from './schemas.ts';
import type {
  BusinessUnitId,
  ClientId,
  EnvironmentId,
  RoleId,
  ServicePrincipalId,
  SystemUserId,
  TeamId,
} from './words/ids.ts';
import { ACCESS_MODES, TEAM_TYPES } from './words/status.ts';

/** A role as an application user holds it. */
const heldRoleSchema = z.strictObject({
  roleId: sentId<RoleId>(),
  rootRoleId: sentId<RoleId>(),
  name: z.string(),
  /** By role template, not by name. */
  systemAdministrator: z.boolean(),
});

const userState = z.enum(['enabled', 'disabled', 'soft-deleted']);
/** `azurestate`: whether the service principal still exists in Entra. */
const entraState = z.enum(['exists', 'soft-deleted', 'not-found', 'unknown']);

/** One `systemusers` row that stands for an app (Microsoft Learn: manage-application-users). */
export const applicationUserSchema = z.strictObject({
  environmentId: sentId<EnvironmentId>(),
  systemUserId: sentId<SystemUserId>(),
  clientId: sentId<ClientId>(),
  name: z.string(),
  servicePrincipalId: sentId<ServicePrincipalId>().nullable(),
  state: userState,
  entraState,
  accessMode: z.enum(ACCESS_MODES),
  businessUnit: z.strictObject({ id: sentId<BusinessUnitId>(), name: z.string() }).nullable(),
  /** Its own. */
  roles: z.array(heldRoleSchema),
  /** Those that it holds as a member of a team; null where the teams could not be read. */
  teamRoles: z
    .array(
      heldRoleSchema.extend({
        team: z.strictObject({ id: sentId<TeamId>(), name: z.string(), type: z.enum(TEAM_TYPES) }),
      }),
    )
    .nullable(),
  /** Holds System Administrator, by itself or through a team. */
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

/** Rows per event that the wire allows. */
const MOST_ROWS = 2000;

/**
 * What the last complete reading of each environment said, so that a page opens at once. Nothing comes of what was never read, nor
 * while the vault that keeps it is shut. An environment with more users than fit comes in several events.
 */
export const snapshot = stream({
  name: 'applicationUsers.snapshot',
  input: z.strictObject({ workspaceId }),
  event: z
    .array(
      z.strictObject({
        environmentId,
        /** When the environment said so. */
        asOf: instant,
        users: z.array(applicationUserSchema).max(MOST_ROWS),
      }),
    )
    .max(MOST_ROWS),
  output: z.strictObject({ environments: z.int().nonnegative() }),
});

/** One thing that became different about an application user. Roles are told by their root, so that another copy is no difference. */
const userChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('gone') }),
  z.strictObject({ kind: z.literal('state'), before: userState, after: userState }),
  z.strictObject({
    kind: z.enum(['role-gained', 'role-lost']),
    role: z.string(),
    systemAdministrator: z.boolean(),
    /** The team that it came through; null: held directly. */
    team: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('business-unit'),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('entra'), before: entraState, after: entraState }),
]);
export type UserChange = z.infer<typeof userChangeSchema>;

/** An application user that is not as it was when a person last looked. */
const userDifferenceSchema = z.strictObject({
  environmentId,
  systemUserId,
  /** When it was as it was before. */
  since: instant,
  /** The user as it was, when it is gone; null while it is there. */
  gone: applicationUserSchema.nullable(),
  changes: z.array(userChangeSchema).min(1),
});
export type UserDifference = z.infer<typeof userDifferenceSchema>;

/** What the last readings found different from what a person last marked as seen (at first: from the first reading). */
export const differences = call({
  name: 'applicationUsers.differences',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({
    /** The moment of this answer. */
    asOf: instant,
    /** The oldest moment that something of it is compared with; null when nothing is different. */
    since: instant.nullable(),
    total: z.int().nonnegative(),
    /** Those that have room, worst first. */
    differences: z.array(userDifferenceSchema).max(MOST_ROWS),
  }),
});

/** From now on differences are told from what was known at `asOf`; what came later stays different. */
export const markSeen = call({
  name: 'applicationUsers.markSeen',
  input: z.strictObject({ workspaceId, asOf: instant }),
  output: nothing,
});

/** Where application users can be put: business units and teams of several environments, by name. */
export const placement = stream({
  name: 'applicationUsers.placement',
  input: z.strictObject({ workspaceId, environmentIds: z.array(environmentId).min(1).max(2000) }),
  event: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('placement'),
      environmentId,
      /** Enabled ones below the root, which every environment has. */
      units: z.array(z.string()),
      /** Teams whose members can be chosen: neither default teams nor those that Entra fills. */
      teams: z.array(z.string()),
    }),
    z.strictObject({ kind: z.literal('failed'), environmentId, error: appErrorSchema }),
  ]),
  output: fanOutCounts,
});
