import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCTOR_LINKS } from '../../../preload/contract/words/doctor.ts';
import { doctorRig } from './doctor-rig.ts';

let doctor: Awaited<ReturnType<typeof doctorRig>>;
beforeAll(async () => {
  doctor = await doctorRig();
}, 30_000);
afterAll(() => doctor.close());

const HUB = 'Contoso Integration Hub';
const LOADER = 'Contoso Legacy Loader';
const BOT = 'Fabrikam Invoice Bot';

describe('C1: every broken state of the demo cloud is diagnosed to its root cause and nothing else', () => {
  test.each([
    // app, environment, question, root, code, cause
    [HUB, 'Contoso Production', null, null, '', ''],
    [HUB, 'Contoso Production', 'contacts?$select=fullname', null, '', ''],
    [HUB, 'Contoso Production', 'accounts', 'privileges', 'privilege-lacking', 'permission'],
    [HUB, 'Contoso Development', null, 'application-user', 'user-missing', 'configuration'],
    [LOADER, 'Contoso Production', null, 'application-user', 'user-disabled', 'configuration'],
    [LOADER, 'Fabrikam Sandbox', null, 'application-user', 'user-soft-deleted', 'configuration'],
    [BOT, 'Fabrikam Sandbox', null, 'roles', 'user-no-roles', 'permission'],
    [BOT, 'Fabrikam Production', 'contacts', 'privileges', 'privilege-lacking', 'permission'],
    [BOT, 'Contoso Test', null, 'token', 'entra 700016', 'configuration'],
    ['Contoso Retired Connector', 'Contoso Development', 'contacts', null, '', ''],
    ['Contoso Retired Connector', 'Adventure Works Sandbox', null, 'token', 'entra 7000229', 'configuration'],
    ['Contoso Data Export', 'Contoso Test', null, 'token', 'entra 7000222', 'configuration'],
    ['Adventure Works Warehouse', 'Fabrikam Production', null, 'token', 'entra 7000229', 'configuration'],
    ['Contoso Retired Connector', 'Fabrikam Production', null, 'token', 'entra 7000112', 'configuration'],
    ['Contoso Portal Sync', 'Adventure Works Sandbox', null, 'token', 'entra 53003', 'policy'],
    [HUB, 'Adventure Works Production', null, 'tenant', 'service-unavailable', 'service'],
  ] as const)(
    '%s in %s, asked %s: %s %s',
    async (app, environment, question, root, code, cause) => {
      const seen = await doctor.diagnose(app, environment, { question });
      expect({ root: seen.root, code: seen.code, cause: seen.cause }).toEqual({ root, code, cause });
      expect(seen.outcome).toBe(root === null ? 'ok' : 'failed');
      // Nothing else: what is above is sound or points down, what is below was not looked at.
      const place = root === null ? DOCTOR_LINKS.length : DOCTOR_LINKS.indexOf(root);
      const states = DOCTOR_LINKS.map((link) => seen.links.get(link)?.verdict.state);
      expect(states.slice(0, place).filter((state) => state === 'failed' || state === 'unknown')).toEqual([]);
      expect(new Set(states.slice(place + 1))).toEqual(new Set(states.length > place + 1 ? ['skipped'] : []));
    },
    20_000,
  );
});

describe('C1: the remedy turns it green, by the real plan', () => {
  test.each([
    [HUB, 'Contoso Development', { ensureUser: true, addRoles: ['Integration – Contacts Reader'] }],
    [LOADER, 'Contoso Production', { enabled: true }],
    [BOT, 'Fabrikam Sandbox', { addRoles: ['Integration – Invoice Lines'] }],
    [
      LOADER,
      'Fabrikam Sandbox',
      { ensureUser: true, enabled: true, purgeTwin: true, addRoles: ['Integration – Sales Sync'] },
    ],
    [HUB, 'Contoso Production', { addRoles: ['Integration – Accounts Reader'] }],
  ] as const)(
    '%s in %s',
    async (app, environment, what) => {
      const question = environment === 'Contoso Production' && app === HUB ? 'accounts' : null;
      const before = await doctor.diagnose(app, environment, { question });
      expect(before.outcome).toBe('failed');
      await doctor.mend(app, environment, what);
      const after = await doctor.diagnose(app, environment, { question, from: before.root });
      expect(after).toMatchObject({ outcome: 'ok', root: null });
      expect(after.links.get('url')?.verdict).toEqual({ state: 'skipped', reason: 'before-start' });
    },
    20_000,
  );
});

// The last ones: the console leaves a host alone that has failed too often.
describe('C32: what stands in the way', () => {
  test.each([
    ['firewall', 'contoso', 'who-am-i', 'dataverse 0x80095FFE', 'policy'],
    ['location', 'contoso', 'who-am-i', 'dataverse 0x80072561', 'policy'],
    ['tenant-restriction', 'login.demo.test', 'token', 'entra 500021', 'policy'],
    ['html', 'contoso', 'tenant', 'challenge-missing', 'configuration'],
    ['html', 'login.demo.test', 'authority', 'unexpected-answer', 'network'],
    ['truncated', 'contoso', 'who-am-i', 'unexpected-answer', 'service'],
    ['reset', 'login.demo.test', 'authority', 'network-unreachable', 'network'],
    ['unavailable', 'contoso', 'tenant', 'service-unavailable', 'service'],
    ['reset', 'contoso', 'tenant', 'network-unreachable', 'network'],
    // The last one: the console leaves this environment alone for an hour then.
    ['throttle', 'contoso-test', 'tenant', 'throttled', 'service'],
  ] as const)('%s at %s is told apart from missing rights', async (fault, target, root, code, cause) => {
    await doctor.control({ target, fault, retryAfterSeconds: 3600, status: 200 });
    try {
      const seen = await doctor.diagnose(
        HUB,
        target === 'contoso-test' ? 'Contoso Test' : 'Contoso Production',
      );
      expect({ root: seen.root, code: seen.code, cause: seen.cause }).toEqual({ root, code, cause });
    } finally {
      await doctor.control(null);
    }
  });
});
