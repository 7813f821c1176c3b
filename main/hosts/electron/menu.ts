import type { MenuItemConstructorOptions } from 'electron';

/** The application menu: the roles that every desktop app has, and nothing that loads a page. */
export const menuTemplate = (platform: NodeJS.Platform, packaged: boolean): MenuItemConstructorOptions[] => [
  ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
  { role: 'fileMenu' },
  { role: 'editMenu' },
  {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(packaged ? [] : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const)),
    ],
  },
  { role: 'windowMenu' },
];
