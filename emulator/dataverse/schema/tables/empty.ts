import { defineTable, type Table } from '../table.ts';

type Short = readonly [
  logicalName: string,
  schemaName: string,
  displayName: string,
  objectTypeCode: number,
  primaryName: string | null,
  /** Whose rows decide who reads those of the table. */
  parent?: string,
];

const all: readonly Short[] = [
  ['opportunityproduct', 'OpportunityProduct', 'Opportunity Product', 1083, null, 'opportunity'],
  ['quotedetail', 'QuoteDetail', 'Quote Product', 1085, null, 'quote'],
  ['salesorderdetail', 'SalesOrderDetail', 'Order Product', 1089, null, 'salesorder'],
  ['invoicedetail', 'InvoiceDetail', 'Invoice Product', 1091, null, 'invoice'],
  ['productpricelevel', 'ProductPriceLevel', 'Price List Item', 1026, null, 'pricelevel'],
  ['productassociation', 'ProductAssociation', 'Product Association', 1025, null, 'product'],
  ['productsubstitute', 'ProductSubstitute', 'Product Relationship', 1028, null, 'product'],
  ['contractdetail', 'ContractDetail', 'Contract Line', 1011, 'title', 'contract'],
  ['discount', 'Discount', 'Discount', 1013, null, 'discounttype'],
  ['listmember', 'ListMember', 'Marketing List Member', 4301, null],
  ['entitlementchannel', 'EntitlementChannel', 'Entitlement Channel', 9701, 'name', 'entitlement'],
  ['slaitem', 'SLAItem', 'SLA Item', 9751, 'name', 'sla'],
  ['salesliteratureitem', 'SalesLiteratureItem', 'Sales Attachment', 1070, 'title', 'salesliterature'],
  ['kbarticlecomment', 'KbArticleComment', 'Article Comment', 1082, 'title', 'kbarticle'],
  ['importdata', 'ImportData', 'Import Data', 4413, null],
  ['importlog', 'ImportLog', 'Import Log', 4423, null],
  ['mobileofflineprofileitem', 'MobileOfflineProfileItem', 'Mobile Offline Profile Item', 9867, 'name'],
  [
    'mobileofflineprofileitemassociation',
    'MobileOfflineProfileItemAssociation',
    'Mobile Offline Profile Item Association',
    9868,
    'name',
  ],
  ['postcomment', 'PostComment', 'Comment', 8005, null],
  ['postlike', 'PostLike', 'Like', 8006, null],
  ['postregarding', 'PostRegarding', 'Post Regarding', 8002, null],
  ['post', 'Post', 'Post', 8000, null],
  [
    'sdkmessageprocessingstepimage',
    'SdkMessageProcessingStepImage',
    'Sdk Message Processing Step Image',
    4615,
    'name',
  ],
  [
    'sdkmessageprocessingstepsecureconfig',
    'SdkMessageProcessingStepSecureConfig',
    'Sdk Message Processing Step Secure Configuration',
    4616,
    null,
  ],
  ['workflowlog', 'WorkflowLog', 'Process Log', 4706, null],
  ['duplicaterulecondition', 'DuplicateRuleCondition', 'Duplicate Rule Condition', 4416, null],
  ['duplicaterecord', 'DuplicateRecord', 'Duplicate Record', 4415, null],
  ['activitymimeattachment', 'ActivityMimeAttachment', 'Attachment', 1001, 'subject'],
  ['attachment', 'Attachment', 'Attachment File', 1002, 'subject'],
  ['resourcespec', 'ResourceSpec', 'Resource Specification', 4006, 'name'],
  ['businessunitnewsarticle', 'BusinessUnitNewsArticle', 'Announcement', 132, null],
];

const oddEntitySets: Readonly<Record<string, string>> = { importdata: 'importdataset' };

const oddKeys: Readonly<Record<string, string>> = { duplicaterecord: 'duplicateid' };

/**
 * Tables behind lookups and collections of others, which hold nothing in an environment that nobody has filled. They can be asked for, and
 * are not written here: what the service works out for their rows, such as prices and taxes of lines, is not known well enough.
 */
export const emptyTables: readonly Table[] = all.map(
  ([logicalName, schemaName, displayName, objectTypeCode, primaryName, parent]) =>
    defineTable({
      logicalName,
      schemaName,
      displayName,
      objectTypeCode,
      entitySet: oddEntitySets[logicalName] ?? `${logicalName}s`,
      primaryId: oddKeys[logicalName] ?? `${logicalName}id`,
      primaryName,
      ownership: 'None',
      scope:
        parent === undefined ? { kind: 'open' } : { kind: 'through', table: parent, column: `${parent}id` },
      isComputed: true,
      columns: [],
    }),
);
