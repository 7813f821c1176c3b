import { isSystemLookup } from './system-lookups.ts';

/** What follows an action on a record for those that point to it (Learn: CascadeConfiguration ComplexType). */
export type Cascades = Readonly<
  Record<'Assign' | 'Archive' | 'Merge' | 'Reparent' | 'Share' | 'Unshare' | 'RollupView', CascadeType>
> & { readonly Delete: 'Cascade' | 'NoCascade' | 'RemoveLink' | 'Restrict' };

type CascadeType = 'Cascade' | 'NoCascade';

const none: Cascades = {
  Assign: 'NoCascade',
  Delete: 'RemoveLink',
  Archive: 'NoCascade',
  Merge: 'NoCascade',
  Reparent: 'NoCascade',
  Share: 'NoCascade',
  Unshare: 'NoCascade',
  RollupView: 'NoCascade',
};

/** Records that only point to what was merged, and to the other one afterwards. */
const merging: Cascades = { ...none, Merge: 'Cascade' };

const hierarchical: Cascades = {
  ...merging,
  Assign: 'Cascade',
  Reparent: 'Cascade',
  Share: 'Cascade',
  Unshare: 'Cascade',
};

const parental: Cascades = { ...hierarchical, Delete: 'Cascade' };

/**
 * The relationships that do more than lose their link, by the lookup and the table that it points to (Learn: account, contact, lead, opportunity
 * and incident table references, CascadeConfiguration of `contact_customer_accounts`, `opportunity_customer_accounts`, `incident_customer_accounts`,
 * `lead_customer_accounts`, `incident_parent_incident` and so on).
 */
const cascading: ReadonlyMap<string, Cascades> = new Map([
  ['contact/parentcustomerid/account', parental],
  ['contact/parentcustomerid/contact', hierarchical],
  ['contact/originatingleadid/lead', merging],
  ['account/parentaccountid/account', hierarchical],
  ['account/primarycontactid/contact', merging],
  ['account/originatingleadid/lead', merging],
  ['opportunity/customerid/account', parental],
  ['opportunity/customerid/contact', parental],
  ['opportunity/parentaccountid/account', merging],
  ['opportunity/parentcontactid/contact', merging],
  ['opportunity/originatingleadid/lead', merging],
  ['incident/customerid/account', parental],
  ['incident/customerid/contact', parental],
  ['incident/primarycontactid/contact', merging],
  ['incident/parentcaseid/incident', { ...merging, Delete: 'Cascade' }],
  ['lead/customerid/account', parental],
  ['lead/customerid/contact', parental],
  ['lead/parentaccountid/account', merging],
  ['lead/parentcontactid/contact', merging],
  ['systemuser/positionid/position', { ...none, Delete: 'Restrict' }],
]);

/** What goes with a record and follows it in nothing else (recorded definitions; Learn: team, slakpiinstance, position and product table references). */
const goingWith = new Set([
  'position/parentpositionid',
  'product/parentproductid',
  'team/regardingobjectid',
  'slakpiinstance/regarding',
  'bulkdeletefailure/regardingobjectid',
]);
const deleted: Cascades = { ...none, Delete: 'Cascade' };

/** Kinds of activities that follow what they are about. */
const kinds =
  'task appointment email fax letter phonecall recurringappointmentmaster serviceappointment socialactivity'.split(
    ' ',
  );

/** Activities and notes stand under whatever they are about. */
const parentalLookups = new Set([...kinds.map((it) => `${it}/regardingobjectid`), 'annotation/objectid']);

/** What the service keeps of the row's makers and owners is never cleared; a currency that is used cannot be deleted (recorded definitions). */
const ofService: Cascades = { ...none, Delete: 'NoCascade' };
const ofCurrency: Cascades = { ...none, Delete: 'Restrict' };

/** What an action on a record of `referenced` does to those that point to it with a lookup. */
export function cascadesOf(referencing: string, lookup: string, referenced: string): Cascades {
  if (lookup === 'transactioncurrencyid') return ofCurrency;
  if (isSystemLookup(lookup) || referenced === 'systemuser') return ofService;
  if (goingWith.has(`${referencing}/${lookup}`)) return deleted;
  return parentalLookups.has(`${referencing}/${lookup}`)
    ? parental
    : (cascading.get(`${referencing}/${lookup}/${referenced}`) ?? none);
}

/** The lookup of a table's records to the record whose shares are theirs too (Learn: "Sharing and assigning", sharing and inheritance). */
export const sharingLookups: ReadonlyMap<string, string> = new Map([
  ...[...kinds, 'activitypointer'].map((it): [string, string] => [it, 'regardingobjectid']),
  ['annotation', 'objectid'],
  ['contact', 'parentcustomerid'],
  ['account', 'parentaccountid'],
  ['opportunity', 'customerid'],
  ['incident', 'customerid'],
  ['lead', 'customerid'],
]);
