import { existsSync } from 'node:fs';
import { join } from 'node:path';

const onPath = (names: readonly string[], path: string): readonly string[] =>
  path
    .split(':')
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));

const windowsPlaces = (env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((root) =>
    root === undefined
      ? []
      : [
          join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(root, 'Chromium', 'Application', 'chrome.exe'),
        ],
  );

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/**
 * Looks for a Chromium-family browser where each system installs it; `S2S_BROWSER` names one outright.
 * Null when there is none, so that the caller can say what to install.
 */
export const findBrowser = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | null => {
  const named = env['S2S_BROWSER'];
  if (named !== undefined && named !== '') return exists(named) ? named : null;
  const places =
    platform === 'win32'
      ? windowsPlaces(env)
      : platform === 'darwin'
        ? MAC_PLACES
        : onPath(LINUX_NAMES, env['PATH'] ?? '');
  return places.find(exists) ?? null;
};
