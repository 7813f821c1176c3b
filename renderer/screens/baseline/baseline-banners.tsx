import type { ReactElement } from 'react';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspace } from '../../bridge/index.ts';
import { partialRemedies } from '../../session/index.ts';
import { ErrorPanel, FoldedBanners, NoticeBar, PartialBanner, StreamBar } from '../../ui/index.ts';
import type { Baseline } from './use-baseline.ts';

/** Progress, and everything that keeps the drift from being the whole truth. */
export const BaselineBanners = (props: { readonly baseline: Baseline }): ReactElement => {
  const { compare, comparing, environments, kept } = props.baseline;
  const workspace = useWorkspace();
  const failures = environments.flatMap(({ environmentId, environmentName, error }) =>
    error === null || environmentId === null ? [] : [{ id: environmentId, name: environmentName, error }],
  );
  const compareThose = (ids: readonly string[]) =>
    compare(
      environments.flatMap(({ environmentId }) =>
        environmentId !== null && ids.includes(environmentId) ? [environmentId] : [],
      ),
    );
  const unknown = environments.filter(({ state }) => state === 'unknown');
  const all = comparing.count.total ?? kept?.environments ?? 0;
  return (
    <>
      {comparing.running ? (
        <StreamBar
          label={TEXTS.comparing(comparing.count.done, all)}
          done={comparing.count.done}
          total={all}
          onCancel={comparing.cancel}
        />
      ) : null}
      {comparing.state === 'failed' && comparing.error !== null ? (
        <ErrorPanel error={comparing.error} handlers={{ retry: () => compare([]) }} />
      ) : null}
      <FoldedBanners>
        {comparing.state === 'cancelled' ? (
          <NoticeBar intent="info" title={kept?.last == null ? TEXTS.cancelledFirst : TEXTS.cancelled} />
        ) : null}
        {failures.length === 0 ? null : (
          <PartialBanner
            failures={failures}
            total={environments.length}
            {...(comparing.running
              ? {}
              : { onRetry: compareThose, ...partialRemedies(failures, workspace, compareThose) })}
          />
        )}
        {unknown.length === 0 ? null : (
          <NoticeBar intent="warning" title={TEXTS.unknown(unknown.length)}>
            {TEXTS.unknownText(unknown.map(({ environmentName }) => environmentName))}
          </NoticeBar>
        )}
      </FoldedBanners>
    </>
  );
};
