import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import type { RunId } from '../../../preload/contract/words/ids.ts';
import {
  DOCTOR_TEXTS,
  QUERY_LAB_TEXTS,
  SUPPORT_PACK_TEXTS,
} from '../../../preload/contract/words/texts/en.ts';
import type { RemedyHandlers } from '../../ui/index.ts';
import {
  Button,
  DoctorIcon,
  ErrorPanel,
  Facts,
  formatNumber,
  Inline,
  PackIcon,
  SidePanel,
  StopIcon,
} from '../../ui/index.ts';
import { RunBadge } from './run-badge.tsx';
import { RunCode } from './run-code.tsx';
import { Throttling } from './throttling.tsx';

const TEXTS = QUERY_LAB_TEXTS.runDetails;

/** What one environment did with the query; when it refused: why, and what fixes it. */
export const RunPanel = (props: {
  readonly environment: Environment;
  readonly run: EnvironmentRun;
  readonly runId: RunId;
  readonly handlers: RemedyHandlers;
  /** Only while it can be cancelled. */
  readonly onCancel?: () => void;
  /** Looks at the whole chain of what failed. */
  readonly onDiagnose?: () => void;
  /** Makes a support pack of the run; not while it goes on. */
  readonly onPack?: () => void;
  readonly onClose: () => void;
}): ReactElement => {
  const { run } = props;
  const [part, setPart] = useState('run');
  const milliseconds = (value: number | null): string =>
    value === null ? TEXTS.none : QUERY_LAB_TEXTS.milliseconds(value);
  return (
    <SidePanel
      title={props.environment.name}
      subtitle={TEXTS.title}
      onClose={props.onClose}
      startWidth={part === 'code' ? 560 : 440}
      tabs={{
        label: TEXTS.parts,
        items: [
          { id: 'run', title: TEXTS.how },
          { id: 'code', title: TEXTS.code },
        ],
        selected: part,
        onSelect: setPart,
      }}
      {...(props.onCancel === undefined
        ? {}
        : {
            actions: (
              <Button icon={<StopIcon />} onClick={props.onCancel}>
                {TEXTS.cancel}
              </Button>
            ),
          })}
    >
      {part === 'code' ? (
        <RunCode runId={props.runId} environmentId={run.environmentId} />
      ) : (
        <>
          {run.error === null ? null : <ErrorPanel error={run.error} handlers={props.handlers} />}
          {run.error === null ? null : (
            <Inline gap="s" wrap>
              {props.onDiagnose === undefined ? null : (
                <Button icon={<DoctorIcon />} onClick={props.onDiagnose}>
                  {DOCTOR_TEXTS.diagnose}
                </Button>
              )}
              {props.onPack === undefined ? null : (
                <Button icon={<PackIcon />} onClick={props.onPack}>
                  {SUPPORT_PACK_TEXTS.open}
                </Button>
              )}
            </Inline>
          )}
          <Facts
            facts={[
              {
                label: TEXTS.state,
                value: <RunBadge run={run} />,
              },
              { label: TEXTS.rows, value: formatNumber(run.rows) },
              ...(run.total === null
                ? []
                : [
                    {
                      label: TEXTS.counted,
                      value: <span title={TEXTS.countedHint}>{QUERY_LAB_TEXTS.counted(run.total)}</span>,
                    },
                  ]),
              { label: TEXTS.pages, value: formatNumber(run.pages) },
              { label: TEXTS.first, value: milliseconds(run.firstRowMilliseconds) },
              { label: TEXTS.total, value: milliseconds(run.totalMilliseconds) },
              { label: TEXTS.retries, value: formatNumber(run.retries) },
              ...(run.more ? [{ label: TEXTS.more, value: QUERY_LAB_TEXTS.moreRows }] : []),
            ]}
          />
          <Throttling run={run} />
        </>
      )}
    </SidePanel>
  );
};
