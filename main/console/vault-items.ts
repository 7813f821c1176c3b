import { parseWorkspaceId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { INVENTORY_SNAPSHOT } from '../application-users/snapshot-text.ts';
import { EXPIRY_SNAPSHOT } from '../expiry/snapshot.ts';
import { BASELINE } from '../fleet/baseline/baseline-book.ts';
import type { StoredProfile } from '../identity/app-profiles/document.ts';
import { QUERY_TABLES } from '../query/editor/kept-tables.ts';
import { QUERY_HISTORY } from '../query/query-history.ts';
import { SAVED_QUERIES } from '../query/saved/saved-queries.ts';
import type { KnownItem } from '../vault/vault-index.ts';

/** Credentials stand in the vault under their ids. */
export const credentialItems = (profiles: readonly StoredProfile[]): readonly KnownItem[] =>
  profiles.flatMap((profile) =>
    profile.credentials.map((credential): KnownItem => ({
      reference: credential.id,
      kind: credential.kind,
      label: credential.label,
      owner: profile.name,
      appProfileId: profile.id,
      credentialId: credential.id,
      workspaceId: profile.workspaces[0] ?? null,
    })),
  );

const OF_QUERIES = [QUERY_HISTORY, SAVED_QUERIES, QUERY_TABLES];

const kindOf = (reference: string): KnownItem['kind'] => {
  if (reference === EXPIRY_SNAPSHOT) return 'snapshot';
  if (reference.startsWith('journal-')) return 'journal';
  if (/^sign-in-[0-9a-f-]{36}/.test(reference)) return 'sign-in';
  if (reference.startsWith(BASELINE)) return 'baseline';
  if (OF_QUERIES.some((begin) => reference.startsWith(begin))) return 'queries';
  return reference.startsWith(INVENTORY_SNAPSHOT) ? 'inventory' : 'other';
};

/** Sign-ins, inventories, baselines, query histories, saved queries and tables are named after their workspace, the journal's values after the journal; what is neither belongs to nothing any more. */
export const meaningOf =
  (workspaces: () => readonly Workspace[]) =>
  (reference: string): KnownItem => {
    const id = parseWorkspaceId(
      /^(?:sign-in|inventory|baseline|queries|saved-queries|query-tables)-([0-9a-f-]{36})/.exec(
        reference,
      )?.[1] ?? '',
    );
    const workspace = workspaces().find((one) => one.id === id);
    const kind = kindOf(reference);
    return {
      reference,
      kind,
      label: '',
      owner: workspace?.name ?? '',
      appProfileId: null,
      credentialId: null,
      workspaceId: workspace?.id ?? null,
    };
  };
