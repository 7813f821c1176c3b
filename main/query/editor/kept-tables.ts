import { z } from 'zod';
import { table, tables } from '../../../preload/contract/query-tables.ts';
import { environmentId } from '../../../preload/contract/schemas.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Vault } from '../../vault/vault.ts';

/** How the vault's references of kept definitions begin; the workspace's id follows. */
export const QUERY_TABLES = 'query-tables-';
/** Environments of a workspace, tables of one of them, and characters of all together; what was used longest ago goes first. */
const MOST_KEPT_TABLES = { environments: 6, details: 40, characters: 4_000_000 } as const;

type List = z.infer<typeof tables.output>;
type Details = z.infer<typeof table.output>;

const keptSchema = z.strictObject({
  version: z.literal(1),
  environments: z.array(
    z.strictObject({ environmentId, list: tables.output.nullable(), details: z.array(table.output) }),
  ),
});
type Kept = z.infer<typeof keptSchema>['environments'];

/** What was read of the tables of environments, over the end of the console. It can be read again, so what is lost costs only time. */
export type KeptTables = {
  readonly list: (id: WorkspaceId, where: EnvironmentId) => Promise<List | null>;
  readonly details: (id: WorkspaceId, where: EnvironmentId, name: string) => Promise<Details | null>;
  /** Keeps what was read; of a refreshed list the details before it go. */
  readonly keep: (
    id: WorkspaceId,
    where: EnvironmentId,
    part: { readonly list: List } | { readonly details: Details },
  ) => Promise<void>;
  /** Fails as the vault does. */
  readonly forget: (id: WorkspaceId) => Promise<Result<null>>;
};

const keptIn = (text: string): Kept => {
  try {
    return keptSchema.safeParse(JSON.parse(text)).data?.environments ?? [];
  } catch {
    return [];
  }
};

const fitting = (kept: Kept): string => {
  let environments = kept.slice(0, MOST_KEPT_TABLES.environments);
  for (;;) {
    const text = JSON.stringify({ version: 1, environments });
    if (text.length <= MOST_KEPT_TABLES.characters || environments.length === 0) return text;
    environments = environments.slice(0, -1);
  }
};

/** Keeps them sealed in the vault: names of tables and choices tell of a client's business. */
export const createKeptTables = (vault: Pick<Vault, 'get' | 'put' | 'remove'>): KeptTables => {
  const known = new Map<WorkspaceId, Promise<Kept>>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(task, task);
    last = turn;
    return turn;
  };
  const read = async (id: WorkspaceId): Promise<Kept> => {
    const text = await vault.get(`${QUERY_TABLES}${id}`);
    return text.ok ? keptIn(text.value) : [];
  };
  const of = (id: WorkspaceId): Promise<Kept> => {
    const there = known.get(id) ?? read(id);
    known.set(id, there);
    return there;
  };
  const at = async (id: WorkspaceId, where: EnvironmentId) =>
    (await of(id)).find((one) => one.environmentId === where) ?? null;
  return {
    list: async (id, where) => (await at(id, where))?.list ?? null,
    details: async (id, where, name) =>
      (await at(id, where))?.details.find((one) => one.table.logicalName === name) ?? null,
    keep: (id, where, part) =>
      inTurn(async () => {
        const before = await of(id);
        const there = before.find((one) => one.environmentId === where);
        const others = before.filter((one) => one.environmentId !== where);
        const details = there?.details ?? [];
        const next =
          'list' in part
            ? { environmentId: where, list: part.list, details: [] }
            : {
                environmentId: where,
                list: there?.list ?? null,
                details: [
                  part.details,
                  ...details.filter((one) => one.table.logicalName !== part.details.table.logicalName),
                ].slice(0, MOST_KEPT_TABLES.details),
              };
        const text = fitting([next, ...others]);
        known.set(id, Promise.resolve(keptIn(text)));
        // A vault that keeps nothing costs the next start a few seconds, never this answer.
        await vault.put(`${QUERY_TABLES}${id}`, text);
      }),
    forget: (id) =>
      inTurn(async () => {
        const removed = await vault.remove(`${QUERY_TABLES}${id}`);
        if (removed.ok) known.delete(id);
        return removed;
      }),
  };
};
