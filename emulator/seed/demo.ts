import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import { appPlans, survey } from './app-plan.ts';
import { recordOf } from './environment-plan.ts';
import type { EnvironmentPlan, UnitTree } from './environment-plan.ts';
import { groupIdOf } from './groups.ts';
import { accounts } from './tenants.ts';

const { hub, dataExport, portalSync, legacyLoader, retiredConnector, invoiceBot, warehouse } = appPlans;

const contosoUnits: UnitTree = {
  Contoso: {
    'Contoso Europe': { 'Contoso Benelux': {}, 'Contoso DACH': {} },
    'Contoso Nordics': {},
    'Contoso Services': {},
  },
};
const fabrikamUnits: UnitTree = {
  Fabrikam: {
    'Fabrikam East': { 'Fabrikam New England': {} },
    'Fabrikam West': {},
    'Fabrikam Finance': {},
  },
};
const adventureUnits: UnitTree = {
  'Adventure Works': {
    'Adventure Works Retail': { 'Adventure Works Online': {} },
    'Adventure Works Logistics': {},
  },
};

const records = (accounts: number, contacts: number): EnvironmentPlan['records'] => ({
  accounts,
  contacts,
  opportunities: Math.round(accounts * 0.6),
  cases: Math.round(accounts * 0.8),
  leads: Math.round(accounts * 0.5),
  tasks: Math.round(accounts * 0.7),
  notes: Math.round(accounts * 0.3),
});

const plans: readonly EnvironmentPlan[] = [
  {
    tenant: 'contoso',
    name: 'Contoso Development',
    urlName: 'contoso-dev',
    sku: 'Developer',
    units: contosoUnits,
    appUsers: [
      { app: portalSync, roles: ['System Administrator'] },
      { app: retiredConnector, roles: ['Integration – Own Records'], businessUnit: 'Contoso Services' },
    ],
    generatedUsers: 24,
    records: records(240, 410),
    createdOn: '2021-03-08T09:12:44Z',
    version: '9.2.25104.00189',
    userRoles: ['Basic User'],
  },
  {
    tenant: 'contoso',
    name: 'Contoso Test',
    urlName: 'contoso-test',
    sku: 'Sandbox',
    units: contosoUnits,
    appUsers: [
      { app: dataExport, roles: ['Integration – Export Jobs'] },
      { app: survey, roles: ['Integration – Contacts Reader'], azureState: 'missing' },
    ],
    generatedUsers: 36,
    records: records(320, 560),
    createdOn: '2021-03-08T09:40:02Z',
    version: '9.2.25104.00189',
    settings: { enableOwnershipAcrossBusinessUnits: true },
    userRoles: ['Basic User'],
    administrators: [accounts.contosoEnvironmentAdmin],
  },
  {
    tenant: 'contoso',
    name: 'Contoso Production',
    urlName: 'contoso',
    sku: 'Production',
    isDefault: true,
    units: contosoUnits,
    appUsers: [
      { app: hub, roles: ['Integration – Contacts Reader'] },
      { app: dataExport, roles: ['Integration – Export Jobs'] },
      { app: legacyLoader, roles: ['Integration – Sales Sync'], state: 'disabled' },
      { app: portalSync, roles: ['Integration – Contacts Writer'], businessUnit: 'Contoso Europe' },
    ],
    generatedUsers: 140,
    records: records(1800, 5600),
    createdOn: '2020-11-16T13:05:31Z',
    version: '9.2.25103.00211',
    userRoles: ['Basic User', 'Salesperson'],
    // Same name as elsewhere, less inside: somebody tightened production by hand.
    narrowedRoles: [
      {
        name: 'Integration – Sales Sync',
        without: ['prvReadOpportunity', 'prvCreateOpportunity', 'prvWriteOpportunity'],
      },
    ],
    teams: [
      {
        name: 'Data Stewards',
        kind: 'owner',
        roles: ['Integration – Local Data Reader'],
        members: [portalSync.appId],
      },
      {
        name: 'SG-Integration-Readers',
        kind: 'securityGroup',
        groupId: groupIdOf('contoso', 'SG-Integration-Readers'),
        roles: ['Integration – Accounts Reader'],
        members: [],
      },
    ],
    // One app reads what is secured by itself, one through its team, one reads the same table and gets nothing.
    columnSecurity: {
      secured: [
        { table: 'account', column: 'creditlimit' },
        { table: 'contact', column: 'governmentid' },
        { table: 'contact', column: 'annualincome' },
      ],
      profiles: [
        {
          name: 'Credit Control',
          description: 'Reads and sets credit limits.',
          permissions: [
            { table: 'account', column: 'creditlimit', create: true, read: true, update: true },
            { table: 'contact', column: 'annualincome', read: true },
          ],
          users: [dataExport.appId],
          teams: [],
        },
        {
          name: 'Personal Data – Read',
          description: 'Reads what identifies a person.',
          permissions: [
            { table: 'contact', column: 'governmentid', read: true },
            { table: 'contact', column: 'annualincome', read: true },
          ],
          users: [],
          teams: ['Data Stewards'],
        },
        {
          name: 'Personal Data – Maintain',
          description: 'Sets what identifies a person.',
          permissions: [{ table: 'contact', column: 'governmentid', create: true, read: true, update: true }],
          users: [],
          teams: [],
        },
        {
          name: 'Income – Maintain',
          description: 'Sets incomes, which others read.',
          permissions: [{ table: 'contact', column: 'annualincome', create: true, update: true }],
          users: [portalSync.appId],
          teams: [],
        },
      ],
    },
  },
  {
    tenant: 'fabrikam',
    name: 'Fabrikam Sandbox',
    urlName: 'fabrikam-sandbox',
    sku: 'Sandbox',
    units: fabrikamUnits,
    appUsers: [
      { app: legacyLoader, roles: [], state: 'deleted' },
      { app: invoiceBot, roles: [] },
    ],
    generatedUsers: 18,
    records: records(260, 440),
    createdOn: '2022-06-21T17:22:10Z',
    version: '9.2.25104.00189',
  },
  {
    tenant: 'fabrikam',
    name: 'Fabrikam UAT',
    urlName: 'fabrikam-uat',
    sku: 'Sandbox',
    units: fabrikamUnits,
    appUsers: [
      { app: hub, roles: ['Integration – Sales Sync'] },
      { app: invoiceBot, roles: ['Integration – Invoice Lines'] },
    ],
    generatedUsers: 30,
    records: records(300, 520),
    createdOn: '2022-06-21T17:51:48Z',
    version: '9.2.25104.00189',
    // Low enough to be met by hand, short enough to be waited for.
    requestLimit: { requests: 8, windowSeconds: 12 },
    parallelism: 2,
    userRoles: ['Basic User'],
  },
  {
    tenant: 'fabrikam',
    name: 'Fabrikam Production',
    urlName: 'fabrikam',
    sku: 'Production',
    isDefault: true,
    units: fabrikamUnits,
    appUsers: [
      { app: hub, roles: ['Integration – Sales Sync'] },
      { app: portalSync, roles: ['System Administrator'] },
      { app: dataExport, roles: ['Integration – Export Jobs'] },
      { app: retiredConnector, roles: ['Integration – Accounts Reader'] },
      { app: invoiceBot, roles: ['Integration – Invoice Lines'], businessUnit: 'Fabrikam Finance' },
    ],
    generatedUsers: 110,
    records: records(900, 1700),
    createdOn: '2021-09-30T15:18:27Z',
    version: '9.2.25103.00211',
    userRoles: ['Basic User', 'Salesperson'],
  },
  {
    tenant: 'adventureWorks',
    name: 'Adventure Works Sandbox',
    urlName: 'adventureworks-sandbox',
    sku: 'Sandbox',
    units: adventureUnits,
    appUsers: [
      { app: hub, roles: ['Integration – Accounts Reader', 'Integration – Contacts Reader'] },
      {
        app: warehouse,
        roles: ['Integration – Warehouse Movements'],
        businessUnit: 'Adventure Works Logistics',
      },
      { app: portalSync, roles: ['Integration – Contacts Reader'] },
    ],
    columnSecurity: {
      secured: [{ table: 'account', column: 'creditlimit' }],
      profiles: [
        {
          name: 'Credit Limits',
          description: 'Reads credit limits.',
          permissions: [{ table: 'account', column: 'creditlimit', read: true }],
          users: [hub.appId],
          teams: [],
        },
      ],
    },
    generatedUsers: 22,
    records: records(210, 380),
    createdOn: '2023-02-13T11:03:55Z',
    version: '9.2.25104.00189',
    userRoles: ['Basic User'],
  },
  {
    tenant: 'adventureWorks',
    name: 'Adventure Works Production',
    urlName: 'adventureworks',
    sku: 'Production',
    isDefault: true,
    availability: 'unavailable',
    units: adventureUnits,
    appUsers: [
      { app: hub, roles: ['Integration – Sales Sync'] },
      { app: warehouse, roles: ['Integration – Warehouse Movements'] },
    ],
    generatedUsers: 80,
    records: records(700, 1300),
    createdOn: '2022-01-19T08:47:19Z',
    version: '9.2.25103.00211',
    userRoles: ['Basic User'],
  },
];

/** The eight environments of the story, each with the states that an administrator has to recognise. */
export function demoEnvironments(): readonly EnvironmentRecord[] {
  return plans.map(recordOf);
}
