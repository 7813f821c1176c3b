import { notImplemented } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';

/** Answers a request that changes something. */
export function write(
  session: Session,
  segments: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  void segments;
  void options;
  throw notImplemented(`Method ${session.request.method}`);
}
