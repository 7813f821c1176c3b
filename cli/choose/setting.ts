import { readFileSync } from 'node:fs';
import { contract } from '../../preload/contract/index.ts';
import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { Failed } from '../../preload/contract/words/errors.ts';
import { parseClientId } from '../../preload/contract/words/ids.ts';
import type { AppFromEnvironment } from '../console/app-from-environment.ts';
import type { Asker } from '../console/asker.ts';
import type { DemoAdministrators } from '../console/open-console.ts';

/** Where a command works: one workspace with its environments and apps. */
export type Setting = {
  readonly workspace: Workspace;
  readonly environments: readonly Environment[];
  readonly apps: readonly AppProfile[];
};

/** What of the command line says where. */
export type Asked = {
  /** Name or id; null takes the only one, or the first of the demo cloud. */
  readonly workspace: string | null;
  /** Addresses that the workspace need not know. */
  readonly urls: readonly string[];
};

/** A problem with what was asked for, in words; anything else is an AppError. */
export type Refused = { readonly refused: string } | Failed;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const chosen = (all: readonly Workspace[], asked: string | null, orFirst: boolean): Workspace | Refused => {
  if (asked !== null) {
    const found = all.find(({ id, name }) => same(name, asked) || same(id, asked));
    return found ?? { refused: `No workspace is called '${asked}'. There are: ${namesOf(all)}.` };
  }
  const [first, second] = all;
  if (first === undefined) {
    return {
      refused:
        'There is no workspace yet. Connect a tenant in the console, use --demo, or set AZURE_CLIENT_ID and its credential.',
    };
  }
  return second === undefined || orFirst
    ? first
    : { refused: `There are several workspaces; choose one with --workspace: ${namesOf(all)}.` };
};

const namesOf = (all: readonly Workspace[]): string => all.map(({ name }) => `'${name}'`).join(', ');

const contentOf = async (ask: Asker, workspace: Workspace): Promise<Setting | Refused> => {
  const workspaceId = workspace.id;
  const environments = await ask.call(contract['environments.list'], { workspaceId });
  if (!environments.ok) return environments;
  const profiles = await ask.call(contract['appProfiles.list'], { workspaceId });
  if (!profiles.ok) return profiles;
  return { workspace, environments: environments.value.environments, apps: profiles.value.profiles };
};

/** The demo tenants as they are, with an administrator signed in to the chosen one. */
export const demoSetting = async (
  ask: Asker,
  asked: Asked,
  administrators: DemoAdministrators,
): Promise<Setting | Refused> => {
  const explored = await ask.call(contract['workspaces.exploreDemo'], {});
  if (!explored.ok) return explored;
  const workspace = chosen(explored.value.workspaces, asked.workspace, true);
  if (!('id' in workspace)) return workspace;
  const workspaceId = workspace.id;
  const loginHint = administrators.get(workspace.tenantId ?? '') ?? '';
  const signedIn = await ask.call(contract['identity.signIn'], { workspaceId, loginHint });
  if (!signedIn.ok) return signedIn;
  const discovered = await ask.stream(contract['environments.discover'], { workspaceId }, () => undefined);
  if (!discovered.ok) return discovered;
  const added = await ask.call(contract['appProfiles.addDemo'], { workspaceId });
  return added.ok ? contentOf(ask, workspace) : added;
};

/** What the console keeps of a workspace. */
export const keptSetting = async (ask: Asker, asked: Asked): Promise<Setting | Refused> => {
  const listed = await ask.call(contract['workspaces.list'], {});
  if (!listed.ok) return listed;
  const workspace = chosen(listed.value.workspaces, asked.workspace, false);
  return 'id' in workspace ? contentOf(ask, workspace) : workspace;
};

const readCertificate = (path: string): string | null => {
  try {
    return readFileSync(path).toString('base64');
  } catch {
    return null;
  }
};

const addCredential = async (
  ask: Asker,
  profile: AppProfile,
  { credential }: AppFromEnvironment,
): Promise<Refused | null> => {
  const { id } = profile;
  if (credential.kind === 'secret') {
    const { secret } = credential;
    const kept = await ask.call(contract['appProfiles.addSecret'], {
      id,
      label: 'Environment',
      secret,
      expiresOn: null,
    });
    return kept.ok ? null : kept;
  }
  const file = readCertificate(credential.path);
  if (file === null) return { refused: `AZURE_CLIENT_CERTIFICATE_PATH: ${credential.path} cannot be read.` };
  const added = await ask.call(contract['appProfiles.addCertificate'], {
    id,
    label: 'Environment',
    files: [file],
    ...(credential.password === null ? {} : { password: credential.password }),
  });
  if (!added.ok) return added;
  return added.value.outcome === 'choose'
    ? { refused: `${credential.path} holds several certificates; keep one in it.` }
    : null;
};

/** A workspace made for one run out of the process's environment and addresses of environments. */
export const unattendedSetting = async (
  ask: Asker,
  asked: Asked,
  app: AppFromEnvironment,
): Promise<Setting | Refused> => {
  const clientId = parseClientId(app.clientId);
  if (clientId === null) return { refused: 'AZURE_CLIENT_ID is no application (client) ID.' };
  const [first] = asked.urls;
  if (first === undefined)
    return { refused: 'Name at least one environment by its address: --env https://….' };
  const found = await ask.stream(
    contract['workspaces.lookUp'],
    { text: first, cloud: null },
    () => undefined,
  );
  if (!found.ok) return found;
  const made = await ask.call(contract['workspaces.create'], {
    name: 'Unattended',
    colour: 'blue',
    cloud: found.value.cloud,
    tenant: app.tenantId ?? found.value.tenantId,
    adminClientId: '',
  });
  if (!made.ok)
    return made.error.code === 'url-not-understood'
      ? { refused: 'AZURE_TENANT_ID is no tenant: give its ID or one of its domains, or leave it out.' }
      : made;
  const workspaceId = made.value.id;
  const created = await ask.call(contract['appProfiles.create'], {
    workspaceId,
    name: app.clientId,
    clientId,
    homeTenantId: null,
  });
  if (!created.ok) return created;
  const refused = await addCredential(ask, created.value, app);
  if (refused !== null) return refused;
  for (const text of asked.urls) {
    const added = await ask.call(contract['environments.add'], { workspaceId, text, name: '' });
    if (!added.ok) return added;
  }
  return contentOf(ask, made.value);
};
