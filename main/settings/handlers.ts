import type { z } from 'zod';
import { implement } from '../../preload/contract/implement.ts';
import * as contract from '../../preload/contract/settings.ts';
import type { Settings } from '../../preload/contract/settings.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Document } from './document.ts';
import type { Notices } from './notices.ts';

type Change = z.output<typeof contract.update.input>;

/** A field that was not sent stays as it was. */
const changed = (now: Settings, change: Change): Settings => ({
  theme: change.theme ?? now.theme,
  navigationCollapsed: change.navigationCollapsed ?? now.navigationCollapsed,
  guide: change.guide ?? now.guide,
  guideShown: change.guideShown ?? now.guideShown,
  parallelEnvironments: change.parallelEnvironments ?? now.parallelEnvironments,
  requestTimeoutSeconds: change.requestTimeoutSeconds ?? now.requestTimeoutSeconds,
  remindOfExpiry: change.remindOfExpiry ?? now.remindOfExpiry,
  lastWorkspace: change.lastWorkspace === undefined ? now.lastWorkspace : change.lastWorkspace,
});

/** Answers `settings.*`. */
export const settingsHandlers = (ports: {
  readonly settings: Document<Settings>;
  readonly notices: Notices;
}) => ({
  'settings.get': implement(contract.get, async () => ok(ports.settings.get())),
  'settings.update': implement(contract.update, async (change) =>
    ok(ports.settings.update((now) => changed(now, change))),
  ),
  'settings.dismissNotice': implement(contract.dismissNotice, async ({ id }) => {
    ports.notices.dismiss(id);
    return ok({});
  }),
});
