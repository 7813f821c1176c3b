import { z } from 'zod';
import { call, stream } from './define.ts';
import { cloudId, hostOverrides, nothing, orgUrl, personName, tenantId, workspaceId } from './schemas.ts';
import { ENVIRONMENT_TYPES, WORKSPACE_COLOURS } from './words/status.ts';

/** One client or tenant context. Nothing of one is ever shown or used in another. */
export const workspaceSchema = z.strictObject({
  id: workspaceId,
  name: personName,
  colour: z.enum(WORKSPACE_COLOURS),
  cloud: cloudId,
  tenantId: tenantId.nullable(),
  /** Nothing may be changed in any of its environments. */
  readOnly: z.boolean(),
  /** Public client id of the organisation's own registration, used to sign admins in. */
  adminClientId: z.string().nullable(),
  demo: z.boolean(),
  /** Where this workspace goes instead of its cloud's own hosts. */
  hosts: hostOverrides,
  /** Types of environments in which a change asks for the name to be typed; an environment can say otherwise. */
  productionTypes: z.array(z.enum(ENVIRONMENT_TYPES)),
});
export type Workspace = z.infer<typeof workspaceSchema>;

export const list = call({
  name: 'workspaces.list',
  input: nothing,
  output: z.strictObject({ workspaces: z.array(workspaceSchema) }),
});

/**
 * Finds the tenant and the cloud behind anything that says whose it is: an environment's address, a page of a portal, a tenant's id or
 * domain, a user name. Asks at most the environment, or sign-in services; an event before each question.
 */
export const lookUp = stream({
  name: 'workspaces.lookUp',
  input: z.strictObject({ text: z.string().max(4096), cloud: cloudId.nullable() }),
  event: z.strictObject({ who: z.enum(['environment', 'authority']), host: z.string() }),
  output: z.strictObject({
    tenantId,
    cloud: cloudId,
    /** Who said so. */
    by: z.enum(['environment', 'authority']),
    host: z.string(),
    url: orgUrl.nullable(),
    domain: z.string().nullable(),
    /** A name for the workspace; empty when nothing suggests one. */
    name: z.string(),
  }),
});

export const create = call({
  name: 'workspaces.create',
  input: z.strictObject({
    name: personName,
    colour: z.enum(WORKSPACE_COLOURS),
    cloud: cloudId,
    /** Tenant id, domain name or anything with an environment host in it; empty to find out by signing in. */
    tenant: z.string().max(4096),
    adminClientId: z.string().max(100),
  }),
  output: workspaceSchema,
});

export const update = call({
  name: 'workspaces.update',
  input: z.strictObject({
    id: workspaceId,
    name: personName.optional(),
    colour: z.enum(WORKSPACE_COLOURS).optional(),
    readOnly: z.boolean().optional(),
    adminClientId: z.string().max(100).optional(),
    hosts: hostOverrides.optional(),
    productionTypes: z.array(z.enum(ENVIRONMENT_TYPES)).max(20).optional(),
  }),
  output: workspaceSchema,
});

/** Moves a workspace to a place in the order, counted from 0; beyond the end is the end. */
export const move = call({
  name: 'workspaces.move',
  input: z.strictObject({ id: workspaceId, to: z.int().min(0).max(100_000) }),
  output: z.strictObject({ workspaces: z.array(workspaceSchema) }),
});

/** How much is in each workspace, for the list of all of them: numbers, nothing of a client itself. */
export const overview = call({
  name: 'workspaces.overview',
  input: nothing,
  output: z.strictObject({
    workspaces: z.array(
      z.strictObject({
        workspaceId,
        environments: z.int().nonnegative(),
        production: z.int().nonnegative(),
        apps: z.int().nonnegative(),
      }),
    ),
  }),
});

/** Removes the workspace with its environments and sign-in; app profiles stay. */
export const remove = call({
  name: 'workspaces.remove',
  input: z.strictObject({ id: workspaceId }),
  output: nothing,
});

/** Makes (or finds) one workspace per demo tenant. */
export const exploreDemo = call({
  name: 'workspaces.exploreDemo',
  input: nothing,
  output: z.strictObject({ workspaces: z.array(workspaceSchema) }),
});
