import type { Rotation } from '../../../preload/contract/fleet-tenant.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { OperationId, RotationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { RotationStage } from '../../../preload/contract/words/status.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { foldRotation } from './fold-rotation.ts';
import type { RotationStory } from './fold-rotation.ts';

/** Rotations of a workspace as the journal tells them. */
export type RotationBook = {
  /** Newest first, the newest fifty. */
  readonly list: (workspaceId: WorkspaceId) => Promise<readonly Rotation[]>;
  /** `not-found` when the workspace has no such rotation. */
  readonly find: (workspaceId: WorkspaceId, id: RotationId) => Promise<Result<RotationStory>>;
};

const LISTED = 50;

/** Reads rotations from the journal; `running` are the operations of this process. */
export const createRotationBook = (
  { journal, tenant }: Pick<FleetPorts, 'journal' | 'tenant'>,
  running: ReadonlySet<OperationId>,
): RotationBook => {
  /** Stories by how many lines they were told from: lines are only ever added. */
  const told = new Map<string, { readonly lines: number; readonly story: RotationStory | null }>();

  const read = async (id: string): Promise<RotationStory | null> => {
    const known = told.get(id);
    const operations = journal.rotation(id);
    const lines = operations.reduce((sum, each) => sum + journal.linesOf(each), 0);
    if (known?.lines === lines) return known.story;
    const each = await Promise.all(operations.map(journal.ofOperation));
    const story = foldRotation(each.flat().toSorted((a, b) => a.seq - b.seq));
    told.set(id, { lines, story });
    return story;
  };

  const stageOf = ({ intent, operations }: RotationStory): RotationStage => {
    const profile = tenant.profiles.all().find(({ id }) => id === intent.appProfileId);
    const finished = operations.some(({ part, end }) => part === 'finish' && end === 'succeeded');
    const made = profile?.credentials.some(({ id }) => id === intent.credentialId) ?? false;
    const inUse = profile?.current === intent.credentialId;
    if (finished || (inUse && intent.retires === null)) return 'finished';
    if (!made) return 'adding';
    return inUse ? 'switched' : 'proving';
  };

  const show = (story: RotationStory): Rotation | null => {
    const { intent, workspaceId, startedAt, operations, dismissed } = story;
    const last = operations.at(-1);
    if (last === undefined) return null;
    const { rotationId, appProfileId, appName, type, label, credentialId, retires } = intent;
    return {
      id: rotationId,
      workspaceId,
      appProfileId,
      appName,
      type,
      label,
      credentialId,
      retires,
      startedAt,
      stage: stageOf(story),
      running: operations.some(({ id }) => running.has(id)),
      lastOperation: last.id,
      dismissed,
      leftOut: [...story.leftOut],
      proofs: [...story.proofs],
    };
  };

  return {
    list: async (workspaceId) => {
      const rotations: Rotation[] = [];
      for (const id of journal.rotations(workspaceId).slice(0, LISTED)) {
        const story = await read(id);
        const shown = story === null ? null : show(story);
        if (shown !== null) rotations.push(shown);
      }
      return rotations;
    },
    find: async (workspaceId, id) => {
      const story = await read(id);
      return story === null || story.workspaceId !== workspaceId
        ? failed('not-found', { what: 'rotation', id })
        : ok(story);
    },
  };
};
