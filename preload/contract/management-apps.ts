import { z } from 'zod';
import { call } from './define.ts';
import { appErrorSchema, appProfileId, clientId, workspaceId } from './schemas.ts';

const managementAppSchema = z.strictObject({
  clientId,
  /** As our app profile or the directory calls it; null when nobody knows it. */
  name: z.string().nullable(),
  /** Our record of it, when there is one in this workspace. */
  appProfileId: appProfileId.nullable(),
  /** `gone`: the directory has no service principal of it; `not-asked`: nobody could be asked. */
  inDirectory: z.enum(['there', 'disabled', 'gone', 'not-asked']),
});
export type ManagementApp = z.infer<typeof managementAppSchema>;

/**
 * Apps that administer every environment of the workspace's tenant (adminApplications of the Power Platform admin API), and apps of
 * the workspace that do not.
 */
export const list = call({
  name: 'managementApps.list',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({
    apps: z.array(managementAppSchema),
    /** Why the directory could not say more of some of them; null when it was asked about all. */
    directory: appErrorSchema.nullable(),
    others: z.array(z.strictObject({ appProfileId, clientId, name: z.string() })),
  }),
});
