import { choice, choices, column, columns, flag, lookup, readOnly, text, tableName } from '../column.ts';
import { defineTable, type Table } from '../table.ts';
import { activitypointer, task } from './activities.ts';
import { addressColumns } from './address.ts';
import {
  activeInactive,
  contactMethods,
  exchangeRate,
  industries,
  processColumns,
} from './business-columns.ts';
import { organization } from './organization.ts';
import { incident, lead, opportunity } from './sales.ts';

/** Limits of columns (Learn: account and contact table references). */
const hundredBillion = { min: 0, max: 100_000_000_000 } as const;
const billion = { min: 0, max: 1_000_000_000 } as const;

const account = defineTable({
  logicalName: 'account',
  schemaName: 'Account',
  displayName: 'Account',
  objectTypeCode: 1,
  ownership: 'UserOwned',
  alternateKeys: [['accountnumber']],
  columns: [
    text('name', 160),
    text('accountnumber', 20),
    column('description', 'memo'),
    ...columns('string', 'emailaddress1 emailaddress2 emailaddress3 telephone1 telephone2 telephone3 fax'),
    ...columns('string', 'websiteurl ftpsiteurl sic stockexchange tickersymbol yominame primarysatoriid'),
    ...columns('string', 'primarytwitterid entityimage_url'),
    ...columns('money', 'revenue_base creditlimit_base marketcap_base'),
    column('revenue', 'money', { limits: { min: 0, max: 100_000_000_000_000 } }),
    column('marketcap', 'money', { limits: hundredBillion }),
    column('creditlimit', 'money', { displayName: 'Credit Limit', limits: hundredBillion }),
    ...columns(
      'money',
      'openrevenue openrevenue_base aging30 aging30_base aging60 aging60_base aging90 aging90_base',
    ),
    ...columns('integer', 'opendeals onholdtime'),
    ...columns('integer', 'numberofemployees sharesoutstanding', { limits: billion }),
    ...columns('datetime', 'lastusedincampaign lastonholdtime'),
    choice('industrycode', industries),
    choice('customertypecode', {
      '1': 'Competitor',
      '2': 'Consultant',
      '3': 'Customer',
      '4': 'Investor',
      '5': 'Partner',
      '6': 'Influencer',
      '7': 'Press',
      '8': 'Prospect',
      '9': 'Reseller',
      '10': 'Supplier',
      '11': 'Vendor',
      '12': 'Other',
    }),
    choice('accountcategorycode', { '1': 'Preferred Customer', '2': 'Standard' }),
    choice('ownershipcode', { '1': 'Public', '2': 'Private', '3': 'Subsidiary', '4': 'Other' }),
    choice('paymenttermscode', { '1': 'Net 30', '2': '2% 10, Net 30', '3': 'Net 45', '4': 'Net 60' }),
    ...columns(
      'choice',
      'accountclassificationcode accountratingcode businesstypecode customersizecode shippingmethodcode territorycode',
      {
        fallback: 1,
        labels: { '1': 'Default Value' },
      },
    ),
    ...columns('guid', 'entityimageid'),
    choices('ctso_salesregions', {
      '948930001': 'North',
      '948930002': 'South',
      '948930003': 'East',
      '948930004': 'West',
    }),
    flag('creditonhold'),
    flag('merged'),
    flag('marketingonly'),
    lookup('primarycontactid', 'contact'),
    lookup('parentaccountid', 'account'),
    lookup('masterid', 'account'),
    lookup('preferredsystemuserid', 'systemuser'),
    lookup('territoryid', 'territory'),
    lookup('originatingleadid', 'lead'),
    ...activeInactive,
    ...contactMethods,
    ...processColumns,
    ...addressColumns('address1', 'primarycontactname', true),
    ...addressColumns('address2', 'primarycontactname'),
  ],
});

const contact = defineTable({
  logicalName: 'contact',
  schemaName: 'Contact',
  displayName: 'Contact',
  objectTypeCode: 2,
  ownership: 'UserOwned',
  primaryName: 'fullname',
  columns: [
    readOnly(text('fullname', 160)),
    text('firstname', 50),
    text('lastname', 50),
    ...columns('string', 'middlename nickname salutation suffix jobtitle department company employeeid'),
    column('governmentid', 'string', { displayName: 'Government' }),
    ...columns('string', 'yomifullname yomifirstname yomilastname yomimiddlename managername managerphone'),
    ...columns('string', 'assistantname assistantphone spousesname childrensnames externaluseridentifier'),
    ...columns(
      'string',
      'emailaddress1 emailaddress2 emailaddress3 telephone1 telephone2 telephone3 mobilephone',
    ),
    ...columns('string', 'business2 home2 callback pager fax websiteurl ftpsiteurl entityimage_url'),
    column('description', 'memo'),
    column('annualincome', 'money', {
      displayName: 'Annual Income',
      limits: { min: 0, max: 100_000_000_000_000 },
    }),
    column('birthdate', 'date', { displayName: 'Birthday' }),
    column('anniversary', 'date'),
    ...columns('money', 'annualincome_base creditlimit creditlimit_base'),
    ...columns('money', 'aging30 aging30_base aging60 aging60_base aging90 aging90_base'),
    column('numberofchildren', 'integer', { limits: billion }),
    column('onholdtime', 'integer'),
    ...columns('datetime', 'lastusedincampaign lastonholdtime'),
    ...columns('guid', 'entityimageid subscriptionid'),
    choice('gendercode', { '1': 'Male', '2': 'Female' }),
    choice('familystatuscode', { '1': 'Single', '2': 'Married', '3': 'Divorced', '4': 'Widowed' }),
    choice('accountrolecode', { '1': 'Decision Maker', '2': 'Employee', '3': 'Influencer' }),
    ...columns('choice', 'customertypecode customersizecode educationcode haschildrencode leadsourcecode', {
      fallback: 1,
      labels: { '1': 'Default Value' },
    }),
    flag('creditonhold'),
    flag('merged'),
    flag('isbackofficecustomer'),
    flag('marketingonly'),
    lookup('parentcustomerid', 'account', 'contact'),
    lookup('masterid', 'contact'),
    lookup('preferredsystemuserid', 'systemuser'),
    lookup('originatingleadid', 'lead'),
    readOnly(lookup('accountid', 'account')),
    readOnly(lookup('parentcontactid', 'contact')),
    ...activeInactive,
    ...contactMethods,
    ...processColumns,
    ...addressColumns('address1', 'primarycontactname', true),
    ...addressColumns('address2', 'primarycontactname'),
    ...addressColumns('address3', 'primarycontactname'),
  ],
});

const annotation = defineTable({
  logicalName: 'annotation',
  schemaName: 'Annotation',
  displayName: 'Note',
  objectTypeCode: 5,
  ownership: 'UserOwned',
  primaryName: 'subject',
  privilegeSuffix: 'Note',
  columns: [
    text('subject', 500),
    column('notetext', 'memo'),
    ...columns('string', 'filename mimetype langid stepid'),
    column('documentbody', 'memo'),
    column('filesize', 'integer'),
    flag('isdocument'),
    readOnly(tableName('objecttypecode')),
    lookup('objectid', 'account', 'contact', 'lead', 'opportunity', 'incident', 'task'),
  ],
});

const transactioncurrency = defineTable({
  logicalName: 'transactioncurrency',
  schemaName: 'TransactionCurrency',
  displayName: 'Currency',
  objectTypeCode: 9105,
  ownership: 'OrganizationOwned',
  primaryName: 'currencyname',
  columns: [
    text('currencyname', 100),
    text('isocurrencycode', 5),
    text('currencysymbol', 13),
    column('currencyprecision', 'integer', { fallback: 2 }),
    column('exchangerate', 'decimal', { limits: exchangeRate }),
    ...activeInactive,
  ],
});

/** Tables of business data, with the currency and the organization row that they refer to. */
export const businessTables: readonly Table[] = [
  account,
  contact,
  lead,
  opportunity,
  incident,
  task,
  activitypointer,
  annotation,
  transactioncurrency,
  organization,
];
