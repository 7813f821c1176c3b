import { basename } from 'node:path';
import { X509Certificate } from 'node:crypto';
import * as contract from '../../../preload/contract/certificates.ts';
import { implement } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseCredentialId } from '../../../preload/contract/words/ids.ts';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import { newId } from '../../settings/new-id.ts';
import { describeCertificate } from '../../vault/certificates/describe-certificate.ts';
import type { MakeCertificate } from '../../vault/make-certificate.ts';
import type { CredentialParts } from './credential-parts.ts';
import { newCertificate } from './new-certificate.ts';
import { storeCertificateHandlers } from './store-certificate.ts';
import type { StoreCertificatePorts } from './store-certificate.ts';

/** What the calls about certificates are answered with. */
export type CertificatePorts = StoreCertificatePorts & {
  readonly parts: Pick<CredentialParts, 'publicPart'>;
  readonly makeCertificate: MakeCertificate;
  /** Saves to a file that the person chooses; its path, or null when none was chosen. */
  readonly saveFile: (suggestedName: string, content: string | Uint8Array) => Promise<string | null>;
};

const LONGEST = 10 * 366 * 86_400_000;

/** A file name of letters that every system takes. */
const fileNameOf = (label: string, ending: string): string =>
  `${label.replaceAll(/[^\w -]+/g, '-').slice(0, 80)}.${ending}`;

/** Answers the calls about certificates. The private key goes into the vault and never leaves it; only the public part is told or saved. */
export const certificateHandlers = (ports: CertificatePorts) => {
  const { profiles, parts } = ports;

  const find = async (
    id: AppProfileId,
    credentialId: CredentialId,
  ): Promise<Result<{ readonly label: string; readonly der: Buffer }>> => {
    const profile = profiles.find(id);
    if (!profile.ok) return profile;
    const credential = profile.value.credentials.find((one) => one.id === credentialId);
    if (credential?.kind !== 'certificate')
      return failed('not-found', { what: 'certificate', id: credentialId });
    const part = await parts.publicPart(credentialId);
    if (part.ok) return ok({ label: credential.label, der: Buffer.from(part.value.der, 'base64') });
    return part.error.code === 'secret-missing'
      ? failed('secret-missing', { credential: credential.label }, part.error)
      : part;
  };

  return {
    ...storeCertificateHandlers(ports),

    'appProfiles.makeCertificate': implement(contract.make, async (input, signal) => {
      const now = ports.now();
      const end = Date.parse(input.validUntil);
      if (end <= now || end > now + LONGEST)
        return failed('invalid-input', { path: 'validUntil', problem: 'must be within the next ten years' });
      const found = profiles.find(input.id);
      if (!found.ok) return found;
      const wish = { name: input.subject, bits: input.bits, notAfter: input.validUntil };
      const made = await ports.makeCertificate(wish, signal);
      if (!made.ok) return made;
      const credentialId = newId(parseCredentialId);
      const credential = { ...newCertificate(made.value, input.label, ports.now()), notInEntraYet: true };
      const kept = await profiles.keep(input.id, credential, { session: false, as: credentialId });
      return kept.ok ? ok({ profile: await profiles.show(kept.value), credentialId }) : kept;
    }),

    'appProfiles.certificate': implement(contract.details, async ({ id, credentialId }) => {
      const found = await find(id, credentialId);
      return found.ok ? ok(describeCertificate(found.value.der)) : found;
    }),

    'appProfiles.saveCertificate': implement(contract.save, async ({ id, credentialId, format }) => {
      const found = await find(id, credentialId);
      if (!found.ok) return found;
      const { label, der } = found.value;
      const content = format === 'pem' ? new X509Certificate(der).toString() : der;
      const path = await ports.saveFile(fileNameOf(label, format), content);
      return ok({ saved: path !== null, place: path === null ? null : basename(path) });
    }),
  };
};
