import { lstat, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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

/** Folders are named after the process whose they are. */
const FOLDER = 's2s-demo-cloud-';

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes what demo clouds of this user left that were killed; nobody else's folders can be removed. */
async function removeLeftOver(place: string): Promise<void> {
  const names = await readdir(place);
  const left = names.filter((name) => {
    const pid = new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && !runs(Number(pid));
  });
  await Promise.allSettled(
    left.map(async (name) => {
      const { uid } = await lstat(join(place, name));
      if (uid === (process.getuid?.() ?? uid)) await rm(join(place, name), { recursive: true, force: true });
    }),
  );
}

/** Writes certificates and keys into a new folder that only this user can read. */
export async function writeCredentialFiles(description: DemoCloudDescription): Promise<CredentialFiles> {
  await removeLeftOver(tmpdir());
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`));
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
