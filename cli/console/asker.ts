import type { z } from 'zod';
import type { Implementations } from '../../preload/contract/index.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CallName, MethodName, StreamName } from '../../preload/contract/words/methods.ts';

type Method<Name extends MethodName, Input, Output> = {
  readonly name: Name;
  readonly input: Input;
  readonly output: Output;
};

/** Asks the console as the window does: the same methods, the same checks of what goes in and comes out. */
export type Asker = {
  readonly call: <Input extends z.ZodType, Output extends z.ZodType>(
    method: Method<CallName, Input, Output>,
    input: z.input<Input>,
  ) => Promise<Result<z.output<Output>>>;
  readonly stream: <Input extends z.ZodType, Event extends z.ZodType, Output extends z.ZodType>(
    method: Method<StreamName, Input, Output> & { readonly event: Event },
    input: z.input<Input>,
    onEvent: (event: z.output<Event>) => void,
  ) => Promise<Result<z.output<Output>>>;
};

/** Asks with one signal that ends all of it. */
export const createAsker = (implementations: Implementations, signal: AbortSignal): Asker => ({
  call: async (method, input) => {
    const answer = await implementations[method.name].run(input, async () => undefined, signal);
    return answer.ok ? { ok: true, value: method.output.parse(answer.value) } : answer;
  },
  stream: async (method, input, onEvent) => {
    const emit = async (event: unknown): Promise<void> => onEvent(method.event.parse(event));
    const answer = await implementations[method.name].run(input, emit, signal);
    return answer.ok ? { ok: true, value: method.output.parse(answer.value) } : answer;
  },
});
