import { join } from 'node:path';
import { systemClock } from '../http/clock.ts';
import { createVault } from '../vault/create-vault.ts';
import { certificateMaker } from '../vault/make-certificate.ts';
import { certificateReader } from '../vault/read-certificate.ts';
import { secretProblem } from '../vault/secret-problem.ts';
import { openSealedFiles } from '../vault/sealed-files.ts';
import { createSecretClipboard } from '../vault/secret-clipboard.ts';
import type { ConsoleHost } from './console-host.ts';

/**
 * The vault over the host's keychain and its data folder, the checks of what goes into it, what makes certificates for it, and the clipboard for what may leave it.
 * Touches none of them yet.
 */
export const openVault = (
  host: Pick<ConsoleHost, 'keychain' | 'dataFolder' | 'secretClipboard' | 'certificateWorker'>,
) => ({
  vault: createVault({ keychain: host.keychain, files: openSealedFiles(join(host.dataFolder, 'sealed')) }),
  checks: { secretProblem, readCertificates: certificateReader(host.certificateWorker) },
  makeCertificate: certificateMaker(host.certificateWorker, systemClock.now),
  clipboard: createSecretClipboard(host.secretClipboard, systemClock.sleep),
});
