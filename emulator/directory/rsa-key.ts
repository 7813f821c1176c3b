import { generateKeyPair } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Both halves of an RSA key. */
export type RsaKey = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

/** Makes an RSA key of 2,048 bits off the main thread, the least that Microsoft Entra ID accepts. */
export function makeRsaKey(): Promise<RsaKey> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, publicKey, privateKey) => {
      if (error === null) {
        resolve({ publicKey, privateKey });
      } else {
        reject(error);
      }
    });
  });
}

/** The key as a PKCS#8 PEM text. */
export function privateKeyPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The key as a SubjectPublicKeyInfo PEM text. */
export function publicKeyPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
