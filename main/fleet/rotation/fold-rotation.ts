import type { RotationProof } from '../../../preload/contract/fleet-tenant.ts';
import type { EnvironmentId, OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { OperationEnd } from '../../../preload/contract/words/status.ts';
import type { JournalLine } from '../journal/journal-line.ts';
import type { RotationIntent, RotationPart } from '../journal/operation-event.ts';

/** What the journal alone tells about a rotation. */
export type RotationStory = {
  readonly intent: RotationIntent;
  readonly workspaceId: WorkspaceId;
  readonly startedAt: string;
  readonly proofs: readonly RotationProof[];
  /** Left out by the newest operation. */
  readonly leftOut: readonly EnvironmentId[];
  readonly operations: readonly {
    readonly id: OperationId;
    readonly part: RotationPart['part'];
    readonly end: OperationEnd | null;
  }[];
  readonly dismissed: boolean;
};

/** Steps after which nothing that was proved before is proved any more: the credential is another one. */
const MADE_ANEW = /^tenant\/(add-secret|generate-certificate)\//;
const PROOF = /^prove\//;

/** Tells a rotation from the lines of its operations, oldest first. Null when the line that began it is missing. */
export const foldRotation = (lines: readonly JournalLine[]): RotationStory | null => {
  let begun: Pick<RotationStory, 'intent' | 'workspaceId' | 'startedAt'> | null = null;
  let leftOut: readonly EnvironmentId[] = [];
  let dismissed = false;
  const operations = new Map<OperationId, RotationStory['operations'][number]>();
  const proofs = new Map<EnvironmentId, RotationProof>();
  for (const { at, entry } of lines) {
    const event = entry.operation;
    if (event === null) continue;
    switch (event.type) {
      case 'started': {
        if (event.rotation === null) break;
        const { intent, part, leaveOut } = event.rotation;
        begun ??= { intent, workspaceId: event.plan.workspaceId, startedAt: at };
        leftOut = leaveOut;
        dismissed = false;
        operations.set(event.operationId, { id: event.operationId, part, end: null });
        for (const { environmentId, environmentName, production } of event.plan.environments) {
          const known = proofs.get(environmentId) ?? { state: 'open', at: null, error: null };
          proofs.set(environmentId, { ...known, environmentId, environmentName, production });
        }
        break;
      }
      case 'step-ended': {
        if (event.environmentId === null) {
          if (MADE_ANEW.test(event.stepId) && event.state === 'done')
            for (const [id, proof] of proofs)
              proofs.set(id, { ...proof, state: 'open', at: null, error: null });
          break;
        }
        const proof = proofs.get(event.environmentId);
        if (proof === undefined || event.state === 'skipped' || !PROOF.test(event.stepId)) break;
        const state = event.state === 'done' ? 'proved' : event.state === 'failed' ? 'failed' : proof.state;
        proofs.set(event.environmentId, { ...proof, state, at, error: event.error });
        break;
      }
      case 'ended': {
        const operation = operations.get(event.operationId);
        if (operation !== undefined) operations.set(operation.id, { ...operation, end: event.state });
        break;
      }
      case 'acknowledged':
        dismissed = true;
        break;
      case 'step-started':
      case 'verified':
        break;
    }
  }
  return begun === null
    ? null
    : { ...begun, proofs: [...proofs.values()], leftOut, operations: [...operations.values()], dismissed };
};
