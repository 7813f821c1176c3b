import { asBlock, asInline, asPlain } from '../../../preload/contract/words/markdown.ts';
import type { PackDocument, PackFact, PackSection } from './pack-document.ts';

const factLine = ({ label, values }: PackFact): string =>
  `- ${asPlain(label)}: ${values.map((value) => asInline(value)).join(', ')}`;

const sectionLines = (one: PackSection, level: number): readonly string[] => [
  `${'#'.repeat(Math.min(level, 6))} ${asPlain(one.heading)}`,
  ...(one.verdict === null ? [] : [`**${asPlain(one.verdict)}**`]),
  ...one.paragraphs.map(asPlain),
  ...(one.steps.length === 0 ? [] : [one.steps.map((step, at) => `${at + 1}. ${asPlain(step)}`).join('\n')]),
  ...(one.facts.length === 0 ? [] : [one.facts.map(factLine).join('\n')]),
  ...(one.quoted === null ? [] : [asBlock(one.quoted)]),
  ...one.sections.flatMap((inner) => sectionLines(inner, level + 1)),
];

/** The pack as Markdown (CommonMark), for a ticket or a chat. */
export const asMarkdown = ({ about, sections, title }: PackDocument): string =>
  `${[
    `# ${asPlain(title)}`,
    about.map(factLine).join('\n'),
    ...sections.flatMap((one) => sectionLines(one, 2)),
  ].join('\n\n')}\n`;
