import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../preload/contract/index.ts';
import { askGraph, graphToken, listShape } from '../../emulator/graph/graph-rig.ts';
import { answerConsentPages } from '../directory/consent-browser.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { administratorOf } from '../identity/rig.ts';
import { doctorRig } from './doctor-rig.ts';

/* Remedies that are no plan for an application user: each mends its link, and the chain goes on to the next. */

let doctor: Awaited<ReturnType<typeof doctorRig>>;
beforeAll(async () => {
  doctor = await doctorRig();
}, 30_000);
afterAll(() => doctor.close());

const inAQuarter = (): string => new Date(Date.now() + 90 * 86_400_000).toISOString();

test('C1: an app whose secret is over works with a new one', async () => {
  const [app, environment] = ['Contoso Data Export', 'Contoso Test'];
  expect(await doctor.diagnose(app, environment)).toMatchObject({ root: 'token', code: 'entra 7000222' });
  const { id: appProfileId } = await doctor.profileOf('Contoso', app);
  const change = { kind: 'add-secret', appProfileId, label: 'new', endsOn: inAQuarter() } as const;
  await doctor.mendTenant('Contoso', change);
  const after = await doctor.diagnose(app, environment, { from: 'token' });
  expect(after.links.get('token')?.verdict.state).toBe('ok');
  expect(after.code).not.toContain('7000222');
}, 30_000);

test('C1: an app that the tenant does not know gets in by an administrator’s consent', async () => {
  const [app, environment] = ['Adventure Works Warehouse', 'Fabrikam Production'];
  expect(await doctor.diagnose(app, environment)).toMatchObject({ root: 'token', code: 'entra 7000229' });
  const { id: appProfileId } = await doctor.profileOf('Adventure Works', app);
  await doctor.open('Fabrikam');
  const request = {
    workspaceId: doctor.workspaceOf('Adventure Works'),
    appProfileId,
    clientWorkspaceId: doctor.workspaceOf('Fabrikam'),
    form: 'v2',
    authority: 'tenant',
  } as const;
  const account = administratorOf(doctor.cloud, 'Fabrikam');
  const answer = await doctor.rig.stream(
    contract['consent.listen'],
    request,
    (event) => {
      if (event.kind === 'waiting') void answerConsentPages(event.url, [{ account }, { answer: 'accept' }]);
    },
    new AbortController().signal,
  );
  expect(answer).toMatchObject({ ok: true, value: { state: { status: 'consented' } } });
  const after = await doctor.diagnose(app, environment, { from: 'token' });
  expect(after).toMatchObject({ root: 'application-user', code: 'user-missing' });
  await doctor.mend(app, environment, { ensureUser: true, addRoles: ['Integration – Invoice Lines'] });
  expect(await doctor.diagnose(app, environment, { from: 'application-user' })).toMatchObject({
    outcome: 'ok',
  });
}, 30_000);

test('C1: a user of a service principal that was made anew since is deleted and created again', async () => {
  const [app, environment] = ['Contoso Integration Hub', 'Contoso Production'];
  expect(await doctor.diagnose(app, environment)).toMatchObject({ outcome: 'ok' });
  const { clientId } = await doctor.profileOf('Contoso', app);
  const token = await graphToken(doctor.cloud, administratorOf(doctor.cloud, 'Contoso'));
  const found = await askGraph(doctor.cloud, token, `GET servicePrincipals?$filter=appId eq '${clientId}'`);
  const { id } = must(listShape.parse(found.json).value[0] ?? null);
  expect((await askGraph(doctor.cloud, token, `DELETE servicePrincipals/${String(id)}`)).status).toBe(204);
  expect((await askGraph(doctor.cloud, token, 'POST servicePrincipals', { appId: clientId })).status).toBe(
    201,
  );
  expect(await doctor.diagnose(app, environment)).toMatchObject({
    root: 'application-user',
    code: 'user-of-other-principal',
  });
  await doctor.mend(app, environment, { delete: 'permanent' });
  expect(await doctor.diagnose(app, environment, { from: 'application-user' })).toMatchObject({
    code: 'user-missing',
  });
  await doctor.mend(app, environment, { ensureUser: true, addRoles: ['Integration – Contacts Reader'] });
  expect(await doctor.diagnose(app, environment, { from: 'application-user' })).toMatchObject({
    outcome: 'ok',
  });
}, 30_000);

test('C1: an app that may not sign in is let in again by the plan for the tenant, and the chain goes on', async () => {
  const [app, environment] = ['Contoso Retired Connector', 'Fabrikam Production'];
  expect(await doctor.diagnose(app, environment)).toMatchObject({ root: 'token', code: 'entra 7000112' });
  const { clientId } = await doctor.profileOf('Fabrikam', app);
  await doctor.mendTenant('Fabrikam', { kind: 'set-service-principal', clientId, enabled: true });
  const after = await doctor.diagnose(app, environment, { from: 'token' });
  expect(after.links.get('token')?.verdict.state).toBe('ok');
  expect(after.code).not.toContain('7000112');
}, 20_000);
