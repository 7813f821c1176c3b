import { findBrowser } from '../../main/hosts/chromium/find-browser.ts';
import { QUIET_FLAGS } from '../../main/hosts/chromium/quiet-flags.ts';

/** Program file of the browser that the console itself would find; throws when there is none. */
export const systemBrowser = (): string => {
  const found = findBrowser(process.platform, process.env);
  if (found === null) throw new Error('No Chromium, Chrome or Edge was found.');
  return found;
};

// For each page the browser loads pages of its own address bar, which take more of a core than ours do. Only the last list of
// features counts, so what of the driver's own list keeps the browser off the network and its pictures prompt is named here too.
const NOT_WANTED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'PreconnectToSearch',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'MediaRouter',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'PaintHolding',
  'DestroyProfileOnBrowserClose',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
];

/** How tests start it: quietly, and sandboxed unless root runs it, for whom Chromium has no sandbox. */
export const quietLaunch = () => ({
  executablePath: systemBrowser(),
  args: [...QUIET_FLAGS, `--disable-features=${NOT_WANTED.join(',')}`],
  chromiumSandbox: process.getuid?.() !== 0,
});
