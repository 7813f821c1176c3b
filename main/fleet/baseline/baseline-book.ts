import { z } from 'zod';
import { keptComparisonSchema } from '../../../preload/contract/baseline.ts';
import { instant } from '../../../preload/contract/schemas.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Vault } from '../../vault/vault.ts';

/** How the vault's references of baselines begin; the workspace's id follows. */
export const BASELINE = 'baseline-';

/** The text is kept as it was given, comments and all; what it says is read from it each time. */
const entrySchema = z.strictObject({
  version: z.literal(1),
  text: z.string(),
  name: z.string(),
  keptAt: instant,
  last: keptComparisonSchema.nullable(),
});
export type BaselineEntry = Omit<z.infer<typeof entrySchema>, 'version'>;

/** The baseline of each workspace; every question names its workspace. All fail as the vault does. */
export type BaselineBook = {
  readonly of: (id: WorkspaceId) => Promise<Result<BaselineEntry | null>>;
  readonly keep: (id: WorkspaceId, entry: BaselineEntry) => Promise<Result<null>>;
  /** Keeps what a comparison found, unless the text changed while it ran. */
  readonly compared: (
    id: WorkspaceId,
    text: string,
    last: NonNullable<BaselineEntry['last']>,
  ) => Promise<Result<null>>;
  readonly forget: (id: WorkspaceId) => Promise<Result<null>>;
};

const entryIn = (text: string): BaselineEntry | null => {
  try {
    const read = entrySchema.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const { version: _, ...entry } = read.data;
    return entry;
  } catch {
    return null;
  }
};

/** Keeps them sealed in the vault: they name a client's apps and what those may do. */
export const createBaselineBook = (vault: Pick<Vault, 'get' | 'put' | 'remove'>): BaselineBook => {
  const referenceOf = (id: WorkspaceId): string => `${BASELINE}${id}`;
  const of: BaselineBook['of'] = async (id) => {
    const kept = await vault.get(referenceOf(id));
    if (!kept.ok) return kept.error.code === 'secret-missing' ? ok(null) : kept;
    const entry = entryIn(kept.value);
    // Of a newer console, say: it is a person's text and is not taken for none.
    return entry === null ? failed('vault-unreadable', { what: 'baseline' }) : ok(entry);
  };
  const keep: BaselineBook['keep'] = async (id, entry) => {
    const put = await vault.put(referenceOf(id), JSON.stringify({ version: 1, ...entry }));
    return put.ok ? ok(null) : put;
  };
  return {
    of,
    keep,
    compared: async (id, text, last) => {
      const now = await of(id);
      if (!now.ok) return now;
      return now.value?.text === text ? keep(id, { ...now.value, last }) : ok(null);
    },
    forget: (id) => vault.remove(referenceOf(id)),
  };
};
