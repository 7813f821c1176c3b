import { basename } from 'node:path';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import * as contract from '../../preload/contract/portability.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import { localDay } from '../../preload/contract/words/local-day.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { passphraseStrength } from '../../preload/contract/words/portability.ts';
import type { Vault } from '../vault/vault.ts';
import { applyMerge } from './export/apply-merge.ts';
import type { MergePorts } from './export/apply-merge.ts';
import type { ExportDocument } from './export/export-document.ts';
import { makeExport, takeValues } from './export/make-export.ts';
import type { Exportable, LeftOut } from './export/make-export.ts';
import { planMerge, tellMerge } from './export/plan-merge.ts';
import type { Here, MergePlan } from './export/plan-merge.ts';
import { sealExport } from './export/sealed-export.ts';
import { importConnection } from './import-connections.ts';
import type { ImportConnectionsPorts } from './import-connections.ts';
import { readImport } from './read-import.ts';
import { saveExport } from './save-export.ts';
import type { SaveExportPorts } from './save-export.ts';
import { tellConnection } from './tell-connections.ts';
import type { UnderstandPorts } from './tell-connections.ts';
import { createUploads } from './uploads.ts';

/** What `portability.*` is answered with. */
export type PortabilityPorts = Omit<MergePorts, 'vault'> &
  Omit<ImportConnectionsPorts, 'vault'> &
  Pick<UnderstandPorts, 'understand'> &
  SaveExportPorts &
  Pick<Here, 'knowsCloud' | 'fits' | 'isOfCloud'> & {
    readonly vault: Pick<Vault, 'get' | 'put'>;
    readonly version: string;
  };

/** `s2s-console 2026-11-26.json`, or with a workspace's name in it as far as file names allow. */
const fileName = (workspace: string | null, day: string, sealed: boolean): string => {
  const plain = (workspace ?? '')
    .replaceAll(/[^\w. -]+/g, '')
    .trim()
    .slice(0, 60);
  return `s2s-console ${plain === '' ? '' : `${plain} `}${day}${sealed ? ' sealed' : ''}.json`;
};

/** Answers `portability.*`. What is handed over stays in main; of an import nothing is written before it was seen. */
export const portabilityHandlers = (ports: PortabilityPorts) => {
  const uploads = createUploads();
  const { workspaces, registry, profiles, vault } = ports;

  const exportable = (): Exportable => ({
    workspaces: workspaces.all(),
    environmentsOf: (id) => registry.of(id).environments,
    profiles: profiles.all(),
  });
  const record = (workspaceId: WorkspaceId | null, summary: string): Promise<void> =>
    ports.recordActivity({
      workspaceId,
      kind: 'imported',
      environment: '',
      summary,
      outcome: 'ok',
      requestId: '',
    });

  const plan = async (document: ExportDocument): Promise<MergePlan> => {
    const missing = new Set<string>();
    for (const id of Object.keys(document.values ?? {})) {
      const kept = await vault.get(id);
      if (!kept.ok && kept.error.code === 'secret-missing') missing.add(id);
    }
    const { knowsCloud, fits, isOfCloud } = ports;
    return planMerge(document, {
      ...exportable(),
      knowsCloud,
      fits,
      isOfCloud,
      isMissing: (id) => missing.has(id),
    });
  };

  /** The export as text, and what could not be taken into it. */
  const write = async (
    document: ExportDocument,
    passphrase: string | null,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly secrets: number; readonly leftOut: readonly LeftOut[] }> => {
    if (passphrase === null)
      return { text: `${JSON.stringify(document, null, 2)}\n`, secrets: 0, leftOut: [] };
    const { values, leftOut } = await takeValues(document, vault.get, signal);
    const text = await sealExport(JSON.stringify({ ...document, values }), passphrase);
    return { text, secrets: Object.keys(values).length, leftOut };
  };

  const chosen = (ids: readonly WorkspaceId[]): Result<readonly WorkspaceId[] | null> => {
    const stranger = ids.find((id) => workspaces.find(id) === null);
    if (stranger !== undefined) return failed('not-found', { what: 'workspace', id: stranger });
    return ok(ids.length === 0 ? null : ids);
  };

  return {
    'portability.put': implement(contract.put, async ({ importId, piece }) =>
      uploads.put(importId, Buffer.from(piece, 'base64')),
    ),

    'portability.forget': implement(contract.forget, async () => {
      uploads.forget();
      return ok({});
    }),

    'portability.preview': implement(contract.preview, async ({ importId, passphrase }) => {
      const bytes = uploads.text(importId);
      if (!bytes.ok) return bytes;
      const known = uploads.read(importId);
      const read =
        known.ok && known.value !== null
          ? ok(known.value)
          : await readImport(bytes.value, passphrase ?? null);
      bytes.value.fill(0);
      if (!read.ok) return read;
      uploads.understood(importId, read.value);
      if (read.value.kind === 'export') {
        const { document } = read.value;
        return ok({ kind: 'export', merge: tellMerge(document, await plan(document)) });
      }
      const { format, connections, unreadable } = read.value.found;
      const about = { ...ports, profiles: profiles.all };
      return ok({
        kind: 'connections',
        format,
        unreadable,
        rows: connections.map((one, index) => tellConnection(about, one, index)),
      });
    }),

    'portability.importConnections': implementStream(
      contract.importConnections,
      async ({ importId, workspaceId, rows }, emit, signal) => {
        const read = uploads.read(importId);
        if (!read.ok) return read;
        const first = workspaces.find(workspaceId);
        if (first === null) return failed('not-found', { what: 'workspace', id: workspaceId });
        if (read.value?.kind !== 'connections') return failed('not-found', { what: 'import', id: importId });
        const { connections, format } = read.value.found;
        const counts = { apps: 0, environments: 0, secrets: 0, failed: 0, cancelled: 0 };
        for (const [done, index] of [...new Set(rows)].entries()) {
          const found = connections[index];
          // Read again each time: the first environment may have told the workspace its tenant.
          const workspace = workspaces.find(workspaceId);
          if (found === undefined || workspace === null) continue;
          const result = await importConnection(ports, workspace, found, signal);
          if (!result.ok) {
            counts.cancelled = rows.length - done;
            break;
          }
          const { app, credential, environment, error } = result.value;
          counts.apps += app === 'added' || app === 'linked' ? 1 : 0;
          counts.environments += environment === 'added' ? 1 : 0;
          counts.secrets += credential === 'added' ? 1 : 0;
          counts.failed += error === null ? 0 : 1;
          await emit({ index, app, credential, environment, error });
        }
        await record(
          workspaceId,
          `Imported from ${format}: ${counts.apps} apps, ${counts.environments} environments, ${counts.secrets} secrets`,
        );
        return ok(counts);
      },
    ),

    'portability.importExport': implement(contract.importExport, async ({ importId }, signal) => {
      const read = uploads.read(importId);
      if (!read.ok) return read;
      if (read.value?.kind !== 'export') return failed('not-found', { what: 'import', id: importId });
      const { document } = read.value;
      const merge = await plan(document);
      if (signal.aborted) return failed('cancelled');
      const told = tellMerge(document, merge);
      const applied = await applyMerge(ports, merge, signal);
      if (!applied.ok) return applied;
      uploads.forget();
      for (const { id, name } of applied.value)
        await record(id, `Imported an export of ${document.madeAt} into ${name}`);
      return ok({ merge: told });
    }),

    'portability.export': implement(
      contract.exportWorkspaces,
      async ({ workspaceIds, passphrase }, signal) => {
        const ids = chosen(workspaceIds);
        if (!ids.ok) return ids;
        const strength = passphrase === null ? 'strong' : passphraseStrength(passphrase);
        if (strength === 'too-short' || strength === 'weak') return failed('passphrase-weak', { strength });
        const at = ports.now();
        const document = makeExport(exportable(), ids.value, { at, by: `S2S Console ${ports.version}` });
        const { text, secrets, leftOut } = await write(document, passphrase, signal);
        if (signal.aborted) return failed('cancelled');
        const only = document.workspaces.length === 1 ? (document.workspaces[0] ?? null) : null;
        const sealed = passphrase !== null;
        const what = `${document.workspaces.map(({ name }) => name).join(', ') || 'apps'} ${sealed ? `with ${secrets} secrets, sealed` : 'without secrets'}`;
        const name = fileName(only?.name ?? null, localDay(new Date(at)), sealed);
        const saved = await saveExport(ports, only?.id ?? null, { name, text, what });
        if (!saved.ok) return saved;
        const path = saved.value;
        return ok({
          saved: path !== null,
          place: path === null ? null : basename(path),
          workspaces: document.workspaces.length,
          environments: document.environments.length,
          apps: document.apps.length,
          secrets,
          leftOut: [...leftOut],
        });
      },
    ),
  };
};
