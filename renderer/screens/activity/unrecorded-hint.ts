import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';

/** What to do about steps whose outcome nobody knows: it depends on what they may have left. */
export const unrecordedHint = ({ tenant, summary }: OperationDetail): string => {
  const open = [...(tenant?.first ?? []), ...(tenant?.last ?? [])].filter(
    ({ state }) => state === 'unrecorded',
  );
  if (open.length === 0) return ACTIVITY_TEXTS.unrecordedHint;
  const has = (kind: (typeof open)[number]['kind']): boolean => open.some((step) => step.kind === kind);
  if (has('create-application')) return ACTIVITY_TEXTS.leftAppHint;
  // What is left of a rotation is a matter of its own page.
  return has('add-secret') && summary.rotationId === null
    ? ACTIVITY_TEXTS.leftSecretHint
    : ACTIVITY_TEXTS.unrecordedTenantHint;
};
