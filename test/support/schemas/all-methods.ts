import type { CallContract, StreamContract } from '../../../preload/contract/define.ts';
import { contract } from '../../../preload/contract/index.ts';

/** A method of the contract, whichever it is: the union of all their own types takes the lint a minute. */
export type AnyMethod = CallContract | StreamContract;

/** Every method with its name as the contract lists it. */
export const METHODS_BY_NAME: readonly (readonly [string, AnyMethod])[] = Object.entries<AnyMethod>(contract);

/** Every method of the contract. */
export const ALL_METHODS: readonly AnyMethod[] = METHODS_BY_NAME.map(([, method]) => method);
