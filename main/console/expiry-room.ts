import type { Settings } from '../../preload/contract/settings.ts';
import type { DirectoryPorts } from '../directory/handlers.ts';
import { directoryAsker } from '../expiry/ask-directory.ts';
import { createExpiry } from '../expiry/create-expiry.ts';
import type { Expiry } from '../expiry/create-expiry.ts';
import { systemClock } from '../http/clock.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { Document } from '../settings/document.ts';
import type { Notices } from '../settings/notices.ts';
import type { Vault } from '../vault/vault.ts';
import type { Workspaces } from '../workspaces/directory.ts';
import type { ConsoleHost } from './console-host.ts';

/** The dashboard of ends over all workspaces, with the host's way to remind. */
export const expiryRoom = (
  host: Pick<ConsoleHost, 'notify' | 'openDocumentFile' | 'saveText'>,
  rooms: {
    readonly notices: Notices;
    readonly settings: Document<Settings>;
    readonly vault: Vault;
    readonly identity: Pick<Identity, 'profiles'>;
    readonly workspaces: Workspaces;
    readonly directory: Pick<DirectoryPorts, 'credentialsOf' | 'directoryOf' | 'listed'>;
  },
): Expiry =>
  createExpiry({
    openFile: host.openDocumentFile,
    notice: rooms.notices.tell,
    notify: host.notify,
    saveText: host.saveText,
    vault: rooms.vault,
    profiles: rooms.identity.profiles,
    workspaces: rooms.workspaces.all,
    wanted: () => rooms.settings.get().remindOfExpiry,
    askDirectory: directoryAsker(rooms.directory),
    clock: systemClock,
  });
