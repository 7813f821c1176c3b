import type { Shown } from './redactor.ts';

/** One line of a pack: what it is called, and its values. */
export type PackFact = { readonly label: string; readonly values: readonly Shown[] };

/** A part of a pack: everything in it was shown by a redactor. */
export type PackSection = {
  readonly heading: Shown;
  /** How it came out, in a word; null where that is no question. */
  readonly verdict: Shown | null;
  readonly paragraphs: readonly Shown[];
  readonly steps: readonly Shown[];
  readonly facts: readonly PackFact[];
  /** Written by a service or a person, freed of known forms; only when somebody asked for it. */
  readonly quoted: Shown | null;
  readonly sections: readonly PackSection[];
};

/** A whole pack before it is written down in any form. */
export type PackDocument = {
  readonly title: Shown;
  readonly about: readonly PackFact[];
  readonly sections: readonly PackSection[];
};

/** A section with what is given, and nothing else in it. */
export const section = (heading: Shown, given: Partial<Omit<PackSection, 'heading'>> = {}): PackSection => ({
  heading,
  verdict: null,
  paragraphs: [],
  steps: [],
  facts: [],
  quoted: null,
  sections: [],
  ...given,
});
