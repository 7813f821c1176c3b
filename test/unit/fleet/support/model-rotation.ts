import * as fc from 'fast-check';
import type { RotationIntent } from '../../../../main/fleet/journal/operation-event.ts';
import { remainingRemoval, remainingRenewal } from '../../../../main/fleet/rotation/remaining-steps.ts';
import type { ActualRotation, RotationPlace } from '../../../../main/fleet/rotation/remaining-steps.ts';
import type { TenantAction } from '../../../../main/fleet/tenant/tenant-action.ts';
import {
  parseAppProfileId,
  parseClientId,
  parseCredentialId,
  parseEnvironmentId,
  parseRotationId,
} from '../../../../preload/contract/words/ids.ts';
import { guid, must } from './journal-folder.ts';

const NEW = must(parseCredentialId(guid(0x901)));
export const OLD = must(parseCredentialId(guid(0x902)));
const END = '2027-01-01T00:00:00Z';

/** The world of one rotation, as it is at one moment. */
export type World = {
  readonly intent: RotationIntent;
  secrets: readonly { readonly keyId: string; readonly name: string }[];
  certificates: readonly { readonly keyId: string; readonly thumbprint: string }[];
  made: { readonly kept: boolean; readonly keyId: string | null; readonly thumbprint: string | null } | null;
  old: { readonly retiring: boolean } | null;
  current: typeof NEW | null;
  places: readonly RotationPlace[];
  next: number;
};

/** Where a step is cut off: before it, in its middle, or not at all. */
export type Cut = 'before' | 'middle' | 'after';

const actualOf = (world: World, leaveOut: ActualRotation['leaveOut']): ActualRotation => {
  const known = world.secrets.find(({ keyId }) => keyId === 'old');
  return {
    application: {
      secrets: world.secrets.map((one) => ({ ...one, hint: null, startsOn: null, endsOn: END })),
      certificates: world.certificates.map(({ keyId, thumbprint }) => ({
        keyId,
        name: '',
        thumbprintSha1: thumbprint,
        endsOn: END,
      })),
    },
    made:
      world.made === null
        ? null
        : { kept: world.made.kept, keyId: world.made.keyId, thumbprintSha1: world.made.thumbprint },
    old: {
      inProfile: world.old === null ? null : { label: 'old', ...world.old },
      inEntra:
        known === undefined
          ? null
          : { type: 'secret', known: { ...known, hint: null, startsOn: null, endsOn: END } },
    },
    current: world.current,
    places: world.places,
    leaveOut,
    now: Date.parse('2026-01-01T00:00:00Z'),
  };
};

/** What the new credential may be removed for: nothing, once it was put to use. */
const carry = (world: World, action: TenantAction, middle: boolean): void => {
  switch (action.kind) {
    case 'add-secret': {
      const keyId = `key ${world.next}`;
      world.next += 1;
      world.secrets = [...world.secrets, { keyId, name: action.label }];
      if (middle) return;
      world.current ??= action.staysInUse;
      world.made = { kept: true, keyId, thumbprint: null };
      world.places = world.places.map((place) => ({ ...place, proved: false }));
      return;
    }
    case 'generate-certificate':
      if (middle) return;
      world.current ??= action.staysInUse;
      world.made = { kept: true, keyId: null, thumbprint: `thumbprint ${world.next}` };
      world.next += 1;
      world.places = world.places.map((place) => ({ ...place, proved: false }));
      return;
    case 'upload-certificate': {
      const thumbprint = must(world.made?.thumbprint);
      world.certificates = [...world.certificates, { keyId: `key ${world.next}`, thumbprint }];
      world.next += 1;
      return;
    }
    case 'remove-secret':
      world.secrets = world.secrets.filter(({ keyId }) => keyId !== action.keyId);
      return;
    case 'remove-certificate':
      world.certificates = world.certificates.filter(({ keyId }) => keyId !== action.keyId);
      return;
    case 'use-credential':
      if (!middle) {
        world.current = action.credentialId;
        world.old = world.old === null ? null : { retiring: true };
      }
      return;
    case 'forget-credential':
      if (!middle) world.old = null;
      return;
    default:
      return;
  }
};

/** Whether vault and Entra both have the new credential. */
export const stands = ({ made, secrets, certificates }: World): boolean =>
  made?.kept === true &&
  (secrets.some(({ keyId }) => keyId === made.keyId) ||
    certificates.some(({ thumbprint }) => thumbprint === made.thumbprint));

/** Whether the old one may go: the new one is there, in use, and proved wherever it is needed. */
export const mayRemove = (world: World, leaveOut: ActualRotation['leaveOut']): boolean =>
  stands(world) &&
  world.current === NEW &&
  world.places.every(
    ({ environmentId, uses, proved }) => uses === 'no' || proved || leaveOut.includes(environmentId),
  );

/** One attempt: plans from what is so and does a part of it. Tells what stopped the plan; `null` when nothing did. */
export const attempt = (
  world: World,
  part: 'renew' | 'finish',
  leaveOut: ActualRotation['leaveOut'],
  cuts: { readonly steps: number; readonly at: Cut; readonly refusing: readonly string[] },
  onRemovalOfOld: () => void,
): { readonly refused: string | null; readonly steps: number } => {
  const actual = actualOf(world, leaveOut);
  const left =
    part === 'renew'
      ? remainingRenewal(world.intent, actual)
      : (() => {
          const removal = remainingRemoval(world.intent, actual);
          return removal.ok
            ? { ok: true as const, value: { first: removal.value, prove: [], last: [] } }
            : removal;
        })();
  if (!left.ok) return { refused: left.error.code, steps: 0 };
  const { first, prove, last } = left.value;
  let budget = cuts.steps;
  const run = (action: TenantAction): boolean => {
    if (budget === 0) {
      if (cuts.at === 'middle') carry(world, action, true);
      return false;
    }
    budget -= 1;
    if ('keyId' in action && action.keyId === 'old') onRemovalOfOld();
    if (action.kind === 'forget-credential' && action.credentialId === OLD) onRemovalOfOld();
    carry(world, action, false);
    return true;
  };
  const steps = first.length + prove.length + last.length;
  for (const { action } of first) if (!run(action)) return { refused: null, steps };
  let refused = false;
  for (const { environmentId } of prove) {
    if (budget === 0) return { refused: null, steps };
    budget -= 1;
    if (cuts.refusing.includes(environmentId)) refused = true;
    else
      world.places = world.places.map((place) =>
        place.environmentId === environmentId ? { ...place, proved: true } : place,
      );
  }
  if (refused) return { refused: null, steps };
  for (const { action } of last) if (!run(action)) return { refused: null, steps };
  return { refused: null, steps };
};

const place = (number: number) =>
  fc
    .record({ uses: fc.constantFrom('yes' as const, 'yes' as const, 'no' as const, 'unknown' as const) })
    .map(({ uses }): RotationPlace => ({
      environmentId: must(parseEnvironmentId(guid(0x950 + number))),
      name: `Environment ${number}`,
      uses,
      proved: false,
    }));

/** A rotation that has not begun, of a secret or a certificate, with up to four environments. */
export const arbitraryWorld = fc
  .record({
    type: fc.constantFrom('secret' as const, 'certificate' as const),
    places: fc.tuple(place(0), place(1), place(2), place(3)).chain((all) => fc.subarray(all)),
    hasOld: fc.boolean(),
    others: fc.boolean(),
  })
  .map(({ type, places, hasOld, others }) => (): World => ({
    intent: {
      rotationId: must(parseRotationId(guid(0x900))),
      appProfileId: must(parseAppProfileId(guid(0x903))),
      appName: 'Hub',
      clientId: must(parseClientId(guid(0x904))),
      type,
      credentialId: NEW,
      retires: hasOld ? OLD : null,
      label: 'Hub 2026-01-01 00000000',
      endsOn: END,
      keyBits: type === 'secret' ? null : 2048,
    },
    secrets: [
      ...(hasOld ? [{ keyId: 'old', name: 'old' }] : []),
      ...(others ? [{ keyId: 'other', name: 'of another team' }] : []),
    ],
    certificates: others ? [{ keyId: 'other certificate', thumbprint: 'other' }] : [],
    made: null,
    old: hasOld ? { retiring: false } : null,
    current: null,
    places,
    next: 1,
  }));

/** Attempts that are cut off somewhere. */
export const arbitraryAttempts = fc.array(
  fc.record({
    part: fc.constantFrom('renew' as const, 'renew' as const, 'finish' as const),
    steps: fc.nat(8),
    at: fc.constantFrom<Cut>('before', 'middle'),
    refusing: fc.subarray([0, 1, 2, 3].map((number) => guid(0x950 + number))),
  }),
  { maxLength: 6 },
);
