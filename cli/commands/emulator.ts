import { startDemoCloud } from '../../emulator/index.ts';
import { readSeed } from '../../emulator/read-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Command } from './command.ts';
import { refuse } from './refuse.ts';

/** `emulator`: the demo cloud alone, until Ctrl+C. */
export const emulator: Command = {
  name: 'emulator',
  summary: 'Run the demo cloud until Ctrl+C',
  operands: '',
  console: false,
  options: {
    seed: { type: 'string', value: '<seed>', help: 'demo (default), or large:<environments>x<users>' },
    port: { type: 'string', value: '<n>', help: 'port of the http listener; any free one by default' },
    json: { type: 'boolean', value: '', help: 'what runs where, as one line of JSON' },
  },
  run: async ({ given, signal, terminal }) => {
    const seed = readSeed(given.text('seed') ?? 'demo');
    if (seed === null) return refuse(terminal, `'${given.text('seed')}' is not a seed.`);
    const port = Number(given.text('port') ?? '0');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return refuse(terminal, `'${given.text('port')}' is not a port.`);
    }
    const cloud = await startDemoCloud({ seed, port }).catch((thrown: unknown) => {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
      if (code === 'EADDRINUSE' || code === 'EACCES') return null;
      throw thrown;
    });
    if (cloud === null)
      return refuse(terminal, `Port ${port} is taken, or may not be opened. Choose another.`);
    const { description } = cloud;
    terminal.write(
      given.flag('json')
        ? `${JSON.stringify(description)}\n`
        : `Sign-in:     ${description.login.http}\nCredentials: ${description.portal}\nEnvironments: ${description.environments.length}\n`,
    );
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await cloud.close();
    return EXIT.ok;
  },
};
