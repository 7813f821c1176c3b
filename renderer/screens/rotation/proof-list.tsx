import type { ReactElement } from 'react';
import type { Rotation, RotationProof } from '../../../preload/contract/fleet-tenant.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { Status } from '../../../preload/contract/words/status.ts';
import { ROTATION_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { FoldItem } from '../../ui/index.ts';
import {
  Checkbox,
  ErrorPanel,
  FoldList,
  formatMoment,
  NoticeBar,
  ProductionBadge,
  Stack,
  StatusBadge,
  TextWithMark,
} from '../../ui/index.ts';

const STATUS: Readonly<Record<keyof typeof TEXTS.proofState, Status>> = {
  proved: 'healthy',
  failed: 'denied',
  open: 'unknown',
  leftOut: 'attention',
};

/** Where the new credential has signed in, where not and why, and what may be left out. */
export const ProofList = (props: {
  readonly rotation: Rotation;
  readonly leftOut: readonly EnvironmentId[];
  readonly onLeaveOut: (ids: readonly EnvironmentId[]) => void;
}): ReactElement => {
  const { rotation, leftOut } = props;
  const changeable = rotation.stage !== 'finished' && !rotation.running;
  const toItem = (proof: RotationProof): FoldItem => {
    const { environmentId, environmentName, production, at, error } = proof;
    const left = proof.state !== 'proved' && leftOut.includes(environmentId);
    const state = left ? 'leftOut' : proof.state;
    return {
      id: environmentId,
      status: <StatusBadge status={STATUS[state]} word={TEXTS.proofState[state]} />,
      title: <TextWithMark text={environmentName} mark={production ? <ProductionBadge /> : null} />,
      ...(proof.state === 'proved' && at !== null ? { note: formatMoment(new Date(at), 'time') } : {}),
      body:
        proof.state === 'proved' ? null : (
          <Stack>
            {error === null ? null : <ErrorPanel error={error} />}
            {changeable ? (
              <Checkbox
                label={TEXTS.leaveOut}
                checked={left}
                onChange={(_event, data) =>
                  props.onLeaveOut(
                    data.checked === true
                      ? [...leftOut, environmentId]
                      : leftOut.filter((id) => id !== environmentId),
                  )
                }
              />
            ) : null}
          </Stack>
        ),
      open: proof.state === 'failed',
    };
  };
  const out = rotation.proofs.filter(
    ({ environmentId, state }) => state !== 'proved' && leftOut.includes(environmentId),
  );
  return (
    <Stack>
      {out.length === 0 ? null : <NoticeBar intent="warning" title={TEXTS.leaveOutText(out.length)} />}
      {rotation.proofs.length === 0 ? (
        <span>{TEXTS.noProofs}</span>
      ) : (
        <FoldList label={TEXTS.proofs} items={rotation.proofs.map(toItem)} />
      )}
    </Stack>
  );
};
