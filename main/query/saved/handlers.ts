import { implement } from '../../../preload/contract/implement.ts';
import * as contract from '../../../preload/contract/saved-queries.ts';
import type { SavedQuery } from '../../../preload/contract/saved-queries.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseSavedQueryId } from '../../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { freeName, MOST_SAVED } from '../../../preload/contract/words/queries/saved-query.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import type { EnvironmentAccess } from '../../dataverse/environment-access.ts';
import { newId } from '../../settings/new-id.ts';
import { rememberedQuery } from '../remembered-query.ts';
import { readQueryFile } from './read-query-file.ts';
import type { ReadQuery } from './read-query-file.ts';
import type { SavedQueries } from './saved-queries.ts';
import { writeQueryFile } from './write-query-file.ts';

export type SavedQueriesPorts = {
  readonly saved: SavedQueries;
  readonly environments: Pick<EnvironmentAccess, 'choose'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

const full = (): Result<never> =>
  failed('invalid-input', { path: '', problem: `A workspace keeps at most ${MOST_SAVED} queries` });

const isSame = (a: ReadQuery, b: ReadQuery): boolean =>
  sameName(a.name, b.name) && a.query.language === b.query.language && a.query.text === b.query.text;

/** What each query of a file would become beside those that are here, in the order of the file. */
const besides = (found: readonly ReadQuery[], here: readonly SavedQuery[]) => {
  const taken = here.map(({ name }) => name);
  return found.map((one) => {
    if (here.some((other) => isSame(one, other))) return { ...one, here: 'same', becomes: one.name } as const;
    const becomes = freeName(one.name, taken);
    taken.push(becomes);
    return { ...one, here: becomes === one.name ? 'new' : 'renamed', becomes } as const;
  });
};

/** The methods of named queries. */
export const savedQueriesHandlers = ({ environments, now, saved }: SavedQueriesPorts) => {
  const iso = (): string => new Date(now()).toISOString();
  /** Before the vault: of a workspace that was removed nothing is told and nothing kept. */
  const inWorkspace = (id: WorkspaceId) => environments.choose(id, []);

  return {
    'query.saved': implement(contract.saved, async ({ workspaceId }) => {
      const there = inWorkspace(workspaceId);
      if (!there.ok) return there;
      const queries = await saved.of(workspaceId);
      return queries.ok ? ok({ queries: [...queries.value] }) : queries;
    }),

    'query.save': implement(contract.save, async ({ workspaceId, id, name, query }) => {
      const there = inWorkspace(workspaceId);
      if (!there.ok) return there;
      return saved.change(workspaceId, (before) => {
        const others = before.filter((one) => one.id !== id);
        if (others.some((one) => sameName(one.name, name)))
          return failed('already-exists', { what: 'query', name });
        if (others.length >= MOST_SAVED) return full();
        const kept = {
          id: id ?? newId(parseSavedQueryId),
          name,
          query: rememberedQuery(query),
          changedAt: iso(),
        };
        return ok({ queries: [...others, kept], value: { saved: kept } });
      });
    }),

    'query.removeSaved': implement(contract.removeSaved, async ({ workspaceId, id }) => {
      const there = inWorkspace(workspaceId);
      if (!there.ok) return there;
      return saved.change(workspaceId, (before) =>
        ok({ queries: before.filter((one) => one.id !== id), value: {} }),
      );
    }),

    'query.exportSaved': implement(contract.exportSaved, async ({ workspaceId, ids }) => {
      const there = inWorkspace(workspaceId);
      if (!there.ok) return there;
      const kept = await saved.of(workspaceId);
      if (!kept.ok) return kept;
      const chosen = ids.length === 0 ? kept.value : kept.value.filter(({ id }) => ids.includes(id));
      const [only] = chosen;
      if (only === undefined) return failed('not-found', { what: 'saved query', id: ids.join(', ') });
      const hosts = there.value.map(({ url }) => new URL(url).host);
      const plain = only.name
        .replaceAll(/[^\w. -]+/g, '')
        .trim()
        .slice(0, 60);
      return ok({
        text: writeQueryFile(chosen, hosts),
        suggestedName: chosen.length === 1 && plain !== '' ? `${plain}.queries.json` : 'queries.json',
        queries: chosen.length,
      });
    }),

    'query.checkFile': implement(contract.checkFile, async ({ workspaceId, text }) => {
      const there = inWorkspace(workspaceId);
      if (!there.ok) return there;
      const kept = await saved.of(workspaceId);
      if (!kept.ok) return kept;
      const read = readQueryFile(text);
      return ok(
        read.ok
          ? { faults: [], queries: besides(read.queries, kept.value) }
          : { faults: [...read.faults], queries: [] },
      );
    }),

    'query.importSaved': implement(contract.importSaved, async ({ workspaceId, text, take }) => {
      const there = inWorkspace(workspaceId);
      if (!there.ok) return there;
      const read = readQueryFile(text);
      if (!read.ok) return failed('invalid-input', { path: 'text', problem: 'The file has faults' });
      const wanted = read.queries.filter((_one, index) => take.includes(index));
      return saved.change(workspaceId, (before) => {
        const found = besides(wanted, before);
        const added = found.filter(({ here }) => here !== 'same');
        if (before.length + added.length > MOST_SAVED) return full();
        const changedAt = iso();
        const kept = added.map(({ becomes, query }) => ({
          id: newId(parseSavedQueryId),
          name: becomes,
          query,
          changedAt,
        }));
        const value = { added: added.length, present: found.length - added.length };
        return ok({ queries: [...before, ...kept], value });
      });
    }),
  };
};
