import { type Column, column, columns } from '../column.ts';

/** The columns that one embedded address adds to a table; `extra` names those that only some tables have. */
export const addressColumns = (prefix: string, extra = ''): readonly Column[] => [
  ...columns(
    'string',
    ['name', 'line1', 'line2', 'line3', 'city', 'stateorprovince', 'county', 'country', 'postalcode']
      .concat(['postofficebox', 'composite', 'fax', 'telephone1', 'telephone2', 'telephone3', 'upszone'])
      .concat(extra === '' ? [] : extra.split(' '))
      .map((it) => `${prefix}_${it}`)
      .join(' '),
  ),
  ...columns('double', `${prefix}_latitude ${prefix}_longitude`),
  column(`${prefix}_utcoffset`, 'integer'),
  column(`${prefix}_addressid`, 'guid'),
  ...columns('choice', `${prefix}_addresstypecode ${prefix}_shippingmethodcode`, {
    fallback: 1,
    labels: { '1': 'Default Value' },
  }),
];
