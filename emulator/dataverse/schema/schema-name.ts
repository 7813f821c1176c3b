import type { Table } from './table.ts';

/** Schema names that are more than a capital at the beginning (Learn: table references). */
const known = new Map(
  `AccountNumber AccountCategoryCode AccountId AnnualIncome AnnualRevenue BirthDate BusinessUnitId CompanyName CreatedBy CreatedOn CreditLimit
   CreditOnHold CustomerId CustomerTypeCode DomainName DoNotEMail DoNotPhone EMailAddress1 EMailAddress2 EMailAddress3 EstimatedCloseDate
   EstimatedValue FirstName FullName IndustryCode InternalEMailAddress IsDisabled JobTitle LastName MiddleName MobilePhone ModifiedBy ModifiedOn
   NickName NumberOfEmployees OwnerId OwningBusinessUnit OwningTeam OwningUser ParentAccountId ParentBusinessUnitId ParentContactId
   ParentCustomerId PrimaryContactId PriorityCode RegardingObjectId ScheduledEnd ScheduledStart StateCode StatusCode TransactionCurrencyId
   VersionNumber WebSiteURL ActivityTypeCode OverriddenCreatedOn ImportSequenceNumber ExchangeRate TerritoryId`
    .split(/\s+/)
    .map((it) => [it.toLowerCase(), it]),
);

/** The schema name of a column, as far as it is known; names of own columns are as somebody wrote them. */
export function columnSchemaName(table: Table, name: string): string {
  if (name === table.primaryId) return `${table.schemaName}Id`;
  if (name.includes('_') && !/^address\d_/.test(name)) return name;
  return known.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1);
}
