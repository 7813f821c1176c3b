import { parseArgs } from 'node:util';

/** What the command line of the Chromium host says. */
export type ChromiumHostOptions = {
  /** Where workspaces, settings and sealed files live; null takes the system's place for application data. */
  readonly dataFolder: string | null;
  readonly headless: boolean;
};

/** Reads the host's command line; throws a TypeError naming an option that it does not know. */
export const readOptions = (args: readonly string[]): ChromiumHostOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: { 'data-folder': { type: 'string' }, headless: { type: 'boolean', default: false } },
  });
  return { dataFolder: values['data-folder'] ?? null, headless: values.headless };
};
