import type { ReactElement } from 'react';
import { DOCTOR_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { Button, ErrorPanel, formatMoment, NoticeBar, StreamBar } from '../../ui/index.ts';
import type { DoctorRun } from './doctor-run.ts';
import { endedChains, outcomeCounts } from './doctor-run.ts';

/** How the run goes: progress, waiting while it watches, what was cancelled or refused. */
export const DoctorBanners = (props: {
  readonly stream: Stream<'doctor.run', DoctorRun>;
}): ReactElement | null => {
  const { data: run, error, state, cancel } = props.stream;
  if (state === 'idle') return null;
  const total = run.chains.size;
  if (state === 'running' || state === 'cancelling') {
    return run.waiting === null ? (
      <StreamBar
        label={TEXTS.progress(endedChains(run), total)}
        done={endedChains(run)}
        total={total}
        onCancel={cancel}
        cancelling={state === 'cancelling'}
      />
    ) : (
      <NoticeBar
        intent="info"
        title={TEXTS.waiting(run.waiting.round, formatMoment(run.waiting.until, 'time'))}
        actions={
          <Button size="small" onClick={cancel} disabled={state === 'cancelling'}>
            {TEXTS.stop}
          </Button>
        }
      />
    );
  }
  if (state === 'failed' && error !== null) return <ErrorPanel error={error} />;
  const cancelled = outcomeCounts(run).cancelled;
  return state === 'cancelled' && cancelled > 0 ? (
    <NoticeBar intent="info" title={TEXTS.cancelled(cancelled)} />
  ) : null;
};
