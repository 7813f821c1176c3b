import { NETWORK_SIGNS } from './network-signs.ts';
import { phraseIndex } from './phrase-index.ts';
import { SERVICE_SIGNS } from './service-signs.ts';
import { SIGN_IN_SIGNS } from './sign-in-signs.ts';
import type { Sign } from './sign.ts';
import { STATUS_SIGNS } from './status-signs.ts';

/** Everything that is known by words. */
export const SIGNS: readonly Sign[] = [...NETWORK_SIGNS, ...SERVICE_SIGNS, ...SIGN_IN_SIGNS, ...STATUS_SIGNS];

/** The sign whose words stand at a place. */
export const signAt = phraseIndex<Sign>(() =>
  SIGNS.flatMap((sign) => sign.words.map((words) => ({ words, value: sign }))),
);

/** The sign of an HTTP status; null for one that says nothing by itself. */
export const signOfStatus = (number: string): Sign | null =>
  STATUS_SIGNS.find(({ id }) => id === `HTTP ${number}`) ?? null;
