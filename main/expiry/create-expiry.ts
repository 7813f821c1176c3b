import { basename } from 'node:path';
import type { Notice } from '../../preload/contract/app.ts';
import { localTimeZone } from '../../preload/contract/words/expiry.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { Clock } from '../http/clock.ts';
import type { Profiles } from '../identity/app-profiles/profiles.ts';
import type { OpenDocumentFile } from '../settings/document.ts';
import type { Vault } from '../vault/vault.ts';
import { knownCredentials } from './credentials.ts';
import { askAnew } from './ask-workspaces.ts';
import type { AskDirectory } from './directory-app.ts';
import { openExpiry } from './document.ts';
import { expiryHandlers } from './handlers.ts';
import type { ExpiryHandlerPorts } from './handlers.ts';
import { createReminders } from './reminders.ts';
import type { ReminderPorts } from './reminders.ts';
import { createSnapshot } from './snapshot.ts';

/** Everything that the room is built from. */
export type ExpiryPorts = Pick<ReminderPorts, 'notify' | 'wanted'> &
  Pick<ExpiryHandlerPorts, 'saveText'> & {
    readonly openFile: OpenDocumentFile;
    readonly notice: (notice: Notice) => void;
    readonly vault: Pick<Vault, 'get' | 'put'>;
    readonly profiles: Pick<Profiles, 'all' | 'show'>;
    readonly workspaces: () => readonly Workspace[];
    readonly askDirectory: AskDirectory;
    readonly clock: Clock;
    readonly timeZone?: () => string;
  };

/** The room: answers, and the daily look that ends with `close`. */
export type Expiry = {
  readonly handlers: ReturnType<typeof expiryHandlers>;
  readonly close: () => Promise<void>;
};

/** Builds it and begins to look for credentials that end. */
export const createExpiry = (ports: ExpiryPorts): Expiry => {
  const { clock, profiles, vault, workspaces } = ports;
  const timeZone = ports.timeZone ?? localTimeZone;
  const document = openExpiry(ports.openFile, ports.notice);
  const snapshot = createSnapshot(vault, (id) => workspaces().some((workspace) => workspace.id === id));
  const known = knownCredentials({ profiles, workspaces, document, snapshot, now: clock.now });
  const asking = {
    workspaces,
    snapshot,
    profiles: profiles.all,
    askDirectory: ports.askDirectory,
    now: clock.now,
  };
  const reminders = createReminders({
    ...ports,
    known,
    document,
    timeZone,
    askAnew: (signal) => askAnew(asking, signal),
  });
  reminders.start();
  return {
    handlers: expiryHandlers({
      ...asking,
      known,
      document,
      reminders,
      timeZone,
      saveText: ports.saveText,
      nameOfFile: basename,
    }),
    close: reminders.close,
  };
};
