import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { localDay } from '../../../preload/contract/words/local-day.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseCredentialId, parseRotationId } from '../../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { newId } from '../../settings/new-id.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import type { RotationIntent, RotationPart } from '../journal/operation-event.ts';
import type { PlannedApp } from '../planner/plan-environment.ts';
import type { PlannedTenantStep } from '../tenant/tenant-action.ts';
import { readRotation } from './read-rotation.ts';
import type { RotationReading, TellRead } from './read-rotation.ts';
import { remainingRemoval, remainingRenewal } from './remaining-steps.ts';
import type { RotationPlace } from './remaining-steps.ts';
import type { RotationBook } from './rotation-book.ts';

/** The changes that are parts of a rotation. */
export type RotationChange = Extract<
  TenantChange,
  { readonly kind: 'rotate' | 'continue-rotation' | 'finish-rotation' }
>;

/** What is left of a rotation, as a plan holds it. */
export type RotationDraft = {
  readonly rotation: RotationPart;
  readonly first: readonly PlannedTenantStep[];
  readonly apps: readonly PlannedApp[];
  readonly last: readonly PlannedTenantStep[];
};

type Begin = Extract<RotationChange, { readonly kind: 'rotate' }>;

/** Makes every choice of a new rotation once. */
const begin = async (
  { tenant, clock }: FleetPorts,
  book: RotationBook,
  workspaceId: WorkspaceId,
  { appProfileId, retires, make }: Begin,
): Promise<Result<RotationIntent>> => {
  const profile = tenant.profiles.find(appProfileId);
  if (!profile.ok) return profile;
  const { name, clientId, credentials, workspaces } = profile.value;
  if (!workspaces.includes(workspaceId))
    return failed('not-found', { what: 'app profile', id: appProfileId });
  if (retires !== null && !credentials.some(({ id }) => id === retires))
    return failed('not-found', { what: 'credential', id: retires });
  if (Date.parse(make.endsOn) <= clock.now())
    return failed('invalid-input', { path: 'make.endsOn', problem: 'must be in the future' });
  const unfinished = (await book.list(workspaceId)).find(
    (one) => one.appProfileId === appProfileId && one.stage !== 'finished' && !one.dismissed,
  );
  if (unfinished !== undefined) return failed('rotation-unfinished', { app: name });
  const credentialId = newId(parseCredentialId);
  const today = localDay(new Date(clock.now()));
  return ok({
    rotationId: newId(parseRotationId),
    appProfileId,
    appName: name,
    clientId,
    type: make.type,
    credentialId,
    retires,
    label: `${name.slice(0, 80)} ${today} ${credentialId.slice(0, 8)}`,
    endsOn: make.endsOn,
    keyBits: make.type === 'certificate' ? make.keyBits : null,
  });
};

const proofOf = (intent: RotationIntent, place: RotationPlace, reading: RotationReading): PlannedApp => {
  const { appProfileId, credentialId, appName, clientId, label } = intent;
  return {
    environment: {
      environmentId: place.environmentId,
      environmentName: place.name,
      production: reading.environments.get(place.environmentId)?.production ?? false,
      clientId,
      appName,
      problem: null,
    },
    steps: [
      {
        step: {
          id: `prove/${credentialId}`,
          kind: 'prove-credential',
          subject: appName,
          before: 'Not proved here',
          after: `Signs in with ${label}`,
          risks: [],
        },
        action: { kind: 'prove-credential', appProfileId, credentialId },
      },
    ],
  };
};

/** Works out what is left of a rotation from what is so now; continuing is nothing else than this once more. */
export const planRotation = async (
  ports: FleetPorts,
  book: RotationBook,
  workspaceId: WorkspaceId,
  change: RotationChange,
  tell: TellRead,
  signal: AbortSignal,
): Promise<Result<RotationDraft>> => {
  const story = change.kind === 'rotate' ? null : await book.find(workspaceId, change.rotationId);
  if (story !== null && !story.ok) return story;
  const intent =
    change.kind === 'rotate' ? await begin(ports, book, workspaceId, change) : ok(story?.value.intent);
  if (!intent.ok) return intent;
  if (intent.value === undefined) return failed('not-found', { what: 'rotation', id: '' });
  const proved = (story?.value.proofs ?? [])
    .filter(({ state }) => state === 'proved')
    .map(({ environmentId }) => environmentId);
  const { leaveOut } = change;
  const question = { workspaceId, intent: intent.value, proved, leaveOut };
  const reading = await readRotation(ports, question, tell, signal);
  if (!reading.ok) return reading;
  const { actual } = reading.value;
  const part = change.kind === 'finish-rotation' ? 'finish' : 'renew';
  const rotation: RotationPart = { intent: intent.value, part, leaveOut };
  if (part === 'finish') {
    const removal = remainingRemoval(intent.value, actual);
    return removal.ok ? ok({ rotation, first: removal.value, apps: [], last: [] }) : removal;
  }
  const left = remainingRenewal(intent.value, actual);
  if (!left.ok) return left;
  const { first, prove, last } = left.value;
  const apps = prove.map((place) => proofOf(rotation.intent, place, reading.value));
  return ok({ rotation, first, apps, last });
};
