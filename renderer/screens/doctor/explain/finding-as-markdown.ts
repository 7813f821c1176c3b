import type { Finding } from '../../../../preload/contract/explain.ts';
import {
  EXPLAINER_TEXTS as TEXTS,
  FINDING_KIND_LABELS,
  SUPPORT_ID_LABELS,
} from '../../../../preload/contract/words/texts/en.ts';
import { factsOf } from './finding-facts.ts';

/** A fence that is longer than every run of backticks in the text. */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
};

const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll(/\s+/g, ' ')}\``;
/** Text of a message must not become a heading, a link or a list. */
const plain = (text: string): string => text.replaceAll(/([\\`*_{}[\]<>#|])/g, String.raw`\$1`);

/** One finding as Markdown, for a ticket or a chat. */
export const findingAsMarkdown = (finding: Finding): string =>
  [
    `### ${plain(finding.title)}`,
    `${FINDING_KIND_LABELS[finding.kind]} · ${[...finding.codes, finding.name]
      .filter((text) => text !== '')
      .map(code)
      .join(' ')}`,
    plain(finding.cause),
    `**${TEXTS.changeFirst}**`,
    finding.steps.map((step, at) => `${at + 1}. ${plain(step)}`).join('\n'),
    [
      ...factsOf(finding).map(({ label, value }) => `- ${label}: ${code(value)}`),
      ...finding.ids.map(({ what, value }) => `- ${SUPPORT_ID_LABELS[what]}: ${code(value)}`),
      `- ${TEXTS.source}: ${finding.source.page} (${finding.source.url})`,
    ].join('\n'),
    fenced(finding.excerpt.text),
  ].join('\n\n');

/** All findings, below each other. */
export const findingsAsMarkdown = (findings: readonly Finding[]): string =>
  `${findings.map(findingAsMarkdown).join('\n\n')}\n`;
