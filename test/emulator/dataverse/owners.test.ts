import { describe, expect, test } from 'vitest';
import { openLab, person, rowsOf, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const definition = (table: string): string => `/EntityDefinitions(LogicalName='${table}')`;

describe('who owns a record', () => {
  test('is a record of the table owner to definitions, a user or a team to the column', () => {
    const relationships = rowsOf(
      lab.get(
        admin,
        `${definition('account')}/ManyToOneRelationships?$filter=ReferencingAttribute eq 'ownerid'`,
      ),
    );
    expect(relationships).toMatchObject([
      {
        SchemaName: 'owner_accounts',
        ReferencedEntity: 'owner',
        ReferencedAttribute: 'ownerid',
        ReferencedEntityNavigationPropertyName: 'owner_accounts',
        ReferencingEntityNavigationPropertyName: 'ownerid',
        SecurityTypes: 'None',
        RelationshipBehavior: 0,
        CascadeConfiguration: { Delete: 'NoCascade' },
      },
    ]);
    const column = lab.get(
      admin,
      `${definition('account')}/Attributes(LogicalName='ownerid')/Microsoft.Dynamics.CRM.LookupAttributeMetadata?$select=Targets,AttributeType`,
    );
    expect(column.json).toMatchObject({ AttributeType: 'Owner', Targets: ['systemuser', 'team'] });
    expect(lab.get(admin, definition('owner')).json).toMatchObject({
      ObjectTypeCode: 7,
      PrimaryIdAttribute: 'ownerid',
      PrimaryNameAttribute: 'name',
      EntitySetName: 'owners',
    });
    expect(lab.get(admin, '/owners').status).toBe(404);
  });

  test('is joined in FetchXML, and has its records as a collection', () => {
    const [row] = rowsOf(
      lab.get(
        admin,
        `/accounts?fetchXml=${encodeURIComponent(
          `<fetch top="1"><entity name="account"><attribute name="ownerid"/><attribute name="owneridname"/>
            <link-entity name="owner" from="ownerid" to="ownerid" alias="o"><attribute name="name"/></link-entity>
          </entity></fetch>`,
        )}`,
      ),
    );
    expect(row?.['o.name']).toBe(row?.['owneridname']);
    const owned = lab.get(
      admin,
      `/systemusers?$select=fullname&$filter=owner_accounts/any()&$expand=owner_accounts($select=name;$top=1)`,
    );
    const [user] = rowsOf(owned);
    expect(textAt(user, 'fullname')).not.toBe('');
    expect(user?.['owner_accounts']).toHaveLength(1);
  });

  test('activities name their lookups in their own way, too', () => {
    const names = rowsOf(
      lab.get(
        admin,
        `${definition('task')}/ManyToOneRelationships?$select=SchemaName,ReferencingEntityNavigationPropertyName`,
      ),
    ).map((it) => `${textAt(it, 'SchemaName')} ${textAt(it, 'ReferencingEntityNavigationPropertyName')}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'lk_task_createdby createdby_task',
        'task_owner_ownerid ownerid_task',
        'Account_Tasks regardingobjectid_account_task',
      ]),
    );
    expect(names.join()).not.toContain('lk_activitypointer');
    const [task] = rowsOf(
      lab.get(
        admin,
        '/tasks?$top=1&$select=subject&$expand=createdby_task($select=fullname),createdby($select=fullname)',
      ),
    );
    expect(task?.['createdby_task']).toEqual(task?.['createdby']);
  });
});
