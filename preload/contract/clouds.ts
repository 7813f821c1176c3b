import { z } from 'zod';
import { call } from './define.ts';
import { cloudId, nothing, orgUrl } from './schemas.ts';

/** One cloud = one row of hosts (Microsoft Learn: authentication-national-cloud, discovery-service). */
const cloudSchema = z.strictObject({
  id: cloudId,
  name: z.string(),
  authority: z.url(),
  graph: z.url(),
  discovery: z.url(),
  admin: z.url(),
  /** Host endings of environments, e.g. `.dynamics.com`. */
  environmentSuffixes: z.array(z.string()),
});
export type Cloud = z.infer<typeof cloudSchema>;

export const list = call({
  name: 'clouds.list',
  input: nothing,
  output: z.strictObject({ clouds: z.array(cloudSchema) }),
});

/** Reads whatever a person pastes for an environment and says what it is. */
export const understand = call({
  name: 'clouds.understand',
  input: z.strictObject({ text: z.string().max(4096) }),
  output: z.strictObject({ url: orgUrl, cloud: cloudId.nullable(), region: z.string().nullable() }),
});
