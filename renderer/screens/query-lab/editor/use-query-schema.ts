import { useMemo } from 'react';
import type { AppProfileId, EnvironmentId, WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import type { QueryLanguage } from '../../../../preload/contract/words/queries/format-query.ts';
import { NO_SCHEMA } from '../../../../preload/contract/words/queries/tables.ts';
import type { QuerySchema, QueryTableDetails } from '../../../../preload/contract/words/queries/tables.ts';
import { useAction, useCall, useCalls } from '../../../bridge/index.ts';
import { tablesInText } from './tables-in-text.ts';

/** What the environment's tables are for an editor. */
export type KnownTables = {
  readonly schema: QuerySchema;
  readonly state: 'none' | 'loading' | 'known' | 'failed';
  readonly error: AppError | null;
  readonly asOf: string | null;
  readonly readAs: 'admin' | 'app' | null;
  readonly refreshing: boolean;
  readonly refresh: () => void;
};

/** The tables of an environment, with the columns of those that the text names. */
export const useQuerySchema = (
  where: {
    readonly workspaceId: WorkspaceId;
    readonly environmentId: EnvironmentId | null;
    readonly appProfileId: AppProfileId | null;
  },
  language: QueryLanguage,
  text: string,
): KnownTables => {
  const { appProfileId, environmentId, workspaceId } = where;
  const there = environmentId === null ? null : { workspaceId, environmentId, appProfileId, refresh: false };
  const list = useCall('query.tables', there);
  const again = useAction('query.tables', { invalidates: ['query.tables', 'query.table'] });
  const tables = list.data?.tables;
  const known = useMemo<QuerySchema>(
    () => (tables === undefined ? NO_SCHEMA : { tables, details: new Map() }),
    [tables],
  );
  const first = tablesInText(language, text, known);
  const roots = useCalls('query.table', there === null ? [] : first.map((table) => ({ ...there, table })));
  const begun = useMemo(() => withDetails(known, roots), [known, roots]);
  const further = tablesInText(language, text, begun).filter((name) => !first.includes(name));
  const others = useCalls('query.table', there === null ? [] : further.map((table) => ({ ...there, table })));
  const schema = useMemo(() => withDetails(begun, others), [begun, others]);
  const error = list.data === undefined ? list.error : null;
  return {
    schema,
    state:
      environmentId === null
        ? 'none'
        : list.data !== undefined
          ? 'known'
          : error === null
            ? 'loading'
            : 'failed',
    error,
    asOf: list.data?.asOf ?? null,
    readAs: list.data?.readAs ?? null,
    refreshing: again.busy || list.refreshing,
    refresh: () => {
      if (there !== null)
        void again.run({ ...there, refresh: true }).then((done) => (done.ok ? null : list.refresh()));
    },
  };
};

const withDetails = (
  schema: QuerySchema,
  calls: readonly { readonly data: { readonly table: QueryTableDetails } | undefined }[],
): QuerySchema => {
  const read = calls.flatMap(({ data }) => (data === undefined ? [] : [data.table]));
  if (read.length === 0) return schema;
  return {
    ...schema,
    details: new Map([...schema.details, ...read.map((table) => [table.logicalName, table] as const)]),
  };
};
