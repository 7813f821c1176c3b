import { type Row, textOf } from '../schema/value.ts';
import type { ReadPackage } from './read-package.ts';

/** A package whose variables have the values that the importing side gives them (Learn: ImportSolutionAsync Action, ComponentParameters). */
export function withValues({ content, roots }: ReadPackage, given: Row): ReadPackage {
  const variables = content.variables.map((it) => {
    const value = textOf(given, it.schemaName.toLowerCase());
    return value === null ? it : { ...it, value: { id: it.value?.id ?? null, value } };
  });
  return { content: { ...content, variables }, roots };
}
