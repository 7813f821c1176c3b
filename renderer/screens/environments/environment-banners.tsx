import type { ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { ENVIRONMENTS_TEXTS, explain } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { AskRemedy, partialRemedies } from '../../session/index.ts';
import type { PartialFailure } from '../../ui/index.ts';
import { ErrorPanel, FoldedBanners, NoticeBar, PartialBanner } from '../../ui/index.ts';
import type { EnvironmentRow } from './environment-rows.ts';
import type { Discovery } from './use-discovery.ts';
import type { EnvironmentChecks } from './use-environment-checks.ts';

/** What went wrong with some of it, while the rest is shown. */
export const EnvironmentBanners = (props: {
  readonly rows: readonly EnvironmentRow[];
  readonly checks: EnvironmentChecks;
  readonly discovery: Discovery;
  readonly listError: AppError | null;
}): ReactElement | null => {
  const { rows, checks, discovery, listError } = props;
  const workspace = useWorkspace();
  if (rows.length === 0) return null;
  const failures: readonly PartialFailure[] = rows.flatMap(({ check, environment }) =>
    check?.error == null ? [] : [{ id: environment.id, name: environment.name, error: check.error }],
  );
  const cancelled = checks.cancelled ? checks.asked - checks.done : 0;
  const retry = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    checks.start(rows.map(({ environment }): EnvironmentId => environment.id).filter((id) => wanted.has(id)));
  };
  return (
    <>
      {listError === null ? null : <ErrorPanel error={listError} />}
      {discovery.error === null || discovery.error.code === 'cancelled' ? null : (
        <ErrorPanel error={discovery.error} handlers={{ retry: () => void discovery.start() }} />
      )}
      {checks.error === null || checks.error.code === 'cancelled' ? null : (
        <ErrorPanel error={checks.error} />
      )}
      <FoldedBanners>
        {discovery.failures.map(({ source, error }) => (
          <NoticeBar
            key={source}
            intent="warning"
            title={ENVIRONMENTS_TEXTS.sourceFailed[source]}
            actions={
              <AskRemedy error={error} workspace={workspace} onAllowed={() => void discovery.start()} />
            }
          >
            {`${explain(error).title}. ${ENVIRONMENTS_TEXTS.sourceFailedHint}`}
          </NoticeBar>
        ))}
        {checks.running || (failures.length === 0 && cancelled === 0) ? null : (
          <PartialBanner
            failures={failures}
            total={rows.length}
            cancelled={cancelled}
            onRetry={retry}
            {...partialRemedies(failures, workspace, retry)}
          />
        )}
      </FoldedBanners>
    </>
  );
};
