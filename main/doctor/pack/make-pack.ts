import type { PackSource } from '../../../preload/contract/support-pack.ts';
import { SHARED_KINDS } from '../../../preload/contract/words/support-pack.ts';
import type { SharedKind } from '../../../preload/contract/words/support-pack.ts';
import { SHARED_TEXTS, SUPPORT_PACK_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { doctorSections, questionFacts } from './doctor-document.ts';
import { explainedSections } from './explained-document.ts';
import type { PackDocument, PackFact, PackSection } from './pack-document.ts';
import { queryFacts, querySections } from './query-document.ts';
import type { ToldQuery } from './query-document.ts';
import { createRedactor } from './redactor.ts';
import type { Redactor } from './redactor.ts';
import type { RecordedChain } from './run-record.ts';

/** What a pack is about, as the console holds it. */
export type PackContent =
  | { readonly kind: 'doctor'; readonly chains: readonly RecordedChain[] }
  /** What matters of a text of `of` characters, or all of it. */
  | { readonly kind: 'explained'; readonly text: string; readonly of: number }
  | { readonly kind: 'query'; readonly run: ToldQuery };

const ABOUT: Readonly<Record<PackSource['kind'], string>> = {
  doctor: TEXTS.aboutDoctor,
  explained: TEXTS.aboutExplained,
  query: TEXTS.aboutQuery,
};

/** Whoever reads the pack of a long text has to know that the rest was not looked at for it. */
const beginningFacts = (
  { of, text }: Extract<PackContent, { readonly kind: 'explained' }>,
  redactor: Redactor,
): readonly PackFact[] =>
  of <= text.length ? [] : [{ label: TEXTS.part, values: [redactor.own(TEXTS.someOf(text.length, of))] }];

const partsOf = (
  content: PackContent,
  redactor: Redactor,
): { readonly facts: readonly PackFact[]; readonly sections: readonly PackSection[] } => {
  switch (content.kind) {
    case 'doctor': {
      const sections = doctorSections(content.chains, redactor);
      return { facts: questionFacts(content.chains, redactor), sections };
    }
    case 'explained':
      return {
        facts: beginningFacts(content, redactor),
        sections: explainedSections(content.text, redactor),
      };
    case 'query':
      return { facts: queryFacts(content.run, redactor), sections: querySections(content.run, redactor) };
  }
};

/** A pack, and how much of it is not told as it is. */
export type MadePack = {
  readonly document: PackDocument;
  readonly hidden: number;
  readonly leftOut: number;
};

/** Makes a pack out of what the console holds: every value in it has passed the redactor. Pure. */
export const makePack = (
  content: PackContent,
  shared: ReadonlySet<SharedKind>,
  made: { readonly at: number; readonly version: string },
): MadePack => {
  const redactor = createRedactor(shared);
  const { facts, sections } = partsOf(content, redactor);
  const told = SHARED_KINDS.filter((kind) => shared.has(kind)).map((kind) => SHARED_TEXTS[kind].label);
  const about: readonly PackFact[] = [
    { label: TEXTS.about, values: [redactor.own(ABOUT[content.kind])] },
    { label: TEXTS.made, values: [redactor.show('instant', new Date(made.at).toISOString())] },
    { label: TEXTS.version, values: [redactor.own(made.version)] },
    {
      label: TEXTS.told,
      values: told.length === 0 ? [redactor.own(TEXTS.nothingTold)] : told.map(redactor.own),
    },
    ...facts,
  ];
  return {
    document: { title: redactor.own(TEXTS.heading), about, sections },
    hidden: redactor.hidden(),
    leftOut: redactor.leftOut(),
  };
};
