import type { Finding } from '../../../../preload/contract/explain.ts';
import {
  EXPLAINER_TEXTS as TEXTS,
  FINDING_KIND_LABELS,
  SUPPORT_ID_LABELS,
} from '../../../../preload/contract/words/texts/en.ts';
import { asBlock, asInline, asPlain } from '../../../../preload/contract/words/markdown.ts';
import { factsOf } from './finding-facts.ts';

/** One finding as Markdown, for a ticket or a chat. */
export const findingAsMarkdown = (finding: Finding): string =>
  [
    `### ${asPlain(finding.title)}`,
    `${FINDING_KIND_LABELS[finding.kind]} · ${[...finding.codes, finding.name]
      .filter((text) => text !== '')
      .map(asInline)
      .join(' ')}`,
    asPlain(finding.cause),
    `**${TEXTS.changeFirst}**`,
    finding.steps.map((step, at) => `${at + 1}. ${asPlain(step)}`).join('\n'),
    [
      ...factsOf(finding).map(({ label, value }) => `- ${label}: ${asInline(value)}`),
      ...finding.ids.map(({ what, value }) => `- ${SUPPORT_ID_LABELS[what]}: ${asInline(value)}`),
      `- ${TEXTS.source}: ${finding.source.page} (${finding.source.url})`,
    ].join('\n'),
    asBlock(finding.excerpt.text),
  ].join('\n\n');

/** All findings, below each other. */
export const findingsAsMarkdown = (findings: readonly Finding[]): string =>
  `${findings.map(findingAsMarkdown).join('\n\n')}\n`;
