import type { ExpiryDocument } from './document.ts';

/**
 * Snoozes credentials until a moment, or ends their snooze. What was told of them is forgotten, so that they are told of again when the
 * snooze is over. Snoozes that are over go with it.
 */
export const withSnooze = (
  document: ExpiryDocument,
  change: { readonly ids: readonly string[]; readonly until: string | null; readonly note: string },
  now: number,
): ExpiryDocument => {
  const { ids, note, until } = change;
  const changed = new Set(ids);
  return {
    snoozes: [
      ...document.snoozes.filter((one) => !changed.has(one.id) && Date.parse(one.until) > now),
      ...(until === null || Date.parse(until) <= now ? [] : [...changed].map((id) => ({ id, until, note }))),
    ],
    told: until === null ? document.told : document.told.filter(({ id }) => !changed.has(id)),
  };
};
