import { readFile } from 'node:fs/promises';
import { askProgram } from './ask-session-bus.ts';

const SERVICE = 'org.freedesktop.secrets';
const BUS = 'org.freedesktop.DBus';
const ASK = 'GetConnectionUnixProcessID';

/** Programs that ask the session's bus which process answers as the Secret Service (D-Bus specification: GetConnectionUnixProcessID). */
const ASKERS: readonly (readonly [program: string, ...args: readonly string[]])[] = [
  ['busctl', '--user', 'call', BUS, '/org/freedesktop/DBus', BUS, ASK, 's', SERVICE],
  [
    'gdbus',
    ...['call', '--session', '--dest', BUS, '--object-path', '/org/freedesktop/DBus'],
    ...['--method', `${BUS}.${ASK}`, SERVICE],
  ],
  [
    'dbus-send',
    ...['--session', '--print-reply=literal', `--dest=${BUS}`, '/org/freedesktop/DBus'],
    ...[`${BUS}.${ASK}`, `string:${SERVICE}`],
  ],
];

/** Beginnings of process names (Linux cuts them at 15 letters) and what people call the program. */
const NAMES: readonly (readonly [start: string, name: string])[] = [
  ['gnome-keyring', 'GNOME Keyring'],
  ['kwalletd', 'KWallet'],
  ['ksecretd', 'KWallet'],
  ['keepassxc', 'KeePassXC'],
  ['pass_secret', 'pass'],
];

/** The process name as people know the program; the name itself when it is none of the usual ones. */
export const serviceName = (processName: string): string =>
  NAMES.find(([start]) => processName.startsWith(start))?.[1] ?? processName;

/** Which program keeps the secrets of a Linux desktop; null when none answers or nobody can tell. Starts none. */
export const secretServiceName = async (): Promise<string | null> => {
  for (const [program, ...args] of ASKERS) {
    const answer = await askProgram(program, args);
    if (answer === null) continue;
    const id = /(?:uint32|u)\s+(\d+)/.exec(answer)?.[1];
    if (id === undefined) return null;
    try {
      return serviceName((await readFile(`/proc/${id}/comm`, 'utf8')).trim());
    } catch {
      // It ended, or belongs to somebody whose processes are hidden.
      return null;
    }
  }
  return null;
};
