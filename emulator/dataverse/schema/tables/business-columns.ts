import { choice, type Column, column, columns, flag, lookup } from '../column.ts';
import type { Navigation } from '../table.ts';

type Collections = readonly Exclude<Navigation, { kind: 'one' }>[];

/** A collection of the records that point to one, where no known relationship makes it. */
export const many = (name: string, target: string, on: string): Collections[number] => ({
  kind: 'many',
  name,
  target,
  column: on,
});

/** What a rate of a currency is between (Learn: table references, exchangerate). */
export const exchangeRate = { min: 0.000_000_000_001, max: 100_000_000_000, precision: 12 } as const;

/** State and status of most tables. */
export const activeInactive: readonly Column[] = [
  choice('statecode', { '0': 'Active', '1': 'Inactive' }, 0),
  choice('statuscode', { '1': 'Active', '2': 'Inactive' }, 1),
];

/** How somebody wants to be reached. */
export const contactMethods: readonly Column[] = [
  flag('donotbulkemail', false, ['Allow', 'Do Not Allow']),
  flag('donotbulkpostalmail'),
  flag('donotemail', false, ['Allow', 'Do Not Allow']),
  flag('donotfax', false, ['Allow', 'Do Not Allow']),
  flag('donotphone', false, ['Allow', 'Do Not Allow']),
  flag('donotpostalmail', false, ['Allow', 'Do Not Allow']),
  flag('donotsendmm', false, ['Send', 'Do Not Send']),
  flag('participatesinworkflow'),
  choice(
    'preferredcontactmethodcode',
    { '1': 'Any', '2': 'Email', '3': 'Phone', '4': 'Fax', '5': 'Mail' },
    1,
  ),
];

/** Columns of business processes and of the currency. */
export const processColumns: readonly Column[] = [
  ...columns('guid', 'processid stageid'),
  column('traversedpath', 'string'),
  column('exchangerate', 'decimal', { limits: exchangeRate }),
  lookup('transactioncurrencyid', 'transactioncurrency'),
];

/** `industrycode` (Learn: lead table reference). */
export const industries: Readonly<Record<string, string>> = {
  '1': 'Accounting',
  '2': 'Agriculture and Non-petrol Natural Resource Extraction',
  '3': 'Broadcasting Printing and Publishing',
  '4': 'Brokers',
  '5': 'Building Supply Retail',
  '6': 'Business Services',
  '7': 'Consulting',
  '8': 'Consumer Services',
  '9': 'Design, Direction and Creative Management',
  '10': 'Distributors, Dispatchers and Processors',
  '11': "Doctor's Offices and Clinics",
  '12': 'Durable Manufacturing',
  '13': 'Eating and Drinking Places',
  '14': 'Entertainment Retail',
  '15': 'Equipment Rental and Leasing',
  '16': 'Financial',
  '17': 'Food and Tobacco Processing',
  '18': 'Inbound Capital Intensive Processing',
  '19': 'Inbound Repair and Services',
  '20': 'Insurance',
  '21': 'Legal Services',
  '22': 'Non-Durable Merchandise Retail',
  '23': 'Outbound Consumer Service',
  '24': 'Petrochemical Extraction and Distribution',
  '25': 'Service Retail',
  '26': 'SIG Affiliations',
  '27': 'Social Services',
  '28': 'Special Outbound Trade Contractors',
  '29': 'Specialty Realty',
  '30': 'Transportation',
  '31': 'Utility Creation and Distribution',
  '32': 'Vehicle Retail',
  '33': 'Wholesale',
};
