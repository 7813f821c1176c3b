import type { QueryKey } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../preload/contract/index.ts';
import type { CallName } from '../../preload/contract/words/methods.ts';
import type { Bridge } from './bridge.ts';
import { CallFailed } from './call-failed.ts';

/** Key under which the answer of a call is kept; `[method]` alone matches every input of it. */
export const callKey = <Name extends CallName>(name: Name, input?: InputOf<Name>): QueryKey =>
  input === undefined ? [name] : [name, input];

/** A call as the query cache asks it; a failure is thrown as CallFailed. */
export const callQuery = <Name extends CallName>(bridge: Bridge, name: Name, input: InputOf<Name>) => ({
  queryKey: callKey(name, input),
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<OutputOf<Name>> => {
    const result = await bridge.call(name, input, signal);
    if (!result.ok) throw new CallFailed(result.error);
    return result.value;
  },
});
