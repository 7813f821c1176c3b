import type { InputOf, OutputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import type { Scenario } from './scenario.ts';

type Details = OutputOf<'query.table'>['table'];
type Column = Details['columns'][number];

const READ = { asOf: '2026-06-01T08:00:00.000Z', readAs: 'admin' } as const;

const column = (
  logicalName: string,
  type: string,
  displayName: string,
  more: Partial<Column> = {},
): Column => ({
  logicalName,
  type,
  displayName,
  secured: false,
  targets: [],
  options: [],
  ...more,
});

const STATES = [
  { value: 0, label: 'Active' },
  { value: 1, label: 'Inactive' },
];

const account: Details = {
  logicalName: 'account',
  entitySet: 'accounts',
  displayName: 'Account',
  primaryId: 'accountid',
  primaryName: 'name',
  columns: [
    column('accountid', 'Uniqueidentifier', 'Account'),
    column('accountnumber', 'String', 'Account Number'),
    column('createdon', 'DateTime', 'Created On'),
    column('name', 'String', 'Account Name'),
    column('nwt_bankaccount', 'String', 'Bank Account', { secured: true }),
    column('primarycontactid', 'Lookup', 'Primary Contact', { targets: ['contact'] }),
    column('revenue', 'Money', 'Annual Revenue'),
    column('statecode', 'State', 'Status', { options: STATES }),
  ],
  navigation: [
    { name: 'contact_customer_accounts', kind: 'many', target: 'contact', column: 'parentcustomerid' },
    { name: 'primarycontactid', kind: 'one', target: 'contact', column: 'primarycontactid' },
  ],
};

const contact: Details = {
  logicalName: 'contact',
  entitySet: 'contacts',
  displayName: 'Contact',
  primaryId: 'contactid',
  primaryName: 'fullname',
  columns: [
    column('contactid', 'Uniqueidentifier', 'Contact'),
    column('emailaddress1', 'String', 'Email'),
    column('fullname', 'String', 'Full Name'),
    column('parentcustomerid', 'Customer', 'Company Name', { targets: ['account', 'contact'] }),
    column('statecode', 'State', 'Status', { options: STATES }),
  ],
  navigation: [
    { name: 'account_primary_contact', kind: 'many', target: 'account', column: 'primarycontactid' },
    { name: 'parentcustomerid_account', kind: 'one', target: 'account', column: 'parentcustomerid' },
  ],
};

const nameOf = ({ columns: _columns, navigation: _navigation, ...table }: Details) => table;

/** Tables of every environment but the third, where neither the admin nor the app may read them. */
export const fakeQueryTables = (scenario: Scenario) => {
  const denied = (input: InputOf<'query.tables'>): Result<never> | null => {
    if (!scenario.signedIn) return failed('sign-in-needed');
    return input.environmentId === fakeId.environment(2)
      ? failed('service-unavailable', { host: 'org3.crm4.dynamics.com', status: 503 })
      : null;
  };
  return {
    'query.tables': async (input: InputOf<'query.tables'>): Promise<Result<OutputOf<'query.tables'>>> =>
      denied(input) ?? ok({ ...READ, tables: [account, contact].map(nameOf) }),
    'query.table': async (input: InputOf<'query.table'>): Promise<Result<OutputOf<'query.table'>>> => {
      const table = [account, contact].find(({ logicalName }) => logicalName === input.table);
      return (
        denied(input) ??
        (table === undefined
          ? failed('not-found', { what: 'table', id: input.table })
          : ok({ ...READ, table }))
      );
    },
  };
};
