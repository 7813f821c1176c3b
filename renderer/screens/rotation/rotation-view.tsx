import type { ReactElement } from 'react';
import { useState } from 'react';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Rotation, TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { ROTATION_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { CopyNewSecret } from '../../plans/index.ts';
import {
  Button,
  Card,
  Facts,
  Inline,
  Moment,
  NoticeBar,
  Stack,
  StatusBadge,
  useToasts,
} from '../../ui/index.ts';
import { ProofList } from './proof-list.tsx';

const stageBar = (rotation: Rotation): ReactElement => {
  if (rotation.running) return <StatusBadge status="working" word={TEXTS.state.running} />;
  switch (rotation.stage) {
    case 'adding':
      return <NoticeBar intent="info" title={TEXTS.state.adding} />;
    case 'proving':
      return (
        <NoticeBar intent="info" title={TEXTS.state.proving}>
          {TEXTS.state.provingText(
            rotation.proofs.filter(({ state }) => state === 'proved').length,
            rotation.proofs.length,
          )}
        </NoticeBar>
      );
    case 'switched':
      return (
        <NoticeBar intent="success" title={TEXTS.state.switched}>
          {TEXTS.state.switchedText}
        </NoticeBar>
      );
    case 'finished':
      return (
        <NoticeBar intent="success" title={TEXTS.state.finished}>
          {TEXTS.state.finishedText}
        </NoticeBar>
      );
  }
};

/** One rotation: how far it is, where it is proved, and what can be done next. */
export const RotationView = (props: {
  readonly rotation: Rotation;
  readonly profile: AppProfile;
  readonly onChange: (change: TenantChange) => void;
  readonly onAnother: () => void;
}): ReactElement => {
  const { rotation, profile, onChange } = props;
  const toasts = useToasts();
  const acknowledge = useAction('fleet.acknowledge', {
    invalidates: ['fleet.operations', 'fleet.operation', 'fleet.rotations'],
  });
  const [leftOut, setLeftOut] = useState<readonly EnvironmentId[]>(rotation.leftOut);
  const { id: rotationId, workspaceId, stage, running, credentialId } = rotation;
  const old = profile.credentials.find(({ id }) => id === rotation.retires);
  const leaveOut = [...leftOut];
  const open = rotation.proofs.some(
    ({ environmentId, state }) => state !== 'proved' && !leftOut.includes(environmentId),
  );
  const dismiss = async () => {
    const result = await acknowledge.run({ workspaceId, operationId: rotation.lastOperation });
    if (!result.ok) toasts.failure(result.error);
  };
  return (
    <Stack gap="l">
      {stageBar(rotation)}
      <Facts
        facts={[
          { label: TEXTS.newOne, value: rotation.label },
          ...(old === undefined ? [] : [{ label: TEXTS.oldOne, value: old.label }]),
          { label: TEXTS.started, value: <Moment at={rotation.startedAt} /> },
        ]}
      />
      <Inline wrap>
        {stage === 'adding' || stage === 'proving' || (stage === 'switched' && open) ? (
          <Button
            appearance="primary"
            disabled={running}
            onClick={() => onChange({ kind: 'continue-rotation', rotationId, leaveOut })}
          >
            {TEXTS.goOn}
          </Button>
        ) : null}
        {stage === 'switched' ? (
          <Button
            appearance={open ? 'secondary' : 'primary'}
            disabled={running || open}
            onClick={() => onChange({ kind: 'finish-rotation', rotationId, leaveOut })}
          >
            {TEXTS.removeOld}
          </Button>
        ) : null}
        {stage === 'finished' ? <Button onClick={props.onAnother}>{TEXTS.another}</Button> : null}
        {stage === 'finished' || rotation.dismissed || running ? null : (
          <Button appearance="subtle" disabled={acknowledge.busy} onClick={() => void dismiss()}>
            {TEXTS.dismiss}
          </Button>
        )}
      </Inline>
      <CopyNewSecret appProfileId={profile.id} credentialId={credentialId} />
      <Card title={TEXTS.proofs}>
        <ProofList rotation={rotation} leftOut={leftOut} onLeaveOut={setLeftOut} />
      </Card>
    </Stack>
  );
};
