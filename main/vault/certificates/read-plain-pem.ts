import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { unreadable } from './certificate-problem.ts';
import { found, foundTogether } from './found.ts';
import type { Found } from './found.ts';
import { pairCertificate } from './pair-certificate.ts';
import type { CheckedCertificate } from './pair-certificate.ts';
import { pemBlocks } from './pem-blocks.ts';
import type { PemBlock } from './pem-blocks.ts';

const readBlock = ({ label, der }: PemBlock): Found => {
  try {
    return label === 'CERTIFICATE'
      ? found({ certificates: [new X509Certificate(der)] })
      : found({ keys: [createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })] });
  } catch {
    return found({ failures: [unreadable('damaged')] });
  }
};

/** Reads the PEM text of a program of ours (certificate and PKCS#8 key, not encrypted) at once: it costs nothing. */
export const readPlainPem = (text: string): Result<CheckedCertificate> =>
  pairCertificate(foundTogether(pemBlocks(text).blocks.map(readBlock)));
