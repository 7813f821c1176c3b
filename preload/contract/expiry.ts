import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  appProfileId,
  clientId,
  credentialId,
  instant,
  nothing,
  workspaceId,
} from './schemas.ts';
import { EXPIRY_STATES } from './words/expiry.ts';

/** Names a credential over restarts: ours by its own id, one that only the directory knows by client id and key id. */
const rowId = z.string().regex(/^(own|entra):[0-9a-f:-]{36,80}$/);

const snooze = z.strictObject({ until: instant, note: z.string().max(200) });

/** Whom to call about an app: an owner of its registration. */
const owner = z.strictObject({ name: z.string(), mail: z.string().nullable() });

/** One credential and when it ends. How near that is depends on the moment and is worked out where it is shown (`words/expiry`). */
export const expiryRowSchema = z.strictObject({
  id: rowId,
  appProfileId,
  appName: z.string(),
  clientId,
  /** Workspaces in which the app is used. */
  workspaces: z.array(workspaceId),
  kind: z.enum(['secret', 'certificate']),
  label: z.string(),
  /** SHA-1 thumbprint of a certificate in upper-case hex, or the first characters of a secret as Entra shows them; null when not known. */
  mark: z.string().nullable(),
  /** Entra's key id, where it is known. */
  keyId: z.guid().nullable(),
  /** Ours: where it is kept. `elsewhere`: only the directory knows it. */
  held: z.enum(['keychain', 'session', 'missing', 'elsewhere']),
  /** The credential of ours; null when it is held elsewhere. */
  credentialId: credentialId.nullable(),
  expiresOn: instant.nullable(),
  /** Where the end is known from; null while it is not known. */
  endSaidBy: z.enum(['entra', 'certificate', 'person']).nullable(),
  owners: z.array(owner),
  snoozed: snooze.nullable(),
  /** The directory of its own tenant was asked and has no app registration with this client id: its credentials open nothing. */
  unregistered: z.boolean(),
  demo: z.boolean(),
});
export type ExpiryRow = z.infer<typeof expiryRowSchema>;

/** How a workspace's directory stands: whether it was asked, when, and why not. */
const expiryPlaceSchema = z.strictObject({
  kind: z.literal('workspace'),
  workspaceId,
  /** `known`: what is shown was read before; `nothing-to-ask`: no app registration of it can live there. */
  state: z.enum(['known', 'never-asked', 'nothing-to-ask', 'asking', 'answered', 'failed']),
  /** When the directory last answered. */
  asOf: instant.nullable(),
  error: appErrorSchema.nullable(),
});
export type ExpiryPlace = z.infer<typeof expiryPlaceSchema>;

/**
 * The credentials of every app over all workspaces, read-only. What is known comes first; then the directories of the asked workspaces
 * answer one by one. An empty list asks none.
 */
export const list = stream({
  name: 'expiry.list',
  input: z.strictObject({ ask: z.union([z.literal('all'), z.array(workspaceId).max(1000)]) }),
  event: z.discriminatedUnion('kind', [
    /** Takes the place of all rows of these apps. */
    z.strictObject({
      kind: z.literal('rows'),
      clientIds: z.array(clientId).max(2000),
      rows: z.array(expiryRowSchema).max(2000),
    }),
    expiryPlaceSchema,
  ]),
  output: z.strictObject({ asked: z.int().nonnegative(), failed: z.int().nonnegative() }),
});

/** What needs attention: counts, and the most urgent ones. Asks no directory. `workspaceId` null: all workspaces. */
export const summary = call({
  name: 'expiry.summary',
  input: z.strictObject({ workspaceId: workspaceId.nullable() }),
  output: z.strictObject({
    /** Credentials by state; snoozed ones are counted apart. */
    counts: z.record(z.enum(EXPIRY_STATES), z.int().nonnegative()),
    snoozed: z.int().nonnegative(),
    /** At most eight: expired, or ending within 30 days, and not snoozed; most urgent first. */
    urgent: z.array(expiryRowSchema).max(8),
  }),
});
export type ExpirySummary = z.infer<typeof summary.output>;

/** Says nothing more of these credentials until a moment, with a note for whoever looks; `until` null ends it. */
export const snoozeRows = call({
  name: 'expiry.snooze',
  input: z.strictObject({
    ids: z.array(rowId).min(1).max(2000),
    until: instant.nullable(),
    note: z.string().max(200),
  }),
  output: z.strictObject({ changed: z.int().nonnegative() }),
});

/** Writes the ends of these credentials to a calendar file (RFC 5545) that the person chooses. */
export const saveCalendar = call({
  name: 'expiry.saveCalendar',
  input: z.strictObject({ ids: z.array(rowId).min(1).max(10_000) }),
  output: z.strictObject({
    saved: z.boolean(),
    place: z.string().nullable(),
    /** Those whose end is not known are left out. */
    entries: z.int().nonnegative(),
  }),
});

/** How many credentials a reminder speaks of, by the threshold that they passed, and the first of them. */
const expiryReminder = z.strictObject({
  expired: z.int().nonnegative(),
  day: z.int().nonnegative(),
  week: z.int().nonnegative(),
  month: z.int().nonnegative(),
  twoMonths: z.int().nonnegative(),
  first: z.strictObject({ id: rowId, appName: z.string(), label: z.string(), days: z.int() }),
  /** When the directory that was asked longest ago last answered; null when all have answered now. */
  asOf: instant.nullable(),
});
export type ExpiryReminder = z.infer<typeof expiryReminder>;

/** Runs as long as the page: hears of each reminder, and when the person clicked one of the desktop's. */
export const reminders = stream({
  name: 'expiry.reminders',
  input: nothing,
  event: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('due'),
      reminder: expiryReminder,
      /** `window`: the desktop showed nothing, the page must. */
      shownBy: z.enum(['desktop', 'window']),
    }),
    z.strictObject({ kind: z.literal('open') }),
  ]),
  output: nothing,
});
