import { ClientSecretCredential } from '@azure/identity';
import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
} from '@azure/core-rest-pipeline';
import type { HttpClient, HttpMethods, Pipeline, PipelineResponse } from '@azure/core-rest-pipeline';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let client: HttpClient;
let pipeline: Pipeline;

/** The pipeline that clients of Azure's SDK for JavaScript are made of: user agent, retries, token. */
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, control: true });
  const { login } = cloud.description;
  const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
  const ca = login.ca ?? '';
  client = createDefaultHttpClient();
  pipeline = createPipelineFromOptions({
    tlsOptions: { ca },
    retryOptions: { maxRetries: 3, retryDelayInMs: 10 },
  });
  const credential = new ClientSecretCredential(tenantOf(cloud, 'Contoso'), clientId, secret, {
    authorityHost: login.https ?? '',
    disableInstanceDiscovery: true,
    tlsOptions: { ca },
  });
  pipeline.addPolicy(
    bearerTokenAuthenticationPolicy({
      credential,
      scopes: `${environmentOf(cloud, 'contoso').url}/.default`,
    }),
  );
});
afterAll(() => cloud.close());

async function scenario(method: string, body?: object): Promise<void> {
  const { origin, key } = cloud.description;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  expect((await fetch(`${origin}/${key}/control`, { method, ...sent })).ok).toBe(true);
}
beforeEach(() => scenario('DELETE'));

function send(path: string, method: HttpMethods = 'GET', body?: object): Promise<PipelineResponse> {
  const { login, origin } = cloud.description;
  const { pathUrl } = environmentOf(cloud, 'contoso');
  const url = `${pathUrl.replace(origin, login.https ?? '')}/api/data/v9.2/${path}`;
  const request = createPipelineRequest({
    url,
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (body !== undefined) {
    request.headers.set('content-type', 'application/json');
  }
  return pipeline.sendRequest(client, request);
}

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
});
