import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { startDemoCloud } from '../../../emulator/index.ts';
import { madeCertificate } from '../../unit/vault/made-certificate.ts';
import type { CanaryPlan } from './canary-plan.ts';

const APP = 'Contoso Integration Hub';

/** Nothing else in the world has this text, and it has letters that every spelling writes in another way. */
const canary = (): string => `8Q~${randomBytes(9).toString('hex')}+/=&<${randomBytes(9).toString('hex')}`;

const middleLine = (pem: string): string => pem.split('\n')[10] ?? '';

/** Secrets that are followed, the files in which some of them stand, and a folder for all of it. */
export type Canaries = Pick<CanaryPlan, 'app' | 'inputs' | 'secrets'> & {
  readonly home: string;
  /** What must be nowhere, by name. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly remove: () => void;
};

/** Makes them; the app and its right secret are the demo cloud's. */
export const makeCanaries = async (): Promise<Canaries> => {
  const home = mkdtempSync(join(tmpdir(), 's2s-canary-'));
  const cloud = await startDemoCloud({});
  const found = cloud.description.apps.find(({ name }) => name === APP);
  await cloud.close();
  const secrets = {
    wrong: canary(),
    right: found?.secret ?? '',
    password: canary(),
    passphrase: canary(),
    planted: canary(),
  };
  const [first, second] = [madeCertificate({ name: 'first' }), madeCertificate({ name: 'second' })];
  const inputs = { pfx: join(home, 'inputs', 'second.pfx'), pem: join(home, 'inputs', 'first.pem') };
  mkdirSync(join(home, 'inputs'));
  writeFileSync(inputs.pem, first.certificatePem + first.privateKeyPem);
  const container = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(second.privateKeyPem),
    [forge.pki.certificateFromPem(second.certificatePem)],
    secrets.password,
    { algorithm: '3des' },
  );
  writeFileSync(inputs.pfx, forge.asn1.toDer(container).getBytes(), 'latin1');
  return {
    home,
    app: { name: APP, clientId: found?.clientId ?? '' },
    inputs,
    secrets,
    hidden: {
      'wrong secret': secrets.wrong,
      'right secret': secrets.right,
      'PFX password': secrets.password,
      passphrase: secrets.passphrase,
      'key in PEM': middleLine(first.privateKeyPem),
      'key in PFX': middleLine(second.privateKeyPem),
      // How every signed token begins, whichever of its header's members comes first.
      'a token': Buffer.from('{"alg":"RS256"').toString('base64url').slice(0, 18),
      'another token': Buffer.from('{"typ":"JWT"').toString('base64url'),
    },
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }),
  };
};
