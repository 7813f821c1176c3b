import type { ParseArgsOptionsConfig } from 'node:util';
import type { Setting } from '../choose/setting.ts';
import type { Asker } from '../console/asker.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../output/terminal.ts';

/** An option with what it is for. `type` and `multiple` as `node:util` parseArgs has them. */
export type Option = ParseArgsOptionsConfig[string] & {
  /** What stands for the value in the help, e.g. `<name>`; empty for a flag. */
  readonly value: string;
  readonly help: string;
};
export type Options = Readonly<Record<string, Option>>;

/** What the command line said. */
export type Given = {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | null;
  readonly texts: (name: string) => readonly string[];
};

/** What a command that works with a console is given. */
export type Work = {
  readonly given: Given;
  readonly ask: Asker;
  readonly setting: Setting;
  readonly terminal: Terminal;
  readonly readInput: () => Promise<string>;
};

/** What a command that needs no console is given. */
export type PlainWork = Pick<Work, 'given' | 'terminal' | 'readInput'> & { readonly signal: AbortSignal };

type Described = {
  /** One or two words, e.g. `app-users list`. */
  readonly name: string;
  readonly summary: string;
  /** What follows the name besides options, e.g. `<odata>`. */
  readonly operands: string;
  readonly options: Options;
  /** Command lines to begin with, without the program's name. */
  readonly examples?: readonly string[];
  /** What is wrong with the words behind the name, told before anything is opened; null when nothing is. A command without operands takes none. */
  readonly problemWith?: (positionals: readonly string[]) => string | null;
};

/** One command of the program. */
export type Command = Described &
  (
    | { readonly console: true; readonly run: (work: Work) => Promise<ExitCode> }
    | { readonly console: false; readonly run: (work: PlainWork) => Promise<ExitCode> }
  );
