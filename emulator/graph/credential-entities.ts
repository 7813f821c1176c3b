import { X509Certificate } from 'node:crypto';
import type { Credentials } from '../directory/credential-lag.ts';
import type { ClientCertificate, ClientSecret } from '../directory/records.ts';
import { isoTime } from './graph-call.ts';
import type { Entity } from './graph-call.ts';

/** A secret as Graph shows it: never its value, only a hint (Learn: passwordCredential). */
export const passwordEntity = (secret: ClientSecret): Entity => ({
  customKeyIdentifier: null,
  displayName: secret.displayName,
  endDateTime: isoTime(secret.end),
  hint: secret.hint,
  keyId: secret.keyId,
  secretText: null,
  startDateTime: isoTime(secret.start),
});

/** A certificate as Graph shows it; the key itself only where it was selected (Learn: keyCredential). */
export const keyEntity = (certificate: ClientCertificate, withKey: boolean): Entity => ({
  customKeyIdentifier: certificate.thumbprintSha1,
  displayName: certificate.displayName,
  endDateTime: isoTime(certificate.end),
  key: withKey ? new X509Certificate(certificate.certificatePem).raw.toString('base64') : null,
  keyId: certificate.keyId,
  startDateTime: isoTime(certificate.start),
  type: 'AsymmetricX509Cert',
  usage: 'Verify',
});

/** All credentials of an application or a service principal. */
export const credentialEntities = (holder: Credentials): Entity => ({
  passwordCredentials: holder.secrets.map(passwordEntity),
  keyCredentials: holder.certificates.map((certificate) => keyEntity(certificate, false)),
});

/** An entity with the public keys of its certificates, where `$select` names them (Learn: keyCredential, `key`). */
export const withKeys = (
  holder: Credentials | undefined,
  entity: Entity,
  names: readonly string[] | null,
): Entity =>
  holder !== undefined && names?.includes('keyCredentials') === true
    ? { ...entity, keyCredentials: holder.certificates.map((certificate) => keyEntity(certificate, true)) }
    : entity;
