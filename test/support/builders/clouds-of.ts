import type { CloudRow } from '../../../main/clouds/cloud-row.ts';
import { createClouds } from '../../../main/clouds/clouds.ts';
import type { Clouds } from '../../../main/clouds/clouds.ts';

/** The console's own clouds, with custom rows and workspaces where a test is about them; rows live in memory. */
export const cloudsOf = (
  more: Partial<Omit<Parameters<typeof createClouds>[0], 'custom'>> & {
    readonly custom?: readonly CloudRow[];
  } = {},
): Clouds => {
  let custom = more.custom ?? [];
  return createClouds({
    demoOrigins: more.demoOrigins ?? [],
    workspaces: more.workspaces ?? (() => []),
    custom: {
      get: () => custom,
      update: (change) => {
        custom = change(custom);
      },
    },
  });
};
