import type { LinkResult } from '../../../preload/contract/doctor.ts';
import type { EvidenceLabel } from '../../../preload/contract/words/doctor.ts';
import { EVIDENCE_TEXTS, EVIDENCE_WORDS } from '../../../preload/contract/words/texts/en.ts';

const HIDDEN: readonly EvidenceLabel[] = ['granted-by-team', 'granted-by-sharing', 'granted-otherwise'];

/** What lets an app in though none of its own roles does: a team's role, sharing, or something that the console cannot see. */
export const hiddenGrants = (privileges: LinkResult | undefined): readonly string[] => {
  const seen = privileges?.evidence ?? [];
  if (seen.some(({ label }) => label === 'granted-by')) return [];
  return seen
    .filter(({ label }) => HIDDEN.includes(label))
    .map(({ kind, label, value }) => {
      const said = kind === 'word' ? (EVIDENCE_WORDS[value] ?? value) : value;
      return `${EVIDENCE_TEXTS[label]}: ${said}`;
    });
};
