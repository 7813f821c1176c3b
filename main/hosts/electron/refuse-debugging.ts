const DEBUG_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
];

/**
 * The switch by which another program could look into a packaged console, or null. A packaged console that was started
 * with one ends at once; from source they stay usable.
 */
export const debuggingSwitch = (packaged: boolean, hasSwitch: (name: string) => boolean): string | null =>
  packaged ? (DEBUG_SWITCHES.find(hasSwitch) ?? null) : null;
