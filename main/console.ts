import type { Implementations } from '../preload/contract/index.ts';
import type { DocumentFile } from './settings/document.ts';
import type { Transport } from './http/transport.ts';

/** Stand-in until every room stands; see below. */
export type ConsoleHost = {
  readonly kind: 'electron' | 'chromium';
  readonly version: string;
  readonly platform: 'windows' | 'macos' | 'linux';
  readonly dataFolder: string;
  readonly openDocumentFile: (name: string) => DocumentFile;
  readonly transport: Transport;
  readonly openLink: (url: string) => Promise<void>;
  readonly copyText: (text: string) => Promise<void>;
  /** Saves where the person chooses; the path, or null when nothing was chosen. */
  readonly saveText: (suggestedName: string, text: string) => Promise<string | null>;
};
export type Console = { readonly implementations: Implementations; readonly close: () => Promise<void> };
