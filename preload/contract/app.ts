import { z } from 'zod';
import { call, stream } from './define.ts';
import { nothing } from './schemas.ts';
import { TEXT_PIECE_LENGTH } from './words/saved-text.ts';

/** Something the person should know that happened outside any call, e.g. a settings file that was set aside. */
export const notice = z.strictObject({
  id: z.string(),
  kind: z.enum(['file-quarantined', 'file-newer', 'journal-unwritable', 'weaker-host', 'update-off']),
  params: z.record(z.string(), z.string()),
});
export type Notice = z.infer<typeof notice>;

/** The first call of the renderer: where it runs and what it must show before anything else. */
export const start = call({
  name: 'app.start',
  input: nothing,
  output: z.strictObject({
    version: z.string(),
    host: z.enum(['electron', 'chromium', 'headless']),
    platform: z.enum(['windows', 'macos', 'linux']),
    /** True while a demo cloud runs beside the console. */
    demoCloud: z.boolean(),
    /** Page of the demo cloud that shows the demo apps' secrets; null without a demo cloud. */
    demoPortalUrl: z.string().nullable(),
    notices: z.array(notice),
  }),
});

/** Opens a link in the person's browser; only hosts on the allow-list. */
export const openExternal = call({
  name: 'app.openExternal',
  input: z.strictObject({ url: z.string().max(2048) }),
  output: nothing,
});

/** Puts text that the renderer already shows on the clipboard. */
export const copyText = call({
  name: 'app.copyText',
  input: z.strictObject({ text: z.string().max(512 * 1024) }),
  output: nothing,
});

/**
 * Keeps the window out of screenshots and shared screens while it runs: a secret is being typed. Ends when it is cancelled, and with
 * the page. `protected` is false where the window cannot do it.
 */
export const protectContent = stream({
  name: 'app.protectContent',
  input: nothing,
  event: z.strictObject({ protected: z.boolean() }),
  output: nothing,
});

const textId = z.uuid();

/** Hands over a text that is too long for one request, piece by piece, to be saved. A new one takes the place of the one before. */
export const holdText = call({
  name: 'app.holdText',
  input: z.strictObject({ textId: textId.nullable(), piece: z.string().max(TEXT_PIECE_LENGTH) }),
  output: z.strictObject({ textId }),
});

/**
 * Saves text to a file that the person chooses; with `textId`, what was handed over before it. `place` is its name, or null when the dialog
 * was closed.
 */
export const saveText = call({
  name: 'app.saveText',
  input: z.strictObject({
    suggestedName: z.string().regex(/^[\w. -]{1,100}$/),
    text: z.string().max(TEXT_PIECE_LENGTH),
    textId: textId.optional(),
  }),
  output: z.strictObject({ saved: z.boolean(), place: z.string().nullable() }),
});
