import type { ExplanationDraft, Say } from './explanation-draft.ts';

/** How one AADSTS number is explained. */
export type AadstsText = (say: Say) => ExplanationDraft;
