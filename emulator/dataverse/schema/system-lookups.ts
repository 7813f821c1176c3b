const lookups = new Set(
  `createdby modifiedby createdonbehalfby modifiedonbehalfby ownerid owningbusinessunit owningteam owninguser
   transactioncurrencyid organizationid`.split(/\s+/),
);

/** Whether a lookup is one of those that the service itself keeps: no action on what they point to changes them (recorded definitions). */
export const isSystemLookup = (name: string): boolean => lookups.has(name);
