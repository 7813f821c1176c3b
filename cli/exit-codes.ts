/** What the program's exit code says; documented in docs/cli.md. */
export const EXIT = {
  ok: 0,
  /** It ran, and what was looked for is not so: denied, drifted, failed somewhere. */
  negative: 1,
  /** The command line is not understood, or names something that is not there. */
  usage: 2,
  /** It could not be found out: no credential, no network, nobody signed in. */
  failed: 3,
  /** Ended by Ctrl+C (128 + SIGINT). */
  cancelled: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
