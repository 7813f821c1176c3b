import type { DesiredUnit } from '../../../preload/contract/fleet.ts';
import type { ClientId, OrgUrl } from '../../../preload/contract/words/ids.ts';

/** Names that shall be held: these and no others, or these and whatever else. */
export type ExpectedNames = { readonly mode: 'exactly' | 'at-least'; readonly names: readonly string[] };

/** What a baseline says of one app in one environment; null where it says nothing. */
export type Expectation = {
  readonly url: OrgUrl;
  readonly clientId: ClientId;
  readonly appName: string;
  readonly present: boolean;
  readonly enabled: boolean | null;
  readonly businessUnit: DesiredUnit | null;
  readonly roles: ExpectedNames | null;
  readonly teams: ExpectedNames | null;
  readonly profiles: ExpectedNames | null;
};
