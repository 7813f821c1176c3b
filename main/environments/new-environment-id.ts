import { randomUUID } from 'node:crypto';
import { parseEnvironmentId } from '../../preload/contract/words/ids.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';

/** Makes an id of ours for an environment. */
export const newEnvironmentId = (): EnvironmentId => {
  const id = parseEnvironmentId(randomUUID());
  if (id === null) throw new Error('a random UUID is a GUID');
  return id;
};
