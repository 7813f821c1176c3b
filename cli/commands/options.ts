import type { Options } from './command.ts';

/** Options of every command that works with a console. */
export const CONSOLE_OPTIONS: Options = {
  demo: {
    type: 'boolean',
    value: '',
    help: 'work with the demo cloud: no account, nothing leaves this machine',
  },
  workspace: {
    type: 'string',
    value: '<name>',
    help: 'which workspace of the console; not needed for only one',
  },
  data: { type: 'string', value: '<folder>', help: 'the data folder of the console’s own workspaces' },
  json: { type: 'boolean', value: '', help: 'JSON on standard output instead of a table' },
};

/** Options of commands that work in environments. */
export const ENVIRONMENT_OPTIONS: Options = {
  env: {
    type: 'string',
    multiple: true,
    value: '<name or address>',
    help: 'an environment; can be given again; all of the workspace by default',
  },
};

/** Options of commands that work as an app. */
export const APP_OPTIONS: Options = {
  app: { type: 'string', value: '<name or client id>', help: 'which app; not needed for only one' },
};
