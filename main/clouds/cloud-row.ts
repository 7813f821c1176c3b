import type { Cloud } from '../../preload/contract/clouds.ts';

/** One cloud with everything that main needs to know of it; the contract's Cloud is what the renderer sees of it. */
export type CloudRow = Cloud & {
  /** Resource that tokens for the admin API (`admin`) are asked for: it is not the API's own host. */
  readonly adminResource: string;
  /** Web pages of this cloud that the console may open, by exact host; environments and the authority are added by rule. */
  readonly pages: readonly string[];
  /** What `pac auth create --cloud` calls it; null when it has no name there. */
  readonly pacName: string | null;
};
