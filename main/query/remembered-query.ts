import type { Query } from '../../preload/contract/query.ts';
import { looksLikeSecret } from '../../preload/contract/words/queries/parameters/looks-like-secret.ts';

/** A query as it is kept: with its values, without those that look like a secret. */
export const rememberedQuery = ({ parameters, ...query }: Query): Query =>
  parameters === undefined
    ? query
    : { ...query, parameters: parameters.filter(({ value }) => !looksLikeSecret(value)) };
