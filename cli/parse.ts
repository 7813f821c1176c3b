import { parseArgs } from 'node:util';
import type { Command, Given } from './commands/command.ts';

/** What the command line asks for. */
export type Parsed =
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given }
  | { readonly kind: 'overview'; readonly commands: readonly Command[] }
  | { readonly kind: 'usage'; readonly command: Command }
  | { readonly kind: 'version' }
  | { readonly kind: 'completion'; readonly shell: string }
  | { readonly kind: 'problem'; readonly problem: string };

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

const givenFrom = (
  positionals: readonly string[],
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>,
): Given => {
  const all = (name: string): readonly string[] =>
    [values[name]].flat().filter((value) => typeof value === 'string');
  return {
    positionals,
    flag: (name) => values[name] === true,
    text: (name) => all(name).at(-1) ?? null,
    texts: all,
  };
};

/** Reads a command line. An option that the command does not have is a problem and never ignored. */
export const parse = (words: readonly string[], commands: readonly Command[]): Parsed => {
  const [first] = words;
  if (first === 'help' && words.length > 1) return parse([...words.slice(1), '--help'], commands);
  if (first === undefined || first === 'help' || isHelp(first)) return { kind: 'overview', commands };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  if (first === 'completion')
    return words.length > 2
      ? { kind: 'problem', problem: 'completion takes the name of one shell.' }
      : { kind: 'completion', shell: words[1] ?? '' };
  const command =
    commands.find(({ name }) => name.includes(' ') && name === words.slice(0, 2).join(' ')) ??
    commands.find(({ name }) => name === first);
  if (command === undefined) {
    const group = commands.filter(({ name }) => name.split(' ')[0] === first);
    if (group.length > 0 && words.slice(1).some(isHelp)) return { kind: 'overview', commands: group };
    const similar = group.map(({ name }) => name);
    return {
      kind: 'problem',
      problem:
        similar.length > 0
          ? `'${first}' needs one more word: ${similar.join(', ')}.`
          : `There is no command '${first}'. --help lists all.`,
    };
  }
  const rest = words.slice(command.name.split(' ').length);
  if (rest.some(isHelp)) return { kind: 'usage', command };
  try {
    const { positionals, values } = parseArgs({
      args: [...rest],
      options: { ...command.options },
      allowPositionals: true,
    });
    return { kind: 'run', command, given: givenFrom(positionals, values) };
  } catch (thrown) {
    // parseArgs says in one sentence which option is wrong.
    return { kind: 'problem', problem: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};
