import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type {
  ApplicationObjectId,
  AppProfileId,
  ClientId,
  CredentialId,
  TenantId,
  WorkspaceId,
} from '../../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { Profiles } from '../../identity/app-profiles/profiles.ts';
import type { AccessToken } from '../../identity/token-source.ts';
import type { ManagementApps } from '../../power-platform/management-apps.ts';
import type { CheckedCertificate } from '../../vault/certificates/pair-certificate.ts';
import type { PublicCertificate, TenantDirectory } from '../../directory/tenant-directory.ts';

/** Which app signs in with which of its credentials. */
export type AppCredentialUse = {
  readonly appProfileId: AppProfileId;
  readonly clientId: ClientId;
  readonly credentialId: CredentialId;
};

/** A certificate with its key that is to be made on this machine. */
export type CertificateWish = {
  readonly name: string;
  readonly keyBits: number;
  /** ISO 8601. */
  readonly endsOn: string;
};

/** What changes of a tenant need from the rest of the console. */
export type TenantPorts = {
  /** The directory of the workspace's tenant, as its signed-in admin. */
  readonly directory: (workspaceId: WorkspaceId) => TenantDirectory;
  /** Power Platform's management applications of the workspace's tenant, as its signed-in admin. */
  readonly managementApps: (workspaceId: WorkspaceId) => Result<ManagementApps>;
  readonly profiles: Pick<Profiles, 'all' | 'find' | 'show' | 'add' | 'change' | 'keep' | 'drop'>;
  /** The public part of a certificate that the vault holds. */
  readonly publicPart: (credentialId: CredentialId) => Promise<Result<PublicCertificate>>;
  /** The first three characters of a secret that the vault holds, by which Entra names it; null when there is none. */
  readonly hintOf: (credentialId: CredentialId) => Promise<string | null>;
  /** Proves to Graph, with the key of a certificate that the vault holds, that the app itself asks; null when it holds no such key. */
  readonly keyProof: (credentialId: CredentialId, application: ApplicationObjectId) => Promise<string | null>;
  /** Where the vault would keep a new credential at this moment. */
  readonly vaultKeeps: () => Promise<'keychain' | 'session'>;
  readonly makeCertificate: (
    wish: CertificateWish,
    signal: AbortSignal,
  ) => Promise<Result<CheckedCertificate>>;
  /** A token of the app in the workspace's own tenant: whether Entra takes the credential. */
  readonly signInApp: (
    workspaceId: WorkspaceId,
    use: AppCredentialUse,
    signal: AbortSignal,
  ) => Promise<Result<AccessToken>>;
  /** The Web API of an environment as the app; fails when the credential is not taken there. */
  readonly asApp: (
    environment: Environment,
    use: AppCredentialUse,
    signal: AbortSignal,
  ) => Promise<Result<DataverseClient>>;
  /** Every environment of every workspace that uses the profile: a credential is the same in all of them. */
  readonly places: (profile: Pick<AppProfile, 'workspaces'>) => readonly Environment[];
  /** Told of a secret that Entra has just made and the vault has just taken. */
  readonly madeSecret: (credentialId: CredentialId) => void;
  readonly demo: (workspaceId: WorkspaceId) => boolean;
  readonly workspaceTenant: (workspaceId: WorkspaceId) => TenantId | null;
};
