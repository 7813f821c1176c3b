import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf } from '../../preload/contract/index.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { CallName } from '../../preload/contract/words/methods.ts';
import { useBridge } from './bridge-context.tsx';
import { readAgain } from './read-again.ts';

/** A call that changes something, made when the person asks for it. */
export type Action<Name extends CallName> = {
  readonly run: (input: InputOf<Name>) => Promise<Result<OutputOf<Name>>>;
  readonly busy: boolean;
  /** The failure of the last run; null after a success, while running and before the first run. */
  readonly error: AppError | null;
  readonly cancel: () => void;
  readonly reset: () => void;
};

/** Makes an Action; after a success what the methods in `invalidates` answer is read again, and what rests on it. */
export const useAction = <Name extends CallName>(
  name: Name,
  options: { readonly invalidates?: readonly CallName[] } = {},
): Action<Name> => {
  const { bridge } = useBridge();
  const client = useQueryClient();
  const invalidates = useRef(options.invalidates ?? []);
  useEffect(() => {
    invalidates.current = options.invalidates ?? [];
  });
  const [state, setState] = useState<{ busy: boolean; error: AppError | null }>({ busy: false, error: null });
  const running = useRef<AbortController | null>(null);

  const run = useCallback(
    async (input: InputOf<Name>) => {
      const controller = new AbortController();
      running.current = controller;
      setState({ busy: true, error: null });
      const result = await bridge.call(name, input, controller.signal);
      if (running.current === controller) {
        running.current = null;
        setState({ busy: false, error: result.ok ? null : result.error });
      }
      if (result.ok) {
        await readAgain(client, invalidates.current);
      }
      return result;
    },
    [bridge, client, name],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const reset = useCallback(() => setState({ busy: false, error: null }), []);
  return { run, busy: state.busy, error: state.error, cancel, reset };
};
