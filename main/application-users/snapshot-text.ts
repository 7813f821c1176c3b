import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { applicationUserSchema } from '../../preload/contract/application-users.ts';
import { environmentId, instant, systemUserId } from '../../preload/contract/schemas.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';

/** How the vault's references of inventories begin; the workspace's id follows. */
export const INVENTORY_SNAPSHOT = 'inventory-';
export const snapshotReference = (workspaceId: WorkspaceId): string => `${INVENTORY_SNAPSHOT}${workspaceId}`;

const userSchema = applicationUserSchema.omit({ environmentId: true });

const environmentSchema = z.strictObject({
  environmentId,
  /** When it was read completely. */
  asOf: instant,
  users: z.array(userSchema).readonly(),
  /** The moment that differences are told from. */
  seenAt: instant,
  /** What was different then: those users as they were, null for those that were not there. */
  before: z.array(z.strictObject({ systemUserId, user: userSchema.nullable() })).readonly(),
});
/** What is known of the application users of one environment, now and when a person last looked. */
export type KeptEnvironment = Readonly<z.infer<typeof environmentSchema>>;

const snapshotSchema = z.strictObject({ version: z.literal(1), environments: z.array(environmentSchema) });

/** Environments put into text at one go: a few milliseconds, after which others have their turn. */
const AT_ONCE = 5;

/** The text that the vault keeps of a workspace. */
export const snapshotText = async (environments: readonly KeptEnvironment[]): Promise<string> => {
  const parts: string[] = [];
  for (let from = 0; from < environments.length; from += AT_ONCE) {
    await setImmediate();
    parts.push(...environments.slice(from, from + AT_ONCE).map((one) => JSON.stringify(one)));
  }
  return `{"version":1,"environments":[${parts.join(',')}]}`;
};

/** What such a text says. One of another version says nothing: everything in it can be read again. */
export const readSnapshotText = (text: string): readonly KeptEnvironment[] => {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data?.environments ?? [];
  } catch {
    return [];
  }
};
