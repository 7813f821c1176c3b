import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseAppProfileId, parseClientId, parseTenantId } from '../../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { readPlainPem } from '../../vault/certificates/read-plain-pem.ts';
import type { StoredProfile } from './document.ts';
import { keptSecret } from './kept-credential.ts';
import { newCertificate } from './new-certificate.ts';
import { newId } from '../../settings/new-id.ts';
import type { NewCredential, Profiles } from './profiles.ts';

/** An app of the running demo cloud, as its description tells it to the host. */
export type DemoApp = {
  readonly name: string;
  readonly clientId: string;
  readonly tenantId: string;
  readonly secret?: string | undefined;
  readonly certificatePem?: string | undefined;
  readonly privateKeyPem?: string | undefined;
};

/** What adding the demo's apps needs. */
export type DemoProfilePorts = {
  readonly profiles: Profiles;
  /** Fails with `not-available-here` when no demo cloud runs. */
  readonly demoApps: () => Promise<Result<readonly DemoApp[]>>;
  readonly now: () => number;
};

const profileFor = (ports: DemoProfilePorts, app: DemoApp): StoredProfile | null => {
  const clientId = parseClientId(app.clientId);
  if (clientId === null) return null;
  const known = ports.profiles.all().find((one) => one.demo && one.clientId === clientId);
  return (
    known ??
    ports.profiles.add({
      id: newId(parseAppProfileId),
      name: app.name,
      clientId,
      homeTenantId: parseTenantId(app.tenantId),
      credentials: [],
      current: null,
      workspaces: [],
      demo: true,
    })
  );
};

const credentialsOf = (ports: DemoProfilePorts, app: DemoApp): Result<readonly NewCredential[]> => {
  const addedOn = new Date(ports.now()).toISOString();
  const credentials: NewCredential[] = [];
  if (app.secret !== undefined)
    credentials.push({
      kind: 'secret',
      label: 'Demo secret',
      addedOn,
      expiresOn: null,
      thumbprintSha1: null,
      thumbprintSha256: null,
      value: keptSecret(app.secret),
    });
  if (app.certificatePem !== undefined && app.privateKeyPem !== undefined) {
    const certificate = readPlainPem(`${app.certificatePem}\n${app.privateKeyPem}`);
    if (!certificate.ok) return certificate;
    credentials.push(newCertificate(certificate.value, 'Demo certificate', ports.now()));
  }
  return ok(credentials);
};

/**
 * Adds the demo cloud's apps to a workspace, or refreshes them: its certificates are new in every run. Their credentials stay in this
 * session's memory and never reach the keychain.
 */
export const addDemoProfiles = async (
  ports: DemoProfilePorts,
  workspaceId: WorkspaceId,
): Promise<Result<readonly StoredProfile[]>> => {
  const apps = await ports.demoApps();
  if (!apps.ok) return apps;
  const added: StoredProfile[] = [];
  for (const app of apps.value) {
    const profile = profileFor(ports, app);
    if (profile === null) return failed('invalid-input', { path: 'clientId', problem: 'not a GUID' });
    const credentials = credentialsOf(ports, app);
    if (!credentials.ok) return credentials;
    let now: Result<StoredProfile> = ports.profiles.change(profile.id, (one) =>
      one.workspaces.includes(workspaceId) ? one : { ...one, workspaces: [...one.workspaces, workspaceId] },
    );
    for (const credential of credentials.value) {
      const replace = profile.credentials.find(({ kind }) => kind === credential.kind)?.id;
      now = await ports.profiles.keep(profile.id, credential, {
        session: true,
        ...(replace === undefined ? {} : { replace }),
      });
      if (!now.ok) return now;
    }
    if (!now.ok) return now;
    added.push(now.value);
  }
  return ok(added);
};
