import { expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');

// The sentences are those of Learn's "Sharing and assigning", determine why a user has access.
test('where access comes from: owner, team, organization, shares, what stands above', () => {
  const lab = openLab();
  const create = (set: string, body: unknown): string =>
    /\(([^)]+)\)$/.exec(lab.send(admin, 'POST', `/${set}`, body).headers['odata-entityid'] ?? '')?.[1] ?? '';
  const origin = (table: string, id: string, principal: string): string => {
    const query = `@o=${id}&@l='${table}'&@p=${principal}`;
    const url = `/RetrieveAccessOrigin(ObjectId=@o,LogicalName=@l,PrincipalId=@p)?${query}`;
    return textAt(lab.get(admin, url).json, 'Response');
  };
  const [dana, mona, tess] = ['dana', 'mona', 'tess'].map((it) => lab.userId(`${it}@lab.demo.test`));
  const team = textAt(
    rowsOf(lab.get(admin, "/teams?$select=teamid&$filter=name%20eq%20'Field%20Team'"))[0],
    'teamid',
  );
  const account = create('accounts', { name: 'Owned', 'ownerid@odata.bind': `/systemusers(${dana})` });
  const task = create('tasks', {
    subject: 'Below',
    'regardingobjectid_account_task@odata.bind': `/accounts(${account})`,
  });
  const byTeam = create('accounts', { name: 'Team’s', 'ownerid@odata.bind': `/teams(${team})` });
  const none = 'Access origin could not be found. Access does not come from POA table or object ownership.';
  expect(origin('account', account, dana ?? '')).toBe(`PrincipalId is object owner (${account})`);
  expect(origin('account', account, mona ?? '')).toBe(none);
  expect(origin('account', byTeam, tess ?? '')).toBe(
    `PrincipalId is member of team (${team}) who is object owner (${byTeam})`,
  );
  const share = (principal: object) =>
    lab.send(admin, 'POST', '/GrantAccess', {
      Target: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: account },
      PrincipalAccess: { AccessMask: 'ReadAccess', Principal: principal },
    });
  share({ '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: mona });
  share({ '@odata.type': 'Microsoft.Dynamics.CRM.team', teamid: team });
  expect(origin('account', account, mona ?? '')).toBe(
    `PrincipalId has direct poa access to object (${account})`,
  );
  expect(origin('task', task, mona ?? '')).toBe(
    `PrincipalId has poa access to object's root entity (${task})`,
  );
  expect(origin('account', account, tess ?? '')).toBe(
    `PrincipalId is member of team (${team}) who has poa access to object (${account})`,
  );
  const first = (set: string, column: string) =>
    textAt(rowsOf(lab.get(admin, `/${set}?$select=${column}`))[0], column);
  expect(origin('solution', first('solutions', 'solutionid'), mona ?? '')).toContain(
    `PrincipalId is member of organization (${first('organizations', 'organizationid')}) who is object owner (`,
  );
  expect(origin('account', mona ?? '', dana ?? '')).toMatch(/Does Not Exist$/);
  const unknown = lab.get(
    admin,
    `/RetrieveAccessOrigin(ObjectId=${account},LogicalName='nope',PrincipalId=${dana})`,
  );
  expect(errorOf(unknown).code).toBe('0x80041102');
});

test('addresses come in the order of their country (PowerApps-Samples, FunctionsAndActions)', () => {
  const lab = openLab();
  const format = (...[line, city, state, code, country]: readonly string[]) =>
    textAt(
      lab.get(
        admin,
        encodeURI(
          `/FormatAddress(Line1=@p1,City=@p2,StateOrProvince=@p3,PostalCode=@p4,Country=@p5)?@p1='${line}'&@p2='${city}'&@p3='${state}'&@p4='${code}'&@p5='${country}'`,
        ),
      ).json,
      'Address',
    );
  expect(format('123 Maple St.', 'Seattle', 'WA', '98007', 'USA')).toBe(
    '123 Maple St.\r\nSeattle, WA 98007\r\nUSA',
  );
  expect(format('1-2-3 Sakura', 'Nagoya', 'Aichi', '455-2345', 'JAPAN')).toBe(
    '455-2345\r\nAichi\r\nNagoya\r\n1-2-3 Sakura\r\nJAPAN',
  );
});
