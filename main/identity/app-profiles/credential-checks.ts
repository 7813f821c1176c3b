import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { CertificatePairs } from '../../vault/certificates/pair-certificate.ts';
import type { ChosenFiles } from '../../vault/read-certificate.ts';

/** Checks made before a credential is kept and before it is used, so that no wrong one reaches the network. */
export type CredentialChecks = {
  /** What is wrong with a client secret: the id instead of the value, damaged by copying; null when nothing is. */
  readonly secretProblem: (secret: string) => AppError | null;
  /** Reads every certificate whose private key belongs to it and is one that the sign-in service accepts. */
  readonly readCertificates: (chosen: ChosenFiles) => Promise<Result<CertificatePairs>>;
};
