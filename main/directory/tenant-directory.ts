import type { Result } from '../../preload/contract/words/errors.ts';
import type { ApplicationObjectId, ClientId, ServicePrincipalId } from '../../preload/contract/words/ids.ts';
import type { SignInAudience } from '../../preload/contract/words/status.ts';

/** A client secret as Entra tells of it: never its value (Microsoft Graph: passwordCredential). */
export type TenantSecret = {
  readonly keyId: string;
  readonly name: string;
  /** Its first three characters; null when Entra does not say. */
  readonly hint: string | null;
  /** When Entra made it, where it says so. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
};

/** A certificate's public part as Entra tells of it (Microsoft Graph: keyCredential). */
export type TenantCertificate = {
  readonly keyId: string;
  readonly name: string;
  /** Upper-case hex; null when Entra does not say. */
  readonly thumbprintSha1: string | null;
  readonly endsOn: string | null;
};

/** An app registration of the tenant, as far as changing it needs to know. */
export type TenantApplication = {
  readonly objectId: ApplicationObjectId;
  readonly clientId: ClientId;
  readonly name: string;
  readonly createdOn: string | null;
  readonly secrets: readonly TenantSecret[];
  readonly certificates: readonly TenantCertificate[];
};

export type TenantPrincipal = {
  readonly objectId: ServicePrincipalId;
  readonly name: string;
  readonly enabled: boolean;
};

/** A secret that Entra has just made: the one moment at which its value exists outside the vault. */
export type MadeSecret = {
  readonly keyId: string;
  readonly secretText: string;
  readonly endsOn: string | null;
};

/** The public part of a certificate, ready to be uploaded. */
export type PublicCertificate = {
  /** DER, base64. */
  readonly der: string;
  /** Upper-case hex. */
  readonly thumbprintSha1: string;
};

/** The directory of one workspace's tenant, as the admin signed in there may change it. */
export type TenantDirectory = {
  /** Fails with `graph-consent-needed` while nobody has consented to the permission that changes take. */
  readonly mayChange: (signal: AbortSignal) => Promise<Result<unknown>>;
  /** Null when the tenant has no such app registration. */
  readonly application: (
    clientId: ClientId,
    signal: AbortSignal,
  ) => Promise<Result<TenantApplication | null>>;
  readonly applicationsNamed: (
    name: string,
    signal: AbortSignal,
  ) => Promise<Result<readonly TenantApplication[]>>;
  readonly createApplication: (
    app: { readonly name: string; readonly audience: SignInAudience; readonly publicRedirect: boolean },
    signal: AbortSignal,
  ) => Promise<Result<{ readonly clientId: ClientId }>>;
  /** Null when the app has none in this tenant. */
  readonly servicePrincipal: (
    clientId: ClientId,
    signal: AbortSignal,
  ) => Promise<Result<TenantPrincipal | null>>;
  readonly createServicePrincipal: (clientId: ClientId, signal: AbortSignal) => Promise<Result<unknown>>;
  readonly setServicePrincipalEnabled: (
    objectId: ServicePrincipalId,
    enabled: boolean,
    signal: AbortSignal,
  ) => Promise<Result<unknown>>;
  readonly addSecret: (
    objectId: ApplicationObjectId,
    secret: { readonly name: string; readonly endsOn: string },
    signal: AbortSignal,
  ) => Promise<Result<MadeSecret>>;
  readonly removeSecret: (
    objectId: ApplicationObjectId,
    keyId: string,
    signal: AbortSignal,
  ) => Promise<Result<unknown>>;
  /** Leaves the certificates that are there as they are; with the proof of one of them it does not even write them again. */
  readonly addCertificate: (
    objectId: ApplicationObjectId,
    certificate: PublicCertificate & { readonly name: string },
    proof: string | null,
    signal: AbortSignal,
  ) => Promise<Result<unknown>>;
  readonly removeCertificate: (
    objectId: ApplicationObjectId,
    keyId: string,
    signal: AbortSignal,
  ) => Promise<Result<unknown>>;
};
