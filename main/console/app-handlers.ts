import { basename } from 'node:path';
import * as contract from '../../preload/contract/app.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { Notices } from '../settings/notices.ts';
import { createContentProtection } from './content-protection.ts';
import { createHeldText } from './held-text.ts';
import type { HeldText } from './held-text.ts';

/** What `app.*` is answered with: mostly the host's own abilities. */
export type AppPorts = {
  /** `headless` has no window: the command line. */
  readonly kind: 'electron' | 'chromium' | 'headless';
  readonly version: string;
  readonly platform: 'windows' | 'macos' | 'linux';
  readonly demoPortalUrl: string | null;
  readonly notices: Notices;
  /** Opens a link in the person's browser; `link-not-allowed` when the console may not. */
  readonly openLink: (url: string) => Promise<Result<null>>;
  /** Keeps the window out of screenshots, or no longer; false where the window cannot. */
  readonly protectContent: (on: boolean) => boolean;
  readonly copyText: (text: string) => Promise<void>;
  /** Saves text, or the bytes of a file, where the person chooses. */
  readonly saveText: (suggestedName: string, text: string | Uint8Array) => Promise<string | null>;
};

/** Answers `app.*`. */
export const appHandlers = (ports: AppPorts, heldText: HeldText = createHeldText()) => {
  const whileTyping = createContentProtection(ports.protectContent);
  return {
    'app.start': implement(contract.start, async () =>
      ok({
        version: ports.version,
        host: ports.kind,
        platform: ports.platform,
        demoCloud: ports.demoPortalUrl !== null,
        demoPortalUrl: ports.demoPortalUrl,
        notices: [...ports.notices.list()],
      }),
    ),
    'app.openExternal': implement(contract.openExternal, async ({ url }) => {
      const opened = await ports.openLink(url);
      return opened.ok ? ok({}) : opened;
    }),
    'app.copyText': implement(contract.copyText, async ({ text }) => {
      await ports.copyText(text);
      return ok({});
    }),
    'app.protectContent': implementStream(contract.protectContent, async (_input, emit, signal) => {
      await whileTyping(signal, (isProtected) => emit({ protected: isProtected }));
      return ok({});
    }),
    'app.holdText': implement(contract.holdText, async ({ piece, textId }) => heldText.put(textId, piece)),
    'app.saveText': implement(contract.saveText, async ({ suggestedName, text, textId }) => {
      const before = textId === undefined ? ok('') : heldText.take(textId);
      if (!before.ok) return before;
      const path = await ports.saveText(suggestedName, before.value + text);
      return ok({ saved: path !== null, place: path === null ? null : basename(path) });
    }),
  };
};
