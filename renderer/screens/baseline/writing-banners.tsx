import type { ReactElement } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { ErrorPanel, NoticeBar, PartialBanner, StreamBar } from '../../ui/index.ts';
import type { Writing } from './use-writing.ts';

/** How far the writing is, what it left out, and what it could not read. */
export const WritingBanners = (props: {
  readonly writing: Writing;
  readonly environments: readonly Environment[];
}): ReactElement => {
  const { draft, writing } = props.writing;
  const all = writing.count.total ?? 0;
  const nameOf = new Map(props.environments.map(({ id, name }) => [id, name]));
  const failures = writing.data.flatMap(({ environmentId, error }) =>
    error === null ? [] : [{ id: environmentId, name: nameOf.get(environmentId) ?? environmentId, error }],
  );
  const { output } = writing;
  const leftOut = output === null ? '' : TEXTS.leftOut(output.leftOut);
  return (
    <>
      {writing.running ? (
        <StreamBar
          label={TEXTS.writing(writing.count.done, all)}
          done={writing.count.done}
          total={all}
          onCancel={writing.cancel}
        />
      ) : null}
      {writing.state === 'failed' && writing.error !== null ? <ErrorPanel error={writing.error} /> : null}
      {draft === null && output?.environments !== 0 ? null : (
        <PartialBanner failures={failures} total={writing.data.length} note={TEXTS.writeFailures} />
      )}
      {draft !== null && output !== null && output.text === draft.text ? (
        <NoticeBar intent="info" title={TEXTS.written(output.apps, output.environments)}>
          {[
            output.cancelled > 0 ? TEXTS.writeCancelled : '',
            leftOut === '' ? '' : TEXTS.leftOutText(leftOut),
          ]
            .filter(Boolean)
            .join(' ')}
        </NoticeBar>
      ) : null}
    </>
  );
};
