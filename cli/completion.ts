import type { Command } from './commands/command.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
type Shell = (typeof SHELLS)[number];

/** A shell that a completion script can be written for; null for another. */
export const parseShell = (text: string): Shell | null => SHELLS.find((shell) => shell === text) ?? null;

const optionsOf = ({ options }: Command): string =>
  [...Object.keys(options), 'help'].map((name) => `--${name}`).join(' ');

/** First words with what can come second, and the options of each command. */
const wordsOf = (commands: readonly Command[]) => ({
  first: [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? '')), 'completion', 'help'],
  cases: commands.map((command) => ({ name: command.name, words: optionsOf(command) })),
  seconds: [...Map.groupBy(commands, ({ name }) => name.split(' ')[0] ?? '')].flatMap(([first, all]) => {
    const words = all.flatMap(({ name }) => name.split(' ').slice(1));
    return words.length === 0 ? [] : [{ first, words: words.join(' ') }];
  }),
});

const bash = (commands: readonly Command[]): string => {
  const { cases, first, seconds } = wordsOf(commands);
  const bySecond = cases.map(({ name, words }) => `    '${name}'*) words='${words}' ;;`);
  const byFirst = seconds.map(({ first: name, words }) => `    '${name} ') words='${words}' ;;`);
  return `_s2s_console() {
  local current="\${COMP_WORDS[COMP_CWORD]}" said="\${COMP_WORDS[*]:1:COMP_CWORD-1} " words=''
  case "$said" in
    ' ') words='${first.join(' ')}' ;;
${byFirst.join('\n')}
${bySecond.join('\n')}
    'completion '*) words='${SHELLS.join(' ')}' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _s2s_console s2s-console
`;
};

const zsh = (commands: readonly Command[]): string =>
  `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;

const fish = (commands: readonly Command[]): string => {
  const { first, seconds } = wordsOf(commands);
  const options = commands.flatMap(({ name, options: all }) =>
    Object.entries(all).map(
      ([option, { help }]) =>
        `complete -c s2s-console -n "__fish_seen_subcommand_from ${name.split(' ')[0] ?? ''}" -l ${option} -d '${help.replaceAll("'", '’')}'`,
    ),
  );
  return [
    'complete -c s2s-console -f',
    `complete -c s2s-console -n __fish_use_subcommand -a '${first.join(' ')}'`,
    ...seconds.map(
      ({ first: name, words }) =>
        `complete -c s2s-console -n "__fish_seen_subcommand_from ${name}" -a '${words}'`,
    ),
    ...new Set(options),
    '',
  ].join('\n');
};

const powershell = (commands: readonly Command[]): string => {
  const { cases, first, seconds } = wordsOf(commands);
  const entries = [
    `  '' = '${first.join(' ')}'`,
    ...seconds.map(({ first: name, words }) => `  '${name}' = '${words}'`),
    ...cases.map(({ name, words }) => `  '${name} -' = '${words}'`),
  ];
  return `Register-ArgumentCompleter -Native -CommandName s2s-console -ScriptBlock {
  param($word, $ast)
  $known = @{
${entries.map((entry) => `  ${entry}`).join('\n')}
  }
  $said = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" } | Where-Object { $_ -ne $word -and $_ -notlike '-*' })
  $key = $said[0..1] -join ' '
  if ($word -like '-*') { $key = "$key -" }
  ("$($known[$key])" -split ' ') | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
};

/** A script that completes commands and options in a shell. */
export const completion = (shell: Shell, commands: readonly Command[]): string => {
  switch (shell) {
    case 'bash':
      return bash(commands);
    case 'zsh':
      return zsh(commands);
    case 'fish':
      return fish(commands);
    case 'powershell':
      return powershell(commands);
  }
};
