import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { CredentialId, EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
import { fanOut } from '../../dataverse/fan-out.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import type { RotationIntent } from '../journal/operation-event.ts';
import { oursOf, ownRegistration } from '../tenant/plan-credential.ts';
import type { TenantApplication } from '../../directory/tenant-directory.ts';
import type { ActualRotation, RotationPlace } from './remaining-steps.ts';

/** Told how many environments have been asked. */
export type TellRead = (progress: { readonly read: number; readonly of: number }) => Promise<void>;

/** What is so of a rotation, with the environments behind it. */
export type RotationReading = {
  readonly actual: ActualRotation;
  readonly profile: AppProfile;
  readonly environments: ReadonlyMap<EnvironmentId, Environment>;
};

export type RotationQuestion = {
  readonly workspaceId: WorkspaceId;
  readonly intent: RotationIntent;
  /** Environments in which the new credential has signed in, as the journal tells. */
  readonly proved: readonly EnvironmentId[];
  readonly leaveOut: readonly EnvironmentId[];
};

/** Asks every environment, as its admin, whether the app has an enabled application user there. */
const readPlaces = async (
  ports: FleetPorts,
  question: RotationQuestion,
  environments: readonly Environment[],
  tell: TellRead,
  signal: AbortSignal,
): Promise<readonly RotationPlace[]> => {
  const { intent, proved, workspaceId } = question;
  const uses = new Map<EnvironmentId, RotationPlace['uses']>();
  await fanOut<Environment, RotationPlace['uses']>({
    items: environments,
    parallel: ports.environments.parallel(),
    signal,
    work: async (environment, each) => {
      const client = ports.environments.asAdmin(environment);
      const users = await readApplicationUsers(client, [intent.clientId], each);
      // Not knowing is no answer: the proof itself tells, or a person says that it may be left out.
      if (!users.ok) return ok('unknown');
      return ok(users.value.some(({ state }) => state === 'enabled') ? 'yes' : 'no');
    },
    settled: async ({ id }, result) => {
      uses.set(id, result.ok ? result.value : 'unknown');
      await tell({ read: uses.size, of: environments.length });
    },
  });
  return environments.map(({ id, name, workspaceId: of }) => ({
    environmentId: id,
    name: of === workspaceId ? name : `${name} (${ports.workspace(of)?.name ?? of})`,
    uses: uses.get(id) ?? 'unknown',
    proved: proved.includes(id),
  }));
};

const oldInEntra = async (
  { hintOf }: Pick<FleetPorts['tenant'], 'hintOf'>,
  application: TenantApplication,
  profile: AppProfile,
  retires: CredentialId,
): Promise<ActualRotation['old']['inEntra']> => {
  const secret = application.secrets.find((known) => oursOf(profile, known)?.id === retires);
  if (secret !== undefined) return { type: 'secret', known: secret };
  const certificate = application.certificates.find((known) => oursOf(profile, known)?.id === retires);
  if (certificate !== undefined) return { type: 'certificate', known: certificate };
  const old = profile.credentials.find(({ id }) => id === retires);
  if (old?.kind !== 'secret' || old.keyId !== null) return null;
  // A secret that was pasted: Entra names it by its first characters, which tell only when they are its alone.
  const hint = await hintOf(retires);
  const alike = application.secrets.filter((known) => hint !== null && known.hint === hint);
  const [only] = alike;
  return only === undefined || alike.length > 1 || oursOf(profile, only) !== null
    ? null
    : { type: 'secret', known: only };
};

/** Reads Entra, vault and environments, as far as the next part of a rotation needs them; changes nothing. */
export const readRotation = async (
  ports: FleetPorts,
  question: RotationQuestion,
  tell: TellRead,
  signal: AbortSignal,
): Promise<Result<RotationReading>> => {
  const { tenant } = ports;
  const { intent, workspaceId, leaveOut } = question;
  const stored = tenant.profiles.find(intent.appProfileId);
  if (!stored.ok) return stored;
  const profile = await tenant.profiles.show(stored.value);
  const application = await tenant.directory(workspaceId).application(intent.clientId, signal);
  if (!application.ok) return application;
  const own = ownRegistration({ application: application.value, profile });
  if (!own.ok) return own;
  const environments = tenant.places(profile);
  const places = await readPlaces(ports, question, environments, tell, signal);
  if (signal.aborted) return failed('cancelled');
  const made = profile.credentials.find(({ id }) => id === intent.credentialId);
  const old = profile.credentials.find(({ id }) => id === intent.retires);
  return ok({
    profile,
    environments: new Map(environments.map((one) => [one.id, one])),
    actual: {
      application: own.value.application,
      made: made === undefined ? null : { ...made, kept: made.kept !== 'missing' },
      old: {
        inProfile: old ?? null,
        inEntra:
          intent.retires === null
            ? null
            : await oldInEntra(tenant, own.value.application, profile, intent.retires),
      },
      current: profile.current,
      places,
      leaveOut,
      now: ports.clock.now(),
    },
  });
};
