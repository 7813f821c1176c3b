import { X509Certificate } from 'node:crypto';
import type { AppRegistration, ClientCertificate, ClientSecret } from '../directory/records.ts';
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

/** All credentials of an app. */
export const credentialEntities = (app: AppRegistration): Entity => ({
  passwordCredentials: app.secrets.map(passwordEntity),
  keyCredentials: app.certificates.map((certificate) => keyEntity(certificate, false)),
});
