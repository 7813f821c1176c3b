import { z } from 'zod';
import { applicationUserSchema } from './application-users.ts';
import { stream } from './define.ts';
import { appErrorSchema, environmentId, instant, nothing, workspaceId } from './schemas.ts';

/** A role by name: enough to say at a glance what an app may do. */
const roleAtAGlance = z.strictObject({ name: z.string(), systemAdministrator: z.boolean() });

/** An application user as a map shows it: how it stands and its roles by name, nothing else of the client. */
const placedUserSchema = applicationUserSchema
  .pick({
    systemUserId: true,
    clientId: true,
    name: true,
    state: true,
    entraState: true,
    systemAdministrator: true,
    platform: true,
  })
  .extend({
    roles: z.array(roleAtAGlance),
    /** Those that it holds as a member of a team; null where the teams could not be read. */
    teamRoles: z.array(roleAtAGlance).nullable(),
  });
export type PlacedUser = z.infer<typeof placedUserSchema>;

/** Rows per event that the wire allows. */
const MOST_ROWS = 2000;

const placeSchema = z.strictObject({
  environmentId,
  name: z.string(),
  production: z.boolean(),
  /** When it said so; null: nothing is kept of it. */
  asOf: instant.nullable(),
  users: z.array(placedUserSchema).max(MOST_ROWS),
});

/**
 * The access map of all clients, read-only: what is kept of the application users of every workspace, one workspace after the other.
 * Asks no service. With expiry the only method that shows what environments of several clients said.
 */
export const allClients = stream({
  name: 'applicationUsers.allClients',
  input: nothing,
  event: z.strictObject({
    workspaceId,
    /** Its environments; an environment with more users than fit comes again in the next event, and so does its workspace. */
    environments: z.array(placeSchema).max(MOST_ROWS),
    /** Why nothing can be told that was kept in earlier sessions, e.g. because the vault is locked. */
    error: appErrorSchema.nullable(),
  }),
  output: z.strictObject({ workspaces: z.int().nonnegative() }),
});
export type ClientPlaces = z.infer<typeof allClients.event>;
