import { z } from 'zod';
import { call, stream } from './define.ts';
import { desiredUnitSchema } from './fleet.ts';
import { appErrorSchema, clientId, environmentId, instant, nothing, orgUrl, workspaceId } from './schemas.ts';
import { BASELINE_EXPORTS, BASELINE_FAULTS, DRIFT_KINDS, LONGEST_BASELINE } from './words/baseline.ts';

const counted = z.int().nonnegative();
const text = z.string().max(LONGEST_BASELINE);

const faultSchema = z.strictObject({
  kind: z.enum(BASELINE_FAULTS),
  line: z.int().positive(),
  column: z.int().positive(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
});

/** What putting a difference right asks of the planner; left out: nothing. */
const changeSchema = z.strictObject({
  ensureUser: z.boolean().optional(),
  enabled: z.boolean().optional(),
  businessUnit: desiredUnitSchema.optional(),
  addRoles: z.array(z.string()).optional(),
  removeRoles: z.array(z.string()).optional(),
  addTeams: z.array(z.string()).optional(),
  removeTeams: z.array(z.string()).optional(),
  addProfiles: z.array(z.string()).optional(),
  removeProfiles: z.array(z.string()).optional(),
  delete: z.literal('soft').optional(),
  purgeTwin: z.boolean().optional(),
});

/** One difference between an application user and its baseline. */
const findingSchema = z.strictObject({
  kind: z.enum(DRIFT_KINDS),
  /** The role, team, column security profile or business unit that it is about; empty when it is about the user as such. */
  subject: z.string(),
  actual: z.string(),
  /** Null: a plan cannot put it right. */
  change: changeSchema.nullable(),
});
export type DriftFinding = z.infer<typeof findingSchema>;

const appDriftSchema = z.strictObject({ clientId, appName: z.string(), findings: z.array(findingSchema) });
export type AppDrift = z.infer<typeof appDriftSchema>;

/** How one environment of a baseline compares with it. */
const environmentDriftSchema = z.strictObject({
  url: orgUrl,
  /** Null: the workspace does not know it. */
  environmentId: environmentId.nullable(),
  environmentName: z.string(),
  state: z.enum(['same', 'drifted', 'failed', 'unknown']),
  /** Apps that the baseline speaks of there. */
  compared: counted,
  /** Those that differ, and application users that it does not speak of. */
  apps: z.array(appDriftSchema),
  error: appErrorSchema.nullable(),
});
export type EnvironmentDrift = z.infer<typeof environmentDriftSchema>;

const comparisonSchema = z.strictObject({
  at: instant,
  same: counted,
  drifted: counted,
  failed: counted,
  unknown: counted,
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** A comparison with all of its differences, as it is kept. */
export const keptComparisonSchema = z.strictObject({
  summary: comparisonSchema,
  environments: z.array(environmentDriftSchema),
});

const keptSchema = z.strictObject({
  text,
  /** Of the file that it came from, or what it was written from. */
  name: z.string(),
  keptAt: instant,
  apps: counted,
  environments: counted,
  /** Of this text; null until it was compared. */
  last: keptComparisonSchema.nullable(),
});
export type KeptBaseline = z.infer<typeof keptSchema>;

/** The workspace's baseline and what its last comparison found. */
export const get = call({
  name: 'baseline.get',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ kept: keptSchema.nullable() }),
});

/** Reads a text as a baseline; keeps nothing. */
export const check = call({
  name: 'baseline.check',
  input: z.strictObject({ text }),
  output: z.strictObject({ faults: z.array(faultSchema), apps: counted, environments: counted }),
});

/** Makes a text the workspace's baseline. With faults it is not kept, and the one before stays. */
export const keep = call({
  name: 'baseline.keep',
  input: z.strictObject({ workspaceId, text, name: z.string().max(200) }),
  output: z.strictObject({ faults: z.array(faultSchema), kept: keptSchema.nullable() }),
});

export const forget = call({
  name: 'baseline.forget',
  input: z.strictObject({ workspaceId }),
  output: nothing,
});

/** Writes a baseline from what is so in environments (empty list: all of the workspace); keeps nothing. */
export const write = stream({
  name: 'baseline.write',
  input: z.strictObject({ workspaceId, environmentIds: z.array(environmentId).max(2000) }),
  event: z.strictObject({ environmentId, error: appErrorSchema.nullable() }),
  output: z.strictObject({
    text: z.string(),
    apps: counted,
    environments: counted,
    failed: counted,
    cancelled: counted,
    /** Application users that are not in it: the platform's own, soft-deleted ones, apps with several rows. */
    leftOut: z.strictObject({ platform: counted, softDeleted: counted, ambiguous: counted }),
  }),
});

/**
 * Compares the workspace's baseline with its environments (empty list: all that it names); an event per environment. What was found is
 * kept unless it was cancelled. With a `text` of its own, that one is compared and nothing is kept.
 */
export const compare = stream({
  name: 'baseline.compare',
  input: z.strictObject({
    workspaceId,
    environmentIds: z.array(environmentId).max(2000),
    text: text.optional(),
  }),
  event: environmentDriftSchema,
  output: comparisonSchema.extend({ cancelled: counted }),
});

/** How one application user stands, in names that mean the same in other environments: what a copy of it would be. */
export const standing = call({
  name: 'baseline.standing',
  input: z.strictObject({ workspaceId, environmentId, clientId }),
  output: z.strictObject({
    enabled: z.boolean(),
    /** Null: it has none. */
    businessUnit: desiredUnitSchema.nullable(),
    businessUnitName: z.string(),
    /** Held directly. */
    roles: z.array(z.string()),
    /** Owner and access teams, without the default team of its business unit. */
    teams: z.array(z.string()),
    /** Column security profiles, held directly; none when they could not be read. */
    profiles: z.array(z.string()),
  }),
});
export type Standing = z.infer<typeof standing.output>;

/** The workspace's baseline as a script of another tool; without a secret. */
export const exportScript = call({
  name: 'baseline.export',
  input: z.strictObject({ workspaceId, format: z.enum(BASELINE_EXPORTS) }),
  output: z.strictObject({ text: z.string(), suggestedName: z.string() }),
});
