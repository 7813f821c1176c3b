import { randomUUID } from 'node:crypto';
import { parseWorkspaceId } from '../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';

/** Makes an id of ours for a workspace. */
export const newWorkspaceId = (): WorkspaceId => {
  const id = parseWorkspaceId(randomUUID());
  if (id === null) throw new Error('a random UUID is a GUID');
  return id;
};
