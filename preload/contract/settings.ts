import { z } from 'zod';
import { call } from './define.ts';
import { nothing, workspaceId } from './schemas.ts';
import { GUIDES } from './words/guides.ts';
import { THEMES } from './words/status.ts';

/** Everything a person can set that is not a workspace, a profile or a secret. */
export const settingsSchema = z.strictObject({
  theme: z.enum(THEMES),
  navigationCollapsed: z.boolean(),
  /** The walkthrough that was chosen last, and whether its pane is shown. */
  guide: z.enum(GUIDES),
  guideShown: z.boolean(),
  /** Environments asked at the same time in a fan-out. */
  parallelEnvironments: z.int().min(1).max(64),
  /** Seconds one request may take. */
  requestTimeoutSeconds: z.int().min(5).max(300),
  /** Reminds of credentials that end: 60, 30, 7 and 1 days before, and at the end. */
  remindOfExpiry: z.boolean(),
  /** The workspace shown last. */
  lastWorkspace: workspaceId.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const get = call({ name: 'settings.get', input: nothing, output: settingsSchema });
export const update = call({
  name: 'settings.update',
  input: settingsSchema.partial(),
  output: settingsSchema,
});
export const dismissNotice = call({
  name: 'settings.dismissNotice',
  input: z.strictObject({ id: z.string().max(200) }),
  output: nothing,
});
