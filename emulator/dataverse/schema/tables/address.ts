import { type Column, column, columns } from '../column.ts';

/** Ways to ship (Learn: account table reference, address1_shippingmethodcode). */
export const shippingMethods = {
  '1': 'Airborne',
  '2': 'DHL',
  '3': 'FedEx',
  '4': 'UPS',
  '5': 'Postal Mail',
  '6': 'Full Load',
  '7': 'Will Call',
} as const;

/** What the first address of accounts and contacts chooses from (Learn: their table references); others have one value, which is their default. */
const mainAddress = {
  addresstypecode: { '1': 'Bill To', '2': 'Ship To', '3': 'Primary', '4': 'Other' },
  shippingmethodcode: shippingMethods,
} as const;

/** The columns that one embedded address adds to a table; `extra` names those that only some tables have. */
export const addressColumns = (prefix: string, extra = '', isMain = false): readonly Column[] => [
  ...columns(
    'string',
    ['name', 'line1', 'line2', 'line3', 'city', 'stateorprovince', 'county', 'country', 'postalcode']
      .concat(['postofficebox', 'composite', 'fax', 'telephone1', 'telephone2', 'telephone3', 'upszone'])
      .concat(extra === '' ? [] : extra.split(' '))
      .map((it) => `${prefix}_${it}`)
      .join(' '),
  ),
  column(`${prefix}_latitude`, 'double', { limits: { min: -90, max: 90, precision: 5 } }),
  column(`${prefix}_longitude`, 'double', { limits: { min: -180, max: 180, precision: 5 } }),
  column(`${prefix}_utcoffset`, 'integer', { limits: { min: -1500, max: 1500 } }),
  column(`${prefix}_addressid`, 'guid'),
  ...Object.entries(mainAddress).map(([name, labels]) =>
    column(
      `${prefix}_${name}`,
      'choice',
      isMain ? { labels } : { fallback: 1, labels: { '1': 'Default Value' } },
    ),
  ),
];
