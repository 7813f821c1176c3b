import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { readToken } from '../../../main/identity/inspector/read-token.ts';
import { contract } from '../../../preload/contract/index.ts';
import type { OutputOf } from '../../../preload/contract/index.ts';
import { parseEnvironmentId } from '../../../preload/contract/words/ids.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { judgeClaims, tokenVerdict } from '../../../preload/contract/words/token-verdicts.ts';
import { newId } from '../../../main/settings/new-id.ts';
import { demoWorkspace, identityRig, run, startCloud, tenantOf, tokenRequests } from './rig.ts';
import type { RunningCloud } from './rig.ts';

const RESOURCE = 'https://contoso.crm4.demo.test';
const never = new AbortController().signal;

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const valueOf = <Schema extends z.ZodType>(schema: Schema, result: Result<unknown>): z.output<Schema> => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return schema.parse(result.value);
};
type Requested = OutputOf<'tokens.request'>;

const setUp = async (name: string, kind: 'secret' | 'certificate' = 'secret') => {
  const workspace = demoWorkspace(cloud, 'Contoso');
  const environmentId = newId(parseEnvironmentId);
  const place = { id: environmentId, url: RESOURCE, tenantId: tenantOf(cloud, 'Contoso') };
  const rig = identityRig(cloud, [workspace], {
    placesOf: (id) => (id === workspace.id ? [place] : []),
    clockSkew: () => ({ seconds: 420, at: 0 }),
  });
  const { handlers, tokens } = rig.identity;
  const { profiles } = valueOf(
    contract['appProfiles.addDemo'].output,
    await run(handlers['appProfiles.addDemo'], { workspaceId: workspace.id }),
  );
  const profile = profiles.find((one) => one.name === name);
  const credential = profile?.credentials.find((one) => one.kind === kind);
  if (profile === undefined || credential === undefined) throw new Error(`no ${kind} of ${name}`);
  const who = { workspaceId: workspace.id, appProfileId: profile.id };
  const request = {
    ...who,
    credentialId: credential.id,
    tenantId: place.tenantId,
    clientId: profile.clientId,
    resource: RESOURCE,
  };
  return {
    ...rig,
    workspace,
    profile,
    credential,
    environmentId,
    forApp: () => tokens.forApp(request, never),
    list: async () => valueOf(contract['tokens.list'].output, await run(handlers['tokens.list'], who)),
    ask: (signal = never) =>
      run(handlers['tokens.request'], { ...who, credentialId: credential.id, environmentId }, signal),
  };
};

test.each(['secret', 'certificate'] as const)(
  'C14: a token with a %s is told claim by claim, as expected, and without itself',
  async (kind) => {
    const { forApp, list, profile, credential, environmentId, files } = await setUp(
      'Contoso Integration Hub',
      kind,
    );
    expect((await list()).tokens).toEqual([]);
    const token = await forApp();
    const { tokens, clockAheadSeconds } = await list();
    expect(clockAheadSeconds).toBe(420);
    expect(tokens).toHaveLength(1);
    const [record] = tokens;
    expect(record).toMatchObject({ environmentId, credentialId: credential.id, refusal: null });
    expect(record?.content?.header).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    const judged = judgeClaims(record?.content?.claims ?? [], {
      url: RESOURCE,
      tenantId: tenantOf(cloud, 'Contoso'),
      clientId: profile.clientId,
      credentialKind: kind,
      servicePrincipalId: null,
      now: Date.now(),
      clockAheadSeconds: 0,
    });
    expect(tokenVerdict(judged)).toBe('ok');
    // No part of the token stands in the answer: neither whole, nor payload, nor signature.
    const told = JSON.stringify(tokens);
    const parts = token.ok ? token.value.token.split('.') : [];
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(told).not.toContain(part);
    files.remove();
  },
);

test('a new token is asked for although one is in hand, and takes its place', async () => {
  const { forApp, ask, list, files } = await setUp('Contoso Integration Hub');
  await forApp();
  const before = tokenRequests(cloud);
  const [old] = (await list()).tokens;
  await forApp();
  expect(tokenRequests(cloud)).toBe(before);
  expect((await list()).tokens[0]?.at).toBe(old?.at);
  const fresh = valueOf(contract['tokens.request'].output, await ask());
  expect(tokenRequests(cloud)).toBe(before + 1);
  const uti = (record: Requested | undefined) =>
    record?.content?.claims.find(({ name }) => name === 'uti')?.value;
  expect(uti(fresh)).not.toBe(uti(old));
  expect((await list()).tokens).toEqual([fresh]);
  files.remove();
});

test('a refusal is told where the token would be', async () => {
  const { ask, list, files } = await setUp('Contoso Data Export');
  const refused = valueOf(contract['tokens.request'].output, await ask());
  expect(refused).toMatchObject({
    content: null,
    expiresOn: null,
    refusal: { code: 'entra', params: { aadsts: 7000222 } },
  });
  expect((await list()).tokens).toEqual([refused]);
  files.remove();
});

test('one that is given up is no refusal', async () => {
  const { ask, list, files } = await setUp('Contoso Integration Hub');
  const impatient = new AbortController();
  const asked = ask(impatient.signal);
  impatient.abort();
  expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect((await list()).tokens).toEqual([]);
  files.remove();
});

test('records go with their credential and stay in their workspace', async () => {
  const { forApp, list, identity, profile, credential, known, files } =
    await setUp('Contoso Integration Hub');
  await forApp();
  const other = demoWorkspace(cloud, 'Contoso');
  known.set(other.id, other);
  const elsewhere = { workspaceId: other.id, appProfileId: profile.id };
  expect(await run(identity.handlers['tokens.list'], elsewhere)).toMatchObject({ value: { tokens: [] } });
  await run(identity.handlers['appProfiles.removeCredential'], {
    id: profile.id,
    credentialId: credential.id,
  });
  expect((await list()).tokens).toEqual([]);
  files.remove();
});

test('what is no JSON Web Token is not read', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (const token of ['', 'opaque', 'a.b.c', `${part({})}.${part([])}.s`, `${part({})}.${part({})}.s.t`])
    expect(readToken(token)).toBe(null);
  const long = readToken(`${part({ alg: 'RS256' })}.${part({ groups: ['x'.repeat(9000)], n: 5 })}.sig`);
  expect(long?.claims.map(({ name, value }) => [name, value.length])).toEqual([
    ['groups', 2000],
    ['n', 1],
  ]);
});
