import type { ReactElement } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { ImportedRow } from '../../../preload/contract/portability.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { IMPORT_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import { useGo } from '../../places/index.ts';
import { Button, Card, ErrorPanel, FoldList, Inline, NoticeBar, Stack, StatusBadge } from '../../ui/index.ts';

/** How a connection came in: wholly, without its credential, or not as it should. */
const outcomeOf = (row: ImportedRow): { readonly status: Status; readonly word: string } => {
  const came = [row.app, row.environment, row.credential].some(
    (part) => part !== 'failed' && part !== 'none',
  );
  if (row.error !== null)
    return { status: 'denied', word: came ? TEXTS.outcomes.failed : TEXTS.outcomes.nothing };
  return row.credential === 'enter'
    ? { status: 'attention', word: TEXTS.outcomes.enter }
    : { status: 'healthy', word: TEXTS.outcomes.whole };
};

/** Says of each connection what became of it, and what is left to do. */
export const ImportResult = (props: {
  readonly rows: readonly ImportedRow[];
  readonly counts: OutputOf<'portability.importConnections'>;
  readonly workspace: Workspace;
  readonly nameOf: (index: number) => string;
  readonly onAgain: () => void;
}): ReactElement => {
  const { counts, rows, workspace } = props;
  const go = useGo();
  const firstFailed = rows.find(({ error }) => error !== null);
  const toEnter = rows.filter(({ credential }) => credential === 'enter').length;
  return (
    <Card
      title={TEXTS.result}
      text={TEXTS.resultText(counts.apps, counts.environments, counts.secrets, workspace.name)}
    >
      <Stack gap="l">
        {counts.cancelled === 0 ? null : (
          <NoticeBar intent="warning" title={TEXTS.cancelled(counts.cancelled)} />
        )}
        {toEnter === 0 ? null : (
          <NoticeBar intent="info" title={TEXTS.toEnter(toEnter)}>
            {TEXTS.toEnterHint}
          </NoticeBar>
        )}
        {rows.length === 0 ? null : (
          <FoldList
            label={TEXTS.result}
            items={rows.map((row) => ({
              id: String(row.index),
              title: props.nameOf(row.index),
              status: <StatusBadge {...outcomeOf(row)} />,
              note: TEXTS.partOf(row),
              body: row.error === null ? null : <ErrorPanel error={row.error} bare />,
              // The first reason is there at once; the others are often the same.
              open: row === firstFailed,
            }))}
          />
        )}
        <Inline>
          <Button
            appearance="primary"
            onClick={() => go({ page: 'applications', workspaceId: workspace.id })}
          >
            {TEXTS.openApps}
          </Button>
          <Button onClick={props.onAgain}>{TEXTS.again}</Button>
        </Inline>
      </Stack>
    </Card>
  );
};
