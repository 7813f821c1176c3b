import { z } from 'zod';
import { call } from './define.ts';
import {
  appErrorSchema,
  appProfileId,
  credentialId,
  environmentId,
  instant,
  workspaceId,
} from './schemas.ts';

/** What became of the last request for a token of an app in one environment; never the token or its signature. */
const tokenRecordSchema = z.strictObject({
  environmentId,
  credentialId,
  /** When it came or was refused. */
  at: instant,
  expiresOn: instant.nullable(),
  /** Null for a refusal, and for a token that cannot be read. */
  content: z
    .strictObject({
      header: z.strictObject({ alg: z.string(), kid: z.string(), typ: z.string() }),
      /** Values as text; lists and objects are JSON. */
      claims: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    })
    .nullable(),
  refusal: appErrorSchema.nullable(),
});
export type TokenRecord = z.infer<typeof tokenRecordSchema>;

/** How far this computer's clock is ahead of the services', from answers already seen; null when there was none. */
const clockAheadSeconds = z.int().nullable();

/** The last token, or the last refusal, per environment and credential of an app in this session. */
export const list = call({
  name: 'tokens.list',
  input: z.strictObject({ workspaceId, appProfileId }),
  output: z.strictObject({ tokens: z.array(tokenRecordSchema), clockAheadSeconds }),
});

/** Asks for a token anew, whatever is in hand; a refusal is told in the record. Cancel the call to stop waiting. */
export const request = call({
  name: 'tokens.request',
  input: z.strictObject({ workspaceId, appProfileId, credentialId, environmentId }),
  output: tokenRecordSchema,
});
