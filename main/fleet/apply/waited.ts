import type { Clock } from '../../http/clock.ts';

/** Waits; false when it was cancelled before the time was over. */
export const waited = async (clock: Clock, seconds: number, cancel: AbortSignal): Promise<boolean> => {
  try {
    await clock.sleep(seconds * 1000, cancel);
    return true;
  } catch {
    return false;
  }
};
