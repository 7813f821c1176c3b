import { spawn } from 'node:child_process';
import type { Clipboard } from '../../vault/secret-clipboard.ts';

type Command = readonly [program: string, ...args: readonly string[]];
/** Programs that reach one clipboard; what is copied goes in by standard input, never as an argument. */
type Tools = { readonly write: Command; readonly read: Command; readonly clear: Command | null };

const powershell = (script: string): Command => [
  'powershell',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  script,
];

const MAC: readonly Tools[] = [{ write: ['pbcopy'], read: ['pbpaste'], clear: null }];
const WINDOWS: readonly Tools[] = [
  {
    write: powershell('Set-Clipboard -Value ([Console]::In.ReadToEnd())'),
    read: powershell('[Console]::Out.Write((Get-Clipboard -Raw))'),
    clear: null,
  },
];
const WAYLAND: Tools = {
  write: ['wl-copy', '--type', 'text/plain'],
  read: ['wl-paste', '--no-newline'],
  clear: ['wl-copy', '--clear'],
};
const X11: readonly Tools[] = [
  {
    write: ['xclip', '-selection', 'clipboard'],
    read: ['xclip', '-selection', 'clipboard', '-out'],
    clear: null,
  },
  {
    write: ['xsel', '--clipboard', '--input'],
    read: ['xsel', '--clipboard', '--output'],
    clear: ['xsel', '--clipboard', '--delete'],
  },
];

const LONGEST_MILLISECONDS = 5000;

/** What a program wrote; null when it is not there or did not succeed. */
const run = ([program, ...args]: Command, input: string): Promise<string | null> =>
  new Promise((resolve) => {
    // A program that goes on in the background to serve the clipboard must not hold our pipes: it gets none to write to.
    const child = spawn(program, args, {
      stdio: ['pipe', input === '' ? 'pipe' : 'ignore', 'ignore'],
      timeout: LONGEST_MILLISECONDS,
      windowsHide: true,
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', () => resolve(null));
    child.stdin?.on('error', () => undefined);
    child.on('exit', (code) => {
      if (code !== 0) resolve(null);
      else if (child.stdout === null) resolve('');
    });
    child.on('close', (code) => resolve(code === 0 ? output : null));
    child.stdin?.end(input);
  });

const toolsFor = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly Tools[] => {
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') return WINDOWS;
  return [
    ...(env['WAYLAND_DISPLAY'] === undefined ? [] : [WAYLAND]),
    ...(env['DISPLAY'] === undefined ? [] : X11),
  ];
};

/**
 * The clipboard of the system by the system's own programs. The page's clipboard would do as well, but then the page would see the
 * secret. Where there is no such program nothing is copied.
 */
export const systemClipboard = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Clipboard => {
  let chosen: Tools | null = null;
  return {
    write: async (text) => {
      for (const tools of toolsFor(platform, env)) {
        if ((await run(tools.write, text)) === null) continue;
        chosen = tools;
        return true;
      }
      return false;
    },
    read: async () => (chosen === null ? null : run(chosen.read, '')),
    clear: async () => {
      if (chosen === null) return;
      // Those without a way to clear are given a blank instead: an empty text is no text to some of them.
      await (chosen.clear === null ? run(chosen.write, ' ') : run(chosen.clear, ''));
    },
  };
};
