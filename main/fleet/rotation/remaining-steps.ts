import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { CredentialId, EnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { RotationIntent } from '../journal/operation-event.ts';
import { removalStep } from '../tenant/plan-credential.ts';
import { day } from '../tenant/tenant-draft.ts';
import { tenantStep } from '../tenant/tenant-action.ts';
import type { PlannedTenantStep } from '../tenant/tenant-action.ts';
import type { TenantApplication, TenantCertificate, TenantSecret } from '../../directory/tenant-directory.ts';

/** One environment in which the app may sign in. */
export type RotationPlace = {
  readonly environmentId: EnvironmentId;
  readonly name: string;
  /** Whether the app has an application user there; `unknown` when the admin could not ask. */
  readonly uses: 'yes' | 'no' | 'unknown';
  /** The new credential, as it is now, has signed in there. */
  readonly proved: boolean;
};

/** What is so, of all that a rotation is about. */
export type ActualRotation = {
  readonly application: Pick<TenantApplication, 'secrets' | 'certificates'>;
  /** The new credential as the profile has it; null when it has not. */
  readonly made: {
    /** False when the vault has no value for it any more. */
    readonly kept: boolean;
    readonly keyId: string | null;
    readonly thumbprintSha1: string | null;
  } | null;
  /** The credential that retires, as profile and Entra know it; null each where there is none (any more). */
  readonly old: {
    readonly inProfile: { readonly label: string; readonly retiring: boolean } | null;
    readonly inEntra: {
      readonly type: 'secret' | 'certificate';
      readonly known: TenantSecret | TenantCertificate;
    } | null;
  };
  readonly current: CredentialId | null;
  readonly places: readonly RotationPlace[];
  /** Where the admin says that the new credential need not be proved. */
  readonly leaveOut: readonly EnvironmentId[];
  readonly now: number;
};

/** What is left to do until the new credential is in use. */
export type RemainingRenewal = {
  readonly first: readonly PlannedTenantStep[];
  /** Environments in which the new credential is still to sign in. */
  readonly prove: readonly RotationPlace[];
  readonly last: readonly PlannedTenantStep[];
};

const inEntra = (
  { application, made }: ActualRotation,
  type: RotationIntent['type'],
): TenantSecret | TenantCertificate | null => {
  if (made === null) return null;
  return type === 'secret'
    ? (application.secrets.find(({ keyId }) => keyId === made.keyId) ?? null)
    : (application.certificates.find(
        ({ thumbprintSha1 }) => thumbprintSha1 !== null && thumbprintSha1 === made.thumbprintSha1,
      ) ?? null);
};

/** Whether vault and Entra both hold the new credential. */
const stands = (intent: RotationIntent, actual: ActualRotation): boolean =>
  actual.made?.kept === true && inEntra(actual, intent.type) !== null;

const addSteps = (intent: RotationIntent, actual: ActualRotation): readonly PlannedTenantStep[] => {
  const { appProfileId, credentialId, label, endsOn, keyBits } = intent;
  const made = { appProfileId, credentialId, label, endsOn, staysInUse: intent.retires };
  if (intent.type === 'secret') {
    // Named as nothing else is, and unknown to the profile: its value never reached the vault.
    const lost = actual.application.secrets.filter(
      ({ keyId, name }) => name === label && keyId !== actual.made?.keyId,
    );
    const removals = lost.map((known) => {
      const { action, step } = removalStep('secret', known, null, [], actual.now);
      return { action, step: { ...step, before: 'In Entra, its value in no vault' } };
    });
    if (stands(intent, actual)) return removals;
    return [
      ...removals,
      tenantStep(
        { kind: 'add-secret', ...made, known: [] },
        {
          subject: label,
          before: 'Not there',
          after: `In Entra until ${day(endsOn)}, its value in the vault`,
        },
      ),
    ];
  }
  const steps: PlannedTenantStep[] = [];
  const lost = inEntra(actual, 'certificate');
  // Its key never leaves a vault: one that is gone from ours is of use to nobody.
  if (actual.made?.kept !== true && lost !== null)
    steps.push(removalStep('certificate', lost, null, [], actual.now));
  if (actual.made?.kept !== true)
    steps.push(
      tenantStep(
        { kind: 'generate-certificate', ...made, keyBits: keyBits ?? 2048, name: intent.appName },
        {
          subject: label,
          before: 'Not there',
          after: `RSA ${keyBits ?? 2048}, in the vault until ${day(endsOn)}`,
        },
      ),
    );
  if (!stands(intent, actual))
    steps.push(
      tenantStep(
        { kind: 'upload-certificate', appProfileId, credentialId, label },
        { subject: label, before: 'Only in this vault', after: 'Public part in Entra, others stay' },
      ),
    );
  return steps;
};

const needed = (actual: ActualRotation): readonly RotationPlace[] =>
  actual.places.filter(
    ({ environmentId, uses }) => uses !== 'no' && !actual.leaveOut.includes(environmentId),
  );

/**
 * What is left of a rotation until the new credential is in use: whatever was interrupted where, the answer follows from
 * what is so. A credential that has to be made anew has to be proved anew. Fails with `secret-missing` when the vault has lost
 * a secret that stands in Entra: it may be in use elsewhere, so nobody but a person may remove it. Pure.
 */
export const remainingRenewal = (
  intent: RotationIntent,
  actual: ActualRotation,
): Result<RemainingRenewal> => {
  const { appProfileId, credentialId, label, retires } = intent;
  const there = stands(intent, actual);
  if (intent.type === 'secret' && !there && inEntra(actual, 'secret') !== null)
    return failed('secret-missing', { credential: label });
  const add = addSteps(intent, actual);
  const prove = needed(actual).filter(({ proved }) => !there || !proved);
  const switched = actual.current === credentialId && actual.old.inProfile?.retiring !== false;
  const wait =
    there && switched && prove.length === 0
      ? []
      : [
          tenantStep(
            { kind: 'await-credential', appProfileId, credentialId },
            { subject: label, before: 'Not known to every part of Entra', after: 'Signs in to the tenant' },
          ),
        ];
  return ok({
    first: [...add, ...wait],
    prove,
    last:
      there && switched
        ? []
        : [
            tenantStep(
              { kind: 'use-credential', appProfileId, credentialId, retires },
              {
                subject: label,
                before:
                  actual.old.inProfile === null ? 'Not in use' : `${actual.old.inProfile.label} is in use`,
                after: actual.old.inProfile === null ? 'In use' : 'In use, the old one is kept',
              },
            ),
          ],
  });
};

/**
 * The steps that remove the old credential from Entra and then from the vault. Refused with `rotation-not-ready` before
 * the new one is in use, and with `credential-unproved` before it is proved everywhere but where it may be left out. Pure.
 */
export const remainingRemoval = (
  intent: RotationIntent,
  actual: ActualRotation,
): Result<readonly PlannedTenantStep[]> => {
  const { appProfileId, credentialId, retires } = intent;
  if (!stands(intent, actual) || actual.current !== credentialId)
    return failed('rotation-not-ready', { app: intent.appName });
  const open = needed(actual).filter(({ proved }) => !proved);
  if (open.length > 0)
    return failed('credential-unproved', {
      count: open.length,
      environments: open
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', '),
    });
  if (retires === null) return ok([]);
  const { inProfile, inEntra: old } = actual.old;
  const onlyWhile = { appProfileId, uses: credentialId };
  return ok([
    ...(old === null ? [] : [removalStep(old.type, old.known, onlyWhile, [], actual.now)]),
    ...(inProfile === null
      ? []
      : [
          tenantStep(
            { kind: 'forget-credential', appProfileId, credentialId: retires, onlyWhile },
            { subject: inProfile.label, before: 'In the vault', after: 'Removed from the vault' },
            old === null ? ['not-found-in-entra'] : [],
          ),
        ]),
  ]);
};
