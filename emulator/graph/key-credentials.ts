import { X509Certificate } from 'node:crypto';
import { thumbprintsOf } from '../directory/certificate.ts';
import type { ClientCertificate } from '../directory/records.ts';
import { graphFaults } from './graph-fault.ts';
import { isEntity, timeOf } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** Lines as in PEM are read over: tools send them so (the Azure CLI). */
function certificateIn(value: unknown): X509Certificate {
  const text = typeof value === 'string' ? value.replaceAll(/\s/g, '') : '';
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    try {
      return new X509Certificate(Buffer.from(text, 'base64'));
    } catch {
      // Not a certificate: refused below.
    }
  }
  throw graphFaults.keyInvalid();
}

const isGuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);

/** A new certificate from its `keyCredential`, by the id that it is given (as Terraform's provider relies on) or one of ours; times that are missing are those of the certificate (Learn: keyCredential). */
export function newKey(call: GraphCall, body: Entity): ClientCertificate {
  if (body['type'] !== 'AsymmetricX509Cert' || body['usage'] !== 'Verify') {
    throw graphFaults.badProperty('keyCredentials');
  }
  const certificate = certificateIn(body['key']);
  const certificatePem = certificate.toString();
  const [certificateStart, certificateEnd] = [
    Date.parse(certificate.validFrom),
    Date.parse(certificate.validTo),
  ];
  const end = timeOf(body, 'endDateTime', certificateEnd);
  if (end > certificateEnd || end <= call.cloud.now()) {
    throw graphFaults.keyEnd();
  }
  const name = body['displayName'];
  const { sha1, sha256 } = thumbprintsOf(certificatePem);
  return {
    keyId: isGuid(body['keyId']) ? body['keyId'].toLowerCase() : call.cloud.directory.newId(),
    displayName: typeof name === 'string' && name !== '' ? name : certificate.subject.replaceAll('\n', ', '),
    certificatePem,
    privateKeyPem: null,
    thumbprintSha1: sha1,
    thumbprintSha256: sha256,
    start: timeOf(body, 'startDateTime', certificateStart),
    end,
  };
}

/**
 * The certificates after `keyCredentials` was written: the list replaces the old one. An entry with a known
 * `keyId` stays as it was, and must say the same key or none; the others are new; what is not in the list is gone.
 */
export function replaceKeys(
  call: GraphCall,
  before: readonly ClientCertificate[],
  value: unknown,
): readonly ClientCertificate[] {
  if (!Array.isArray(value)) {
    throw graphFaults.badProperty('keyCredentials');
  }
  return value.map((item: unknown) => {
    if (!isEntity(item)) {
      throw graphFaults.badProperty('keyCredentials');
    }
    const keyId = item['keyId'];
    const known = before.find((one) => one.keyId === keyId);
    if (known === undefined) {
      return newKey(call, item);
    }
    // Whoever reads the list is not told the keys, and sends it back so (microsoftgraph/microsoft-graph-docs, issue 3579; Stack Overflow, 73749687).
    const untold = item['key'] === undefined || item['key'] === null;
    const same = untold || item['key'] === new X509Certificate(known.certificatePem).raw.toString('base64');
    if (!same) {
      throw graphFaults.keyChanged(known.keyId);
    }
    return known;
  });
}
