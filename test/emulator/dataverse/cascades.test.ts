import { describe, expect, test } from 'vitest';
import { type Answer, errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

const admin = person('admin');

function openWorld() {
  const lab = openLab();
  const send = (method: string, url: string, body: unknown = null): Answer =>
    lab.send(admin, method, url, body);
  const create = (set: string, body: unknown): string => {
    const answer = send('POST', `/${set}`, body);
    expect([set, answer.status, errorOf(answer).message]).toEqual([set, 204, '']);
    return /\(([^)]+)\)$/.exec(answer.headers['odata-entityid'] ?? '')?.[1] ?? '';
  };
  const parent = create('accounts', { name: 'Parent' });
  const child = create('accounts', { name: 'Child', 'parentaccountid@odata.bind': `/accounts(${parent})` });
  const contact = create('contacts', {
    lastname: 'Below',
    'parentcustomerid_account@odata.bind': `/accounts(${parent})`,
  });
  const task = create('tasks', {
    subject: 'Below below',
    'regardingobjectid_contact_task@odata.bind': `/contacts(${contact})`,
  });
  const note = create('annotations', { subject: 'Note', 'objectid_task@odata.bind': `/tasks(${task})` });
  return { lab, send, create, parent, child, contact, task, note };
}

const ownerOf = (answer: Answer): string => textAt(answer.json, '_ownerid_value');

describe('what follows a record (Learn: account and contact table references, CascadeConfiguration)', () => {
  test('definitions of relationships say it', () => {
    const { lab } = openWorld();
    const of = (name: string) =>
      lab.get(
        admin,
        `/RelationshipDefinitions(SchemaName='${name}')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=CascadeConfiguration`,
      ).json['CascadeConfiguration'];
    expect(of('contact_customer_accounts')).toMatchObject({ Assign: 'Cascade', Delete: 'Cascade' });
    expect(of('account_parent_account')).toMatchObject({ Assign: 'Cascade', Delete: 'RemoveLink' });
    expect(of('account_primary_contact')).toMatchObject({ Assign: 'NoCascade', Merge: 'Cascade' });
    expect(of('Account_Tasks')).toMatchObject({ Share: 'Cascade', Delete: 'Cascade' });
  });

  test('a deleted account takes its contacts, their tasks and notes with it; its child accounts stay without a parent', () => {
    const { send, parent, child, contact, task, note } = openWorld();
    expect(send('DELETE', `/accounts(${parent})`).status).toBe(204);
    for (const url of [`/contacts(${contact})`, `/tasks(${task})`, `/annotations(${note})`])
      expect([url, send('GET', url).status]).toEqual([url, 404]);
    expect(send('GET', `/accounts(${child})`).json['_parentaccountid_value']).toBeNull();
    const logged = rowsOf(
      send('GET', `/audits?$select=action&$filter=_objectid_value%20eq%20${contact}%20and%20action%20eq%203`),
    );
    expect(logged).toHaveLength(1);
  });

  test('a new owner of an account becomes that of child accounts, contacts, tasks and notes', () => {
    const { lab, send, parent, child, contact, task, note } = openWorld();
    const dana = lab.userId('dana@lab.demo.test');
    const answer = send('PATCH', `/accounts(${parent})`, { 'ownerid@odata.bind': `/systemusers(${dana})` });
    expect(errorOf(answer).message).toBe('');
    for (const url of [
      `/accounts(${child})`,
      `/contacts(${contact})`,
      `/tasks(${task})`,
      `/annotations(${note})`,
    ])
      expect([url, ownerOf(send('GET', url))]).toEqual([url, dana]);
  });

  test('all or nothing: who may not delete a contact below an account deletes neither', () => {
    const { lab, send, create, parent, contact } = openWorld();
    const unit = lab.unitId('Contoso');
    const role = create('roles', {
      name: 'Account deleter',
      'businessunitid@odata.bind': `/businessunits(${unit})`,
    });
    const privileges = rowsOf(
      send(
        'GET',
        "/privileges?$select=privilegeid&$filter=name%20eq%20'prvReadAccount'%20or%20name%20eq%20'prvDeleteAccount'",
      ),
    );
    send('POST', `/roles(${role})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, {
      Privileges: privileges.map((it) => ({ PrivilegeId: it['privilegeid'], Depth: 'Global' })),
    });
    send('POST', `/systemusers(${lab.userId('ivy@lab.demo.test')})/systemuserroles_association/$ref`, {
      '@odata.id': `roles(${role})`,
    });
    const answer = lab.send(person('idle'), 'DELETE', `/accounts(${parent})`);
    expect([answer.status, errorOf(answer).code]).toEqual([403, '0x80040220']);
    expect(errorOf(answer).message).toContain('prvDeleteContact');
    expect([send('GET', `/accounts(${parent})`).status, send('GET', `/contacts(${contact})`).status]).toEqual(
      [200, 200],
    );
  });

  test('what is shared of an account is shared of its contacts and child accounts, a circle of accounts included', () => {
    const { lab, send, parent, child, contact } = openWorld();
    send('PATCH', `/accounts(${parent})`, { 'parentaccountid@odata.bind': `/accounts(${child})` });
    const mona = lab.userId('mona@lab.demo.test');
    const sees = (url: string) => lab.get(person('mona'), url).status;
    expect([sees(`/accounts(${child})`), sees(`/contacts(${contact})`)]).toEqual([403, 403]);
    send('POST', '/GrantAccess', {
      Target: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: parent },
      PrincipalAccess: {
        AccessMask: 'ReadAccess',
        Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: mona },
      },
    });
    expect([sees(`/accounts(${child})`), sees(`/contacts(${contact})`)]).toEqual([200, 200]);
  });
});

describe('Merge (Learn: "Merge table rows using the Web API")', () => {
  const body = (target: string, subordinate: string, more: object = {}) => ({
    Target: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: target },
    Subordinate: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: subordinate },
    PerformParentingChecks: false,
    ...more,
  });

  test('what points to the subordinate goes to the target, which takes over what is said; the subordinate is inactive', () => {
    const { lab, send, create, parent, child, contact } = openWorld();
    const target = create('accounts', { name: 'Target' });
    const answer = send(
      'POST',
      '/Merge',
      body(target, parent, {
        UpdateContent: {
          '@odata.type': 'Microsoft.Dynamics.CRM.account',
          accountid: '00000000-0000-0000-0000-000000000000',
          telephone1: '555-1234',
        },
      }),
    );
    expect([answer.status, errorOf(answer).message]).toEqual([204, '']);
    expect(send('GET', `/accounts(${target})`).json).toMatchObject({
      name: 'Target',
      telephone1: '555-1234',
    });
    expect(send('GET', `/accounts(${child})`).json['_parentaccountid_value']).toBe(target);
    expect(send('GET', `/contacts(${contact})`).json['_parentcustomerid_value']).toBe(target);
    expect(send('GET', `/accounts(${parent})`).json).toMatchObject({
      merged: true,
      statecode: 1,
      statuscode: 2,
      _masterid_value: target,
    });
    const logged = rowsOf(lab.get(admin, `/audits?$select=action&$filter=_objectid_value%20eq%20${parent}`));
    expect(logged.map((it) => it['action'])).toContain(12);
  });

  test('what is refused', () => {
    const { lab, send, create, parent, child, contact } = openWorld();
    const other = create('accounts', { name: 'Other' });
    const refusal = (answer: Answer) => [answer.status, errorOf(answer).code];
    expect(refusal(send('POST', '/Merge', body(other, other)))).toEqual([400, '0x80045305']);
    expect(refusal(send('POST', '/Merge', body(child, parent)))).toEqual([400, '0x80045300']);
    expect(refusal(send('POST', '/Merge', body(other, child, { PerformParentingChecks: true })))).toEqual([
      400,
      '0x80045317',
    ]);
    const mixed = {
      ...body(other, parent),
      Subordinate: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: contact },
    };
    expect(refusal(send('POST', '/Merge', mixed))).toEqual([400, '0x80060888']);
    expect(refusal(lab.send(person('mona'), 'POST', '/Merge', body(other, parent)))[0]).toBe(403);
    send('PATCH', `/accounts(${other})`, { statecode: 1 });
    expect(refusal(send('POST', '/Merge', body(parent, other)))).toEqual([400, '0x80045304']);
  });
});
