/**
 * Lookups whose records stand under another one: what is shared of that one is shared of them too (Learn: "Sharing and
 * assigning", sharing and inheritance; account table reference, Account_Tasks and Account_Annotation: Share: Cascade).
 */
export const parentalLookups: ReadonlyMap<string, string> = new Map([
  ['task', 'regardingobjectid'],
  ['annotation', 'objectid'],
]);
