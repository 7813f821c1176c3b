import { afterAll, beforeAll, expect, test } from 'vitest';
import { askTenant } from '../../../main/clouds/ask-tenant.ts';
import { createDataverseClient } from '../../../main/dataverse/create-dataverse-client.ts';
import { openEnvironments } from '../../../main/environments/document.ts';
import { environmentsHandlers } from '../../../main/environments/handlers.ts';
import { createRegistry } from '../../../main/environments/registry.ts';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { DemoCloudAddress, Transport } from '../../../main/http/transport.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { signInAs } from '../identity/browser.ts';
import { clouds, demoWorkspace, identityRig, run, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';

/** Sends what goes to Microsoft's own hosts to a demo cloud that plays them, as a proxy would. */
const asMicrosoft = ({ origin, key }: DemoCloudAddress): Transport => {
  const wire = nodeTransport();
  return (request) => {
    const { host, pathname, search } = new URL(request.url);
    const headers = { ...request.headers, 'x-forwarded-host': host };
    return wire({ ...request, url: `${origin}/${key}/${host}${pathname}${search}`, headers });
  };
};

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud({ cloud: 'gcc-high', control: true }, asMicrosoft);
});
afterAll(() => cloud.close());

const signal = new AbortController().signal;
const adele = 'adele.admin@contoso.demo.test';

test('a workspace of GCC High signs in, finds its environments and is let into one, by the hosts of the console’s own table', async () => {
  const workspace = { ...demoWorkspace(cloud, 'Contoso'), cloud: 'gcc-high', demo: false } as const;
  const { identity, known, files } = identityRig(cloud, [workspace], {
    // MSAL has the page of this authority built in; the person's browser goes through the proxy, too.
    openBrowser: async (url) => {
      void signInAs(url.replace('https://login.microsoftonline.us', cloud.description.login.http), adele);
      return ok(null);
    },
  });
  const signedIn = await run(identity.handlers['identity.signIn'], { workspaceId: workspace.id });
  expect(signedIn).toMatchObject({ ok: true });
  const registry = createRegistry(
    openEnvironments(files.open, () => {}),
    (id) => known.get(id) ?? null,
  );
  const { http } = cloud;
  const asAdmin = ({ url }: Pick<Environment, 'url'>) =>
    createDataverseClient({
      http,
      origin: url,
      bearer: async (given) => {
        const token = await identity.tokens.forAdmin(workspace.id, url, given);
        return token.ok ? ok(token.value.token) : token;
      },
    });
  const handlers = environmentsHandlers({
    registry,
    understand: clouds.understand,
    askTenant: (url, given) => askTenant(http.send, url, given),
    now: Date.now,
    lists: { http, tokens: identity.tokens },
    access: { parallel: () => 4, asAdmin },
    workspaceOf: (id) => known.get(id) ?? null,
    cloudOf: clouds.of,
    recordActivity: async () => undefined,
  });
  const events: unknown[] = [];
  const input = { workspaceId: workspace.id };
  await run(handlers['environments.discover'], input, signal, async (event) => void events.push(event));
  expect(events).toEqual(
    expect.arrayContaining([
      { source: 'discovery', found: 3, error: null },
      { source: 'admin', found: 3, error: null },
    ]),
  );
  const { environments } = registry.of(workspace.id);
  expect(environments.find(({ url }) => url.startsWith('https://contoso.'))).toMatchObject({
    url: 'https://contoso.crm.microsoftdynamics.us',
    cloud: 'gcc-high',
    tenantId: tenantOf(cloud, 'Contoso'),
  });
  const understood = clouds.understand('https://contoso.crm.microsoftdynamics.us/main.aspx');
  if (!understood.ok) throw new Error(understood.error.code);
  expect(understood.value.cloud).toBe('gcc-high');
  expect(await askTenant(http.send, understood.value.url, signal)).toMatchObject({
    ok: true,
    value: { authority: 'https://login.microsoftonline.us', tenantId: tenantOf(cloud, 'Contoso') },
  });
  const client = asAdmin({ url: understood.value.url });
  expect(await client.get('WhoAmI', { signal })).toMatchObject({ ok: true });
  files.remove();
});

test.each([
  ['challengeValues', 'quoted'],
  ['challengeParts', 'tight'],
  ['challengeParts', 'withoutResource'],
])(
  'the tenant of an environment is read from its challenge, also with the rule %s=%s',
  async (rule, value) => {
    const address = `${cloud.description.control ?? ''}/rules/${rule}`;
    expect((await fetch(address, { method: 'PUT', body: JSON.stringify({ value }) })).status).toBe(204);
    const understood = clouds.understand('contoso.crm.microsoftdynamics.us');
    if (!understood.ok) throw new Error(understood.error.code);
    const resource = value === 'withoutResource' ? null : 'https://contoso.crm.microsoftdynamics.us';
    expect(await askTenant(cloud.http.send, understood.value.url, signal)).toEqual({
      ok: true,
      value: {
        authority: 'https://login.microsoftonline.us',
        tenantId: tenantOf(cloud, 'Contoso'),
        resource,
      },
    });
    await fetch(address, { method: 'DELETE' });
  },
);
