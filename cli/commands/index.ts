import { applyAppUsers, listAppUsers, planAppUsers } from './app-users.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { emulator } from './emulator.ts';
import { explain } from './explain.ts';
import { apps, environments } from './lists.ts';
import { query, whoami } from './query.ts';
import { effectiveRoles } from './roles.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  doctor,
  whoami,
  query,
  listAppUsers,
  planAppUsers,
  applyAppUsers,
  effectiveRoles,
  explain,
  environments,
  apps,
  emulator,
];
