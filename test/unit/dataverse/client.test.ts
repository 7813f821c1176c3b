import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import type { DataverseAnswer } from '../../../main/dataverse/dataverse-client.ts';
import { readAllRows } from '../../../main/dataverse/rows.ts';
import { retrieveVersion } from '../../../main/dataverse/retrieve-version.ts';
import { whoAmI } from '../../../main/dataverse/who-am-i.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { contoso, errorOf, localService, signal, valueOf } from './local-service.ts';

const id = 'a1b2c3d4-0000-1111-2222-333344445555';
const root = `${contoso}/api/data/v9.2/`;

const all = async (pages: AsyncGenerator<Result<DataverseAnswer>>) => {
  const results: Result<DataverseAnswer>[] = [];
  for await (const page of pages) results.push(page);
  return results;
};

describe('requests', () => {
  test('carry the headers of the Web API, the token and what was asked for', async () => {
    const service = await localService(() => ({ body: { value: [] } }));
    const client = service.clientFor();
    valueOf(
      await client.get('accounts?$select=name', {
        signal: signal(),
        pageSize: 50,
        annotations: true,
        strong: true,
      }),
    );
    valueOf(await client.patch(`systemusers(${id})`, { isdisabled: true }, signal()));
    const [read, change] = service.asked;
    expect(read).toMatchObject({
      method: 'GET',
      host: 'contoso.crm.demo.test',
      path: 'accounts?$select=name',
    });
    expect(read?.headers).toMatchObject({
      accept: 'application/json',
      'odata-version': '4.0',
      'odata-maxversion': '4.0',
      'if-none-match': 'null',
      prefer: 'odata.maxpagesize=50,odata.include-annotations="*"',
      consistency: 'Strong',
      authorization: 'Bearer token-of-the-test',
    });
    expect(change).toMatchObject({ method: 'PATCH', body: '{"isdisabled":true}' });
    expect(change?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'if-match': '*',
    });
  });

  test('never leave the Web API, whatever the path', async () => {
    const service = await localService(() => ({ body: {} }));
    const left = await service.clientFor().get('../../../evil', { signal: signal() });
    expect(errorOf(left)).toMatchObject({ code: 'invalid-input' });
    expect(service.asked).toEqual([]);
  });

  test('WhoAmI and the version are decoded', async () => {
    const service = await localService(({ path }) => ({
      body:
        path === 'WhoAmI'
          ? { UserId: id, BusinessUnitId: id, OrganizationId: id.toUpperCase() }
          : { Version: '9.2.1.2' },
    }));
    expect(valueOf(await whoAmI(service.clientFor(), signal()))).toMatchObject({
      userId: id,
      organizationId: id,
    });
    expect(valueOf(await retrieveVersion(service.clientFor(), signal()))).toBe('9.2.1.2');
  });
});

describe('refusals', () => {
  const refusalOf = async (answer: { status: number; body?: unknown; headers?: Record<string, string> }) => {
    const service = await localService(() => answer);
    return errorOf(await service.clientFor().get('accounts', { signal: signal() }));
  };

  test('a privilege denied says who, what and on which table', async () => {
    const message = `Principal user (Id=${id}, type=8, roleCount=1, privilegeCount=9, accessMode='4 Non-interactive', MetadataCachePrivilegesCount=5214, businessUnitId=${id}), is missing prvReadAccount privilege (Id=${id}) on OTC=1 for entity 'account' (LocalizedName='Account').`;
    const error = await refusalOf({
      status: 403,
      body: { error: { code: '0x80040220', message } },
      headers: { REQ_ID: 'request-1', 'x-ms-service-request-id': 'service-1' },
    });
    expect(error).toMatchObject({
      code: 'dataverse',
      retryable: false,
      params: {
        hex: '0x80040220',
        name: 'PrivilegeDenied',
        status: 403,
        privilege: 'prvReadAccount',
        verb: 'Read',
        table: 'account',
        depth: 'Basic',
        principalId: id,
      },
    });
    expect(error).toHaveProperty('correlation.requestId');
    expect(error).toHaveProperty('correlation.timestamp');
  });

  test('a 401 is told apart by its body', async () => {
    expect(await refusalOf({ status: 401 })).toMatchObject({
      code: 'dataverse',
      params: { status: 401, hex: '', body: 'empty' },
    });
    expect(await refusalOf({ status: 401, body: '<html>no</html>' })).toMatchObject({
      params: { body: 'html' },
    });
    const expired = { error: { code: '0x8004a101', message: 'expired' } };
    expect(await refusalOf({ status: 401, body: expired })).toMatchObject({
      params: { body: 'json', hex: '0x8004A101', name: 'ExpiredAuthTicket' },
    });
  });

  test('decimal codes and unknown codes are kept', async () => {
    expect(
      await refusalOf({ status: 403, body: { error: { code: -2147220960, message: '' } } }),
    ).toMatchObject({
      params: { hex: '0x80040220', name: 'PrivilegeDenied' },
    });
    expect(
      await refusalOf({ status: 400, body: { error: { code: '0x80099999', message: 'new' } } }),
    ).toMatchObject({
      params: { hex: '0x80099999', name: '', message: 'new' },
    });
    expect(await refusalOf({ status: 400, body: { error: { code: '', message: 'odd' } } })).toMatchObject({
      params: { hex: '', message: 'odd' },
    });
  });

  test('a long message is cut', async () => {
    const error = await refusalOf({
      status: 400,
      body: { error: { code: '0x80040216', message: ` x\n\n${'y'.repeat(5000)}` } },
    });
    expect(error).toHaveProperty('params.message', `x ${'y'.repeat(598)}`);
  });

  test('HTML of a gateway is no Dataverse error', async () => {
    expect(await refusalOf({ status: 503, body: '<html>down</html>' })).toMatchObject({
      code: 'service-unavailable',
      retryable: true,
    });
    expect(await refusalOf({ status: 500, body: '<html>oops</html>' })).toMatchObject({
      code: 'unexpected-answer',
      params: { status: 500, what: 'html' },
    });
    expect(await refusalOf({ status: 404, body: '[1]' })).toMatchObject({ params: { what: 'text' } });
  });

  test('a good status with a body that is not JSON is no answer', async () => {
    expect(await refusalOf({ status: 200, body: '<html>sign in</html>' })).toMatchObject({
      code: 'unexpected-answer',
      params: { what: 'html' },
    });
    expect(await refusalOf({ status: 200, body: '{"value":[{"name":"cut' })).toMatchObject({
      code: 'unexpected-answer',
      params: { what: 'not JSON' },
    });
  });

  test('a body that breaks off is a broken connection', async () => {
    const service = await localService(() => ({ body: '{"value":[', cut: true }));
    const error = errorOf(await service.clientFor().get('accounts', { signal: signal() }));
    expect(error).toMatchObject({ code: 'network-unreachable', retryable: true });
  });
});

describe('pages', () => {
  const row = z.object({ name: z.string() });

  test('are followed to the end; rows that do not fit are counted', async () => {
    const service = await localService(({ path }) =>
      path.includes('skiptoken')
        ? { body: { value: [{ name: 'c', extra: 1 }, { name: 4 }] } }
        : {
            body: {
              value: [{ name: 'a' }, { name: 'b' }],
              '@odata.nextLink': `${root}accounts?$skiptoken=%3Cx%3E`,
            },
          },
    );
    const read = await readAllRows(service.clientFor(), 'accounts', row, { signal: signal() });
    expect(valueOf(read)).toEqual({ rows: [{ name: 'a' }, { name: 'b' }, { name: 'c' }], unreadable: 1 });
    expect(service.asked[1]?.path).toBe('accounts?$skiptoken=%3Cx%3E');
  });

  test('a link to another origin ends them, and nothing is sent there', async () => {
    const service = await localService(() => ({
      body: {
        value: [{ name: 'a' }],
        '@odata.nextLink': 'https://fabrikam.crm.demo.test/api/data/v9.2/accounts',
      },
    }));
    const [first, second, ...rest] = await all(service.clientFor().pages('accounts', { signal: signal() }));
    expect(first?.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'origin-mismatch' } });
    expect(rest).toEqual([]);
    expect(service.asked.map(({ host }) => host)).toEqual(['contoso.crm.demo.test']);
  });

  test('a link to the same page ends them', async () => {
    const service = await localService(() => ({
      body: { value: [], '@odata.nextLink': `${root}accounts` },
    }));
    const results = await all(service.clientFor().pages('accounts', { signal: signal() }));
    expect(results.at(-1)).toMatchObject({ ok: false, error: { params: { what: 'the same page again' } } });
    expect(service.asked).toHaveLength(1);
  });

  test('a failure in the middle is the last result', async () => {
    const service = await localService(({ path }) =>
      path.includes('skiptoken')
        ? { status: 403, body: { error: { code: '0x80040220', message: 'no' } } }
        : { body: { value: [{ name: 'a' }], '@odata.nextLink': `${root}accounts?$skiptoken=2` } },
    );
    const read = await readAllRows(service.clientFor(), 'accounts', row, { signal: signal() });
    expect(errorOf(read)).toMatchObject({ code: 'dataverse', params: { hex: '0x80040220' } });
  });

  test('an answer without rows is no page', async () => {
    const service = await localService(() => ({ body: { name: 'a' } }));
    const read = await readAllRows(service.clientFor(), 'accounts', row, { signal: signal() });
    expect(errorOf(read)).toMatchObject({ code: 'unexpected-answer', params: { what: 'no rows in it' } });
  });

  test('end when they are cancelled', async () => {
    const abort = new AbortController();
    const service = await localService(() => {
      abort.abort();
      return { body: { value: [], '@odata.nextLink': `${root}accounts?$skiptoken=2` } };
    });
    const results = await all(service.clientFor().pages('accounts', { signal: abort.signal }));
    expect(results).toMatchObject([{ ok: false, error: { code: 'cancelled' } }]);
  });
});
