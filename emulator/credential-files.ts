import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoCloudDescription, DescribedApp } from './options.ts';

/** An app whose certificate and key are files instead of text. */
export type AppWithFiles = Omit<DescribedApp, 'certificatePem' | 'privateKeyPem'> & {
  readonly certificateFile?: string;
  readonly keyFile?: string;
};

/** The description for other programs: keys and the certificate authority are files. */
export type DescriptionWithFiles = Omit<DemoCloudDescription, 'apps' | 'login'> & {
  readonly login: Omit<DemoCloudDescription['login'], 'ca'>;
  readonly apps: readonly AppWithFiles[];
};

/** Files that exist as long as the demo cloud runs. */
export type CredentialFiles = {
  readonly description: DescriptionWithFiles;
  remove(): Promise<void>;
};

async function put(folder: string, name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  return file;
}

async function appWithFiles(folder: string, app: DescribedApp): Promise<AppWithFiles> {
  const { certificatePem, privateKeyPem, ...rest } = app;
  if (certificatePem === undefined || privateKeyPem === undefined) {
    return rest;
  }
  return {
    ...rest,
    certificateFile: await put(folder, `${app.clientId}.crt.pem`, certificatePem),
    keyFile: await put(folder, `${app.clientId}.key.pem`, privateKeyPem),
  };
}

/** Writes certificates and keys into a new folder that only this user can read. */
export async function writeCredentialFiles(description: DemoCloudDescription): Promise<CredentialFiles> {
  const folder = await mkdtemp(join(tmpdir(), 's2s-demo-cloud-'));
  const { ca, ...login } = description.login;
  const caFile = ca === undefined ? {} : { caFile: await put(folder, 'ca.pem', ca) };
  return {
    description: {
      ...description,
      login: { ...login, ...caFile },
      apps: await Promise.all(description.apps.map((app) => appWithFiles(folder, app))),
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
