import { portabilityAnswers } from './portability-answers.ts';
import type { PortabilityRooms } from './portability-answers.ts';
import { vaultAnswers } from './vault-answers.ts';
import type { VaultRooms } from './vault-answers.ts';
import type { ConsoleHost } from './console-host.ts';

/** Answers what concerns everything that is kept: how the vault is, and what goes out of the console and comes in. */
export const keepingAnswers = (host: ConsoleHost, rooms: VaultRooms & PortabilityRooms) => ({
  ...vaultAnswers(host, rooms),
  ...portabilityAnswers(host, rooms),
});
