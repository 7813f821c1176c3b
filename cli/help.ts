import type { Command } from './commands/command.ts';

const PROGRAM = 's2s-console';

const described = (pairs: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...pairs.map(([left]) => left.length));
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
};

/** What the program can do. */
export const overview = (commands: readonly Command[]): string =>
  [
    `Usage: ${PROGRAM} <command> [options]\n\n`,
    described(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary])),
    `\n${PROGRAM} <command> --help tells the options of a command, ${PROGRAM} completion <shell> writes a completion script,\n--version tells which version this is.\n`,
    `\nTo try it without a tenant: ${PROGRAM} doctor --demo\n`,
    '\nWith AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or AZURE_CLIENT_CERTIFICATE_PATH) set, that app works in the\n',
    'environments named with --env and nothing is kept. Without them, the console’s own workspaces and vault are used.\n',
    'Exit codes: 0 as it should be, 1 denied or different, 2 not understood, 3 could not be found out, 130 cancelled.\n',
  ].join('');

/** How one command is used. */
export const usage = ({ examples = [], name, operands, options, summary }: Command): string => {
  const lines = Object.entries(options).map(
    ([option, { help, value }]) => [`--${option} ${value}`.trim(), help] as const,
  );
  const more =
    examples.length === 0 ? '' : `\nFor example:\n${examples.map((one) => `  ${PROGRAM} ${one}\n`).join('')}`;
  return `Usage: ${PROGRAM} ${name} ${operands}${operands === '' ? '' : ' '}[options]\n\n${summary}.\n\n${described([...lines, ['--help', 'this text']])}${more}`;
};
