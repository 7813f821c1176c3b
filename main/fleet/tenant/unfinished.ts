import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import { parseCredentialId } from '../../../preload/contract/words/ids.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import type { TenantApplication, TenantSecret } from '../../directory/tenant-directory.ts';
import type { BegunChange } from './read-begun.ts';

const TOOK_EFFECT: readonly (StepState | undefined)[] = ['done', 'verified'];
/** What may stand in Entra all the same: begun and not told, or failed on the way back. */
const MAY_BE_THERE: readonly (StepState | undefined)[] = ['unrecorded', 'failed'];

/** Clocks differ, and one operation's requests take their time. Milliseconds. */
const EARLIER = 5 * 60_000;
const LATER = 10 * 60_000;

const madeThen = ({ startedAt }: BegunChange, on: string | null): boolean => {
  const made = on === null ? Number.NaN : Date.parse(on);
  return made >= startedAt - EARLIER && made <= startedAt + LATER;
};

/** A secret that stands in Entra because of a change that came to no good end, and the id under which the vault was to have it. */
export type LeftSecret = { readonly known: TenantSecret; readonly credentialId: CredentialId };

/**
 * Secrets that an interrupted or failed change had Entra make and whose value is in no vault: of its description, made while it ran,
 * and no credential of ours. What was asked for again since and succeeded is not looked at: its secret may be in use elsewhere. Pure.
 */
export const leftSecrets = (
  begun: readonly BegunChange[],
  application: Pick<TenantApplication, 'secrets'>,
  profile: Pick<AppProfile, 'id' | 'credentials'>,
): readonly LeftSecret[] => {
  const settled = new Set<string>();
  const left: LeftSecret[] = [];
  for (const one of begun) {
    if (one.tenant.appProfileId !== profile.id) continue;
    for (const step of one.tenant.first.filter(({ kind }) => kind === 'add-secret')) {
      const state = one.states.get(step.id);
      if (TOOK_EFFECT.includes(state)) settled.add(step.subject);
      const credentialId = parseCredentialId(step.id.split('/').at(-1) ?? '');
      if (!MAY_BE_THERE.includes(state) || settled.has(step.subject) || credentialId === null) continue;
      const found = application.secrets.filter(
        (known) =>
          known.name === step.subject &&
          madeThen(one, known.startsOn) &&
          !profile.credentials.some(({ keyId }) => keyId === known.keyId) &&
          !left.some((each) => each.known.keyId === known.keyId),
      );
      left.push(...found.map((known) => ({ known, credentialId })));
    }
  }
  return left;
};

/**
 * The app registration that an interrupted or failed change made and that never became an app here: of its name and audience (`after` is
 * what was planned of it), made while it ran, the only such one, and no profile's. Null where there is none or nobody can say which. Pure.
 */
export const leftRegistration = (
  begun: readonly BegunChange[],
  after: string,
  named: readonly TenantApplication[],
  profiles: readonly Pick<AppProfile, 'clientId'>[],
): TenantApplication | null => {
  const free = named.filter(({ clientId }) => profiles.every((one) => one.clientId !== clientId));
  for (const one of begun) {
    const [create] = one.tenant.first;
    if (create?.kind !== 'create-application' || create.after !== after) continue;
    const made = one.states.get(create.id);
    if (!TOOK_EFFECT.includes(made) && !MAY_BE_THERE.includes(made)) continue;
    const [ours, ...others] = free.filter(
      ({ name, createdOn }) => name === create.subject && madeThen(one, createdOn),
    );
    if (ours !== undefined && others.length === 0) return ours;
  }
  return null;
};
