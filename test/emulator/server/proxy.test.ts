import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { decodeJwt } from 'jose';
import { ProxyAgent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let agent: ProxyAgent;
beforeAll(async () => {
  cloud = await startDemoCloud({ proxy: true });
  const { proxy = '', login } = cloud.description;
  agent = new ProxyAgent({ uri: proxy, requestTls: { ca: login.ca ?? '' } });
});
afterAll(async () => {
  await agent.close();
  await cloud.close();
});

async function ask(url: string, headers: Record<string, string> = {}, form?: Record<string, string>) {
  const {
    statusCode,
    headers: answered,
    body,
  } = await request(url, {
    dispatcher: agent,
    headers:
      form === undefined ? headers : { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form).toString() }),
  });
  return { status: statusCode, headers: answered, text: await body.text() };
}

async function tokenFrom(login: string, resource: string): Promise<string> {
  const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
  const url = `${login}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`;
  const asked = { client_id: clientId, client_secret: secret, scope: `${resource}/.default` };
  const { text } = await ask(url, {}, { ...asked, grant_type: 'client_credentials' });
  return String(JSON.parse(text).access_token);
}

/** Opens a connection to the proxy, sends the text and reads the answer's head. */
async function send(text: string): Promise<{ readonly socket: Socket; readonly answer: string }> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(cloud.description.origin).port) });
  socket.write(text);
  const [data]: unknown[] = await once(socket, 'data');
  return { socket, answer: String(data) };
}
const connectTo = (target: string) => send(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);

describe('the proxy', () => {
  test.each([
    ['https://login.microsoftonline.com', 'https://contoso.crm4.dynamics.com', 'https://sts.windows.net'],
    ['https://login.windows.net', 'https://contoso.api.crm4.dynamics.com', 'https://sts.windows.net'],
    ['https://login.demo.test', 'https://contoso.crm4.demo.test', 'https://sts.demo.test'],
  ])('answers as %s and %s', async (login, environment, issuer) => {
    const token = await tokenFrom(login, environment);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ aud: environment, iss: `${issuer}/${tenantOf(cloud, 'Contoso')}/` });
    const { status, text } = await ask(`${environment}/api/data/v9.2/WhoAmI`, {
      authorization: `Bearer ${token}`,
    });
    expect(status).toBe(200);
    expect(text).toContain(`"${environment}/api/data/v9.2/$metadata`);
  });

  test('answers to a token whichever way it came', async () => {
    const token = await tokenFrom('https://login.microsoftonline.com', 'https://contoso.crm4.dynamics.com');
    const { pathUrl } = environmentOf(cloud, 'contoso');
    const answer = await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });

  test.each([
    ['login.microsoftonline.com', 'https://sts.windows.net/{tenantid}/', 'graph.microsoft.com'],
    ['login.demo.test', 'https://sts.demo.test/{tenantid}/', 'graph.demo.test'],
  ])('names in the metadata of %s that cloud and no other', async (login, older, graph) => {
    const metadata = async (version: string) =>
      JSON.parse((await ask(`https://${login}/common${version}/.well-known/openid-configuration`)).text);
    expect(await metadata('')).toMatchObject({
      issuer: older,
      token_endpoint: `https://${login}/common/oauth2/token`,
    });
    expect(await metadata('/v2.0')).toMatchObject({
      issuer: `https://${login}/{tenantid}/v2.0`,
      authorization_endpoint: `https://${login}/common/oauth2/v2.0/authorize`,
      msgraph_host: graph,
    });
  });

  // OpenID Connect Discovery, 4: a reader of tokens looks for the metadata below `iss`.
  test.each([
    ['https://login.microsoftonline.com', 'https://contoso.crm4.dynamics.com'],
    ['https://login.demo.test', 'https://contoso.crm4.demo.test'],
  ])('answers below the issuer of a token that %s gave', async (login, environment) => {
    const { iss } = decodeJwt(await tokenFrom(login, environment));
    const metadata = JSON.parse((await ask(`${iss}.well-known/openid-configuration`)).text);
    expect(metadata).toMatchObject({
      issuer: iss,
      token_endpoint: `${login}/${tenantOf(cloud, 'Contoso')}/oauth2/token`,
    });
    const keys = JSON.parse((await ask(String(metadata.jwks_uri))).text);
    expect(keys).toMatchObject({ keys: [{ kid: expect.any(String) }] });
  });

  test('tells where to sign in by the name under which an environment was asked', async () => {
    const tenant = tenantOf(cloud, 'Contoso');
    const challenge = async (host: string) =>
      (await ask(`https://${host}/api/data/v9.2/`)).headers['www-authenticate'];
    expect(await challenge('contoso.crm4.dynamics.com')).toContain(
      `authorization_uri=https://login.microsoftonline.com/${tenant}/`,
    );
    expect(await challenge('contoso.crm4.demo.test')).toContain(
      `authorization_uri=https://login.demo.test/${tenant}/`,
    );
  });

  test('gives device codes for a browser that knows nothing of it', async () => {
    const { text } = await ask(
      'https://login.microsoftonline.com/organizations/oauth2/v2.0/devicecode',
      {},
      { client_id: cloud.description.adminClientId, scope: 'https://graph.microsoft.com/.default' },
    );
    const { verification_uri: page } = JSON.parse(text);
    expect(page).toMatch(/^http:\/\/localhost:/);
    expect((await fetch(page)).status).toBe(200);
  });

  test('tells which sign-in services there are, and by which names', async () => {
    const about = async (host: string) => {
      const endpoint = encodeURIComponent(`https://${host}/common/oauth2/v2.0/authorize`);
      const url = `https://login.microsoftonline.com/common/discovery/instance?authorization_endpoint=${endpoint}`;
      return JSON.parse((await ask(url)).text);
    };
    expect(await about('login.windows.net')).toMatchObject({
      metadata: expect.arrayContaining([
        expect.objectContaining({ preferred_network: 'login.microsoftonline.com' }),
      ]),
    });
    expect(await about('login.demo.test')).toMatchObject({
      tenant_discovery_endpoint: 'https://login.demo.test/common/v2.0/.well-known/openid-configuration',
      metadata: [{ aliases: ['login.demo.test'] }],
    });
  });

  test.each(['example.com', 'localhost', '127.0.0.1', 'contoso.crm.dynamics.com'])(
    'opens nothing to %s',
    async (host) => {
      const { socket, answer } = await connectTo(`${host}:443`);
      expect(answer).toMatch(/^HTTP\/1\.1 403 Not a host of the demo cloud\r\n/);
      expect(answer).toContain(`has no host '${host}'`);
      await once(socket, 'close');
    },
  );

  test.each([
    'graph.microsoft.com:80',
    'graph.microsoft.com',
    'graph.microsoft.com:443/x',
    ':443',
    '[::1]:443',
  ])('takes no %s', async (target) => {
    expect((await connectTo(target)).answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('passes no plain request on', async () => {
    const { answer } = await send('GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('answers no other host than the one that a connection was opened to', async () => {
    const { status } = await ask('https://graph.microsoft.com/v1.0/me', {
      host: 'login.microsoftonline.com',
    });
    expect(status).toBe(421);
  });

  test('opens no connection inside another', async () => {
    const { socket } = await connectTo('graph.microsoft.com:443');
    const inside = connectTls({
      socket,
      servername: 'graph.microsoft.com',
      ca: cloud.description.login.ca ?? '',
    });
    inside.write('CONNECT login.microsoftonline.com:443 HTTP/1.1\r\nHost: x\r\n\r\n');
    const [data]: unknown[] = await once(inside, 'data');
    expect(String(data)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('lives on when a client breaks off or speaks no TLS', async () => {
    const { socket } = await connectTo('graph.microsoft.com:443');
    socket.write('this is no handshake');
    await once(socket, 'close');
    const other = await connectTo('graph.microsoft.com:443');
    other.socket.resetAndDestroy();
    expect((await ask('https://graph.microsoft.com/v1.0/me')).status).toBe(401);
  });

  // RFC 9112, 3.2.2: what versions of axios send that open no tunnel for themselves (axios/axios, issues 4531 and 6330).
  test('answers to https addresses that stand in the request itself', async () => {
    const asked = async (target: string, host = 'graph.microsoft.com') => {
      const { socket, answer } = await send(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      socket.destroy();
      return answer;
    };
    const metadata = `/${tenantOf(cloud, 'Contoso')}/v2.0/.well-known/openid-configuration`;
    const answer = await asked(`https://login.microsoftonline.com${metadata}`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"https://login.microsoftonline.com/');
    expect(await asked('https://Contoso.crm4.dynamics.com:443/api/data/v9.2/WhoAmI')).toContain(
      'authorization_uri=https://login.microsoftonline.com/',
    );
    expect(await asked('https://graph.demo.test')).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await asked('https://example.com/')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await asked('https://graph.microsoft.com:8443/v1.0/me')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await asked('https://graph.microsoft.com@example.com/v1.0/me')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await asked('http://graph.microsoft.com/v1.0/me')).toMatch(/^HTTP\/1\.1 403 /);
  });

  test.each(['http/1.1', 'http/1.0'])('speaks %s', async (protocol) => {
    const { socket } = await connectTo('graph.microsoft.com:443');
    const { ca = '' } = cloud.description.login;
    const inside = connectTls({ socket, servername: 'graph.microsoft.com', ca, ALPNProtocols: [protocol] });
    await once(inside, 'secureConnect');
    expect(inside.alpnProtocol).toBe(protocol);
    inside.write(`GET /v1.0/me ${protocol.toUpperCase()}\r\nHost: graph.microsoft.com\r\n\r\n`);
    const [data]: unknown[] = await once(inside, 'data');
    expect(String(data)).toMatch(/^HTTP\/1\.1 401 /);
    inside.destroy();
  });

  test('shows a certificate for the host that was asked for, from the authority alone', async () => {
    const { socket } = await connectTo('CONTOSO.crm4.dynamics.com:443');
    const inside = connectTls({
      socket,
      servername: 'contoso.crm4.dynamics.com',
      ca: cloud.description.login.ca ?? '',
    });
    await once(inside, 'secureConnect');
    expect(inside.getPeerCertificate().subjectaltname).toBe('DNS:contoso.crm4.dynamics.com');
    inside.destroy();
  });
});

test('a demo cloud that is closed ends connections that wait', async () => {
  const other = await startDemoCloud({ proxy: true });
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(other.description.proxy ?? '').port) });
  socket.write('CONNECT graph.microsoft.com:443 HTTP/1.1\r\nHost: graph.microsoft.com:443\r\n\r\n');
  const [data]: unknown[] = await once(socket, 'data');
  expect(String(data)).toMatch(/^HTTP\/1\.1 200 /);
  const closed = once(socket, 'close');
  await other.close();
  await closed;
});

test('without the option there is no proxy', async () => {
  const other = await startDemoCloud();
  expect(other.description.proxy).toBeUndefined();
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(other.description.origin).port) });
  socket.write('CONNECT graph.microsoft.com:443 HTTP/1.1\r\nHost: graph.microsoft.com:443\r\n\r\n');
  const [data]: unknown[] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  expect(String(data)).not.toContain(' 200 ');
  await other.close();
});
