import type { Result } from '../../preload/contract/words/errors.ts';
import type { DataverseAnswer, DataverseClient } from './dataverse-client.ts';
import { API_PATH } from './api-path.ts';

/** A row of an entity set. */
type Row = { readonly set: string; readonly id: string };

/** A link between two rows, as one of them names it: a collection-valued navigation property, and the row in it. */
export type Association = { readonly of: Row; readonly navigation: string; readonly with: Row };

/**
 * Links two rows (Microsoft Learn: associate-disassociate-entities-using-web-api): the body names the other one by its absolute address. Sources
 * disagree on whether a link that is there is answered with 204 or with 412 (0x80040237): a caller reads before, or takes both.
 */
export const associate = (
  client: DataverseClient,
  { navigation, of, with: other }: Association,
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> => {
  const address = `${client.origin}${API_PATH}${other.set}(${other.id})`;
  return client.post(`${of.set}(${of.id})/${navigation}/$ref`, { '@odata.id': address }, signal);
};

/** Ends the link between two rows; where there is none, nothing happens. */
export const disassociate = (
  client: DataverseClient,
  { navigation, of, with: other }: Association,
  signal: AbortSignal,
): Promise<Result<DataverseAnswer>> =>
  client.remove(`${of.set}(${of.id})/${navigation}(${other.id})/$ref`, signal);
