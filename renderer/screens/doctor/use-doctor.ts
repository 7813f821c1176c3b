import type { AppProfileId, EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { DoctorLink } from '../../../preload/contract/words/doctor.ts';
import { DOCTOR_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useStream } from '../../bridge/index.ts';
import type { Chain } from './doctor-run.ts';
import { readQuestion } from './doctor-question.ts';
import type { AskedFor } from './doctor-question.ts';
import { beginRun, doctorRunWith, endedChains, NO_DOCTOR_RUN } from './doctor-run.ts';

/** Looks again so often, and so many times at most: ten minutes. */
const WATCH = { everySeconds: 15, times: 40 };

type Asked = {
  readonly appIds: readonly AppProfileId[];
  readonly environmentIds: readonly EnvironmentId[];
  readonly askedFor: AskedFor;
  readonly question: string;
};

/** The runs of a workspace's doctor: all that is chosen, or one chain from a link on, once or until it works. */
export const useDoctor = (workspaceId: WorkspaceId) => {
  const stream = useStream('doctor.run', {
    scope: workspaceId,
    title: TEXTS.streamTitle,
    initial: NO_DOCTOR_RUN,
    begin: beginRun,
    reduce: doctorRunWith,
    count: (run) => ({ done: endedChains(run), total: run.chains.size === 0 ? null : run.chains.size }),
  });
  const running = stream.running || stream.state === 'cancelling';
  const start = ({ appIds, askedFor, environmentIds, question }: Asked) => {
    const read = readQuestion(askedFor, question);
    if (read.kind === 'problem') return;
    void stream.start({
      workspaceId,
      appProfileIds: [...appIds],
      environmentIds: [...environmentIds],
      question: read.question,
      from: null,
      watch: null,
    });
  };
  const again = (chain: Chain, from: DoctorLink, watches: boolean) =>
    void stream.start({
      workspaceId,
      appProfileIds: [chain.appProfileId],
      environmentIds: [chain.environmentId],
      question: stream.data.question,
      from,
      watch: watches ? WATCH : null,
    });
  const watchAll = () => {
    const { apps, environments, question } = stream.data;
    void stream.start({
      workspaceId,
      appProfileIds: [...apps],
      environmentIds: [...environments],
      question,
      from: null,
      watch: WATCH,
    });
  };
  return { stream, running, start, again, watchAll };
};
