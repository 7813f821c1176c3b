import type { AppError, Result } from '../../../preload/contract/words/errors.ts';

/** A certificate with its private key as a person hands it in. */
export type CertificateFile =
  | { readonly format: 'pem'; readonly text: string }
  | { readonly format: 'pfx'; readonly base64: string; readonly password?: string | undefined };

/** A certificate that was read, whose private key belongs to it and is one that the sign-in service accepts. */
export type ReadCertificate = {
  readonly certificatePem: string;
  /** PKCS#8. */
  readonly privateKeyPem: string;
  /** Upper-case hex without separators. */
  readonly thumbprintSha1: string;
  readonly thumbprintSha256: string;
  /** ISO 8601 in UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
};

/** Checks made before a credential is kept and before it is used, so that no wrong one reaches the network. */
export type CredentialChecks = {
  /** What is wrong with a client secret: the id instead of the value, damaged by copying; null when nothing is. */
  readonly secretProblem: (secret: string) => AppError | null;
  readonly readCertificate: (file: CertificateFile) => Promise<Result<ReadCertificate>>;
};
