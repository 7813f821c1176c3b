import type { EventOf, InputOf, OutputOf } from '../../preload/contract/index.ts';
import { failed } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CallName, StreamName } from '../../preload/contract/words/methods.ts';
import { MAX_REQUEST_BYTES } from '../../preload/contract/words/wire.ts';
import type { Door, WirePush, WireReply, WireRequest } from '../../preload/contract/words/wire.ts';

/** The renderer's only way to main: every method of the contract, typed by its name. */
export type Bridge = {
  /** Asks once. Expected failures are values; aborting asks main to stop and still waits for its answer. */
  readonly call: <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    signal?: AbortSignal,
  ) => Promise<Result<OutputOf<Name>>>;
  /** Hands every event to `onEvent` in order and resolves to the stream's end. Events after the end are dropped. */
  readonly stream: <Name extends StreamName>(
    name: Name,
    input: InputOf<Name>,
    listener: { readonly onEvent: (event: EventOf<Name>) => void },
    signal?: AbortSignal,
  ) => Promise<Result<OutputOf<Name>>>;
};

type OpenStream = {
  readonly onEvent: (value: unknown) => void;
  readonly onEnd: (reply: WireReply) => void;
};

// Main encodes and decodes every message against the contract, so the text is what the contract says.
const readReply = (text: string): WireReply => JSON.parse(text) as WireReply;
const readPush = (text: string): WirePush => JSON.parse(text) as WirePush;

/** Builds the bridge over a door. One subscription serves all streams for the life of the page. */
export const createBridge = (door: Door): Bridge => {
  const open = new Map<string, OpenStream>();
  const send = async (request: WireRequest): Promise<WireReply> => {
    const text = JSON.stringify(request);
    // The door throws on a text that is too long; a file that a person picked can make one.
    if (text.length > MAX_REQUEST_BYTES)
      return failed('payload-too-large', { limitBytes: MAX_REQUEST_BYTES });
    return readReply(await door.request(text));
  };
  const tell = (request: WireRequest): void => {
    // Cancel and credit need no answer: a stream that has ended meanwhile makes both harmless.
    void door.request(JSON.stringify(request));
  };

  door.subscribe((text) => {
    const push = readPush(text);
    const stream = open.get(push.id);
    if (stream === undefined) return;
    if (push.kind === 'end') {
      open.delete(push.id);
      stream.onEnd(push.reply);
      return;
    }
    stream.onEvent(push.value);
    tell({ kind: 'credit', id: push.id, seq: push.seq });
  });

  const withCancel = async (
    id: string,
    signal: AbortSignal | undefined,
    work: () => Promise<WireReply>,
  ): Promise<WireReply> => {
    const cancel = () => tell({ kind: 'cancel', id });
    signal?.addEventListener('abort', cancel, { once: true });
    const pending = work();
    if (signal?.aborted === true) cancel();
    try {
      return await pending;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };

  return {
    call: async <Name extends CallName>(name: Name, input: InputOf<Name>, signal?: AbortSignal) => {
      const id = crypto.randomUUID();
      const reply = await withCancel(id, signal, () => send({ kind: 'call', id, method: name, input }));
      return reply as Result<OutputOf<Name>>;
    },
    stream: async <Name extends StreamName>(
      name: Name,
      input: InputOf<Name>,
      listener: { readonly onEvent: (event: EventOf<Name>) => void },
      signal?: AbortSignal,
    ) => {
      const id = crypto.randomUUID();
      const reply = await withCancel(id, signal, async () => {
        const ended = new Promise<WireReply>((resolve) => {
          open.set(id, { onEvent: (value) => listener.onEvent(value as EventOf<Name>), onEnd: resolve });
        });
        const accepted = await send({ kind: 'start', id, method: name, input });
        if (accepted.ok) return ended;
        open.delete(id);
        return accepted;
      });
      return reply as Result<OutputOf<Name>>;
    },
  };
};
