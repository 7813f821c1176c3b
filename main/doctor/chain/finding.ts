import type { Evidence } from '../../../preload/contract/doctor.ts';
import type { EvidenceLabel, SkipReason, UnknownReason } from '../../../preload/contract/words/doctor.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { causeOf } from './cause-of.ts';
import type { Finding } from './chain-link.ts';

const LONGEST = 400;

const piece =
  (kind: Evidence['kind']) =>
  (label: EvidenceLabel, value: string | number, expected: string | null = null): Evidence => ({
    label,
    kind,
    value: String(value).slice(0, LONGEST),
    expected: expected?.slice(0, LONGEST) ?? null,
  });

/** Evidence by its kind; `word` is one of a closed list that the texts translate. */
export const evidence = {
  text: piece('text'),
  id: piece('id'),
  instant: piece('instant'),
  milliseconds: piece('milliseconds'),
  number: piece('number'),
  word: piece('word'),
};

/** Nothing is wrong with the link. */
export const sound = (...seen: readonly Evidence[]): Finding => ({
  verdict: { state: 'ok' },
  evidence: seen,
});

/** The link is broken; what kind of cause it is follows from the error. */
export const broken = (error: AppError, ...seen: readonly Evidence[]): Finding => ({
  verdict: { state: 'failed', cause: causeOf(error), error },
  evidence: seen,
});

/** A refusal whose reason the links below find. */
export const symptom = (error: AppError, ...seen: readonly Evidence[]): Finding => ({
  verdict: { state: 'symptom', error },
  evidence: seen,
});

/** Nothing can be said, and why. */
export const unknown = (
  reason: UnknownReason,
  error: AppError | null,
  ...seen: readonly Evidence[]
): Finding => ({ verdict: { state: 'unknown', reason, error }, evidence: seen });

/** It was not looked at, and why. */
export const skipped = (reason: SkipReason, ...seen: readonly Evidence[]): Finding => ({
  verdict: { state: 'skipped', reason },
  evidence: seen,
});
