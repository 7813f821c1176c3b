import { z } from 'zod';
import {
  appProfileId,
  clientId,
  cloudId,
  credentialId,
  environmentId,
  instant,
  organizationId,
  orgUrl,
  personName,
  tenantId,
  workspaceId,
} from '../../../preload/contract/schemas.ts';
import {
  GUARDS,
  ENVIRONMENT_TYPES,
  PRODUCTION_TYPES,
  WORKSPACE_COLOURS,
} from '../../../preload/contract/words/status.ts';

/** The version that this console writes. What one version says never changes; docs/EXPORT-FORMAT.md describes it. */
export const EXPORT_VERSION = 1;
/** How a readable export calls itself. */
export const EXPORT_FORMAT = 's2s-console-export';

/** Hosts of its own do not travel: a file must not be able to send a sign-in to another place. */
const exportedWorkspace = z.object({
  id: workspaceId,
  name: personName,
  colour: z.enum(WORKSPACE_COLOURS),
  cloud: cloudId,
  tenantId: tenantId.nullable(),
  readOnly: z.boolean(),
  adminClientId: clientId.nullable(),
  demo: z.boolean(),
  productionTypes: z.array(z.enum(ENVIRONMENT_TYPES)).default([...PRODUCTION_TYPES]),
});
export type ExportedWorkspace = z.infer<typeof exportedWorkspace>;

const exportedEnvironment = z.object({
  id: environmentId,
  workspaceId,
  name: z.string().max(300),
  url: orgUrl,
  uniqueName: z.string().max(300).nullable(),
  organizationId: organizationId.nullable(),
  tenantId: tenantId.nullable(),
  region: z.string().max(100).nullable(),
  type: z.enum(ENVIRONMENT_TYPES),
  production: z.boolean(),
  guard: z.enum(GUARDS).default('by-type'),
  powerPlatformId: z.string().max(100).nullable().default(null),
  version: z.string().max(100).nullable(),
  enabled: z.boolean(),
});
export type ExportedEnvironment = z.infer<typeof exportedEnvironment>;

const exportedCredential = z.object({
  id: credentialId,
  kind: z.enum(['secret', 'certificate']),
  label: personName,
  addedOn: instant,
  expiresOn: instant.nullable(),
  thumbprintSha1: z.string().max(200).nullable(),
  thumbprintSha256: z.string().max(200).nullable(),
  /** Entra's key id, where it is known. */
  keyId: z.guid().nullable(),
  /** Made in the console, and not known to be in Entra. */
  notInEntraYet: z.boolean().default(false),
});
export type ExportedCredential = z.infer<typeof exportedCredential>;

const exportedApp = z.object({
  id: appProfileId,
  name: personName,
  clientId,
  homeTenantId: tenantId.nullable(),
  credentials: z.array(exportedCredential).max(1000),
  workspaces: z.array(workspaceId).max(5000),
  demo: z.boolean(),
});
export type ExportedApp = z.infer<typeof exportedApp>;

/** An export as it is read. `values` is there only inside a sealed one: what the vault keeps, by credential id. */
export const exportDocument = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  madeAt: instant,
  madeBy: z.string().max(200),
  workspaces: z.array(exportedWorkspace).max(5000),
  environments: z.array(exportedEnvironment).max(100_000),
  apps: z.array(exportedApp).max(20_000),
  values: z.record(z.string().max(64), z.string().max(200_000)).optional(),
});
export type ExportDocument = z.infer<typeof exportDocument>;
