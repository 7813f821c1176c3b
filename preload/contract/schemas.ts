import { z } from 'zod';
import * as ids from './words/ids.ts';
import { ERROR_CODES } from './words/errors.ts';
import type { AppError } from './words/errors.ts';
import type { CloudHost } from './words/cloud-hosts.ts';
import type { CloudId } from './words/status.ts';
import { BUILT_IN_CLOUDS } from './words/status.ts';

// Zod compiles validators with `new Function`, which makes long lists several times faster and which a page with
// Trusted Types refuses.
z.config({ jitless: 'document' in globalThis });

const idSchema = <Id extends string>(parse: (text: string) => Id | null, what: string) =>
  z.custom<Id>((value) => typeof value === 'string' && parse(value) === value, {
    error: `expected a ${what}`,
  });

export const tenantId = idSchema(ids.parseTenantId, 'tenant id');
export const clientId = idSchema(ids.parseClientId, 'client id');
export const servicePrincipalId = idSchema(ids.parseServicePrincipalId, 'service principal id');
export const applicationObjectId = idSchema(ids.parseApplicationObjectId, 'application object id');
export const systemUserId = idSchema(ids.parseSystemUserId, 'system user id');
export const roleId = idSchema(ids.parseRoleId, 'role id');
export const teamId = idSchema(ids.parseTeamId, 'team id');
export const businessUnitId = idSchema(ids.parseBusinessUnitId, 'business unit id');
export const columnSecurityProfileId = idSchema(
  ids.parseColumnSecurityProfileId,
  'column security profile id',
);
export const privilegeId = idSchema(ids.parsePrivilegeId, 'privilege id');
export const recordId = idSchema(ids.parseRecordId, 'record id');
export const organizationId = idSchema(ids.parseOrganizationId, 'organization id');
export const environmentId = idSchema(ids.parseEnvironmentId, 'environment id');
export const workspaceId = idSchema(ids.parseWorkspaceId, 'workspace id');
export const appProfileId = idSchema(ids.parseAppProfileId, 'app profile id');
export const credentialId = idSchema(ids.parseCredentialId, 'credential id');
export const planId = idSchema(ids.parsePlanId, 'plan id');
export const operationId = idSchema(ids.parseOperationId, 'operation id');
export const rotationId = idSchema(ids.parseRotationId, 'rotation id');
export const runId = idSchema(ids.parseRunId, 'run id');
export const savedQueryId = idSchema(ids.parseSavedQueryId, 'saved query id');
export const orgUrl = idSchema(ids.parseOrgUrl, 'environment URL');

/**
 * An id in rows that leave main by the ten thousand, and that the vault seals: a parser has made it, as its type says, so it is not read
 * through again. Never in an input.
 */
export const sentId = <Id extends string>() =>
  z.custom<Id>((value) => typeof value === 'string' && value.length === 36, { error: 'expected an id' });

export const cloudId = z.custom<CloudId>(
  (value) =>
    typeof value === 'string' &&
    (BUILT_IN_CLOUDS.some((cloud) => cloud === value) || /^custom:[\w-]{1,60}$/.test(value)),
  { error: 'expected a cloud id' },
);

const override = z.string().max(300).optional();
/** Hosts that a workspace uses instead of its cloud's own; main reads them as `cloud-rules` says. */
export const hostOverrides = z.strictObject({
  authority: override,
  portal: override,
  graph: override,
  discovery: override,
  admin: override,
  adminResource: override,
  powerApps: override,
  powerPlatform: override,
  adminCenter: override,
  maker: override,
} satisfies Readonly<Record<CloudHost, typeof override>>);

/** An instant as ISO 8601 text in UTC. */
export const instant = z.iso.datetime();
/** A name a person typed: trimmed, one line, at most 120 characters. */
export const personName = z
  .string()
  .min(1)
  .max(120)
  .refine((text) => text.trim() === text && !/[\p{Cc}]/u.test(text), 'must be one trimmed line');

/** Marks a schema as one of a secret. It stays in every schema that is made from that one, so that the contract test can find it. */
export const secretMark = z.refine<string>(() => true);

/**
 * A secret: may stand in an input schema, never in an output schema. Every secret field must be made of this one: the contract test
 * finds it by its mark.
 */
export const secret = z
  .string()
  .min(1)
  .max(64 * 1024)
  .check(secretMark)
  .brand<'Secret'>();
export type Secret = z.infer<typeof secret>;

export const appErrorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  retryable: z.boolean(),
  correlation: z.strictObject({
    requestId: z.string().optional(),
    correlationId: z.string().optional(),
    traceId: z.string().optional(),
    timestamp: z.string().optional(),
  }),
}) satisfies z.ZodType<AppError>;

/** How many environments of a fan-out did what; the base of every "3 of 40 failed" sentence. */
export const fanOutCounts = z.strictObject({
  environments: z.int().nonnegative(),
  succeeded: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  cancelled: z.int().nonnegative(),
});
export type FanOutCounts = z.infer<typeof fanOutCounts>;

export const nothing = z.strictObject({});
