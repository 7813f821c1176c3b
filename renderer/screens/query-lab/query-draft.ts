import { useEffect } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type {
  AppProfileId,
  CredentialId,
  EnvironmentId,
  WorkspaceId,
} from '../../../preload/contract/words/ids.ts';
import { useKept } from '../../bridge/index.ts';
import { usePlaceParams } from '../../places/index.ts';

/** What the person has set up to run; there again when they come back. */
export type QueryDraft = {
  readonly text: string;
  readonly appId: AppProfileId | null;
  /** Null takes the newest usable one. */
  readonly credentialId: CredentialId | null;
  readonly environmentIds: readonly EnvironmentId[];
  readonly rowsPerEnvironment: number;
};

/** The contract's bounds of rows per environment. */
export const FEWEST_ROWS = 1;
export const MOST_ROWS = 100_000;

const NEW_DRAFT: QueryDraft = {
  text: '',
  appId: null,
  credentialId: null,
  environmentIds: [],
  rowsPerEnvironment: 1000,
};

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
      text: before.text === '' ? 'WhoAmI' : before.text,
    }));
    changeParams({ app: null, environments: null }, { replace: true });
  }, [app, asked, changeParams, environments, keep, profiles, wanted]);
  return [draft, (change) => keep((before) => ({ ...before, ...change }))];
};
