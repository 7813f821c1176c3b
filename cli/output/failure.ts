import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/explain.ts';

/** The ids by which support finds a failure. */
export const supportIds = ({ correlation }: AppError): readonly string[] =>
  Object.entries(correlation).flatMap(([name, value]) =>
    typeof value === 'string' ? [`  ${name}: ${value}`] : [],
  );

/** An expected failure in the words of the window: title, cause, what to do, and the ids for support. */
export const failureLines = (error: AppError): readonly string[] => {
  const { cause, code, remedies, title } = explain(error);
  return [
    `${title} (${code})`,
    `  ${cause}`,
    ...remedies.map((remedy) => `  → ${remedy}`),
    ...supportIds(error),
  ];
};

/** The same in one line, for a cell. */
export const failureTitle = (error: AppError): string => {
  const { code, title } = explain(error);
  return `${title} (${code})`;
};
