import type { AppUpdater } from 'electron-updater';

/**
 * Looks for a signed update once at start, and only where the package names a place that publishes them. Without one (the
 * case until a publish target is set in electron-builder.yml) nothing is asked of any server.
 */
export const checkForUpdates = async (
  openUpdater: () => Promise<
    Pick<AppUpdater, 'autoDownload' | 'autoInstallOnAppQuit' | 'allowDowngrade' | 'checkForUpdates'>
  >,
  publishTarget: string | null,
): Promise<'off' | 'checked'> => {
  if (publishTarget === null) return 'off';
  const updater = await openUpdater();
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  await updater.checkForUpdates();
  return 'checked';
};
