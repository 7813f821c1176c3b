import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  clientId,
  cloudId,
  instant,
  nothing,
  orgUrl,
  secret,
  secretMark,
  tenantId,
  workspaceId,
} from './schemas.ts';
import {
  COMING_CREDENTIALS,
  CONNECTION_GAPS,
  IMPORT_FORMATS,
  IMPORTED_PARTS,
  MERGED_CREDENTIALS,
  MERGES,
} from './words/portability.ts';

const importId = z.uuid();
/** A piece of a file or a pasted text, as base64. It may hold secrets, so it is one: 384 KiB at most. */
const piece = z
  .string()
  .max(512 * 1024)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .check(secretMark)
  .brand<'Secret'>();

/** Hands over a text piece by piece; the first piece has no id and gets one. A new text takes the place of the one before. */
export const put = call({
  name: 'portability.put',
  input: z.strictObject({ importId: importId.nullable(), piece }),
  output: z.strictObject({ importId, bytes: z.int().nonnegative() }),
});

const counted = z.int().nonnegative();

/** A connection as another tool wrote it down; never its secret. */
export const connectionRow = z.strictObject({
  index: counted,
  name: z.string(),
  /** Null when it signs in as a person, or nobody can tell as which app. */
  clientId: clientId.nullable(),
  tenantId: tenantId.nullable(),
  url: orgUrl.nullable(),
  cloud: cloudId.nullable(),
  credential: z.enum(COMING_CREDENTIALS),
  /** Of a certificate that stays where it is. */
  thumbprint: z.string().nullable(),
  gaps: z.array(z.enum(CONNECTION_GAPS)),
  /** The app that has this client id already. */
  knownAs: z.string().nullable(),
});
export type ConnectionRow = z.infer<typeof connectionRow>;

const mergedWorkspace = z.strictObject({
  name: z.string(),
  merge: z.enum(MERGES),
  /** The workspace here that it is joined with. */
  into: z.string().nullable(),
  environmentsAdded: counted,
  environmentsPresent: counted,
});

const mergedApp = z.strictObject({
  name: z.string(),
  clientId,
  merge: z.enum(MERGES),
  into: z.string().nullable(),
  /** What differs here and stays as it is here. */
  kept: z.array(z.enum(['name', 'home-tenant'])),
  credentials: z.array(
    z.strictObject({
      label: z.string(),
      kind: z.enum(['secret', 'certificate']),
      merge: z.enum(MERGED_CREDENTIALS),
    }),
  ),
});

/** What joining an export with what is here does, or did. */
const merge = z.strictObject({
  madeAt: instant,
  withSecrets: z.boolean(),
  workspaces: z.array(mergedWorkspace),
  apps: z.array(mergedApp),
});
export type Merge = z.infer<typeof merge>;

/**
 * Reads what was handed over and tells what it would bring; nothing is written. A sealed export needs its passphrase
 * (`import-passphrase-needed`).
 */
export const preview = call({
  name: 'portability.preview',
  input: z.strictObject({ importId, passphrase: secret.optional() }),
  output: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('connections'),
      format: z.enum(IMPORT_FORMATS),
      rows: z.array(connectionRow).max(5000),
      /** Entries that hold nothing that can be used. */
      unreadable: counted,
    }),
    z.strictObject({ kind: z.literal('export'), merge }),
  ]),
});

const importedRow = z.strictObject({
  index: counted,
  app: z.enum(IMPORTED_PARTS),
  credential: z.enum([...IMPORTED_PARTS, 'enter']),
  environment: z.enum(IMPORTED_PARTS),
  /** Why a part failed. */
  error: appErrorSchema.nullable(),
});
export type ImportedRow = z.infer<typeof importedRow>;

/** Brings connections of another tool into a workspace: apps, environments and what secrets came along. Overwrites nothing. */
export const importConnections = stream({
  name: 'portability.importConnections',
  input: z.strictObject({ importId, workspaceId, rows: z.array(counted).min(1).max(5000) }),
  event: importedRow,
  output: z.strictObject({
    apps: counted,
    environments: counted,
    secrets: counted,
    failed: counted,
    cancelled: counted,
  }),
});

/** Joins an export with what is here. Adds what is new; what is here stays as it is. */
export const importExport = call({
  name: 'portability.importExport',
  input: z.strictObject({ importId }),
  output: z.strictObject({ merge }),
});

/** Throws away what was handed over. */
export const forget = call({ name: 'portability.forget', input: nothing, output: nothing });

/**
 * Writes workspaces with their environments and apps to a file that the person chooses: readable and without secrets, or sealed with a
 * passphrase and with them. Sign-ins, tokens and the journal never leave.
 */
export const exportWorkspaces = call({
  name: 'portability.export',
  input: z.strictObject({
    /** Empty for all. */
    workspaceIds: z.array(workspaceId).max(2000),
    passphrase: secret.nullable(),
  }),
  output: z.strictObject({
    saved: z.boolean(),
    place: z.string().nullable(),
    workspaces: counted,
    environments: counted,
    apps: counted,
    secrets: counted,
    /** Credentials whose value could not be read and is not in the file. */
    leftOut: z.array(z.strictObject({ app: z.string(), label: z.string(), error: appErrorSchema })),
  }),
});
