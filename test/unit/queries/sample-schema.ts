import type {
  QueryColumn,
  QueryNavigation,
  QuerySchema,
  QueryTableDetails,
} from '../../../preload/contract/words/queries/tables.ts';

const column = (logicalName: string, type: string, more: Partial<QueryColumn> = {}): QueryColumn => ({
  logicalName,
  type,
  displayName: logicalName,
  secured: false,
  targets: [],
  options: [],
  ...more,
});

const table = (
  logicalName: string,
  entitySet: string,
  columns: readonly QueryColumn[],
  navigation: readonly QueryNavigation[],
  primaryName = 'name',
): QueryTableDetails => ({
  logicalName,
  entitySet,
  displayName: logicalName,
  primaryId: `${logicalName}id`,
  primaryName,
  columns: [column(`${logicalName}id`, 'Uniqueidentifier'), ...columns],
  navigation,
});

const states = [
  { value: 0, label: 'Active' },
  { value: 1, label: 'Inactive' },
];

const account = table(
  'account',
  'accounts',
  [
    column('name', 'String'),
    column('revenue', 'Money'),
    column('numberofemployees', 'Integer'),
    column('donotemail', 'Boolean'),
    column('createdon', 'DateTime'),
    column('modifiedon', 'DateTime'),
    column('statecode', 'State', { options: states }),
    column('address1_city', 'String'),
    column('nwt_bankaccount', 'String', { secured: true }),
    column('primarycontactid', 'Lookup', { targets: ['contact'] }),
    column('parentaccountid', 'Lookup', { targets: ['account'] }),
    column('ownerid', 'Owner', { targets: ['systemuser', 'team'] }),
  ],
  [
    { name: 'primarycontactid', kind: 'one', target: 'contact', column: 'primarycontactid' },
    // Definitions name two tables behind it, which OData does not reach.
    { name: 'ownerid', kind: 'one', target: 'systemuser', column: 'ownerid' },
    { name: 'ownerid', kind: 'one', target: 'team', column: 'ownerid' },
    { name: 'parentaccountid', kind: 'one', target: 'account', column: 'parentaccountid' },
    { name: 'contact_customer_accounts', kind: 'many', target: 'contact', column: 'parentcustomerid' },
  ],
);

const contact = table(
  'contact',
  'contacts',
  [
    column('fullname', 'String'),
    column('emailaddress1', 'String'),
    column('statecode', 'State', { options: states }),
    column('birthdate', 'DateTime'),
    column('parentcustomerid', 'Customer', { targets: ['account', 'contact'] }),
  ],
  [
    { name: 'parentcustomerid_account', kind: 'one', target: 'account', column: 'parentcustomerid' },
    { name: 'account_primary_contact', kind: 'many', target: 'account', column: 'primarycontactid' },
  ],
  'fullname',
);

const user = table(
  'systemuser',
  'systemusers',
  [column('fullname', 'String'), column('isdisabled', 'Boolean')],
  [{ name: 'systemuserroles_association', kind: 'intersect', target: 'role', column: 'systemuserroles' }],
  'fullname',
);

const role = table(
  'role',
  'roles',
  [column('name', 'String')],
  [
    {
      name: 'systemuserroles_association',
      kind: 'intersect',
      target: 'systemuser',
      column: 'systemuserroles',
    },
  ],
);

/** Accounts and contacts with what joins them, users and their roles, as the demo cloud and every environment have them. */
export const SAMPLE_SCHEMA: QuerySchema = {
  tables: [account, contact, user, role],
  details: new Map([
    ['account', account],
    ['contact', contact],
    ['systemuser', user],
    ['role', role],
  ]),
};
