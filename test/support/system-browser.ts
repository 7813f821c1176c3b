import { findBrowser } from '../../main/hosts/chromium/find-browser.ts';
import { QUIET_FLAGS } from '../../main/hosts/chromium/quiet-flags.ts';

/** Program file of the browser that the console itself would find; throws when there is none. */
export const systemBrowser = (): string => {
  const found = findBrowser(process.platform, process.env);
  if (found === null) throw new Error('No Chromium, Chrome or Edge was found.');
  return found;
};

/** How tests start it: quietly, and sandboxed unless root runs it, for whom Chromium has no sandbox. */
export const quietLaunch = () => ({
  executablePath: systemBrowser(),
  args: [...QUIET_FLAGS],
  chromiumSandbox: process.getuid?.() !== 0,
});
