import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  appProfileId,
  clientId,
  credentialId,
  environmentId,
  fanOutCounts,
  instant,
  nothing,
  operationId,
  planId,
  rotationId,
  workspaceId,
} from './schemas.ts';
import { DEPTHS } from './words/depth.ts';
import { OPERATION_ENDS, STEP_KINDS, STEP_RISKS, STEP_STATES } from './words/status.ts';

/** Far more than anybody chooses by hand: the undo of a deletion asks for all that was lost, and the journal has to read it back. */
const MOST_NAMES = 1000;
const roleNames = z.array(z.string().min(1).max(100)).max(MOST_NAMES);
const profileNames = z.array(z.string().min(1).max(100)).max(MOST_NAMES).optional();
const teamNames = z.array(z.string().min(1).max(160)).max(MOST_NAMES).default([]);

/** A business unit as it is asked for over many environments: ids differ, the root and names do not. */
export const desiredUnitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('root') }),
  z.strictObject({ kind: z.literal('named'), name: z.string().min(1).max(160) }),
]);
export type DesiredUnit = z.infer<typeof desiredUnitSchema>;

/** What shall be true of one app in one environment; fields left out are left as they are. */
export const desiredStateSchema = z.strictObject({
  environmentId,
  clientId,
  /** True: the application user shall exist (adopted when it does). */
  ensureUser: z.boolean(),
  enabled: z.boolean().optional(),
  /** Null: where it is, and the root for a new one. Roles held are given again in the new business unit. */
  businessUnit: desiredUnitSchema.nullable().default(null),
  /** Role names to hold; the copy of the user's business unit is chosen. */
  addRoles: roleNames,
  removeRoles: roleNames,
  /** Teams of the environment by name. */
  addTeams: teamNames,
  removeTeams: teamNames,
  /** Column security profiles of the environment by name, held by the user itself; left out: as they are. */
  addProfiles: profileNames,
  removeProfiles: profileNames,
  /** `soft`: disabled and deleted, can still be told from one that never was; `permanent`: the row is gone. */
  delete: z.enum(['soft', 'permanent']).nullable().default(null),
  /** The team, by name, that is made the owner of what the user owns before it is deleted; absent: records stay as they are. */
  recordsTo: z.string().min(1).max(160).optional(),
  /** True: a soft-deleted row that blocks a new one is deleted for good first. */
  purgeTwin: z.boolean().default(false),
});
export type DesiredState = z.infer<typeof desiredStateSchema>;
/** The same as it may be written: what has a default may be left out. */
export type AskedState = z.input<typeof desiredStateSchema>;

const planStepSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(STEP_KINDS),
  /** The role, user, app or credential that the step is about, as a person names it. */
  subject: z.string(),
  before: z.string(),
  after: z.string(),
  risks: z.array(z.enum(STEP_RISKS)),
  /** What the service takes away with the step, by name, so that it can be given back; absent: nothing. */
  loses: z
    .strictObject({
      roles: z.array(z.string()),
      teams: z.array(z.string()),
      /** Column security profiles of a deleted user; absent: none. */
      profiles: z.array(z.string()).optional(),
      /** Where a deleted user was. */
      businessUnit: z.string().optional(),
    })
    .optional(),
  /** Privileges of a security role that the step changes; absent: the step is about something else. */
  privileges: z
    .array(z.strictObject({ name: z.string(), before: z.enum(DEPTHS), after: z.enum(DEPTHS) }))
    .optional(),
  /** What is said of a security role, which the step changes or takes away with it; absent: another step, or not known. */
  description: z.strictObject({ before: z.string(), after: z.string() }).optional(),
  /** Application users who hold the role that the step changes, by name; absent: none, or not known. */
  affects: z.array(z.string()).optional(),
  /** What the user that the step deletes owns, by table; null: it could not be read; absent: another step. */
  owns: z
    .strictObject({
      records: z.array(z.strictObject({ table: z.string(), count: z.int().positive() })),
      /** Tables that could not be counted. */
      unread: z.int().nonnegative(),
    })
    .nullable()
    .optional(),
  /** Who is in the team that the step gives a role or takes one from; absent: another step, or not known. */
  reaches: z.strictObject({ apps: z.array(z.string()), people: z.int().nonnegative() }).optional(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

/** The plan for one app in one environment: nothing to do, steps to do, or a reason why it cannot be planned. */
export const plannedEnvironmentSchema = z.strictObject({
  environmentId,
  environmentName: z.string(),
  production: z.boolean(),
  /** Null: the plan is about a security role, which `appName` names. */
  clientId: clientId.nullable(),
  appName: z.string(),
  steps: z.array(planStepSchema),
  /** Privileges, by name, that the steps need and the person who plans them does not have there, with depth and business unit where it has less; absent: none, or not known. */
  lacks: z.array(z.string()).readonly().optional(),
  /** Privileges of the original of a cloned role that this environment does not have, by name; absent: none. */
  leftOut: z.array(z.string()).readonly().optional(),
  problem: appErrorSchema.nullable(),
});
export type PlannedEnvironment = z.infer<typeof plannedEnvironmentSchema>;

/** The steps of a plan in the workspace's tenant and on this machine. */
export const plannedTenantSchema = z.strictObject({
  tenantName: z.string(),
  appName: z.string(),
  /** Null: the app does not exist yet. */
  clientId: clientId.nullable(),
  /** Profile and credential that the plan makes or changes, by the ids they have or will have. */
  appProfileId: appProfileId.nullable(),
  credentialId: credentialId.nullable(),
  rotationId: rotationId.nullable(),
  /** Before anything in an environment. */
  first: z.array(planStepSchema),
  /** After every environment has succeeded. */
  last: z.array(planStepSchema),
});
export type PlannedTenant = z.infer<typeof plannedTenantSchema>;

export const planSchema = z.strictObject({
  id: planId,
  /** Apply repeats it, so that what was previewed is what is done. */
  digest: z.string(),
  workspaceId,
  madeAt: instant,
  /** Null when only environments change; plans written before tenants could be changed have none. */
  tenant: plannedTenantSchema.nullable().default(null),
  environments: z.array(plannedEnvironmentSchema),
  /** Names that must be typed before apply. */
  confirmations: z.array(z.string()),
});
export type Plan = z.infer<typeof planSchema>;

/** Reads the environments and works out the steps; changes nothing. An event per environment read. */
export const plan = stream({
  name: 'fleet.plan',
  input: z.strictObject({ workspaceId, desired: z.array(desiredStateSchema).min(1).max(4000) }),
  event: plannedEnvironmentSchema,
  output: planSchema,
});

/**
 * Plans an earlier operation's environments again: what is left of it, or its opposite. It reads what is so now, so that
 * an interrupted operation is reconciled in this way. `not-available-here` for operations of a tenant.
 */
export const planAgain = stream({
  name: 'fleet.planAgain',
  input: z.strictObject({ workspaceId, operationId, what: z.enum(['continue', 'undo']) }),
  event: plannedEnvironmentSchema,
  output: planSchema,
});

export const stepProgressSchema = z.strictObject({
  /** Null: a step in the tenant or on this machine. */
  environmentId: environmentId.nullable(),
  stepId: z.string(),
  state: z.enum(STEP_STATES),
  error: appErrorSchema.nullable(),
});
export type StepProgress = z.infer<typeof stepProgressSchema>;

/** Roles that a move has taken and that could not be given back, by name: Continue gives them. */
const rolesMissing = z.array(z.string());

/**
 * Applies a plan that main issued, journals every step before and after, and verifies. Cancel stops before the next step; roles that a
 * move has taken are given back first.
 */
export const apply = stream({
  name: 'fleet.apply',
  input: z.strictObject({ planId, digest: z.string(), confirmations: z.array(z.string()).max(2000) }),
  event: stepProgressSchema,
  output: z.strictObject({
    operationId,
    state: z.enum(OPERATION_ENDS),
    /** Of environments alone. */
    counts: fanOutCounts,
    /** Where each step stands after a cancel, because no event comes after one; empty otherwise. */
    afterCancel: z.array(stepProgressSchema),
    /** Apps that stand without roles that they had before and were to have again. */
    withoutRoles: z.array(
      z.strictObject({ environmentName: z.string(), appName: z.string(), roles: rolesMissing }),
    ),
  }),
});

const operationSummarySchema = z.strictObject({
  id: operationId,
  workspaceId,
  title: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** `interrupted`: the console ended before the operation did. */
  state: z.enum(['running', ...OPERATION_ENDS, 'interrupted']),
  /** The rotation that it is a part of. */
  rotationId: rotationId.nullable(),
  acknowledged: z.boolean(),
  counts: z.strictObject({
    total: z.int().nonnegative(),
    done: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    notDone: z.int().nonnegative(),
    unrecorded: z.int().nonnegative(),
  }),
  /** Environments in which nothing could be planned, so that no step speaks of them. */
  notPlanned: z.int().nonnegative(),
});
export type OperationSummary = z.infer<typeof operationSummarySchema>;

export const operations = call({
  name: 'fleet.operations',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ operations: z.array(operationSummarySchema) }),
});

const toldStepSchema = planStepSchema.extend({
  state: z.enum(STEP_STATES),
  error: appErrorSchema.nullable(),
});

/** One operation, step by step, as the journal tells it. */
export const operation = call({
  name: 'fleet.operation',
  input: z.strictObject({ workspaceId, operationId }),
  output: z.strictObject({
    summary: operationSummarySchema,
    tenant: z
      .strictObject({
        tenantName: z.string(),
        appName: z.string(),
        first: z.array(toldStepSchema),
        last: z.array(toldStepSchema),
      })
      .nullable(),
    environments: z.array(
      z.strictObject({
        environmentId,
        environmentName: z.string(),
        /** Null: a security role was changed, which `appName` names. */
        clientId: clientId.nullable(),
        appName: z.string(),
        steps: z.array(toldStepSchema),
        /** Why nothing could be planned there; null: it could. */
        problem: appErrorSchema.nullable(),
        rolesMissing,
      }),
    ),
    /** What can be planned of it once more. */
    may: z.strictObject({ continue: z.boolean(), undo: z.boolean() }),
  }),
});
export type OperationDetail = z.infer<typeof operation.output>;

/** The person has seen an interrupted operation; it leaves Home. */
export const acknowledge = call({
  name: 'fleet.acknowledge',
  input: z.strictObject({ workspaceId, operationId }),
  output: nothing,
});

const auditRowSchema = z.strictObject({
  at: instant,
  /** As the environment names it, in the language of whoever asks. */
  action: z.string(),
  /** Who did it there, as the environment names them. */
  by: z.string(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** What an environment's own audit log says about an app's user since an operation began; asked only when a person wants it. */
export const audit = call({
  name: 'fleet.audit',
  input: z.strictObject({ workspaceId, operationId, environmentId, clientId }),
  output: z.strictObject({ rows: z.array(auditRowSchema) }),
});
