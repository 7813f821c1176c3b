import type { DemoCloud } from '../emulator/index.ts';
import product from '../package.json' with { type: 'json' };
import { demoSetting, keptSetting, unattendedSetting } from './choose/setting.ts';
import type { Refused, Setting } from './choose/setting.ts';
import { COMMANDS } from './commands/index.ts';
import type { Command, Given } from './commands/command.ts';
import { fail, refuse } from './commands/refuse.ts';
import { completion, parseShell } from './completion.ts';
import { appFromEnvironment } from './console/app-from-environment.ts';
import type { AppFromEnvironment } from './console/app-from-environment.ts';
import { createAsker } from './console/asker.ts';
import type { Asker } from './console/asker.ts';
import { openConsole } from './console/open-console.ts';
import type { DemoAdministrators } from './console/open-console.ts';
import { EXIT } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { overview, usage } from './help.ts';
import { parse } from './parse.ts';
import type { Terminal } from './output/terminal.ts';

/** What the program is given by the process that it runs in. */
export type Process = {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly readInput: () => Promise<string>;
  readonly openLink: (url: string) => Promise<void>;
  readonly startDemoCloud: () => Promise<DemoCloud>;
  /** The program of the thread that opens certificates. */
  readonly certificateWorker: URL;
  /** Ends what is going on. */
  readonly signal: AbortSignal;
};

/** What was stopped halfway is neither good nor bad news. */
const endOf = (signal: AbortSignal, code: ExitCode): ExitCode => (signal.aborted ? EXIT.cancelled : code);

const problemOf = ({ name, operands, problemWith }: Command, { positionals }: Given): string | null =>
  operands === '' && positionals.length > 0
    ? `${name} takes options only.`
    : (problemWith?.(positionals) ?? null);

const settingOf = (
  ask: Asker,
  given: Given,
  app: AppFromEnvironment | null,
  administrators: DemoAdministrators | null,
): Promise<Setting | Refused> => {
  const asked = { workspace: given.text('workspace'), urls: given.texts('env') };
  if (app !== null) return unattendedSetting(ask, asked, app);
  return administrators === null ? keptSetting(ask, asked) : demoSetting(ask, asked, administrators);
};

const runWithConsole = async (
  command: Command & { readonly console: true },
  given: Given,
  from: Process,
): Promise<ExitCode> => {
  const { certificateWorker, env, openLink, readInput, signal, startDemoCloud, terminal } = from;
  const app = appFromEnvironment(env);
  if (typeof app === 'string') return refuse(terminal, app);
  const demo = given.flag('demo');
  const dataFolder = given.text('data');
  const opened = await openConsole({ demo, app, dataFolder, openLink, startDemoCloud, certificateWorker });
  if (typeof opened === 'string') return refuse(terminal, opened);
  try {
    const ask = createAsker(opened.implementations, signal);
    const setting = await settingOf(ask, given, app, opened.demoAdministrators);
    if ('refused' in setting) return refuse(terminal, setting.refused);
    if ('error' in setting) return endOf(signal, fail(terminal, setting.error));
    return endOf(signal, await command.run({ given, ask, setting, terminal, readInput }));
  } finally {
    await opened.close();
  }
};

/** Runs one command line to its end; never throws for what can be expected. */
export const runProgram = async (from: Process): Promise<ExitCode> => {
  const { readInput, signal, terminal, words } = from;
  const parsed = parse(words, COMMANDS);
  switch (parsed.kind) {
    case 'problem':
      return refuse(terminal, parsed.problem);
    case 'overview':
      terminal.write(overview(parsed.commands));
      return EXIT.ok;
    case 'usage':
      terminal.write(usage(parsed.command));
      return EXIT.ok;
    case 'version':
      terminal.write(`${product.version}\n`);
      return EXIT.ok;
    case 'completion': {
      const shell = parseShell(parsed.shell);
      if (shell === null) return refuse(terminal, 'Name a shell: bash, zsh, fish or powershell.');
      terminal.write(completion(shell, COMMANDS));
      return EXIT.ok;
    }
    case 'run': {
      const { command, given } = parsed;
      const problem = problemOf(command, given);
      if (problem !== null) return refuse(terminal, problem);
      return command.console
        ? runWithConsole(command, given, from)
        : endOf(signal, await command.run({ given, terminal, readInput, signal }));
    }
  }
};
