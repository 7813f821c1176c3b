import { z } from 'zod';
import type { ExportedRole } from './dataverse/environment-seed.ts';
import { verbs } from './dataverse/schema/table.ts';
import { readLimits } from './gateway/request-limit.ts';
import { readRules } from './scenario/rules.ts';
import { microsoftCloudNames } from './server/microsoft-clouds.ts';
import type { DemoCloudOptions, DemoCloudSeed } from './options.ts';

/** `demo` or `large:<environments>x<users>[x<application users>]`; `null` for anything else. */
export function readSeed(text: string): DemoCloudSeed | null {
  if (text === 'demo') {
    return 'demo';
  }
  const [, environments, users, applications = '0'] =
    /^large:([1-9]\d{0,3})x(\d{1,5})(?:x(\d{1,5}))?$/.exec(text) ?? [];
  return environments === undefined || users === undefined
    ? null
    : {
        environments: Number(environments),
        usersPerEnvironment: Number(users),
        applicationsPerEnvironment: Number(applications),
      };
}

const count = z.int().nonnegative();

const exportedRoles = z.array(
  z.object({
    name: z.string().min(1).max(100),
    roleId: z.guid().exactOptional(),
    roleTemplateId: z.guid().exactOptional(),
    grants: z.array(
      z.tuple([
        z.string().regex(/^\w{1,100}$/),
        z.enum(verbs),
        z.enum(['Basic', 'Local', 'Deep', 'Global']),
        z.string().regex(/^b?l?d?g?$/),
      ]),
    ),
  }),
);

/** Roles of a file, as `--roles` takes them; throws on anything else. */
export function readRoles(text: string): readonly ExportedRole[] {
  const read = exportedRoles.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`Roles: ${z.prettifyError(read.error)}`);
  return read.data;
}

/** Options as they come from another thread; throws on anything that they cannot be. */
export function readOptions(value: unknown): DemoCloudOptions {
  const options = z.strictObject({
    seed: z
      .union([
        z.literal('demo'),
        z.strictObject({
          environments: count,
          usersPerEnvironment: count,
          applicationsPerEnvironment: count.exactOptional(),
        }),
      ])
      .exactOptional(),
    cloud: z.enum(microsoftCloudNames).exactOptional(),
    port: count.exactOptional(),
    https: z.boolean().exactOptional(),
    proxy: z.boolean().exactOptional(),
    lagSeconds: z.number().nonnegative().exactOptional(),
    credentialLagMilliseconds: z.number().nonnegative().exactOptional(),
    objectLagMilliseconds: z.number().nonnegative().exactOptional(),
    deviceCodes: z.strictObject({ lifetimeSeconds: count, intervalSeconds: count }).exactOptional(),
    limits: z.record(z.string(), z.number()).exactOptional(),
    control: z.boolean().exactOptional(),
    managedIdentities: z.boolean().exactOptional(),
    arcTokens: z.string().exactOptional(),
    roles: exportedRoles.exactOptional(),
    rules: z.record(z.string(), z.string()).exactOptional(),
  });
  const read = options.safeParse(value ?? {});
  if (!read.success) {
    throw new Error(`Options of the demo cloud: ${z.prettifyError(read.error)}`);
  }
  const { rules, limits = {}, ...others } = read.data;
  const chosen = rules === undefined ? {} : readRules(rules);
  if (chosen === null) {
    throw new Error('Options of the demo cloud: no such rule, or no such value of it');
  }
  const limited = readLimits(limits);
  if (limited === null) {
    throw new Error('Options of the demo cloud: no such limit');
  }
  return { ...others, rules: chosen, limits: limited };
}
