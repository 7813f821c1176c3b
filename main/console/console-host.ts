import type { Notify } from '../expiry/reminders.ts';
import type { Transport } from '../http/transport.ts';
import type { DemoApp } from '../identity/app-profiles/demo-profiles.ts';
import type { OpenDocumentFile } from '../settings/document.ts';
import type { OpenSave } from '../settings/growing-file.ts';
import type { Keychain } from '../vault/keychain.ts';
import type { Clipboard } from '../vault/secret-clipboard.ts';
import type { AppPorts } from './app-handlers.ts';

/** What a host gives the console: its abilities and its places. */
export type ConsoleHost = Omit<AppPorts, 'demoPortalUrl' | 'notices' | 'openLink'> & {
  /** Opens a link, whichever it is, in the person's browser. */
  readonly openLink: (url: string) => Promise<void>;
  /** The system's clipboard without the page in between, for a secret. */
  readonly secretClipboard: Clipboard;
  /** Shows a note on the desktop; false where that cannot be done. `clicked` is called when the person clicks it. */
  readonly notify: Notify;
  /** Nobody is there to sign in: an app does what an administrator would, with its own rights. */
  readonly unattended?: boolean;
  /** A file that is too large to be held, where the person chooses. */
  readonly openSave: OpenSave;
  /** Shows a file in its folder; null where the host cannot. */
  readonly showFile: ((path: string) => void) | null;
  readonly dataFolder: string;
  readonly openDocumentFile: OpenDocumentFile;
  readonly transport: Transport;
  readonly keychain: Keychain;
  /** Where the thread that opens PFX files stands. */
  readonly certificateWorker: URL;
};

/** A running demo cloud, as the host that started it knows it. */
export type RunningDemoCloud = {
  readonly description: {
    readonly origin: string;
    readonly key: string;
    readonly login: { readonly http: string };
    readonly portal: string;
    readonly adminClientId: string;
    readonly tenants: readonly { readonly id: string; readonly name: string }[];
    readonly apps: readonly DemoApp[];
  };
};
