import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createEntitySets } from '../../../main/query/entity-sets.ts';
import { callerHandlers } from '../../../main/query/impersonation/handlers.ts';
import { readEffectiveAccess } from '../../../main/security-roles/read-effective-access.ts';
import { readNeeds } from '../../../main/security-roles/needs/read-needs.ts';
import type { ActivityRecord } from '../../../main/settings/record-activity.ts';
import { asCallers } from '../../../preload/contract/query-callers.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';
import { runMethod } from '../dataverse/local-environments.ts';
import { credential, profileWith, workspaceId } from './app-profile.ts';

const cloud = demoCloud();
const APP = 'Contoso Integration Hub';

const laboratory = async () => {
  const environment = cloud.environment('Fabrikam Production');
  const admin = await cloud.clientAsAdmin(environment);
  const profile = { ...profileWith([credential(1)]), name: APP, clientId: cloud.app(APP).clientId };
  const lines: ActivityRecord[] = [];
  const handlers = callerHandlers({
    http: cloud.http(),
    tokens: {
      forAdmin: async () => failed('sign-in-needed'),
      forApp: async () => cloud.tokenFor(APP, environment),
    },
    clock: () => performance.now(),
    now: Date.now,
    entitySets: createEntitySets(),
    environments: { choose: () => ok([environment]), asAdmin: () => admin },
    profileOf: async () => ok(profile),
    recordActivity: async (line) => {
      lines.push(line);
    },
    accessOf: readEffectiveAccess,
    needsOf: readNeeds,
  });
  const where = { workspaceId, environmentId: environment.id };
  const search = async (text: string) => {
    const { result } = await runMethod(handlers['query.callers'], { ...where, search: text });
    return result;
  };
  const ask = async (systemUserId: string, text: string, language = 'odata') => {
    const { result } = await runMethod(handlers['query.asCallers'], {
      ...where,
      appProfileId: profile.id,
      credentialId: null,
      query: { language, text },
      systemUserId,
      rows: 5000,
    });
    return result;
  };
  return { admin, ask, lines, search };
};

const value = (result: unknown) =>
  z.object({ ok: z.literal(true), value: asCallers.output }).parse(result).value;

describe('C13: one query as the app, on behalf of a user, and as the user', () => {
  test('without the privilege it is refused and says so; with the role Delegate both have is what comes', async () => {
    const { admin, ask, lines, search } = await laboratory();
    const signal = AbortSignal.timeout(60_000);
    const me = await admin.get('WhoAmI', { signal });
    const myId = me.ok ? String(Reflect.get(Object(me.value.body), 'UserId')) : '';

    const before = value(await ask(myId, 'accounts?$select=name'));
    expect(before.header).toBe('CallerObjectId');
    expect(before.answers.map(({ who, error }) => [who, error?.params['hex'] ?? null])).toEqual([
      ['app', null],
      ['on-behalf', '0x8004A110'],
      ['user', null],
    ]);
    expect(before.rights?.actOnBehalf).toEqual({ depth: 'None', through: [] });

    const app = await admin.get(
      `systemusers?$select=systemuserid&$filter=applicationid eq ${cloud.app(APP).clientId}`,
      { signal },
    );
    const appUser = /"systemuserid":"([^"]+)"/.exec(JSON.stringify(app))?.[1] ?? '';
    const roles = await admin.get(
      "roles?$select=roleid&$filter=name eq 'Delegate' and parentroleid eq null",
      { signal },
    );
    const role = /"roleid":"([^"]+)"/.exec(JSON.stringify(roles))?.[1] ?? '';
    const given = await admin.post(
      `systemusers(${appUser})/systemuserroles_association/$ref`,
      { '@odata.id': `${admin.origin}/api/data/v9.2/roles(${role})` },
      signal,
    );
    expect(given).toMatchObject({ ok: true });

    const found = await search('a');
    const users = found instanceof Object && 'value' in found ? JSON.stringify(found.value) : '';
    expect(users).toContain('"application":false');

    const after = value(await ask(myId, 'accounts?$select=name'));
    const rowsOf = (who: string) => after.answers.find((each) => each.who === who)?.rows;
    expect(rowsOf('on-behalf')).toBe(Math.min(rowsOf('app') ?? 0, rowsOf('user') ?? 0));
    expect(after.rights?.actOnBehalf).toMatchObject({
      depth: 'Global',
      through: [{ role: 'Delegate', team: null }],
    });
    const [read] = after.rights?.privileges ?? [];
    expect(read).toMatchObject({ privilege: 'prvReadAccount', user: { depth: 'Global' } });
    expect(read?.shared).toBe(read?.app.depth);
    expect(lines.at(-1)?.summary).toContain(`on behalf of user ${myId}: accounts`);

    // Joined and expanded tables need their privilege too.
    const joined = value(
      await ask(myId, 'accounts?$select=name&$top=3&$expand=primarycontactid($select=fullname)'),
    );
    expect(joined.rights?.privileges.map(({ privilege }) => privilege)).toEqual([
      'prvReadAccount',
      'prvReadContact',
    ]);
    expect(value(await ask(myId, 'WhoAmI')).rights?.privileges).toEqual([]);
  }, 60_000);
});
