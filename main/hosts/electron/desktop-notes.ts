import type { BrowserWindow, Notification, NotificationConstructorOptions } from 'electron';
import type { Notify } from '../../expiry/reminders.ts';

/** What Electron offers for notes on the desktop. */
export type NotificationParts = {
  readonly supported: () => boolean;
  readonly create: (options: NotificationConstructorOptions) => Pick<Notification, 'once' | 'show'>;
};

/** Shows notes where the system can; a click brings the window to the front first. */
export const desktopNotes = (
  electron: { readonly notifications: NotificationParts },
  window: () => BrowserWindow,
): Notify => {
  // A note that nobody refers to is collected, and its click with it (Electron: Notification).
  const shown = new Set<unknown>();
  return (note, clicked) => {
    if (!electron.notifications.supported()) return false;
    const notification = electron.notifications.create({ title: note.title, body: note.body });
    shown.add(notification);
    notification.once('close', () => shown.delete(notification));
    notification.once('click', () => {
      shown.delete(notification);
      const front = window();
      if (front.isDestroyed()) return;
      if (front.isMinimized()) front.restore();
      front.show();
      front.focus();
      clicked();
    });
    notification.show();
    return true;
  };
};
