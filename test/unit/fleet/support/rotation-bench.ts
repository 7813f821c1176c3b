import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Plan } from '../../../../preload/contract/fleet.ts';
import type { TenantChange } from '../../../../preload/contract/fleet-tenant.ts';
import { contract } from '../../../../preload/contract/index.ts';
import { userTokens } from '../../../emulator/entra/sign-in.ts';
import { administratorOf, startCloud, tenantOf } from '../../identity/rig.ts';
import { folderConsole } from './folder-console.ts';
import type { FolderConsole } from './folder-console.ts';
import { must } from './journal-folder.ts';

const APP = 'Contoso Integration Hub';
const READER = 'Integration – Accounts Reader';
const ENVIRONMENTS = ['Contoso Development', 'Contoso Test', 'Contoso Production'];

const secrets = z.object({
  passwordCredentials: z.array(z.object({ keyId: z.string(), displayName: z.string().nullable() })),
});

/** A demo cloud, a console in a folder with an app that works in three environments, and what Entra itself says of the app. */
export const rotationBench = async (folder: string) => {
  const cloud = await startCloud({ control: true });
  const account = administratorOf(cloud, 'Contoso');
  const open = () => folderConsole(folder, cloud, { account });
  let console: FolderConsole | null = await open();
  const here = (): FolderConsole => must(console);

  const { workspaces } = await here().get(contract['workspaces.exploreDemo'], {});
  const workspaceId = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'))).id;
  await here().get(contract['identity.signIn'], { workspaceId, loginHint: account });
  // The changes of a tenant ask for a permission of Microsoft Graph that nobody has consented to yet.
  const purpose = { kind: 'graph', permission: 'Application.ReadWrite.All' } as const;
  await here().get(contract['identity.signIn'], { workspaceId, loginHint: account, purpose });
  const { environments } = await here().get(contract['environments.discover'], { workspaceId });
  const { profiles } = await here().get(contract['appProfiles.addDemo'], { workspaceId });
  const { id: appProfileId, clientId } = must(profiles.find(({ name }) => name === APP));
  for (const { id: environmentId, name } of environments)
    if (!ENVIRONMENTS.includes(name))
      await here().get(contract['environments.remove'], { workspaceId, environmentId });
  const desired = environments
    .filter(({ name }) => ENVIRONMENTS.includes(name))
    .map(({ id: environmentId }) => ({
      environmentId,
      clientId,
      ensureUser: true,
      addRoles: [READER],
      removeRoles: [],
    }));
  const onboarding = await here().get(contract['fleet.plan'], { workspaceId, desired });
  await here().get(contract['fleet.apply'], {
    planId: onboarding.id,
    digest: onboarding.digest,
    confirmations: onboarding.confirmations,
  });

  const profile = async () => {
    const list = await here().get(contract['appProfiles.list'], { workspaceId });
    return must(list.profiles.find(({ id }) => id === appProfileId));
  };
  const plan = (change: TenantChange) => here().get(contract['fleet.planTenant'], { workspaceId, change });
  const apply = async (change: TenantChange) => {
    const { id: planId, digest, confirmations } = await plan(change);
    return here().get(contract['fleet.apply'], { planId, digest, confirmations });
  };
  const { access_token: token } = await userTokens(cloud, account, 'https://graph.demo.test/.default');
  const inEntra = async () => {
    const answer = await fetch(`${cloud.description.graph}/v1.0/applications(appId='${clientId}')`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return secrets.parse(await answer.json()).passwordCredentials;
  };

  return {
    cloud,
    account,
    workspaceId,
    appProfileId,
    environments,
    profile,
    plan,
    /** Applies a plan with every name typed, and tells how it ended. */
    applyPlan: async (
      { id: planId, digest, confirmations }: Plan,
      onEvent: (event: unknown) => void = () => undefined,
      signal: AbortSignal = new AbortController().signal,
    ): Promise<string> => {
      const answer = await here().ask('fleet.apply', { planId, digest, confirmations }, onEvent, signal);
      if (!answer.ok) return answer.error.code;
      return contract['fleet.apply'].output.parse(answer.value).state;
    },
    /** A secret that the console itself has made and knows by its key id. */
    firstCredential: async () => {
      const endsOn = new Date(Date.now() + 30 * 86_400_000).toISOString();
      const made = await plan({ kind: 'add-secret', appProfileId, label: 'first', endsOn });
      const { id: planId, digest, confirmations } = made;
      await here().get(contract['fleet.apply'], { planId, digest, confirmations });
      return must(made.tenant?.credentialId);
    },
    rotations: async () => (await here().get(contract['fleet.rotations'], { workspaceId })).rotations,
    /** Plans and applies, and expects it to succeed. */
    carryOut: async (change: TenantChange) => {
      const { state } = await apply(change);
      if (state !== 'succeeded') throw new Error(`${change.kind} ended ${state}`);
    },
    /** How many steps are left to do. */
    left: async (change: TenantChange): Promise<number> => {
      const { tenant, environments: proofs } = await plan(change);
      return (tenant?.first.length ?? 0) + proofs.length + (tenant?.last.length ?? 0);
    },
    /** The code with which planning is refused; null when it is not. */
    refusal: async (change: TenantChange): Promise<string | null> => {
      const answer = await here().ask('fleet.planTenant', { workspaceId, change });
      return answer.ok ? null : answer.error.code;
    },
    keysInEntra: async () => (await inEntra()).map(({ keyId }) => keyId),
    namesInEntra: async () => (await inEntra()).map(({ displayName }) => displayName),
    /** Every file of the console, as text. */
    files: (): readonly string[] => {
      const data = join(folder, 'data');
      return readdirSync(data, { recursive: true, encoding: 'utf8' })
        .map((name) => join(data, name))
        .filter((path) => statSync(path).isFile())
        .map((path) => readFileSync(path, 'latin1'));
    },
    control: (command: Readonly<Record<string, unknown>> | null) =>
      fetch(must(cloud.description.control), {
        method: command === null ? 'DELETE' : 'POST',
        ...(command === null ? {} : { body: JSON.stringify(command) }),
      }),
    openConsole: async () => {
      console = await open();
    },
    closeConsole: async () => {
      await console?.close();
      console = null;
    },
    close: async () => {
      await console?.close();
      await cloud.close();
    },
  };
};
export type RotationBench = Awaited<ReturnType<typeof rotationBench>>;
