import type { Rotation } from '../../../preload/contract/fleet-tenant.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { ROTATION_TEXTS } from '../../../preload/contract/words/texts/en.ts';

const TEXTS = ROTATION_TEXTS.stages;

/** One step of a rotation as the page shows it. */
export type RotationStep = {
  readonly id: string;
  readonly name: string;
  readonly state: StepState;
  readonly text: string;
};

/** The five steps of a rotation, and how far each is; null: none has begun. Pure. */
export const rotationSteps = (rotation: Rotation | null): readonly RotationStep[] => {
  const stage = rotation?.stage ?? 'adding';
  const proofs = (rotation?.proofs ?? []).filter(
    ({ environmentId }) => rotation?.leftOut.includes(environmentId) !== true,
  );
  const proved = proofs.filter(({ state }) => state === 'proved').length;
  const added = stage !== 'adding';
  const inUse = stage === 'switched' || stage === 'finished';
  const state = (done: boolean): StepState => (done ? 'verified' : 'pending');
  const failed = proofs.some((proof) => proof.state === 'failed');
  return [
    { id: 'add', name: TEXTS.add, state: state(added), text: TEXTS.addHint },
    { id: 'accept', name: TEXTS.accept, state: state(inUse || proved > 0), text: TEXTS.acceptHint },
    {
      id: 'prove',
      name: TEXTS.prove,
      state: failed ? 'failed' : state(inUse),
      text: TEXTS.proveHint(proved, proofs.length),
    },
    { id: 'use', name: TEXTS.use, state: state(inUse), text: TEXTS.useHint },
    { id: 'remove', name: TEXTS.remove, state: state(stage === 'finished'), text: TEXTS.removeHint },
  ];
};
