import { beforeEach, describe, expect, test } from 'vitest';
import { changeSet, lines, multipart, operation, statuses } from './batch-text.ts';
import { errorOf, type Lab, openLab, person, rowsOf, serviceRoot } from './rig.ts';

const admin = person('admin');
let lab: Lab;
beforeEach(() => {
  lab = openLab();
});

const raw = (text: string, headers: Readonly<Record<string, string>> = {}) =>
  lab.send(admin, 'POST', '/$batch', text, { 'content-type': 'multipart/mixed; boundary="b"', ...headers });
const send = (...parts: readonly string[]) => raw(multipart('b', ...parts));
const named = (name: string) => rowsOf(lab.get(admin, `/accounts?$select=name&$filter=name eq '${name}'`));

const id = '77777777-0000-4000-8000-000000000001';
const create = (name: string, contentId: string | null = null) =>
  operation('POST', `${serviceRoot}/accounts`, { name }, contentId);

describe('a batch', () => {
  test('takes every method, in its order, and addresses of each kind', () => {
    const answer = send(
      operation('POST', '/api/data/v9.2/accounts', { accountid: id, name: 'One' }),
      operation('PATCH', `accounts(${id})`, { name: 'Two' }),
      operation('GET', `${serviceRoot}/accounts(${id})?$select=name`),
      operation('DELETE', `accounts(${id})`),
      operation('GET', 'WhoAmI'),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^multipart\/mixed; boundary=batchresponse_[\w-]+$/);
    expect(statuses(answer)).toEqual([204, 204, 200, 204, 200]);
    expect(answer.text).toContain('"name":"Two"');
    expect(answer.text).toContain(`OData-EntityId: ${serviceRoot}/accounts(${id})`);
  });

  test('ends at the first refusal and has its status, unless it goes on', () => {
    const parts = multipart('b', create('Kept'), operation('GET', 'nosuch'), create('Late'));
    const ended = raw(parts);
    expect([ended.status, statuses(ended)]).toEqual([404, [204, 404]]);
    expect([named('Kept').length, named('Late').length]).toEqual([1, 0]);
    const whole = raw(parts, { prefer: 'odata.continue-on-error' });
    expect([whole.status, statuses(whole)]).toEqual([200, [204, 404, 204]]);
  });

  test('passes over what stands before the first boundary and after the last', () => {
    const answer = raw(`before\r\n${multipart('b', operation('GET', 'WhoAmI'))}after\r\n--b\r\n`);
    expect(statuses(answer)).toEqual([200]);
  });

  test('has up to a thousand requests', () => {
    const many = (count: number) => send(...Array.from({ length: count }, () => operation('GET', 'x')));
    expect(many(1000).status).toBe(404);
    expect(errorOf(many(1001)).message).toMatch(/too many parts.+'1000'/);
  });

  test.each([
    ['JSON', '{}', { 'content-type': 'application/json' }, /'multipart\/mixed' as the media type/],
    ['no boundary', '', { 'content-type': 'multipart/mixed' }, /boundary specification/],
    ['an empty body', '', {}, /Stream was not readable/],
    ['bare line feeds', multipart('b', operation('GET', 'a')).replaceAll('\r', ''), {}, /not readable/],
    ['no end', multipart('b', operation('GET', 'a')).replace('--b--', ''), {}, /unexpected end of input/],
    ['no content type', multipart('b', '\r\nGET a HTTP/1.1'), {}, /'Content-Type' header is missing/],
    ['another type', multipart('b', 'Content-Type: text/plain\r\n\r\nx'), {}, /'text\/plain' is invalid/],
    [
      'no transfer encoding',
      multipart('b', 'Content-Type: application/http\r\n\r\nGET a HTTP/1.1\r\n'),
      {},
      /'Content-Transfer-Encoding' header was found/,
    ],
    [
      'no request line',
      multipart('b', operation('GET', '')),
      {},
      /request line 'GET {2}HTTP\/1.1' is invalid/,
    ],
    [
      'another version',
      multipart('b', operation('GET', 'a').replace('/1.1', '/2')),
      {},
      /version 'HTTP\/2' used/,
    ],
    [
      'a header that is none',
      multipart('b', operation('GET', 'a').replace('/1.1', '/1.1\r\nnone')),
      {},
      /header 'none' is invalid/,
    ],
    [
      'a header twice',
      multipart('b', operation('GET', 'a').replace('/1.1', '/1.1\r\nPrefer: a\r\nprefer: b')),
      {},
      /'prefer' was specified multiple times/,
    ],
    [
      'a change set in a change set',
      multipart('b', changeSet(changeSet(operation('POST', 'a', {}, '1')))),
      {},
      /Nested change sets/,
    ],
    ['reading in a change set', multipart('b', changeSet(operation('GET', 'a', null, '1'))), {}, /'GET'/],
    [
      'a content id twice',
      multipart('b', changeSet(create('A', '1'), create('B', '1'))),
      {},
      /ID '1' was found/,
    ],
    ['no content id', multipart('b', changeSet(create('A'))), {}, /Content-ID header is missing/],
  ] as const)('with %s is refused as a whole', (_, text, headers, message) => {
    const answer = raw(text, headers);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).code).toMatch(/^0x80048d19|0x80060888$/);
    expect(errorOf(answer).message).toMatch(message);
    expect(named('A')).toEqual([]);
  });

  test('has no batch inside, and is posted', () => {
    expect(statuses(send(operation('POST', '$batch', {})))).toEqual([400]);
    expect(lab.get(admin, '/$batch').status).toBe(405);
  });
});

describe('a change set', () => {
  test('answers in a part of its own, with the ids of its requests', () => {
    const answer = send(changeSet(create('A', '1'), create('B', 'two')), operation('GET', 'WhoAmI'));
    expect(statuses(answer)).toEqual([204, 204, 200]);
    expect(answer.text).toMatch(/Content-Type: multipart\/mixed; boundary=changesetresponse_/);
    expect([...answer.text.matchAll(/^Content-ID: (\w+)/gm)].map((it) => it[1])).toEqual(['1', 'two']);
  });

  test('is undone as a whole: rows, their order, roles, shares and what they let somebody do', () => {
    const everything = () => [
      lab.get(admin, '/accounts?$select=name,versionnumber').text,
      lab.get(admin, '/principalobjectaccessset').text,
      lab.get(admin, '/systemuserrolescollection').text,
      lab.get(admin, '/roles?$select=name').text,
    ];
    const before = everything();
    const [first, second, third] = rowsOf(lab.get(admin, '/accounts?$select=accountid&$top=3'));
    const [user, role] = [lab.userId('ivy@lab.demo.test'), lab.roleId('Basic User')];
    const share = {
      Target: { '@odata.id': `accounts(${String(third?.['accountid'])})` },
      PrincipalAccess: { AccessMask: 'ReadAccess', Principal: { '@odata.id': `systemusers(${user})` } },
    };
    const answer = send(
      changeSet(
        create('A', '1'),
        operation('DELETE', `accounts(${String(second?.['accountid'])})`, null, '6'),
        operation('POST', 'GrantAccess', share, '7'),
        operation('DELETE', `accounts(${String(first?.['accountid'])})`, null, '2'),
        operation('PATCH', '$1', { name: 'B' }, '3'),
        operation(
          'POST',
          `systemusers(${user})/systemuserroles_association/$ref`,
          { '@odata.id': `roles(${role})` },
          '4',
        ),
        operation('POST', 'accounts', { nosuch: 1 }, '5'),
      ),
    );
    expect([answer.status, statuses(answer)]).toEqual([400, [400]]);
    expect(answer.text).toContain('Content-ID: 5');
    expect(everything()).toEqual(before);
    expect(errorOf(lab.get(person('idle'), '/accounts')).code).toBe('0x80042F09');
  });

  test('refers to what it made, in addresses and in bodies', () => {
    const answer = send(
      changeSet(
        operation('POST', 'contacts', { lastname: 'Doe' }, '1'),
        operation('POST', 'accounts', { name: 'Owner', 'primarycontactid@odata.bind': '$1' }, '2'),
        operation('POST', 'accounts', { name: 'Above' }, '3'),
        operation('PUT', '$2/parentaccountid/$ref', { '@odata.id': '$3' }, '4'),
        operation('PATCH', '$2', { accountnumber: 'X-1' }, '5'),
      ),
    );
    expect(statuses(answer)).toEqual([204, 204, 204, 204, 204]);
    const url =
      "/accounts?$select=accountnumber&$filter=name eq 'Owner'&$expand=primarycontactid($select=lastname),parentaccountid($select=name)";
    const [row] = rowsOf(lab.get(admin, url));
    expect(row).toMatchObject({
      accountnumber: 'X-1',
      primarycontactid: { lastname: 'Doe' },
      parentaccountid: { name: 'Above' },
    });
  });

  test.each([
    ['later', changeSet(operation('PATCH', '$2', {}, '1'), create('A', '2'))],
    [
      'in another one',
      lines(changeSet(create('A', '1')), '--b', changeSet(operation('PATCH', '$1', {}, '2'))),
    ],
    ['outside', operation('PATCH', '$1', {})],
    ['in a body', changeSet(operation('POST', 'accounts', { 'primarycontactid@odata.bind': '$9' }, '1'))],
  ])('knows nothing of what was made %s', (_, part) => {
    const answer = send(part);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/Content-ID Reference: '\$\d' does not exist in the batch context\./);
  });
});
