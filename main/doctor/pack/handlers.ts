import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { implement } from '../../../preload/contract/implement.ts';
import { prepare, save } from '../../../preload/contract/support-pack.ts';
import type { PackSource } from '../../../preload/contract/support-pack.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { localMinute } from '../../../preload/contract/words/local-day.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { QueryRuns } from '../../query/query-runs.ts';
import { makePack } from './make-pack.ts';
import type { PackContent } from './make-pack.ts';
import type { RunRecord } from './run-record.ts';
import { writePack } from './write-pack.ts';
import type { WrittenFile } from './write-pack.ts';

/** What support packs are made from, and where they go. */
export type SupportPackPorts = {
  readonly version: string;
  readonly saveText: (suggestedName: string, text: string | Uint8Array) => Promise<string | null>;
  readonly runs: Pick<QueryRuns, 'find'>;
  readonly workspaceOf: (id: WorkspaceId) => Workspace | null;
  readonly record: RunRecord;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** The methods of support packs. One pack is kept at a time, so that what was shown is what is saved. */
export const supportPackHandlers = (ports: SupportPackPorts) => {
  let kept: { readonly id: string; readonly written: readonly WrittenFile[] } | null = null;

  const contentOf = (source: PackSource): Result<PackContent> => {
    switch (source.kind) {
      case 'doctor': {
        const { only, workspaceId } = source;
        if (ports.workspaceOf(workspaceId) === null) {
          ports.record.forget(workspaceId);
          return failed('not-found', { what: 'workspace', id: workspaceId });
        }
        const chains = ports.record
          .chains(workspaceId)
          .filter(
            ({ environment, profile }) =>
              only === null || (only.appProfileId === profile.id && only.environmentId === environment.id),
          );
        return chains.length === 0
          ? failed('not-found', { what: 'run', id: workspaceId })
          : ok({ kind: 'doctor', chains });
      }
      case 'explained':
        return ok(source);
      case 'query': {
        const run = ports.runs.find(source.runId);
        return run === null
          ? failed('not-found', { what: 'query run', id: source.runId })
          : ok({ kind: 'query', run });
      }
    }
  };

  return {
    'supportPack.prepare': implement(prepare, async ({ shared, source }) => {
      const content = contentOf(source);
      if (!content.ok) return content;
      const at = ports.now();
      const pack = makePack(content.value, new Set(shared), { at, version: ports.version });
      const stem = `support-pack-${localMinute(new Date(at))}`;
      const { files, written } = writePack(pack.document, stem);
      const id = randomUUID();
      kept = { id, written };
      const zip = written.flatMap(({ bytes, digest, form, name }) =>
        form === 'zip' ? [{ name, bytes: bytes.length, digest }] : [],
      )[0];
      if (zip === undefined) throw new Error('a pack has a ZIP');
      return ok({ packId: id, files: [...files], zip, hidden: pack.hidden, leftOut: pack.leftOut });
    }),
    'supportPack.save': implement(save, async ({ digest, form, packId }) => {
      const file = kept?.id === packId ? kept.written.find((one) => one.form === form) : undefined;
      if (file?.digest !== digest) return failed('not-found', { what: 'support pack', id: packId });
      const path = await ports.saveText(file.name, file.bytes);
      return ok({ saved: path !== null, place: path === null ? null : basename(path) });
    }),
  };
};
