import type { DemoCloud } from '../../../../emulator/index.ts';
import { fleetRig } from './fleet-rig.ts';
import type { RigOptions } from './fleet-rig.ts';
import { inFolder, withJournal } from './journal-folder.ts';
import { memoryVault } from './memory-vault.ts';

/** A fleet over the demo cloud, as an administrator of Contoso has it. */
export type Rig = ReturnType<typeof fleetRig>;

/** Works with a fleet over a running demo cloud, with a journal of its own that is gone afterwards. */
export const onDemoCloud = (
  cloud: DemoCloud,
  options: Partial<RigOptions>,
  work: (rig: Rig) => Promise<void>,
): Promise<void> =>
  inFolder((path) =>
    withJournal(path, memoryVault(), (journal) =>
      work(
        fleetRig({
          cloud: cloud.description,
          journal,
          account: 'adele.admin@contoso.demo.test',
          ...options,
        }),
      ),
    ),
  );
