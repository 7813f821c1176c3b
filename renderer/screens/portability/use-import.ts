import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { useBridge } from '../../bridge/index.ts';
import { handOver } from './hand-over.ts';

/** What was handed over and what is known of it. */
export type Import = {
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly importId: string | null;
  readonly preview: OutputOf<'portability.preview'> | null;
  /** Hands bytes over and reads them. */
  readonly read: (bytes: Uint8Array) => Promise<void>;
  /** Reads what was handed over with a passphrase. */
  readonly open: (passphrase: string) => Promise<void>;
  readonly cancel: () => void;
  /** Throws everything away, here and in main. */
  readonly forget: () => void;
};

type State = Pick<Import, 'busy' | 'error' | 'importId' | 'preview'>;

const NOTHING: State = { busy: false, error: null, importId: null, preview: null };

/** One import at a time; what main holds of it is thrown away when the page is left. */
export const useImport = (): Import => {
  const { bridge } = useBridge();
  const [state, setState] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);

  const look = useCallback(
    async (importId: string, passphrase: string | null, signal: AbortSignal) => {
      const answer = await bridge.call(
        'portability.preview',
        { importId, ...(passphrase === null ? {} : { passphrase }) },
        signal,
      );
      setState({
        busy: false,
        importId,
        error: answer.ok ? null : answer.error,
        preview: answer.ok ? answer.value : null,
      });
    },
    [bridge],
  );
  const read = useCallback(
    async (bytes: Uint8Array) => {
      const controller = new AbortController();
      running.current = controller;
      setState({ ...NOTHING, busy: true });
      const handed = await handOver(bridge.call, bytes, controller.signal);
      if (handed.ok) await look(handed.value, null, controller.signal);
      else setState({ ...NOTHING, error: handed.error });
    },
    [bridge, look],
  );
  const open = useCallback(
    async (passphrase: string) => {
      if (state.importId === null) return;
      const controller = new AbortController();
      running.current = controller;
      setState((now) => ({ ...now, busy: true, error: null }));
      await look(state.importId, passphrase, controller.signal);
    },
    [look, state.importId],
  );
  const forget = useCallback(() => {
    running.current?.abort();
    setState(NOTHING);
    void bridge.call('portability.forget', {});
  }, [bridge]);
  useEffect(
    () => () => {
      void bridge.call('portability.forget', {});
    },
    [bridge],
  );
  return { ...state, read, open, forget, cancel: () => running.current?.abort() };
};
