import type { Environment } from '../../preload/contract/environments.ts';
import type { ImportedRow } from '../../preload/contract/portability.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import { parseAppProfileId } from '../../preload/contract/words/ids.ts';
import type { ClientId } from '../../preload/contract/words/ids.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { StoredProfile } from '../identity/app-profiles/document.ts';
import { keptSecret } from '../identity/app-profiles/kept-credential.ts';
import type { Profiles } from '../identity/app-profiles/profiles.ts';
import { newId } from '../settings/new-id.ts';
import type { Vault } from '../vault/vault.ts';
import type { FoundConnection } from './formats/connection.ts';
import type { UnderstandPorts } from './tell-connections.ts';

/** Where connections go. */
export type ImportConnectionsPorts = Pick<UnderstandPorts, 'understand'> & {
  readonly profiles: Profiles;
  readonly vault: Pick<Vault, 'get'>;
  readonly secretProblem: (secret: string) => AppError | null;
  /** Adds an environment as by hand: it must be of the workspace's cloud and tenant. */
  readonly addEnvironment: (
    workspace: Workspace,
    address: string,
    name: string,
    signal: AbortSignal,
  ) => Promise<Result<Environment>>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
};

type Done = Omit<ImportedRow, 'index'>;

/** A name that may stand in a record: one trimmed line. */
const asName = (text: string, otherwise: string): string => {
  const line = text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 120)
    .trim();
  return line === '' ? otherwise : line;
};

const takeApp = (
  { profiles }: ImportConnectionsPorts,
  workspace: Workspace,
  found: FoundConnection,
  clientId: ClientId,
): Result<{ readonly app: Done['app']; readonly profile: StoredProfile }> => {
  const known = profiles.all().find((one) => one.clientId === clientId);
  // Apps of the demo cloud are good for nothing in a real tenant, and the other way round.
  if (known !== undefined && known.demo !== workspace.demo)
    return failed('app-of-other-kind', { app: known.name, kept: known.demo ? 'demo' : 'real' });
  if (known?.workspaces.includes(workspace.id) === true) return ok({ app: 'present', profile: known });
  const profile =
    known ??
    profiles.add({
      id: newId(parseAppProfileId),
      name: asName(found.name, clientId),
      clientId,
      homeTenantId: null,
      credentials: [],
      current: null,
      workspaces: [],
      demo: workspace.demo,
    });
  profiles.change(profile.id, (now) => ({ ...now, workspaces: [...now.workspaces, workspace.id] }));
  return ok({ app: known === undefined ? 'added' : 'linked', profile });
};

/** Whether the profile has this very secret already; what cannot be read is not it. */
const hasSecret = async (
  { vault, profiles }: ImportConnectionsPorts,
  profile: StoredProfile,
  value: string,
): Promise<boolean> => {
  const now = profiles.find(profile.id);
  for (const { id, kind } of now.ok ? now.value.credentials : []) {
    const kept = kind === 'secret' ? await vault.get(id) : null;
    if (kept?.ok === true && kept.value === value) return true;
  }
  return false;
};

const takeSecret = async (
  ports: ImportConnectionsPorts,
  profile: StoredProfile,
  found: FoundConnection,
): Promise<Pick<Done, 'credential' | 'error'>> => {
  if (found.credential === 'none') return { credential: 'none', error: null };
  if (found.secret === null) return { credential: 'enter', error: null };
  const problem = ports.secretProblem(found.secret);
  if (problem !== null) return { credential: 'enter', error: problem };
  const value = keptSecret(found.secret);
  if (await hasSecret(ports, profile, value)) return { credential: 'present', error: null };
  const kept = await ports.profiles.keep(
    profile.id,
    {
      kind: 'secret',
      label: asName(`Imported: ${found.name}`, 'Imported'),
      addedOn: ports.now(),
      expiresOn: null,
      thumbprintSha1: null,
      thumbprintSha256: null,
      value,
    },
    { session: false },
  );
  return kept.ok ? { credential: 'added', error: null } : { credential: 'failed', error: kept.error };
};

const takeEnvironment = async (
  ports: ImportConnectionsPorts,
  workspace: Workspace,
  found: FoundConnection,
  signal: AbortSignal,
): Promise<Pick<Done, 'environment' | 'error'>> => {
  if (found.address === '') return { environment: 'none', error: null };
  const added = await ports.addEnvironment(workspace, found.address, '', signal);
  if (added.ok) return { environment: 'added', error: null };
  return added.error.code === 'already-exists'
    ? { environment: 'present', error: null }
    : { environment: 'failed', error: added.error };
};

/** True for an environment of a known cloud that is not the workspace's. */
const isOfOtherCloud = (
  { understand }: ImportConnectionsPorts,
  { cloud }: Workspace,
  { address }: FoundConnection,
): boolean => {
  const place = address === '' ? null : understand(address);
  return place?.ok === true && place.value.cloud !== null && place.value.cloud !== cloud;
};

/**
 * Brings one connection into a workspace: its app, its secret where there is one, its environment. Overwrites nothing. From another cloud
 * nothing comes: an app with its secret would be of no use there, and once kept as one of the demo cloud it could not be used in a real tenant.
 */
export const importConnection = async (
  ports: ImportConnectionsPorts,
  workspace: Workspace,
  found: FoundConnection,
  signal: AbortSignal,
): Promise<Result<Done>> => {
  const environment = await takeEnvironment(ports, workspace, found, signal);
  if (signal.aborted) return failed('cancelled');
  if (isOfOtherCloud(ports, workspace, found))
    return ok({
      app: found.clientId === null ? 'none' : 'failed',
      credential: 'none',
      ...environment,
    });
  if (found.clientId === null) return ok({ app: 'none', credential: 'none', ...environment });
  const taken = takeApp(ports, workspace, found, found.clientId);
  if (!taken.ok)
    return ok({
      app: 'failed',
      credential: 'none',
      environment: environment.environment,
      error: environment.error ?? taken.error,
    });
  const secret = await takeSecret(ports, taken.value.profile, found);
  return ok({
    app: taken.value.app,
    credential: secret.credential,
    environment: environment.environment,
    error: environment.error ?? secret.error,
  });
};
