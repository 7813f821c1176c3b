import { useEffect } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Query } from '../../../preload/contract/query.ts';
import type {
  AppProfileId,
  CredentialId,
  EnvironmentId,
  SavedQueryId,
  WorkspaceId,
} from '../../../preload/contract/words/ids.ts';
import type { ParameterType } from '../../../preload/contract/words/queries/parameters/parameter.ts';
import { useKept } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';

/** What the person has set up to run; there again when they come back. */
export type QueryDraft = {
  readonly language: Query['language'];
  /** The OData query. */
  readonly text: string;
  /** The FetchXML query; each language keeps its own text. */
  readonly fetchXml: string;
  readonly appId: AppProfileId | null;
  /** Null takes the newest usable one. */
  readonly credentialId: CredentialId | null;
  readonly environmentIds: readonly EnvironmentId[];
  readonly rowsPerEnvironment: number;
  /** Values of parameters by name, with the type that was chosen where nothing tells it. */
  readonly values: Readonly<Record<string, DraftValue>>;
  /** The saved query that it began as; null: none. */
  readonly savedId: SavedQueryId | null;
};

/** What was typed for a parameter. */
export type DraftValue = { readonly value: string; readonly type: ParameterType };

/** The contract's bounds of rows per environment. */
export const FEWEST_ROWS = 1;
export const MOST_ROWS = 100_000;

const NEW_DRAFT: QueryDraft = {
  language: 'odata',
  text: '',
  fetchXml: '',
  appId: null,
  credentialId: null,
  environmentIds: [],
  rowsPerEnvironment: 1000,
  values: {},
  savedId: null,
};

/** A draft with what was typed; FetchXML that is pasted over OData is taken for what it is. */
export const typed = (draft: QueryDraft, text: string): Partial<QueryDraft> =>
  draft.language === 'fetchxml' || /^\s*<(?:fetch|\?xml)\b/.test(text)
    ? { language: 'fetchxml', fetchXml: text }
    : { text };

/** The draft of a workspace, with the app and environments that another screen asked for (`app`, `environments`). */
export const useQueryDraft = (
  workspaceId: WorkspaceId,
  profiles: readonly AppProfile[] | undefined,
  environments: readonly Environment[] | undefined,
): readonly [QueryDraft, (change: Partial<QueryDraft>) => void] => {
  const [draft, keep] = useKept<QueryDraft>([workspaceId, 'query-lab', 'draft'], NEW_DRAFT);
  const [params, changeParams] = usePlaceParams();
  const { app, environments: wanted } = params;
  const asked = app !== undefined || wanted !== undefined;
  useEffect(() => {
    if (!asked || profiles === undefined || environments === undefined) return;
    const profile = profiles.find(({ id, clientId }) => id === app || clientId === app);
    const ids = new Set(wanted?.split(','));
    const found = environments.filter(({ id }) => ids.has(id)).map(({ id }) => id);
    keep((before) => ({
      ...before,
      ...(profile === undefined ? {} : { appId: profile.id, credentialId: null }),
      ...(found.length === 0 ? {} : { environmentIds: found }),
      ...(before.language === 'odata' && before.text === '' ? { text: 'WhoAmI' } : {}),
    }));
    changeParams({ app: null, environments: null }, { replace: true });
  }, [app, asked, changeParams, environments, keep, profiles, wanted]);
  return [draft, (change) => keep((before) => ({ ...before, ...change }))];
};
