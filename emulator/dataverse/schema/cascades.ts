/** What follows an action on a record for those that point to it (Learn: CascadeConfiguration ComplexType). */
export type Cascades = Readonly<
  Record<'Assign' | 'Archive' | 'Merge' | 'Reparent' | 'Share' | 'Unshare' | 'RollupView', CascadeType>
> & { readonly Delete: 'Cascade' | 'RemoveLink' };

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

const hierarchical: Cascades = {
  ...none,
  Assign: 'Cascade',
  Merge: 'Cascade',
  Reparent: 'Cascade',
  Share: 'Cascade',
  Unshare: 'Cascade',
};

const parental: Cascades = { ...hierarchical, Delete: 'Cascade' };

/**
 * The relationships of Dataverse itself, by the lookup and the table that it points to (Learn: account and contact table references,
 * one-to-many relationships: `Account_Tasks`, `Account_Annotation`, `contact_customer_accounts`, `contact_customer_contacts`,
 * `account_parent_account`, `account_primary_contact`). Those of the sales and service apps change nothing but their link.
 */
const cascading: ReadonlyMap<string, Cascades> = new Map([
  ['contact/parentcustomerid/account', parental],
  ['contact/parentcustomerid/contact', hierarchical],
  ['account/parentaccountid/account', hierarchical],
  ['account/primarycontactid/contact', { ...none, Merge: 'Cascade' }],
]);

/** Tasks and notes stand under whatever they are about. */
const parentalLookups = new Set(['task/regardingobjectid', 'annotation/objectid']);

/** What an action on a record of `referenced` does to those that point to it with a lookup. */
export const cascadesOf = (referencing: string, lookup: string, referenced: string): Cascades =>
  parentalLookups.has(`${referencing}/${lookup}`)
    ? parental
    : (cascading.get(`${referencing}/${lookup}/${referenced}`) ?? none);

/** The lookup of a table's records to the record whose shares are theirs too (Learn: "Sharing and assigning", sharing and inheritance). */
export const sharingLookups: ReadonlyMap<string, string> = new Map([
  ['task', 'regardingobjectid'],
  ['activitypointer', 'regardingobjectid'],
  ['annotation', 'objectid'],
  ['contact', 'parentcustomerid'],
  ['account', 'parentaccountid'],
]);
