import { setImmediate } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { PAGE_ENTRY, REQUEST_BINDING } from './page-script.ts';
import { shorten } from './short-text.ts';

/** Answers one request text; `trusted` is true for the main frame of our own origin. */
export type AnswerRequest = (text: string, trusted: boolean) => Promise<string>;

/** The way back to the page. */
export type PageChannel = { readonly push: (text: string) => void };

type Sender = { readonly isMain: boolean; readonly origin: string };

/** Frame and origin of every script context of the page, as the browser itself names them. */
const watchSenders = async (session: CDPSession): Promise<(contextId: number) => Sender | null> => {
  const contexts = new Map<number, { readonly frameId: string; readonly origin: string }>();
  let mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) mainFrame = frame.id;
  });
  session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    const { isDefault, frameId }: Readonly<Record<string, unknown>> = auxData ?? {};
    if (isDefault === true) contexts.set(id, { frameId: String(frameId), origin });
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    contexts.delete(executionContextId);
  });
  session.on('Runtime.executionContextsCleared', () => contexts.clear());
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  return (contextId) => {
    const context = contexts.get(contextId);
    return context === undefined ? null : { isMain: context.frameId === mainFrame, origin: context.origin };
  };
};

/** `<id> <text>` as the page sends it; null for anything else. */
const readPayload = (payload: string): { readonly id: number; readonly text: string } | null => {
  const space = payload.indexOf(' ');
  const id = Number(payload.slice(0, space));
  return space > 0 && Number.isSafeInteger(id) ? { id, text: payload.slice(space + 1) } : null;
};

/** Turns of the event loop in which the driver has a message of usual length on its way to the browser. */
const TURNS_TO_SEND = 4;

/** Lets those who wait go on one after the other, so far apart that what one of them has sent is on its way by then. */
const turnByTurn = (): (() => Promise<void>) => {
  let last = Promise.resolve();
  return () => {
    const mine = last;
    last = mine.then(async () => {
      for (let turn = 0; turn < TURNS_TO_SEND; turn += 1) await setImmediate();
    });
    return mine;
  };
};

/**
 * Joins the page and this host over the debugging pipe itself (Chrome DevTools Protocol: Runtime.addBinding and Runtime.evaluate).
 * The driver's own bindings take about a third longer for rows, and twice as long for a small call.
 */
export const openPageChannel = async (
  context: BrowserContext,
  page: Page,
  origin: string,
  answer: AnswerRequest,
): Promise<PageChannel> => {
  const session = await context.newCDPSession(page);
  const senderOf = await watchSenders(session);
  // The page may be gone by now; then nobody waits for the message.
  const run = (expression: string, contextId?: number): void => {
    session
      .send('Runtime.evaluate', {
        expression,
        silent: true,
        ...(contextId === undefined ? {} : { contextId }),
      })
      .catch(() => undefined);
  };

  const begin = turnByTurn();
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    const request = name === REQUEST_BINDING ? readPayload(payload) : null;
    if (request === null) return;
    const sender = senderOf(executionContextId);
    const trusted = sender !== null && sender.isMain && sender.origin === origin;
    void begin()
      .then(() => answer(request.text, trusted))
      .then((text) =>
        run(`${PAGE_ENTRY}.deliver(${request.id},${JSON.stringify(shorten(text))})`, executionContextId),
      );
  });
  await session.send('Runtime.addBinding', { name: REQUEST_BINDING });

  return { push: (text) => run(`globalThis.${PAGE_ENTRY}?.push(${JSON.stringify(shorten(text))})`) };
};
