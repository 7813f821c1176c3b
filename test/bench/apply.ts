import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openActivityJournal } from '../../main/fleet/journal/activity-journal.ts';
import { systemClock } from '../../main/http/clock.ts';
import { userTokens } from '../emulator/entra/sign-in.ts';
import { appliedFrom, fleetRig } from '../unit/fleet/support/fleet-rig.ts';
import { memoryVault } from '../unit/fleet/support/memory-vault.ts';
import { startLargeCloud } from './large-cloud.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const ENVIRONMENTS = 200;
const PARALLEL = 16;
const APP = 'Contoso Integration Hub';
const ACCOUNT = 'adele.admin@contoso.demo.test';
const ROLES = [
  'Integration – Contacts Reader',
  'Integration – Contacts Writer',
  'Integration – Sales Sync',
  'Integration – Export Jobs',
  'Integration – Invoice Lines',
];

const USER =
  'systemusers?$select=systemuserid,applicationid,isdisabled,deletedstate,fullname,_businessunitid_value' +
  '&$expand=systemuserroles_association($select=roleid,name)&$filter=applicationid%20eq%20';
const ADMINISTRATORS =
  'roles?$select=roleid&$filter=_roletemplateid_value%20eq%20627090ff-40a3-4053-8790-584edc5be201';

type Place = {
  readonly root: string;
  readonly token: string;
  readonly user: string;
  readonly roles: readonly string[];
};

/** Five role assignments in each of two hundred environments: planned, journalled and verified, against the same requests bare. */
export async function* applyBenchmarks(): AsyncGenerator<Measured> {
  const { cloud, stop } = await startLargeCloud(`large:${ENVIRONMENTS}x2`);
  const folder = await mkdtemp(join(tmpdir(), 's2s-bench-'));
  const journal = await openActivityJournal({
    path: join(folder, 'activity.jsonl'),
    vault: memoryVault('session'),
    now: Date.now,
  });
  try {
    const rig = fleetRig({
      cloud,
      journal,
      account: ACCOUNT,
      parallel: PARALLEL,
      clock: systemClock,
      production: () => [],
    });
    const names = cloud.environments.map(({ name }) => name);
    const desire = (what: 'addRoles' | 'removeRoles') =>
      names.map((name) => rig.desire(APP, name, { [what]: ROLES }));
    const takeBack = async (): Promise<void> => {
      const plan = await rig.plan(desire('removeRoles'));
      appliedFrom((await rig.apply(plan)).result);
    };
    const places = await Promise.all(
      cloud.environments.map(async ({ pathUrl, url }): Promise<Place> => {
        const there = { description: cloud, close: async () => undefined };
        const { access_token: token } = await userTokens(there, ACCOUNT, `${url}/.default`);
        const root = `${pathUrl}/api/data/v9.2/`;
        const read = async (path: string): Promise<readonly Record<string, string>[]> => {
          const answer = await fetch(root + path, { headers: { authorization: `Bearer ${token}` } });
          const page: { readonly value: readonly Record<string, string>[] } = JSON.parse(await answer.text());
          return page.value;
        };
        const [user] = await read(`${USER}${rig.clientId(APP)}`);
        const unit = user?.['_businessunitid_value'] ?? '';
        const roles = await read(`roles?$select=roleid,name&$filter=_businessunitid_value%20eq%20${unit}`);
        return {
          root,
          token,
          user: user?.['systemuserid'] ?? '',
          roles: ROLES.map((name) => roles.find((role) => role['name'] === name)?.['roleid'] ?? ''),
        };
      }),
    );

    const ours = async (): Promise<number> => {
      const plan = await rig.plan(desire('addRoles'));
      const began = performance.now();
      const { counts } = appliedFrom((await rig.apply(plan)).result);
      const took = performance.now() - began;
      if (counts.succeeded !== ENVIRONMENTS) throw new Error(`${counts.failed} environments failed.`);
      await takeBack();
      return took;
    };
    const bare = async (): Promise<number> => {
      const began = performance.now();
      const queue = places.values();
      const worker = async (): Promise<void> => {
        for (const { root, token, user, roles } of queue) {
          const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
          const send = async (path: string, body?: unknown): Promise<void> => {
            const answer = await fetch(root + path, {
              headers,
              ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
            });
            if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
            const said = await answer.text();
            if (said !== '') JSON.parse(said);
          };
          const look = async (): Promise<void> => {
            await send(ADMINISTRATORS);
            await send(`${USER}${rig.clientId(APP)}`);
          };
          await look();
          for (const role of roles)
            await send(`systemusers(${user})/systemuserroles_association/$ref`, {
              '@odata.id': `${root}roles(${role})`,
            });
          await look();
        }
      };
      await Promise.all(Array.from({ length: PARALLEL }, worker));
      const took = performance.now() - began;
      await takeBack();
      return took;
    };
    yield await measure(
      {
        name: `Apply of ${ENVIRONMENTS * ROLES.length} role assignments`,
        unit: 'ms',
        goal: 1.25,
        ours,
        other: bare,
      },
      { rounds: 15, warmUps: 3 },
    );
  } finally {
    await journal.close();
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}
