import type { OrgUrl } from '../../preload/contract/words/ids.ts';

/** Path of the Web API below the environment's origin; v9.2 is the current version (Microsoft Learn: web API versions). */
export const API_PATH = '/api/data/v9.2/';

/** The absolute address of a row, as `@odata.id` in the body of a `$ref` request needs it (Microsoft Learn: associate-disassociate-entities-using-web-api). */
export const rowReference = (
  origin: OrgUrl,
  entitySet: string,
  id: string,
): { readonly '@odata.id': string } => ({ '@odata.id': `${origin}${API_PATH}${entitySet}(${id})` });

/** Path to associate a row with a collection-valued navigation property (POST). */
export const collectionReference = (entitySet: string, id: string, navigation: string): string =>
  `${entitySet}(${id})/${navigation}/$ref`;

/** Path to end one association of a collection-valued navigation property (DELETE). */
export const memberReference = (
  entitySet: string,
  id: string,
  navigation: string,
  memberId: string,
): string => `${entitySet}(${id})/${navigation}(${memberId})/$ref`;
