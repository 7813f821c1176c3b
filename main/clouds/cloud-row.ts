import type { Cloud } from '../../preload/contract/clouds.ts';

/** One cloud with everything that main needs to know of it. */
export type CloudRow = Cloud;
