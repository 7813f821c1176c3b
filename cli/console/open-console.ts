import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoCloud } from '../../emulator/index.ts';
import { createConsole } from '../../main/console.ts';
import { claimFolder } from '../../main/hosts/chromium/claim-folder.ts';
import { dataFolder } from '../../main/hosts/chromium/data-folder.ts';
import { keychainService } from '../../main/hosts/keychain-service.ts';
import { resolvedFolder } from '../../main/hosts/resolved-folder.ts';
import { keytarKeychain } from '../../main/vault/keychain.ts';
import type { Implementations } from '../../preload/contract/index.ts';
import type { AppFromEnvironment } from './app-from-environment.ts';
import { signInToDemo } from './demo-sign-in.ts';
import { headlessHost } from './headless-host.ts';
import { noKeychain } from './no-keychain.ts';

/** The keychain's name for consoles that run from source (main/hosts/chromium). */
const PRODUCT = 'S2S Console from source';

/** Which console a command works with. */
export type Wanted = {
  readonly demo: boolean;
  readonly app: AppFromEnvironment | null;
  /** Null takes the console's own. Not for the demo cloud and an app of the process's environment: theirs is gone after the run. */
  readonly dataFolder: string | null;
  readonly startDemoCloud: () => Promise<DemoCloud>;
  /** The program of the thread that opens certificates. */
  readonly certificateWorker: URL;
  /** Opens a sign-in page for a person. */
  readonly openLink: (url: string) => Promise<void>;
};

/** An account of the demo cloud's administrators, by tenant. */
export type DemoAdministrators = ReadonlyMap<string, string>;

/** A console without a window, and the way to end it. */
export type OpenedConsole = {
  readonly implementations: Implementations;
  /** Null when no demo cloud runs. */
  readonly demoAdministrators: DemoAdministrators | null;
  readonly close: () => Promise<void>;
};

/** Opens the console that a command works with. Answers in words when another one has the folder open. */
export const openConsole = async (wanted: Wanted): Promise<OpenedConsole | string> => {
  const passing = wanted.demo || wanted.app !== null;
  if (passing && wanted.dataFolder !== null) {
    return '--data is for the console’s own workspaces: with --demo or AZURE_CLIENT_ID nothing is kept.';
  }
  const place = passing
    ? mkdtempSync(join(tmpdir(), 's2s-console-cli-'))
    : (wanted.dataFolder ?? dataFolder());
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const folder = resolvedFolder(place);
  const claim = await claimFolder(folder, process.platform);
  if (claim === null)
    return `Another console has ${folder} open. Close it, or name another folder with --data.`;
  const cloud = wanted.demo ? await wanted.startDemoCloud() : null;
  const administrators =
    cloud === null
      ? null
      : new Map(
          cloud.description.accounts
            .filter(({ kind }) => kind === 'administrator')
            // The first of each tenant: later ones have stories of their own.
            .toReversed()
            .map(({ tenantId, username }) => [tenantId, username]),
        );
  const console = await createConsole(
    headlessHost({
      dataFolder: folder,
      keychain: passing
        ? noKeychain
        : keytarKeychain(keychainService(PRODUCT, folder, resolvedFolder(dataFolder()))),
      certificateWorker: wanted.certificateWorker,
      unattended: wanted.app !== null,
      openLink:
        cloud === null
          ? wanted.openLink
          : (url) => signInToDemo(url, new URL(url).searchParams.get('login_hint') ?? ''),
    }),
    cloud,
  );
  return {
    implementations: console.implementations,
    demoAdministrators: administrators,
    close: async () => {
      await console.close();
      await cloud?.close();
      await claim.release();
      if (passing) rmSync(folder, { recursive: true, force: true });
    },
  };
};
