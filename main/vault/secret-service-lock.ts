import { askProgram } from './ask-session-bus.ts';

const PLACE = '/org/freedesktop/secrets/aliases/default';
const SERVICE = 'org.freedesktop.secrets';
const COLLECTION = 'org.freedesktop.Secret.Collection';

/** Programs that read one property from the session's bus; of a Linux desktop at least one is always there. */
const READERS: readonly (readonly [program: string, ...args: readonly string[]])[] = [
  ['busctl', '--user', 'get-property', SERVICE, PLACE, COLLECTION, 'Locked'],
  [
    'gdbus',
    ...['call', '--session', '--dest', SERVICE, '--object-path', PLACE],
    ...['--method', 'org.freedesktop.DBus.Properties.Get', COLLECTION, 'Locked'],
  ],
  [
    'dbus-send',
    ...['--session', '--print-reply=literal', `--dest=${SERVICE}`, PLACE],
    ...['org.freedesktop.DBus.Properties.Get', `string:${COLLECTION}`, 'string:Locked'],
  ],
];

/**
 * Whether the default collection of the Secret Service is shut, or not made yet: in both cases reading or writing an item would make
 * the system ask the person for a password (freedesktop Secret Service API, property Collection.Locked; libsecret unlocks what it
 * looks up). False when it is open, and when nobody can tell.
 */
export const secretServiceLocked = async (): Promise<boolean> => {
  for (const [program, ...args] of READERS) {
    const answer = await askProgram(program, args);
    if (answer !== null) return /\btrue\b|does not exist at path/.test(answer);
  }
  return false;
};

const ROOT = '/org/freedesktop/secrets';
const LOCK = 'org.freedesktop.Secret.Service.Lock';

/** Programs that shut it; as above. */
const LOCKERS: readonly (readonly [program: string, ...args: readonly string[]])[] = [
  ['busctl', '--user', 'call', SERVICE, ROOT, 'org.freedesktop.Secret.Service', 'Lock', 'ao', '1', PLACE],
  ['gdbus', 'call', '--session', '--dest', SERVICE, '--object-path', ROOT, '--method', LOCK, `['${PLACE}']`],
  [
    'dbus-send',
    '--session',
    '--print-reply=literal',
    `--dest=${SERVICE}`,
    ROOT,
    LOCK,
    `array:objpath:${PLACE}`,
  ],
];

/**
 * Shuts the default collection of the Secret Service, for every program of the session (freedesktop Secret Service API, method
 * Service.Lock). Whether it worked, `secretServiceLocked` tells.
 */
export const lockSecretService = async (): Promise<void> => {
  for (const [program, ...args] of LOCKERS) if ((await askProgram(program, args)) !== null) return;
};
