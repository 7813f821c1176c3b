import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { JournalLine } from './journal-line.ts';

/** Where one readable line stands, and the little that is needed to choose lines without reading them. */
export type IndexedLine = {
  readonly seq: number;
  readonly offset: number;
  readonly length: number;
  /** Null: of the console as a whole, shown in every workspace. */
  readonly workspaceId: WorkspaceId | null;
  readonly operationId: string | null;
};

/** All readable lines in file order, and those of each operation. */
export type LineIndex = {
  readonly add: (line: JournalLine, offset: number, length: number) => void;
  /** Newest first, at most `limit`, older than `before`; `more` tells whether older ones are left. */
  readonly page: (
    workspaceId: WorkspaceId,
    before: number | null,
    limit: number,
  ) => { readonly lines: readonly IndexedLine[]; readonly more: boolean };
  readonly ofOperation: (operationId: string) => readonly IndexedLine[];
  /** Operations of a workspace, newest first. */
  readonly operations: (workspaceId: WorkspaceId) => readonly string[];
  /** Rotations begun in a workspace, newest first. */
  readonly rotations: (workspaceId: WorkspaceId) => readonly string[];
  /** Operations of a rotation, oldest first. */
  readonly rotation: (rotationId: string) => readonly string[];
};

/** An empty index. */
export const createLineIndex = (): LineIndex => {
  const all: IndexedLine[] = [];
  const operations = new Map<string, IndexedLine[]>();
  const rotations = new Map<string, { readonly workspaceId: WorkspaceId | null; readonly ids: string[] }>();
  return {
    add: (line, offset, length) => {
      const { workspaceId, operation } = line.entry;
      const indexed = {
        seq: line.seq,
        offset,
        length,
        workspaceId,
        operationId: operation?.operationId ?? null,
      };
      all.push(indexed);
      if (operation === null) return;
      if (operation.type === 'started' && operation.rotation !== null) {
        const { rotationId } = operation.rotation.intent;
        const known = rotations.get(rotationId);
        if (known === undefined) rotations.set(rotationId, { workspaceId, ids: [operation.operationId] });
        else known.ids.push(operation.operationId);
      }
      const lines = operations.get(operation.operationId);
      if (lines === undefined) operations.set(operation.operationId, [indexed]);
      else lines.push(indexed);
    },
    page: (workspaceId, before, limit) => {
      const lines: IndexedLine[] = [];
      for (let at = all.length - 1; at >= 0; at -= 1) {
        const line = all[at];
        if (line === undefined || (before !== null && line.seq >= before)) continue;
        if (line.workspaceId !== null && line.workspaceId !== workspaceId) continue;
        if (lines.length === limit) return { lines, more: true };
        lines.push(line);
      }
      return { lines, more: false };
    },
    ofOperation: (operationId) => operations.get(operationId) ?? [],
    operations: (workspaceId) =>
      [...operations]
        .filter(([, lines]) => lines[0]?.workspaceId === workspaceId)
        .map(([operationId]) => operationId)
        .toReversed(),
    rotations: (workspaceId) =>
      [...rotations]
        .filter(([, rotation]) => rotation.workspaceId === workspaceId)
        .map(([rotationId]) => rotationId)
        .toReversed(),
    rotation: (rotationId) => rotations.get(rotationId)?.ids ?? [],
  };
};
