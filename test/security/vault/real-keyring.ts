import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Why there is no real keyring to test with, or null when there is one. */
export const noKeyring = (): string | null => {
  if (process.platform !== 'linux') return 'the recipe is for the Secret Service of Linux';
  for (const tool of ['dbus-run-session', 'gnome-keyring-daemon', 'bash']) {
    try {
      execFileSync('which', [tool], { stdio: 'pipe' });
    } catch {
      return `${tool} is not installed`;
    }
  }
  return null;
};

/**
 * How a session begins: with its keyring opened, with a keyring that stays shut, with a service that has no keyring yet, with a bus
 * and no service on it, or without a bus.
 */
export type Session = 'unlocked' | 'locked' | 'no-keyring' | 'no-secret-service' | 'no-bus';

const BEGIN: Readonly<Record<Exclude<Session, 'no-bus'>, string>> = {
  // The first time this makes the keyring with that password; later it opens it.
  unlocked: 'printf "keyring-password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
  locked: 'gnome-keyring-daemon --start --components=secrets >/dev/null',
  // The bus starts the service by itself when it is asked for; no keyring was ever made.
  'no-keyring': 'true',
  'no-secret-service': 'true',
};

/** A session bus that starts no services. */
const BARE_BUS = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>`;

/** Ends the daemon of this session only: dbus-run-session ends the bus, the daemon follows it. */
const script = (session: Exclude<Session, 'no-bus'>): string => `${BEGIN[session]}; exec "$@"`;

/** A program, its arguments, and all of its environment. */
export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/**
 * A program in a private D-Bus session whose keyrings stand in `home`, with nothing of this machine's own session: neither its bus nor
 * its display nor its keyrings.
 */
export const sessionCommand = (session: Session, home: string, program: readonly string[]): Command => {
  const runtime = join(home, 'runtime');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  mkdirSync(join(home, 'data'), { recursive: true });
  const config = join(home, 'bare-bus.conf');
  writeFileSync(config, BARE_BUS);
  const bus = session === 'no-secret-service' ? [`--config-file=${config}`] : [];
  const [file = '', ...args] =
    session === 'no-bus'
      ? program
      : ['dbus-run-session', ...bus, '--', 'bash', '-c', script(session), 'session', ...program];
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: runtime,
  };
  return { file, args, env };
};

const answersSchema = z.array(z.unknown());

/**
 * Runs vault commands in a process of its own, inside a private session. Every call is another process, as after a restart. Commands:
 * `['put', reference, value]`, `['get', reference]`, `['status']` …; answers come in order.
 */
export const inSession = async (
  session: Session,
  home: string,
  commands: readonly (readonly string[])[],
): Promise<readonly unknown[]> => {
  const program = new URL('./vault-process.ts', import.meta.url).pathname;
  const { file, args, env } = sessionCommand(session, home, [
    process.execPath,
    program,
    join(home, 'console'),
    JSON.stringify(commands),
  ]);
  const output = await new Promise<string>((resolve, reject) => {
    execFile(file, args, { env, timeout: 40_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
  return answersSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
};
