import { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { settingsSchema } from '../../preload/contract/settings.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import type { Document, OpenDocumentFile } from './document.ts';
import { openDocument } from './open-document.ts';
import type { Migration } from './read-document.ts';

/** What a person gets who never opened the settings. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  navigationCollapsed: false,
  guide: 'single-tenant',
  guideShown: false,
  parallelEnvironments: 16,
  requestTimeoutSeconds: 60,
  remindOfExpiry: true,
  lastWorkspace: null,
};

/** Version 1 knew no reminders of credentials that end. */
const withReminders: Migration = (old) => ({ ...z.looseObject({}).parse(old), remindOfExpiry: true });
/** Version 2 knew no walkthroughs. */
const withGuide: Migration = (old) => ({
  ...z.looseObject({}).parse(old),
  guide: 'single-tenant',
  guideShown: false,
});

/** Entry `n` leads from version `n + 1` to `n + 2`. Append only: a file of any age must still open. */
const MIGRATIONS: readonly Migration[] = [withReminders, withGuide];

/** Opens the settings document. */
export const openSettings = (open: OpenDocumentFile, notice: (notice: Notice) => void): Document<Settings> =>
  openDocument(open, 'settings', settingsSchema, {
    version: MIGRATIONS.length + 1,
    defaults: DEFAULT_SETTINGS,
    migrations: MIGRATIONS,
    notice,
  });
