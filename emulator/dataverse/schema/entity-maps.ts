/** What a new record takes over from the record that it is made from: its lookup to that, and columns as `source` or `source=target`. */
export type EntityMap = {
  readonly source: string;
  readonly target: string;
  /** Lookup of the new record that points to the source; null where the source is only copied. */
  readonly lookup: string | null;
  readonly columns: readonly (readonly [source: string, target: string])[];
};

const address =
  'address1_line1 address1_line2 address1_line3 address1_city address1_stateorprovince address1_postalcode address1_country';

const map = (source: string, target: string, lookup: string | null, columns: string): EntityMap => ({
  source,
  target,
  lookup,
  columns: columns
    .split(/\s+/)
    .filter((it) => it !== '')
    .map((it) => {
      const [from = '', to = from] = it.split('=');
      return [from, to] as const;
    }),
});

/**
 * Maps between tables (Learn: "Create a table row using the Web API", create a new row from another one; "Customize table and column
 * mappings"). Those of an environment can be changed; here they are the columns that Learn names and those that qualifying a lead takes over.
 */
export const entityMaps: readonly EntityMap[] = [
  map('account', 'account', 'parentaccountid', `transactioncurrencyid ${address}`),
  map('account', 'contact', 'parentcustomerid', `transactioncurrencyid telephone1 ${address}`),
  map('account', 'opportunity', 'parentaccountid', 'transactioncurrencyid'),
  map('account', 'incident', 'customerid', ''),
  map('account', 'task', 'regardingobjectid', ''),
  map('contact', 'opportunity', 'parentcontactid', 'transactioncurrencyid'),
  map('contact', 'incident', 'customerid', ''),
  map('contact', 'task', 'regardingobjectid', ''),
  map(
    'lead',
    'account',
    'originatingleadid',
    `companyname=name telephone1 fax websiteurl description industrycode revenue numberofemployees sic ${address}`,
  ),
  map(
    'lead',
    'contact',
    'originatingleadid',
    `firstname middlename lastname salutation jobtitle emailaddress1 emailaddress2 mobilephone telephone1 fax websiteurl description ${address}`,
  ),
  map(
    'lead',
    'opportunity',
    'originatingleadid',
    'subject=name description estimatedclosedate budgetstatus need purchaseprocess',
  ),
  map('lead', 'task', 'regardingobjectid', ''),
  map('opportunity', 'task', 'regardingobjectid', ''),
  map('incident', 'task', 'regardingobjectid', ''),
];
