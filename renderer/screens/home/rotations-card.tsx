import type { ReactElement } from 'react';
import type { Rotation } from '../../../preload/contract/fleet-tenant.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { ROTATION_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useGo } from '../../places/index.ts';
import { Button, Moment } from '../../ui/index.ts';
import { OpenWork, OpenWorkCard } from './open-work-card.tsx';

const TEXTS = ROTATION_TEXTS.home;

/** Rotations that are not at their end, each with the way to go on. */
export const RotationsCard = (props: {
  readonly workspaceId: WorkspaceId;
  readonly rotations: readonly Rotation[];
}): ReactElement => {
  const go = useGo();
  return (
    <OpenWorkCard title={TEXTS.title} text={TEXTS.text}>
      {props.rotations.map(({ id, appName, appProfileId, startedAt, stage, proofs }) => (
        <OpenWork
          key={id}
          title={appName}
          since={<Moment at={startedAt} />}
          actions={
            <Button
              size="small"
              appearance="primary"
              onClick={() =>
                go({
                  page: 'applications/rotate',
                  workspaceId: props.workspaceId,
                  params: { app: appProfileId, rotation: id },
                })
              }
            >
              {ROTATION_TEXTS.goOn}
            </Button>
          }
        >
          <span>
            {`${ROTATION_TEXTS.state[stage]} · ${TEXTS.proved(proofs.filter(({ state }) => state === 'proved').length, proofs.length)}`}
          </span>
        </OpenWork>
      ))}
    </OpenWorkCard>
  );
};
