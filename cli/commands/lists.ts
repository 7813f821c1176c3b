import { chooseEnvironments } from '../choose/app-and-environments.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../output/table.ts';
import type { Command } from './command.ts';
import { CONSOLE_OPTIONS } from './options.ts';
import { refuse } from './refuse.ts';

/** `environments`: what the workspace knows. */
export const environments: Command = {
  name: 'environments',
  summary: 'List the environments of the workspace',
  operands: '',
  console: true,
  options: CONSOLE_OPTIONS,
  run: async ({ given, setting, terminal }) => {
    const all = chooseEnvironments(setting, []);
    if (typeof all === 'string') return refuse(terminal, all);
    if (given.flag('json')) terminal.write(`${JSON.stringify(all, null, 2)}\n`);
    else {
      const cells = all.map(({ name, production, type, url }) => [name, type, production ? 'yes' : '', url]);
      terminal.write(table(['environment', 'type', 'production', 'address'], cells));
    }
    return EXIT.ok;
  },
};

/** `apps`: the app profiles of the workspace, without their credentials. */
export const apps: Command = {
  name: 'apps',
  summary: 'List the apps of the workspace',
  operands: '',
  console: true,
  options: CONSOLE_OPTIONS,
  run: async ({ given, setting, terminal }) => {
    if (given.flag('json')) terminal.write(`${JSON.stringify(setting.apps, null, 2)}\n`);
    else {
      const cells = setting.apps.map(({ clientId, credentials, name }) => [
        name,
        clientId,
        credentials.map(({ kind, kept }) => `${kind} (${kept})`).join(', '),
      ]);
      terminal.write(table(['app', 'client id', 'credentials'], cells));
    }
    return EXIT.ok;
  },
};
