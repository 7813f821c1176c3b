import type { InputOf } from '../../../preload/contract/index.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';

type Asked = InputOf<'query.export'>;

/** What a person has chosen to export; no environment and no column stand for all. */
export type ExportChoice = Pick<Asked, 'all' | 'byteOrderMark' | 'format' | 'values'> & {
  readonly environments: ReadonlySet<EnvironmentId>;
  readonly columns: readonly string[];
};

/** What is exported unless something else is chosen. */
export const firstChoice = (more: boolean): ExportChoice => ({
  format: 'csv',
  values: 'formatted',
  all: more,
  byteOrderMark: true,
  environments: new Set(),
  columns: [],
});

/** The choice as main is asked for it; columns keep the order in which the run has them. */
export const askedFor = (
  runId: Asked['runId'],
  { columns, environments, ...others }: ExportChoice,
  known: readonly string[],
): Asked => {
  const chosen = known.filter((name) => columns.includes(name));
  return {
    ...others,
    runId,
    environmentIds: [...environments],
    columns: chosen.length === 0 || chosen.length === known.length ? null : chosen,
  };
};
