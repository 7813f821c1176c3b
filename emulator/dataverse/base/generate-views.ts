import { lookupTableKey, type Row } from '../schema/value.ts';
import type { Blueprint } from './blueprint.ts';
import { assigned } from './generate-assignments.ts';
import { firstDayColumns } from './generate-units.ts';
import { guid } from './guid.ts';

type View = {
  readonly name: string;
  readonly table: string;
  readonly columns: string;
  readonly filter: string;
  readonly order: string;
};

const active = '<condition attribute="statecode" operator="eq" value="0" />';

/** Views that every environment has; ids that are public are the service's own (Learn: "Retrieve and execute predefined queries"). */
const systemViews: readonly (View & { readonly id?: string; readonly isDefault?: boolean })[] = [
  {
    id: '00000000-0000-0000-00aa-000010001002',
    name: 'Active Accounts',
    table: 'account',
    columns: 'name telephone1 address1_city primarycontactid accountid',
    filter: active,
    order: 'name',
    isDefault: true,
  },
  {
    id: '00000000-0000-0000-00aa-000010003001',
    name: 'Open Opportunities',
    table: 'opportunity',
    columns: 'name estimatedvalue estimatedclosedate customerid opportunityid',
    filter: active,
    order: 'name',
    isDefault: true,
  },
  {
    name: 'My Active Accounts',
    table: 'account',
    columns: 'name telephone1 address1_city accountid',
    filter: `${active}<condition attribute="ownerid" operator="eq-userid" />`,
    order: 'name',
  },
  {
    name: 'Active Contacts',
    table: 'contact',
    columns: 'fullname parentcustomerid telephone1 emailaddress1 contactid',
    filter: active,
    order: 'fullname',
    isDefault: true,
  },
  {
    name: 'Open Leads',
    table: 'lead',
    columns: 'fullname subject statuscode createdon leadid',
    filter: active,
    order: 'createdon',
    isDefault: true,
  },
  {
    name: 'Active Cases',
    table: 'incident',
    columns: 'title ticketnumber prioritycode customerid incidentid',
    filter: active,
    order: 'title',
    isDefault: true,
  },
  {
    name: 'Enabled Users',
    table: 'systemuser',
    columns: 'fullname businessunitid title systemuserid',
    filter: '<condition attribute="isdisabled" operator="eq" value="0" />',
    order: 'fullname',
    isDefault: true,
  },
];

const fetchOf = ({ columns, filter, order, table }: View): string =>
  `<fetch version="1.0" mapping="logical"><entity name="${table}">` +
  columns
    .split(' ')
    .map((it) => `<attribute name="${it}" />`)
    .join('') +
  `<order attribute="${order}" descending="false" /><filter type="and">${filter}</filter></entity></fetch>`;

const layoutOf = ({ columns, table }: View): string =>
  `<grid name="resultset" object="${table}" jump="name" select="1" icon="1" preview="1"><row name="result" id="${table}id">` +
  columns
    .split(' ')
    .map((it) => `<cell name="${it}" width="150" />`)
    .join('') +
  '</row></grid>';

const viewRow = (plan: Blueprint, view: View, index: number): Row => ({
  ...firstDayColumns(plan),
  name: view.name,
  fetchxml: fetchOf(view),
  layoutxml: layoutOf(view),
  returnedtypecode: view.table,
  querytype: 0,
  versionnumber: 80_000 + index,
});

/** Rows of the table of system views. */
export const generateSavedQueries = (plan: Blueprint): readonly Row[] =>
  systemViews.map((view, index) => ({
    ...viewRow(plan, view, index),
    savedqueryid: view.id ?? guid('savedquery', plan.seed.organizationId, view.name),
    isdefault: view.isDefault ?? false,
    ismanaged: true,
  }));

/** Rows of the table of personal views: the first administrator has one. */
export function generateUserQueries(plan: Blueprint): readonly Row[] {
  const owner = assigned(plan).find(({ roles }) => roles.includes('System Administrator'));
  if (owner === undefined) return [];
  const view: View = {
    name: 'Large accounts',
    table: 'account',
    columns: 'name revenue accountid',
    filter: '<condition attribute="revenue" operator="ge" value="1000000" />',
    order: 'name',
  };
  const ownerColumns = {
    ownerid: owner.id,
    [lookupTableKey('ownerid')]: 'systemuser',
    owninguser: owner.id,
    owningbusinessunit: plan.unitId(),
  };
  return [
    {
      ...viewRow(plan, view, 100),
      ...ownerColumns,
      userqueryid: guid('userquery', plan.seed.organizationId, view.name),
    },
  ];
}
