import type { z } from 'zod';
import type { CallName, StreamName } from './words/methods.ts';

/** A method that answers once. */
export type CallContract<
  Name extends CallName = CallName,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = { readonly name: Name; readonly input: Input; readonly output: Output };

/** A method that sends events and then ends once, with its output. */
export type StreamContract<
  Name extends StreamName = StreamName,
  Input extends z.ZodType = z.ZodType,
  Event extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = { readonly name: Name; readonly input: Input; readonly event: Event; readonly output: Output };

/** Names one method and its schemas; all objects in them must be strict. */
export const call = <Name extends CallName, Input extends z.ZodType, Output extends z.ZodType>(
  contract: CallContract<Name, Input, Output>,
): CallContract<Name, Input, Output> => contract;

/** Names one streaming method and its schemas; all objects in them must be strict. */
export const stream = <
  Name extends StreamName,
  Input extends z.ZodType,
  Event extends z.ZodType,
  Output extends z.ZodType,
>(
  contract: StreamContract<Name, Input, Event, Output>,
): StreamContract<Name, Input, Event, Output> => contract;
