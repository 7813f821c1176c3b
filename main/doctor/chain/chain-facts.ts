import type { ApplicationUserThere } from '../../application-users/to-application-user.ts';
import { oneApplicationUser } from '../../application-users/one-application-user.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
import type { Challenge } from '../../clouds/challenge.ts';
import { createDataverseClient } from '../../dataverse/create-dataverse-client.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { whoAmI } from '../../dataverse/who-am-i.ts';
import type { WhoAmI } from '../../dataverse/who-am-i.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { readToken } from '../../identity/inspector/read-token.ts';
import type { TokenContent } from '../../identity/inspector/read-token.ts';
import type { AppTokenRequest, TokenSource } from '../../identity/token-source.ts';
import { chooseCredential } from '../../query/choose-credential.ts';
import { readEffectiveAccess } from '../../security-roles/read-effective-access.ts';
import type { EffectiveAccess } from '../../security-roles/read-effective-access.ts';
import { readHeldRoles } from '../../security-roles/read-held-roles.ts';
import type { HeldRoles } from '../../security-roles/read-held-roles.ts';
import type { TenantMetadata } from '../../workspaces/tenant-metadata.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type {
  ClientId,
  CredentialId,
  EnvironmentId,
  OrgUrl,
  TenantId,
  WorkspaceId,
} from '../../../preload/contract/words/ids.ts';
import type { CloudId } from '../../../preload/contract/words/status.ts';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { ChainSubject } from './chain-link.ts';

/** What the chain is looked at through: nothing but reading. */
export type ChainPorts = {
  readonly http: HttpClient;
  readonly understand: (text: string) => Result<{ readonly url: OrgUrl; readonly cloud: CloudId | null }>;
  readonly askTenant: (url: OrgUrl, signal: AbortSignal) => Promise<Result<Challenge>>;
  readonly tenantMetadata: (
    cloud: Cloud,
    tenantId: TenantId,
    signal: AbortSignal,
  ) => Promise<Result<TenantMetadata>>;
  /** Takes a credential out of the vault and checks it, without giving it away. */
  readonly checkCredential: (
    request: Pick<AppTokenRequest, 'appProfileId' | 'credentialId'>,
  ) => Promise<Result<null>>;
  readonly tokens: TokenSource;
  readonly asAdmin: (environment: Environment) => DataverseClient;
  /** When the console last changed something about an app in an environment, or Entra about it; null when it did not lately. */
  readonly lastChange: (
    workspaceId: WorkspaceId,
    environmentId: EnvironmentId,
    clientId: ClientId,
  ) => Promise<number | null>;
  /** Seconds by which this computer is ahead; null when it was not measured. */
  readonly clockAheadSeconds: () => number | null;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

type Ask<Value> = (signal: AbortSignal) => Promise<Result<Value>>;

/** What is known of one app in one environment; each fact is asked for when a link needs it, and once. */
export type ChainFacts = {
  readonly ports: ChainPorts;
  readonly challenge: Ask<Challenge>;
  readonly metadata: Ask<TenantMetadata>;
  readonly credentialId: () => Result<CredentialId>;
  readonly credentialChecked: Ask<null>;
  /** What the token says; null for an opaque one. */
  readonly token: Ask<{ readonly content: TokenContent | null; readonly expiresAt: number }>;
  /** The Web API as the app. */
  readonly app: DataverseClient;
  readonly whoAmI: Ask<WhoAmI>;
  /** The Web API as the admin who is signed in. */
  readonly admin: DataverseClient;
  /** The app's row as the admin reads it, past caches; null when there is none. */
  readonly user: Ask<ApplicationUserThere | null>;
  readonly held: Ask<HeldRoles>;
  readonly access: Ask<EffectiveAccess>;
  readonly lastChange: () => Promise<number | null>;
};

const once = <Value>(ask: Ask<Value>): Ask<Value> => {
  let kept: Promise<Result<Value>> | null = null;
  return (signal) => (kept ??= ask(signal));
};

/** A fact that hangs on another: it fails with that one's error. */
const after =
  <Before, Value>(
    before: Ask<Before>,
    ask: (value: Before, signal: AbortSignal) => Promise<Result<Value>>,
  ): Ask<Value> =>
  async (signal) => {
    const first = await before(signal);
    return first.ok ? ask(first.value, signal) : first;
  };

/** Facts of one chain. With `fresh`, the token is asked for anew whatever is in hand. */
export const createFacts = (ports: ChainPorts, subject: ChainSubject, fresh: boolean): ChainFacts => {
  const { workspace, cloud, environment, profile } = subject;
  const { id: appProfileId, clientId } = profile;
  const challenge = once((signal) => ports.askTenant(environment.url, signal));
  const credentialId = () => chooseCredential(profile, null, ports.now());

  const requestOf = async (signal: AbortSignal): Promise<Result<AppTokenRequest>> => {
    const credential = credentialId();
    if (!credential.ok) return credential;
    // What the environment says now counts, not what was known when it was added.
    const asked = await challenge(signal);
    const tenantId = asked.ok ? asked.value.tenantId : environment.tenantId;
    if (tenantId === null) return asked.ok ? failed('internal') : asked;
    return ok({
      workspaceId: workspace.id,
      tenantId,
      clientId,
      appProfileId,
      credentialId: credential.value,
      resource: environment.url,
    });
  };
  const token = once(
    after(requestOf, async (request, signal) => {
      const given = await ports.tokens.forApp({ ...request, fresh }, signal);
      if (!given.ok) return given;
      return ok({ content: readToken(given.value.token), expiresAt: given.value.expiresAt });
    }),
  );
  const app = createDataverseClient({
    http: ports.http,
    origin: environment.url,
    bearer: async (signal) => {
      // The first token tells what there is to tell; the one that is sent is at hand then.
      const first = await token(signal);
      const request = first.ok ? await requestOf(signal) : first;
      const given = request.ok ? await ports.tokens.forApp(request.value, signal) : request;
      return given.ok ? ok(given.value.token) : given;
    },
  });
  const admin = ports.asAdmin(environment);
  const user = once(async (signal) => {
    const read = await readApplicationUsers(admin, [clientId], signal);
    return read.ok ? oneApplicationUser(read.value, clientId, environment.name) : read;
  });
  const there = after(user, async (found) =>
    found === null ? failed('user-missing', { clientId, environment: environment.name }) : ok(found),
  );
  return {
    ports,
    challenge,
    metadata: once(after(challenge, ({ tenantId }, signal) => ports.tenantMetadata(cloud, tenantId, signal))),
    credentialId,
    credentialChecked: once(async () => {
      const credential = credentialId();
      return credential.ok
        ? ports.checkCredential({ appProfileId, credentialId: credential.value })
        : credential;
    }),
    token,
    app,
    whoAmI: once((signal) => whoAmI(app, signal)),
    admin,
    user,
    held: once(after(there, ({ systemUserId }, signal) => readHeldRoles(admin, systemUserId, signal))),
    access: once(
      after(there, ({ systemUserId }, signal) => readEffectiveAccess(admin, systemUserId, signal)),
    ),
    lastChange: () => ports.lastChange(workspace.id, environment.id, clientId),
  };
};
