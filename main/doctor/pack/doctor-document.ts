import type { DoctorQuestion, DoctorVerdict, LinkResult } from '../../../preload/contract/doctor.ts';
import { DOCTOR_LINKS } from '../../../preload/contract/words/doctor.ts';
import {
  CAUSE_LABELS,
  DOCTOR_LINK_TEXTS,
  DOCTOR_TEXTS,
  EVIDENCE_TEXTS,
  EVIDENCE_WORDS,
  OUTCOME_LABELS,
  SKIP_TEXTS,
  SUPPORT_PACK_TEXTS as TEXTS,
  UNKNOWN_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import { errorParts } from './error-section.ts';
import { tellableEvidence } from './kinds-of-evidence.ts';
import { section } from './pack-document.ts';
import type { PackFact, PackSection } from './pack-document.ts';
import type { Redactor, Shown } from './redactor.ts';
import type { RecordedChain } from './run-record.ts';

/** Chains that are told link by link; of more only the outcome. */
const MOST_UNFOLDED = 40;
const MOST_NAMED = 200;

const verdictWords = (verdict: DoctorVerdict): string => {
  switch (verdict.state) {
    case 'ok':
      return DOCTOR_TEXTS.works;
    case 'failed':
      return CAUSE_LABELS[verdict.cause];
    case 'symptom':
      return DOCTOR_TEXTS.refused;
    case 'unknown':
      return UNKNOWN_TEXTS[verdict.reason];
    case 'skipped':
      return SKIP_TEXTS[verdict.reason];
  }
};

const evidenceFacts = ({ evidence }: LinkResult, redactor: Redactor): readonly PackFact[] => {
  const labels = [...new Set(evidence.map(({ label }) => label))];
  return labels.map((label) => ({
    label: EVIDENCE_TEXTS[label],
    values: evidence
      .filter((one) => one.label === label)
      .map((one) => {
        const { expected, value } = tellableEvidence(one, redactor);
        const said = one.kind === 'word' ? (EVIDENCE_WORDS[value] ?? value) : value;
        return redactor.own(expected === null ? said : TEXTS.expected(said, expected));
      }),
  }));
};

const linkSection = (result: LinkResult, isRoot: boolean, redactor: Redactor): PackSection => {
  const { verdict } = result;
  // The root is told once, at the top of its chain.
  const error = !isRoot && 'error' in verdict && verdict.error !== null ? verdict.error : null;
  const told = error === null ? null : errorParts(error, redactor);
  return section(redactor.own(DOCTOR_LINK_TEXTS[result.link].name), {
    verdict: redactor.own(verdictWords(verdict)),
    paragraphs: told?.paragraphs.slice(0, 1) ?? [],
    quoted: told?.quoted ?? null,
    facts: [
      ...(told?.facts ?? []),
      ...evidenceFacts(result, redactor),
      { label: TEXTS.lookedAt, values: [redactor.show('instant', result.at)] },
      { label: TEXTS.took, values: [redactor.show('number', Math.round(result.milliseconds))] },
    ],
  });
};

const outcomeOf = ({ end }: RecordedChain): string => {
  if (end === null) return OUTCOME_LABELS.cancelled;
  const outcome = OUTCOME_LABELS[end.outcome];
  return end.root === null ? outcome : TEXTS.brokenAt(outcome, DOCTOR_LINK_TEXTS[end.root].name);
};

const nameOf = ({ environment, profile }: RecordedChain, redactor: Redactor): Shown =>
  redactor.own(TEXTS.pair(redactor.say('app', profile.name), redactor.say('environment', environment.name)));

const chainSection = (chain: RecordedChain, redactor: Redactor): PackSection => {
  const root = chain.end?.root ?? null;
  const broken = root === null ? undefined : chain.links.get(root);
  const verdict = broken?.verdict;
  const told =
    verdict !== undefined && 'error' in verdict && verdict.error !== null
      ? errorParts(verdict.error, redactor)
      : {};
  const links = DOCTOR_LINKS.flatMap((link) => chain.links.get(link) ?? []);
  return section(nameOf(chain, redactor), {
    verdict: redactor.own(outcomeOf(chain)),
    ...told,
    sections: links
      .filter((one) => one.verdict.state !== 'skipped')
      .map((one) => linkSection(one, one.link === root, redactor)),
  });
};

const RANK = { failed: 0, unknown: 1, cancelled: 2, ok: 3 } as const;
const rankOf = ({ end }: RecordedChain): number => RANK[end?.outcome ?? 'cancelled'];

/** All outcomes with what came out so, then the chains that are not sound first, link by link. */
export const doctorSections = (
  chains: readonly RecordedChain[],
  redactor: Redactor,
): readonly PackSection[] => {
  // Named in their order, so that the numbers follow it; address and name of an environment have the same one.
  for (const { environment } of chains) {
    redactor.say('environment', environment.name);
    redactor.say('host', environment.url);
  }
  const byOutcome = Map.groupBy(chains, outcomeOf);
  const facts = [...byOutcome].map(([outcome, those]): PackFact => {
    const named = those.slice(0, MOST_NAMED).map((chain) => nameOf(chain, redactor));
    const rest = those.length - named.length;
    return {
      label: outcome,
      values: rest > 0 ? [...named, redactor.own(TEXTS.andMore(rest))] : named,
    };
  });
  const ordered = chains.toSorted((a, b) => rankOf(a) - rankOf(b));
  const folded = Math.max(0, chains.length - MOST_UNFOLDED);
  return [
    section(redactor.own(TEXTS.outcomes), {
      facts,
      paragraphs: folded > 0 ? [redactor.own(TEXTS.notUnfolded(folded))] : [],
    }),
    ...ordered.slice(0, MOST_UNFOLDED).map((chain) => chainSection(chain, redactor)),
  ];
};

/** The table that a query begins with; nothing where it does not say. */
const tableAskedBy = (question: Exclude<DoctorQuestion, { kind: 'table' }>): string =>
  (question.kind === 'query'
    ? /^\s*([A-Za-z_]\w{0,127})/.exec(question.odata)
    : /<entity\s[^>]{0,200}?name\s*=\s*["']([A-Za-z_]\w{0,127})["']/.exec(question.xml)
  )?.[1] ?? '';

/** What the question of a run was, without what stands in its conditions. */
export const questionFacts = (chains: readonly RecordedChain[], redactor: Redactor): readonly PackFact[] => {
  const question = chains[0]?.question ?? null;
  if (question === null) return [];
  const label = TEXTS.question;
  if (question.kind === 'table')
    return [
      {
        label,
        values: [redactor.show('word', question.verb), redactor.show('schema-name', question.table.name)],
      },
    ];
  const table = tableAskedBy(question);
  return [{ label, values: [redactor.own(TEXTS.questionOf.query), redactor.show('schema-name', table)] }];
};
