import { z } from 'zod';
import { METHODS } from './words/methods.ts';
import type { MethodName } from './words/methods.ts';
import type { WireRequest } from './words/wire.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);
const method = z.string().max(100);

/** Decodes what the renderer sent; anything that is not exactly a WireRequest is refused. */
export const wireRequestSchema: z.ZodType<WireRequest> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), id, method, input: z.unknown() }),
  z.strictObject({ kind: z.literal('start'), id, method, input: z.unknown() }),
  z.strictObject({ kind: z.literal('cancel'), id }),
  z.strictObject({ kind: z.literal('credit'), id, seq: z.int().nonnegative() }),
]);

/** True for the name of a method of ours (own keys only: `constructor` is not one). */
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(METHODS, name);
