import type { Result } from '../../preload/contract/words/errors.ts';
import type { GraphPermission } from '../../preload/contract/words/graph-permission.ts';
import type { TenantId, WorkspaceId } from '../../preload/contract/words/ids.ts';

/** What a call is about and what it takes, so that a refusal can say it. */
export type GraphAsk = {
  /** The thing that is asked for, in plain words: `application`. */
  readonly what: string;
  readonly id: string;
  readonly needs: GraphPermission;
  readonly signal: AbortSignal;
};

/** Some rows of a list. */
export type GraphRows = {
  readonly rows: readonly unknown[];
  /** There are more than were asked for. */
  readonly more: boolean;
};

/**
 * Microsoft Graph v1.0 as the signed-in admin of a workspace. `path` is what follows `/v1.0/`. Fails with `not-found`,
 * `directory-denied`, `directory-policy`, `already-exists`, `directory`, or as the HTTP client does.
 */
export type GraphClient = {
  /** Tenant in which everything is read and changed. */
  readonly tenantId: TenantId;
  /** Whether there is a token that carries the permission; nothing is asked of Graph itself. */
  readonly mayUse: (permission: GraphPermission, signal: AbortSignal) => Promise<Result<null>>;
  readonly get: (path: string, ask: GraphAsk) => Promise<Result<unknown>>;
  /**
   * Reads pages until `most` rows are there, pinned to Graph's origin. `eventual` sends `ConsistencyLevel: eventual`, which
   * `$search` and some filters need (Microsoft Learn: aad-advanced-queries).
   */
  readonly list: (
    path: string,
    options: { readonly most: number; readonly eventual?: boolean },
    ask: GraphAsk,
  ) => Promise<Result<GraphRows>>;
  readonly post: (path: string, body: unknown, ask: GraphAsk) => Promise<Result<unknown>>;
  readonly patch: (path: string, body: unknown, ask: GraphAsk) => Promise<Result<unknown>>;
  readonly remove: (path: string, ask: GraphAsk) => Promise<Result<unknown>>;
};

/** The directory of a workspace; fails with `not-found`, or with `sign-in-needed` while its tenant is not known. */
export type DirectoryOf = (workspaceId: WorkspaceId) => Result<GraphClient>;
