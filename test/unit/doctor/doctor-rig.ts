import type { z } from 'zod';
import type { DemoCloud } from '../../../emulator/index.ts';
import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { DoctorQuestion, LinkResult } from '../../../preload/contract/doctor.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Plan } from '../../../preload/contract/fleet.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { contract } from '../../../preload/contract/index.ts';
import type { DoctorLink } from '../../../preload/contract/words/doctor.ts';
import { consoleRig } from '../console/console-rig.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { signInAs } from '../identity/browser.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';

const never = new AbortController().signal;

type Asked = z.input<(typeof contract)['doctor.run']['input']>;
type Event = z.output<(typeof contract)['doctor.run']['event']>;

/** A chain as it came out: what broke, by which code, of which kind; and every link. */
export type SeenChain = {
  readonly outcome: string;
  readonly root: DoctorLink | null;
  /** Code of the root's error; with the number or hex of the service where it has one. */
  readonly code: string;
  readonly cause: string;
  readonly links: ReadonlyMap<DoctorLink, LinkResult>;
};

const codeOf = (result: LinkResult | undefined): string => {
  const verdict = result?.verdict;
  if (verdict === undefined || !('error' in verdict) || verdict.error === null) return '';
  const { code, params } = verdict.error;
  return [code, params['aadsts'] ?? params['hex'] ?? ''].filter((part) => part !== '').join(' ');
};

/** A whole console over the demo cloud, whose administrator is signed in to one tenant. */
const openTenant = async (
  rig: Awaited<ReturnType<typeof consoleRig>>,
  cloud: RunningCloud,
  tenant: string,
  workspaceId: Environment['workspaceId'],
) => {
  await rig.get(contract['identity.signIn'], { workspaceId, loginHint: administratorOf(cloud, tenant) });
  await rig.get(contract['environments.discover'], { workspaceId });
  await rig.get(contract['appProfiles.addDemo'], { workspaceId });
};

/** Starts the demo cloud and a console that explores it. */
export const doctorRig = async () => {
  const cloud = await startCloud({ control: true });
  const saved: { readonly name: string; readonly content: string | Uint8Array }[] = [];
  const rig = await consoleRig(cloud, {
    saveText: async (name, content) => {
      saved.push({ name, content });
      return `/somewhere/${name}`;
    },
    openLink: async (url) => {
      void signInAs(url, new URL(url).searchParams.get('login_hint') ?? '');
    },
  });
  const { workspaces } = await rig.get(contract['workspaces.exploreDemo'], {});
  const workspaceOf = (tenant: string) =>
    must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, tenant))).id;
  const opened = new Map<string, Promise<void>>();
  const open = (tenant: string): Promise<void> => {
    const known = opened.get(tenant) ?? openTenant(rig, cloud, tenant, workspaceOf(tenant));
    opened.set(tenant, known);
    return known;
  };
  const profileOf = async (tenant: string, name: string): Promise<AppProfile> => {
    await open(tenant);
    const workspaceId = workspaceOf(tenant);
    const listed = await rig.get(contract['appProfiles.list'], { workspaceId });
    const found = [...listed.profiles, ...listed.linkable].find((one) => one.name === name);
    const { id } = must(found);
    return rig.get(contract['appProfiles.link'], { id, workspaceId, linked: true });
  };
  const environmentOf = async (tenant: string, name: string): Promise<Environment> => {
    await open(tenant);
    const { environments } = await rig.get(contract['environments.list'], {
      workspaceId: workspaceOf(tenant),
    });
    return must(environments.find((one) => one.name === name));
  };

  /** Runs the chain of an app in an environment, named by the first words of both. */
  const diagnose = async (
    app: string,
    environment: string,
    more: Partial<Pick<Asked, 'from' | 'watch'>> & {
      readonly question?: DoctorQuestion | string | null;
    } = {},
    onEvent: (event: Event) => void = () => undefined,
    signal = never,
  ): Promise<SeenChain> => {
    const tenant = must(
      ['Contoso', 'Fabrikam', 'Adventure Works'].find((name) => environment.startsWith(name)),
    );
    const { question = null } = more;
    const profile = await profileOf(tenant, app);
    const place = await environmentOf(tenant, environment);
    const events: Event[] = [];
    await rig.stream(
      contract['doctor.run'],
      {
        workspaceId: place.workspaceId,
        appProfileIds: [profile.id],
        environmentIds: [place.id],
        question: typeof question === 'string' ? { kind: 'query', odata: question } : question,
        from: more.from ?? null,
        watch: more.watch ?? null,
      },
      (event) => {
        events.push(event);
        onEvent(event);
      },
      signal,
    );
    const links = new Map(
      events.flatMap((event) => (event.kind === 'link' ? [[event.result.link, event.result]] : [])),
    );
    const end = must(events.findLast((event) => event.kind === 'end'));
    const result = end.root === null ? undefined : links.get(end.root);
    const cause = result?.verdict.state === 'failed' ? result.verdict.cause : '';
    return { outcome: end.outcome, root: end.root, code: codeOf(result), cause, links };
  };

  const apply = async ({ id: planId, digest, confirmations }: Plan): Promise<void> => {
    const applied = await rig.get(contract['fleet.apply'], { planId, digest, confirmations });
    if (applied.state !== 'succeeded') throw new Error(`not mended: ${applied.state}`);
  };

  /** Plans and applies with the real fleet, every confirmation typed. */
  const mend = async (
    app: string,
    environment: string,
    what: Partial<{
      ensureUser: boolean;
      enabled: boolean;
      purgeTwin: boolean;
      addRoles: readonly string[];
      delete: 'permanent';
    }>,
  ): Promise<void> => {
    const tenant = must(
      ['Contoso', 'Fabrikam', 'Adventure Works'].find((name) => environment.startsWith(name)),
    );
    const { clientId } = await profileOf(tenant, app);
    const { id, workspaceId } = await environmentOf(tenant, environment);
    const desired = [
      {
        environmentId: id,
        clientId,
        ensureUser: false,
        removeRoles: [],
        ...what,
        addRoles: [...(what.addRoles ?? [])],
      },
    ];
    await apply(await rig.get(contract['fleet.plan'], { workspaceId, desired }));
  };

  /** The same in a tenant, whose administrator lets the console write there first. */
  const mendTenant = async (tenant: string, change: TenantChange): Promise<void> => {
    await open(tenant);
    const workspaceId = workspaceOf(tenant);
    const loginHint = administratorOf(cloud, tenant);
    const purpose = { kind: 'graph', permission: 'Application.ReadWrite.All' } as const;
    await rig.get(contract['identity.signIn'], { workspaceId, purpose, loginHint });
    await apply(await rig.get(contract['fleet.planTenant'], { workspaceId, change }));
  };

  const control = async (command: Readonly<Record<string, unknown>> | null): Promise<void> => {
    await fetch(must((cloud satisfies DemoCloud).description.control), {
      method: command === null ? 'DELETE' : 'POST',
      ...(command === null ? {} : { body: JSON.stringify(command) }),
    });
  };
  return {
    rig,
    cloud,
    /** Files that were saved, in their order. */
    saved,
    open,
    workspaceOf,
    profileOf,
    environmentOf,
    diagnose,
    mend,
    mendTenant,
    control,
    close: async () => {
      await rig.close();
      await cloud.close();
    },
  };
};
