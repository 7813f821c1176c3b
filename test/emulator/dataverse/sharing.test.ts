import { describe, expect, test } from 'vitest';
import type { Body } from './rig.ts';
import { errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');

/** Sam of EMEA, and an account of the Americas that Sam does not see. */
const openHidden = () => {
  const lab = openLab();
  const seen = new Set(
    rowsOf(lab.get(person('sam'), '/accounts?$select=accountid')).map((it) => textAt(it, 'accountid')),
  );
  const all = rowsOf(lab.get(admin, '/accounts?$select=accountid')).map((it) => textAt(it, 'accountid'));
  const accountid = all.find((it) => !seen.has(it)) ?? '';
  const sam = lab.userId('sam@lab.demo.test');
  const target = { accountid, '@odata.type': 'Microsoft.Dynamics.CRM.account' };
  const principal = { systemuserid: sam, '@odata.type': 'Microsoft.Dynamics.CRM.systemuser' };
  const reads = () => lab.get(person('sam'), `/accounts(${accountid})`).status;
  const rights = () => {
    const link = encodeURIComponent(JSON.stringify({ '@odata.id': `accounts(${accountid})` }));
    const bound = `/systemusers(${sam})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${link}`;
    return textAt(lab.get(admin, bound).json, 'AccessRights');
  };
  const shared = (): Body => {
    const link = encodeURIComponent(JSON.stringify({ '@odata.id': `accounts(${accountid})` }));
    return lab.get(admin, `/RetrieveSharedPrincipalsAndAccess(Target=@t)?@t=${link}`).json;
  };
  return { lab, accountid, sam, target, principal, reads, rights, shared };
};

describe('sharing', () => {
  test('what is shared is read, told and taken back', () => {
    const { accountid, lab, principal, reads, rights, sam, shared, target } = openHidden();
    expect([reads(), rights()]).toEqual([403, 'None']);
    const access = { AccessMask: 'ReadAccess, WriteAccess', Principal: principal };
    expect(lab.send(admin, 'POST', '/GrantAccess', { Target: target, PrincipalAccess: access }).status).toBe(
      204,
    );
    expect([reads(), rights()]).toEqual([200, 'ReadAccess, WriteAccess']);
    const list = rowsOf(lab.get(person('sam'), '/accounts?$select=accountid'));
    expect(list.map((it) => textAt(it, 'accountid'))).toContain(accountid);
    expect(shared()).toMatchObject({
      PrincipalAccesses: [
        {
          AccessMask: 'ReadAccess, WriteAccess',
          Principal: { '@odata.type': '#Microsoft.Dynamics.CRM.systemuser', systemuserid: sam },
        },
      ],
    });

    const less = { AccessMask: 'WriteAccess', Principal: principal };
    lab.send(admin, 'POST', '/ModifyAccess', { Target: target, PrincipalAccess: less });
    expect([reads(), rights()]).toEqual([403, 'WriteAccess']);
    lab.send(admin, 'POST', '/RevokeAccess', { Target: target, Revokee: principal });
    expect([reads(), rights(), shared()['PrincipalAccesses']]).toEqual([403, 'None', []]);
  });

  test('a record is named by reference too', () => {
    const { accountid, lab, principal, reads } = openHidden();
    const Target = { '@odata.id': `accounts(${accountid})` };
    const PrincipalAccess = { AccessMask: 'ReadAccess', Principal: principal };
    expect(lab.send(admin, 'POST', '/GrantAccess', { Target, PrincipalAccess }).status).toBe(204);
    expect(reads()).toBe(200);
    const nowhere = { '@odata.id': 'nosuch(1)' };
    expect(lab.send(admin, 'POST', '/GrantAccess', { Target: nowhere, PrincipalAccess }).status).toBe(404);
  });

  test('with a team it reaches its members, and rights without the privilege reach nobody', () => {
    const { lab, rights, target } = openHidden();
    const mine = rowsOf(
      lab.get(
        admin,
        `/systemusers(${lab.userId('sam@lab.demo.test')})/teammembership_association?$select=teamid`,
      ),
    );
    const team = { teamid: textAt(mine[0], 'teamid'), '@odata.type': 'Microsoft.Dynamics.CRM.team' };
    const access = { AccessMask: 'ReadAccess', Principal: team };
    lab.send(admin, 'POST', '/GrantAccess', { Target: target, PrincipalAccess: access });
    expect(rights()).toBe('ReadAccess');

    const idle = {
      systemuserid: lab.userId('ivy@lab.demo.test'),
      '@odata.type': 'Microsoft.Dynamics.CRM.systemuser',
    };
    lab.send(admin, 'POST', '/GrantAccess', {
      Target: target,
      PrincipalAccess: { AccessMask: 'ReadAccess', Principal: idle },
    });
    expect(lab.get(person('idle'), `/accounts(${target.accountid})`).status).toBe(403);
  });

  test('nobody shares what is out of reach, or lets others do what one may not do', () => {
    const { lab, principal, target } = openHidden();
    const access = { AccessMask: 'ReadAccess', Principal: principal };
    const asSam = lab.send(person('sam'), 'POST', '/GrantAccess', {
      Target: target,
      PrincipalAccess: access,
    });
    expect(errorOf(asSam).code).toBe('0x80048306');
  });

  test.each([
    [{}],
    [{ Target: 'account' }],
    [{ Target: { '@odata.type': 'Microsoft.Dynamics.CRM.nothing' } }],
    [{ Target: [], PrincipalAccess: null }],
  ])('%j is refused as a request', (body) => {
    const { lab, principal } = openHidden();
    const access = { AccessMask: 'ReadAccess', Principal: principal };
    expect(lab.send(admin, 'POST', '/GrantAccess', { PrincipalAccess: access, ...body }).status).toBe(400);
  });

  test('a right that does not exist and a principal that is none are refused', () => {
    const { lab, principal, target } = openHidden();
    for (const access of [
      { AccessMask: 'FlyAccess', Principal: principal },
      { AccessMask: 'ReadAccess', Principal: target },
    ])
      expect(
        lab.send(admin, 'POST', '/GrantAccess', { Target: target, PrincipalAccess: access }).status,
      ).toBe(400);
  });
});
