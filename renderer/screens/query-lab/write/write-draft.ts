import type { WriteRequest } from '../../../../preload/contract/fleet-writes.ts';
import { WRITE_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';

/** A write test as it is typed; an empty `ifMatch` leaves the header out. */
export type WriteDraft = Omit<WriteRequest, 'ifMatch'> & { readonly ifMatch: string };

export const NEW_WRITE: WriteDraft = { method: 'POST', path: '', body: '', ifMatch: '', returnRow: true };

/** What is wrong with the body; null where nothing is. */
export const bodyProblem = ({ body, method }: WriteDraft): string | null => {
  if (method === 'DELETE' || (method === 'POST' && body.trim() === '')) return null;
  try {
    const value: unknown = JSON.parse(body);
    return value instanceof Object && !Array.isArray(value) ? null : TEXTS.noObject;
  } catch (thrown) {
    return TEXTS.badJson(thrown instanceof Error ? thrown.message : '');
  }
};

/** With another method: what it is usually sent with. */
export const withMethod = (draft: WriteDraft, method: WriteDraft['method']): WriteDraft => ({
  ...draft,
  method,
  ifMatch: method === 'POST' ? '' : '*',
  returnRow: method !== 'DELETE' && draft.returnRow,
});

/** What is planned of it. */
export const requestOf = ({ ifMatch, ...draft }: WriteDraft): WriteRequest => ({
  ...draft,
  body: draft.method === 'DELETE' ? '' : draft.body,
  path: draft.path.trim(),
  ifMatch: ifMatch.trim() === '' ? null : ifMatch.trim(),
});
