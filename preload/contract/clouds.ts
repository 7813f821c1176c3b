import { z } from 'zod';
import { call } from './define.ts';
import { cloudId, nothing, orgUrl } from './schemas.ts';

/** One cloud = one row of hosts, each an https origin (see `words/cloud-hosts.ts`). */
export const cloudSchema = z.strictObject({
  id: cloudId,
  name: z.string(),
  authority: z.url(),
  portal: z.url().nullable(),
  graph: z.url(),
  discovery: z.url(),
  admin: z.url(),
  adminResource: z.url(),
  powerApps: z.url().nullable(),
  powerPlatform: z.url().nullable(),
  adminCenter: z.url().nullable(),
  maker: z.url().nullable(),
  /** Host endings of environments, e.g. `.dynamics.com`. */
  environmentSuffixes: z.array(z.string()),
  /** What `pac auth create --cloud` calls it; null when it has no name there. */
  pacName: z.string().nullable(),
});
export type Cloud = z.infer<typeof cloudSchema>;

export const list = call({
  name: 'clouds.list',
  input: nothing,
  output: z.strictObject({ clouds: z.array(cloudSchema) }),
});

const typed = z.string().max(300);

/** Adds a custom cloud (`id` null) or changes one; `cloud-invalid` names the field. Clouds that ship never change. */
export const save = call({
  name: 'clouds.save',
  input: z.strictObject({
    id: cloudId.nullable(),
    name: typed,
    authority: typed,
    portal: typed,
    graph: typed,
    discovery: typed,
    admin: typed,
    adminResource: typed,
    powerApps: typed,
    powerPlatform: typed,
    adminCenter: typed,
    maker: typed,
    environmentSuffixes: z.array(typed).max(20),
    pacName: typed,
  }),
  output: cloudSchema,
});

/** Removes a custom cloud; `cloud-in-use` while a workspace is in it. */
export const remove = call({
  name: 'clouds.remove',
  input: z.strictObject({ id: cloudId }),
  output: nothing,
});

/** Reads whatever a person pastes for an environment and says what it is. */
export const understand = call({
  name: 'clouds.understand',
  input: z.strictObject({ text: z.string().max(4096) }),
  output: z.strictObject({ url: orgUrl, cloud: cloudId.nullable(), region: z.string().nullable() }),
});
