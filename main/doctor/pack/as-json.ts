import type { PackDocument } from './pack-document.ts';

/** The pack for programs. The number grows when a member changes its meaning. */
export const asJson = (pack: PackDocument): string =>
  `${JSON.stringify({ format: 's2s-console-support-pack', version: 1, ...pack }, null, 2)}\n`;
