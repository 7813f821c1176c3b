import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  appProfileId,
  clientId,
  instant,
  personName,
  tenantId,
  workspaceId,
} from './schemas.ts';
import { CONSENT_FORMS, CONSENT_STATUSES, CONSENT_VERDICTS } from './words/consent.ts';
import { WORKSPACE_COLOURS } from './words/status.ts';

const form = z.enum(CONSENT_FORMS);

const consentStateSchema = z.strictObject({
  status: z.enum(CONSENT_STATUSES),
  /** The link that was made last. */
  asked: z.strictObject({ at: instant, form }).nullable(),
  /** When the administrator said no, if that was the last answer. */
  declinedAt: instant.nullable(),
  /** The last token request that was made to find out, with what it said. */
  checked: z
    .strictObject({ at: instant, verdict: z.enum(CONSENT_VERDICTS), error: appErrorSchema.nullable() })
    .nullable(),
});
export type ConsentState = z.infer<typeof consentStateSchema>;

/** One app in one client tenant. */
export const consentRowSchema = z.strictObject({
  appProfileId,
  appName: personName,
  clientId,
  homeTenantId: tenantId.nullable(),
  /** The workspace whose tenant is asked. */
  workspaceId,
  workspaceName: personName,
  colour: z.enum(WORKSPACE_COLOURS),
  tenantId: tenantId.nullable(),
  /** True where the app is registered: nobody has to consent there. */
  home: z.boolean(),
  /** Without a credential nothing can be verified. */
  hasCredential: z.boolean(),
  state: consentStateSchema,
});
export type ConsentRow = z.infer<typeof consentRowSchema>;

/**
 * The apps of a workspace, each with the tenants where it is used: all of them when the workspace is the app's home, else this
 * workspace's tenant alone. `clients` are the workspaces whose administrators can be asked from here.
 */
export const list = call({
  name: 'consent.list',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({
    rows: z.array(consentRowSchema),
    clients: z.array(
      z.strictObject({
        workspaceId,
        name: personName,
        colour: z.enum(WORKSPACE_COLOURS),
        tenantId: tenantId.nullable(),
      }),
    ),
  }),
});

/** Which app asks which tenant, and how. `workspaceId` is where the person is. */
const requestSchema = z.strictObject({
  workspaceId,
  appProfileId,
  clientWorkspaceId: workspaceId,
  form,
  /** `organizations`: the tenant is that of whoever signs in. */
  authority: z.enum(['tenant', 'organizations']),
});

const linkSchema = z.strictObject({ url: z.url() });

/** Makes a link to send away. The answer goes to a registered address of the app, or (v1) to none that the console names. */
export const ask = call({
  name: 'consent.ask',
  input: requestSchema.extend({ redirectUri: z.string().min(1).max(256).nullable() }),
  output: linkSchema,
});

const waiting = z.strictObject({ kind: z.literal('waiting'), url: z.url(), until: instant });
const checking = z.strictObject({ kind: z.literal('checking'), attempt: z.int().positive() });

/** Makes a link and waits on this computer for its answer, then verifies it. Cancel stops waiting. */
export const listen = stream({
  name: 'consent.listen',
  input: requestSchema,
  event: z.discriminatedUnion('kind', [waiting, checking]),
  output: consentRowSchema,
});

/** Takes the address at which the administrator's browser ended, then verifies what it says. */
export const answer = stream({
  name: 'consent.answer',
  input: z.strictObject({
    workspaceId,
    appProfileId,
    clientWorkspaceId: workspaceId,
    address: z.string().min(1).max(8192),
  }),
  event: checking,
  output: consentRowSchema,
});

/** Asks for a token per app and tenant and notes what it tells; an event each. */
export const check = stream({
  name: 'consent.check',
  input: z.strictObject({
    workspaceId,
    items: z
      .array(z.strictObject({ appProfileId, clientWorkspaceId: workspaceId }))
      .min(1)
      .max(2000),
  }),
  event: consentRowSchema,
  output: z.strictObject({ checked: z.int().nonnegative(), of: z.int().nonnegative() }),
});
