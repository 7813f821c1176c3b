import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ClientSecretCredential, DeviceCodeCredential } from '@azure/identity';
import type { TokenCredential } from '@azure/identity';
import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
} from '@azure/core-rest-pipeline';
import type { HttpClient, Pipeline, PipelineResponse } from '@azure/core-rest-pipeline';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { signInDevice } from '../entra/device-page.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let client: HttpClient;
let pipeline: Pipeline;

function authority() {
  const { login } = cloud.description;
  return {
    authorityHost: login.https ?? '',
    disableInstanceDiscovery: true,
    tlsOptions: { ca: login.ca ?? '' },
  };
}

/** The pipeline that clients of Azure's SDK for JavaScript are made of: user agent, retries, token. */
function pipelineOf(credential: TokenCredential): Pipeline {
  const made = createPipelineFromOptions({
    tlsOptions: { ca: cloud.description.login.ca ?? '' },
    retryOptions: { maxRetries: 3, retryDelayInMs: 10 },
  });
  made.addPolicy(
    bearerTokenAuthenticationPolicy({
      credential,
      scopes: `${environmentOf(cloud, 'contoso').url}/.default`,
    }),
  );
  return made;
}

beforeAll(async () => {
  cloud = await startDemoCloud({
    https: true,
    control: true,
    deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 },
  });
  // For the browser of the person who signs in.
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
  const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
  client = createDefaultHttpClient();
  pipeline = pipelineOf(
    new ClientSecretCredential(tenantOf(cloud, 'Contoso'), clientId, secret, authority()),
  );
});
afterAll(() => cloud.close());

async function scenario(method: string, body?: object): Promise<void> {
  const { origin, key } = cloud.description;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  expect((await fetch(`${origin}/${key}/control`, { method, ...sent })).ok).toBe(true);
}
beforeEach(() => scenario('DELETE'));

function send(
  path: string,
  through = pipeline,
  headers: Readonly<Record<string, string>> = {},
  more: { readonly method?: 'POST'; readonly body?: string | Uint8Array } = {},
): Promise<PipelineResponse> {
  const { login, origin } = cloud.description;
  const { pathUrl } = environmentOf(cloud, 'contoso');
  const url = `${pathUrl.replace(origin, login.https ?? '')}/api/data/v9.2/${path}`;
  return through.sendRequest(
    client,
    createPipelineRequest({ url, headers: createHttpHeaders(headers), ...more }),
  );
}

const headersOf = ({ headers }: PipelineResponse, name: string): string => headers.get(name) ?? '';
const read = ({ bodyAsText }: PipelineResponse): unknown => JSON.parse(bodyAsText ?? '');

describe('@azure/core-rest-pipeline', () => {
  test('sends its token over https alone, to who it is for', async () => {
    const answer = await send('WhoAmI');
    expect(answer.status).toBe(200);
    expect(read(answer)).toMatchObject({ OrganizationId: environmentOf(cloud, 'contoso').organizationId });
  });

  test('waits as long as service protection says, and asks again', async () => {
    await scenario('POST', { target: 'contoso', fault: 'throttle', times: 1, retryAfterSeconds: 1 });
    const began = performance.now();
    expect((await send('WhoAmI')).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
  });

  test.each(['unavailable', 'reset'])('asks again after trouble on the way: %s', async (fault) => {
    await scenario('POST', { target: 'contoso', fault, times: 2, retryAfterSeconds: 0 });
    expect((await send('WhoAmI')).status).toBe(200);
  });

  test('is told what is left of its requests, of which a batch takes as many as it has', async () => {
    const left = ({ headers }: PipelineResponse): number =>
      Number(headers.get('x-ms-ratelimit-burst-remaining-xrm-requests'));
    const first = await send('WhoAmI');
    expect(left(first)).toBeLessThan(6000);
    expect(Number(headersOf(first, 'x-ms-dop-hint'))).toBeGreaterThan(0);
    expect(headersOf(first, 'x-ms-ratelimit-time-remaining-xrm-requests')).toMatch(/^1,\d{3}\.\d+$/);
    expect(headersOf(first, 'req_id')).toMatch(/^[0-9a-f-]{36}$/);
    const { login, origin } = cloud.description;
    const { pathUrl } = environmentOf(cloud, 'contoso');
    const part =
      '--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET WhoAmI HTTP/1.1\r\n\r\n\r\n';
    const batch = createPipelineRequest({
      url: `${pathUrl.replace(origin, login.https ?? '')}/api/data/v9.2/$batch`,
      method: 'POST',
      body: `${part.repeat(3)}--b--\r\n`,
    });
    batch.headers.set('content-type', 'multipart/mixed; boundary=b');
    const answer = await pipeline.sendRequest(client, batch);
    expect(answer.status).toBe(200);
    expect(left(first) - left(answer)).toBe(3);
  });

  test('asks for the types of answers that there are', async () => {
    const asked = (path: string, accept: string) => send(path, pipeline, { accept });
    const service = read(await asked('', 'application/json'));
    expect(service).toMatchObject({
      value: expect.arrayContaining([{ name: 'accounts', kind: 'EntitySet', url: 'accounts' }]),
    });
    const query = 'contacts?$select=lastname&$top=1';
    expect((await asked(query, 'application/atom+xml')).status).toBe(415);
    expect((await asked('$metadata', 'application/json')).status).toBe(415);
    const [none, full] = [
      await asked(query, 'application/json;odata.metadata=none'),
      await asked(query, 'application/json;odata.metadata=full'),
    ];
    expect(none.bodyAsText).not.toContain('@odata.etag');
    expect(full.bodyAsText).toContain('@odata.editLink');
    expect((await send(`contacts?$filter=lastname eq '${'x'.repeat(33_000)}'`)).status).toBe(414);
  });

  test('sends bodies that are no JSON, and in UTF-16', async () => {
    const post = (type: string, body: string | Uint8Array) =>
      send('contacts', pipeline, { 'content-type': type }, { method: 'POST', body });
    expect((await post('text/plain', '{"lastname":"x"}')).status).toBe(415);
    const wide = Buffer.from('\uFEFF{"lastname":"Wide"}', 'utf16le');
    // Read, and refused to an app that may not create contacts.
    expect((await post('application/json; charset=utf-16', wide)).status).toBe(403);
    expect((await post('application/json', '{"lastname":"x","lastname":"y"}')).status).toBe(400);
  });

  test('gives up in the end, with the answer', async () => {
    await scenario('POST', { target: 'contoso', fault: 'throttle', times: 9, retryAfterSeconds: 0 });
    const answer = await send('WhoAmI');
    expect(answer.status).toBe(429);
    expect(read(answer)).toMatchObject({ error: { code: expect.stringMatching(/^0x8007232/i) } });
  });

  test('hands refusals on as they are', async () => {
    const answer = await send('systemusers(00000000-0000-0000-0000-000000000001)');
    expect(answer.status).toBe(404);
    expect(read(answer)).toMatchObject({ error: { code: '0x80040217' } });
  });

  test('asks for the claims that a resource wants all of a sudden, and for the person', async () => {
    const adele = 'adele.admin@contoso.demo.test';
    const signedIn: Promise<string>[] = [];
    const credential = new DeviceCodeCredential({
      ...authority(),
      tenantId: tenantOf(cloud, 'Contoso'),
      clientId: cloud.description.adminClientId,
      userPromptCallback: ({ userCode, verificationUri }) => {
        signedIn.push(signInDevice(verificationUri, userCode, adele));
      },
    });
    const asAdele = pipelineOf(credential);
    expect((await send('WhoAmI', asAdele)).status).toBe(200);
    expect((await send('WhoAmI', asAdele)).status).toBe(200);
    expect(signedIn).toHaveLength(1);
    await scenario('POST', { account: adele, demand: 'claims' });
    expect((await send('WhoAmI', asAdele)).status).toBe(200);
    expect(signedIn).toHaveLength(2);
  });
});
