import type { Column } from './column.ts';

const names = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * Tables whose changes are audited: those that are turned on with the audit of an environment (Learn: "Manage Dataverse auditing", turn on
 * auditing through Security page), as far as they are here. Three of that list are among `neverAudited` on the same page.
 */
export const auditedTables: readonly string[] = names(`
  account businessunit campaign competitor contact contract fieldsecurityprofile goal goalrollupquery incident invoice knowledgearticle lead
  list metric opportunity organization phonetocaseprocess position product quote report role salesliterature salesorder socialprofile solution
  systemuser team translationprocess`);

/** Tables that nobody can have audited (the same page: CanModifyAuditSettings is false). */
const neverAudited: ReadonlySet<string> = new Set(
  names(`
  activitypointer annotation bulkoperation calendar calendarrule customeropportunityrole discount discounttype incidentresolution kbarticle
  kbarticlecomment kbarticletemplate notification opportunityclose orderclose productpricelevel quoteclose recurrencerule resource
  resourcegroup resourcegroupexpansion resourcespec salesliteratureitem salesprocessinstance service subject template uom uomschedule workflow
  workflowlog`),
);

/** Columns of every table that are not audited (seen in a solution that Microsoft publishes: coe-starter-kit, Entity.xml); the key is none of them either. */
const unauditedColumns: ReadonlySet<string> = new Set(
  names(`
  createdby createdon createdonbehalfby modifiedby modifiedon modifiedonbehalfby owningbusinessunit owningteam owninguser
  timezoneruleversionnumber utcconversiontimezonecode versionnumber`),
);

const audited: ReadonlySet<string> = new Set(auditedTables);

/** `IsAuditEnabled` of a table's definition. */
export const isAudited = (table: string): boolean => audited.has(table);

/** Whether `IsAuditEnabled` of a table may be changed. */
export const canBeAudited = (table: string): boolean => !neverAudited.has(table);

/** `IsAuditEnabled` of a column's definition. */
export const isAuditedColumn = (
  { primaryId }: { readonly primaryId: string },
  { name }: Pick<Column, 'name'>,
): boolean => name !== primaryId && !unauditedColumns.has(name);
