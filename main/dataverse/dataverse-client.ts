import type { HttpWait } from '../http/http-client.ts';
import type { Correlation, Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';

/** A token for one environment, asked for anew at every request so that an expired one is never used. */
export type Bearer = (signal: AbortSignal) => Promise<Result<string>>;

/**
 * The user whom an app acts on behalf of: by the id of its directory object, which the service prefers, or by that of its row (Microsoft
 * Learn: "Impersonate another user using the Web API").
 */
export type OnBehalfOf = { readonly header: 'CallerObjectId' | 'MSCRMCallerID'; readonly id: string };

/** A decoded JSON answer of the Web API. */
export type DataverseAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly correlation: Correlation;
  readonly milliseconds: number;
  readonly retries: number;
};

export type ReadOptions = {
  readonly signal: AbortSignal;
  readonly pageSize?: number;
  readonly annotations?: boolean;
  /** The rows of a long page come as `RowPieces`. */
  readonly inPieces?: boolean;
  /** So many pages are read for certain: each is asked for while the one before it is at work. One unless said otherwise. */
  readonly pagesWanted?: number;
  /** Asks for `Consistency: Strong`, so that a change just made is seen. */
  readonly strong?: boolean;
  /** Told before a wait that the service asked for, or that a broken connection costs. */
  readonly onWait?: (wait: HttpWait) => void;
};

export type WriteOptions = {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** `*` or an etag; null: no `If-Match`, so that a PATCH creates what is missing. */
  readonly ifMatch: string | null;
  /** `Prefer: return=representation`. */
  readonly returnRow: boolean;
};

/** The Web API of one environment as one principal. Failures are `dataverse` errors or those of the HTTP client. */
export type DataverseClient = {
  readonly origin: OrgUrl;
  /** `path` is what follows `/api/data/v9.2/`. */
  readonly get: (path: string, options: ReadOptions) => Promise<Result<DataverseAnswer>>;
  /** The same inside `POST $batch`, for an address that is too long for a GET (32 KB; inside a batch 64 KB). */
  readonly getInBatch: (path: string, options: ReadOptions) => Promise<Result<DataverseAnswer>>;
  /** Follows `@odata.nextLink`, pinned to the environment's origin; one Result per page, ends after a failure. */
  readonly pages: (path: string, options: ReadOptions) => AsyncGenerator<Result<DataverseAnswer>>;
  /** Pages from a link that the service sent (an expanded collection's `nextLink`), pinned in the same way. */
  readonly follow: (link: string, options: ReadOptions) => AsyncGenerator<Result<DataverseAnswer>>;
  readonly post: (path: string, body: unknown, signal: AbortSignal) => Promise<Result<DataverseAnswer>>;
  readonly patch: (path: string, body: unknown, signal: AbortSignal) => Promise<Result<DataverseAnswer>>;
  readonly remove: (path: string, signal: AbortSignal) => Promise<Result<DataverseAnswer>>;
  /** A change with the headers that whoever asks for it wants. */
  readonly write: (request: WriteOptions, signal: AbortSignal) => Promise<Result<DataverseAnswer>>;
};
