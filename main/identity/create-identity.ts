import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { Notice } from '../../preload/contract/app.ts';
import type { Cloud } from '../../preload/contract/clouds.ts';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { AppProfileId, CredentialId, TenantId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { systemClock } from '../http/clock.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { OpenDocumentFile } from '../settings/document.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import type { SecretClipboard } from '../vault/secret-clipboard.ts';
import type { Vault, VaultInspection } from '../vault/vault.ts';
import { adminContext } from './admin-context.ts';
import type { CloudLookup, WorkspaceLookup } from './admin-context.ts';
import { createAdminSessions } from './admin-sessions.ts';
import type { SignInPorts } from './admin-sign-in.ts';
import { createAdminTokens } from './admin-tokens.ts';
import { createAdmin } from './admin.ts';
import type { CertificatePorts } from './app-profiles/certificate-handlers.ts';
import type { CredentialChecks } from './app-profiles/credential-checks.ts';
import type { DemoProfilePorts } from './app-profiles/demo-profiles.ts';
import { openProfiles } from './app-profiles/document.ts';
import type { StoredProfile } from './app-profiles/document.ts';
import { createTakeCredential } from './app-profiles/kept-credential.ts';
import { createJustMade } from './app-profiles/just-made.ts';
import type { JustMade } from './app-profiles/just-made.ts';
import { noteKnownInEntra } from './app-profiles/known-in-entra.ts';
import type { KnownInEntra } from './app-profiles/known-in-entra.ts';
import { createProfiles } from './app-profiles/profiles.ts';
import type { Profiles } from './app-profiles/profiles.ts';
import { createCredentialParts } from './app-profiles/credential-parts.ts';
import type { CredentialParts } from './app-profiles/credential-parts.ts';
import { createAppTokens } from './app-tokens.ts';
import { identityHandlers } from './handlers.ts';
import type { InspectorPorts } from './inspector/handlers.ts';
import { createTokenRecords } from './inspector/token-records.ts';
import { createExchanges } from './msal-network.ts';
import { createTokenMemory } from './token-memory.ts';
import type { AppTokenRequest, TokenSource } from './token-source.ts';

/** Everything that the room is built from. */
export type IdentityPorts = Pick<SignInPorts, 'openBrowser' | 'deadline'> &
  Pick<CertificatePorts, 'makeCertificate' | 'saveFile'> &
  Pick<InspectorPorts, 'placesOf' | 'clockSkew'> & {
    readonly http: HttpClient;
    readonly vault: Vault & Pick<VaultInspection, 'setValueAside'>;
    readonly openFile: OpenDocumentFile;
    readonly notice: (notice: Notice) => void;
    readonly recordActivity: RecordActivity;
    readonly workspaceOf: WorkspaceLookup;
    readonly cloudOf: CloudLookup;
    readonly tenantFound: (workspaceId: WorkspaceId, tenantId: TenantId) => void;
    readonly checks: CredentialChecks;
    readonly demoApps: DemoProfilePorts['demoApps'];
    readonly clipboard: SecretClipboard;
    /** Milliseconds since the epoch. */
    readonly now: () => number;
  };

/** The room: tokens for the rooms above, handlers for the border. */
export type Identity = {
  readonly tokens: TokenSource;
  readonly handlers: ReturnType<typeof identityHandlers>;
  /** The records of apps, for rooms above that keep or move credentials. */
  readonly profiles: Profiles;
  /** Where a secret that was made here is marked, so that it may be copied once. */
  readonly justMade: JustMade;
  /** What may be told of a kept credential without giving it away. */
  readonly parts: CredentialParts;
  /** Takes a credential out of the vault and checks it as a sign-in would; gives nothing of it away. */
  readonly checkCredential: (
    request: Pick<AppTokenRequest, 'appProfileId' | 'credentialId'>,
  ) => Promise<Result<null>>;
  /** Takes note that Entra knows credentials that were made here. */
  readonly knownInEntra: (known: readonly KnownInEntra[]) => void;
  /** User name of the workspace's admin, as far as it is known without asking the vault. */
  readonly userOf: (workspaceId: WorkspaceId) => string | null;
  /** One app profile with where its credentials are kept; `not-found` when there is none. */
  readonly profileOf: (id: AppProfileId) => Promise<Result<AppProfile>>;
  /** App profiles that may be used in a workspace. */
  readonly profilesOf: (workspaceId: WorkspaceId) => readonly StoredProfile[];
  /** Uses an app profile in a workspace from now on; nothing happens when it is used there already. */
  readonly useIn: (id: AppProfileId, workspaceId: WorkspaceId) => void;
  /** Signs out and unlinks every profile: what removing a workspace asks of identity. */
  readonly forgetWorkspace: (workspaceId: WorkspaceId) => Promise<Result<null>>;
  /** Resolves when every sign-in is in the vault as it is now and no secret is on the clipboard: before the console ends. */
  readonly settled: () => Promise<void>;
};

/** Builds it; opens the document of app profiles and touches neither vault nor network. */
export const createIdentity = (ports: IdentityPorts): Identity => {
  const { vault, now, checks, recordActivity, workspaceOf, cloudOf } = ports;
  const openExchange = createExchanges(ports.http);
  const memory = createTokenMemory(now);
  const sessions = createAdminSessions(vault);
  const contextOf = (workspaceId: WorkspaceId) => adminContext(workspaceId, workspaceOf, cloudOf);
  const document = openProfiles(ports.openFile, ports.notice);
  const records = createTokenRecords(now);
  const forgetTokens = (credentialId: CredentialId) => {
    memory.forget(credentialId);
    records.forget(credentialId);
  };
  const profiles = createProfiles({ document, vault, recordActivity, forgetTokens });
  const justMade = createJustMade(now);
  const parts = createCredentialParts(vault);
  const knownInEntra = noteKnownInEntra(profiles);
  const admin = createAdmin({
    ...ports,
    contextOf,
    sessions,
    memory,
    openExchange,
    sleep: systemClock.sleep,
  });

  const cloudOfWorkspace = (workspaceId: WorkspaceId): Cloud | null => {
    const workspace = workspaceOf(workspaceId);
    return workspace === null ? null : cloudOf(workspace);
  };

  const takeCredential = createTakeCredential({ vault, profiles: profiles.all, checks, now });
  const forApp = records.watch(
    createAppTokens({
      cloudOf: cloudOfWorkspace,
      takeCredential,
      openExchange,
      memory,
      worked: (credentialId) => knownInEntra([{ credentialId, keyId: null }]),
    }),
  );

  return {
    tokens: { forAdmin: createAdminTokens({ contextOf, sessions, openExchange, memory }), forApp },
    handlers: identityHandlers({
      admin,
      appProfiles: {
        profiles,
        vault,
        checks,
        justMade,
        clipboard: ports.clipboard,
        recordActivity,
        demoApps: ports.demoApps,
        now,
        workspaceOf,
      },
      certificates: { ...ports, profiles, parts },
      inspector: { ...ports, profiles, records, forApp },
    }),
    userOf: (workspaceId) => sessions.of(workspaceId).user(),
    profiles,
    justMade,
    parts,
    checkCredential: async (request) => {
      const taken = await takeCredential(request);
      return taken.ok ? ok(null) : taken;
    },
    knownInEntra,
    settled: async () => {
      await Promise.all([sessions.settled(), ports.clipboard.close()]);
    },
    profileOf: async (id) => {
      const found = profiles.find(id);
      return found.ok ? ok(await profiles.show(found.value)) : found;
    },
    profilesOf: (workspaceId) => profiles.all().filter((one) => one.workspaces.includes(workspaceId)),
    useIn: (id, workspaceId) => {
      profiles.change(id, (one) =>
        one.workspaces.includes(workspaceId) ? one : { ...one, workspaces: [...one.workspaces, workspaceId] },
      );
    },
    forgetWorkspace: async (workspaceId) => {
      const out = await admin.signOut(workspaceId, null);
      if (!out.ok) return out;
      records.forget(workspaceId);
      for (const { id } of profiles.all())
        profiles.change(id, (one) => ({
          ...one,
          workspaces: one.workspaces.filter((other) => other !== workspaceId),
        }));
      return ok(null);
    },
  };
};
