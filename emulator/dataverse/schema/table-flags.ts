import { canBeAudited, isAudited } from './audited.ts';
import { isPrincipal, type Table } from './table.ts';
import type { Json } from './value.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Tables of customers, sales and service, which have their own forms and processes (recorded definitions of account and contact). */
const business = names(`
  account contact lead opportunity incident quote salesorder invoice campaign campaignresponse list competitor product contract entitlement
  knowledgearticle`);

const quickCreated = names(
  'account contact lead opportunity incident campaignresponse competitor product task phonecall appointment email',
);

/** Tables whose records take part in activities (seen in a `$metadata` document of the real service, collections of `activityparty`). */
const parties = names(`
  account contact lead opportunity incident systemuser team queue equipment campaign campaignactivity contract entitlement invoice quote
  salesorder knowledgearticle`);

/** Tables with a library of documents. */
const documented = names('account opportunity lead quote salesorder product salesliterature');

const colors: Readonly<Record<string, string>> = { account: '#794300', contact: '#005088' };

const managed = (name: string, value: boolean, canBeChanged: boolean): Json => ({
  Value: value,
  CanBeChanged: canBeChanged,
  ManagedPropertyLogicalName: name,
});

const leadsTo = (table: Table, target: string, column: string): boolean =>
  [...table.navigation.values()].some(
    (it) => it.kind === 'many' && it.target === target && it.column === column,
  );

/** Whether somebody may have tables of their own stand under it: those of the service for itself do not. */
const isOpen = (table: Table): boolean =>
  business.has(table.logicalName) || table.ownership === 'UserOwned' || table.logicalName.includes('_');

/**
 * What a table can do, by what it is (recorded definitions of account, contact and businessunit; Learn: EntityMetadata EntityType). What
 * they have in common is the default of the property.
 */
export function tableFlags(table: Table): { readonly [property: string]: Json } {
  const name = table.logicalName;
  const isBusiness = business.has(name);
  const open = isOpen(table);
  const isUserOrTeam = isPrincipal(name);
  const isMobile = isBusiness || table.isActivity;
  return {
    IsActivityParty: parties.has(name),
    IsAIRUpdated: isBusiness,
    IsBusinessProcessEnabled: isBusiness,
    IsDocumentManagementEnabled: documented.has(name),
    IsOneNoteIntegrationEnabled: name === 'account',
    IsEnabledForCharts: open,
    IsEnabledForExternalChannels: isBusiness,
    IsInteractionCentricEnabled: open,
    IsQuickCreateEnabled: quickCreated.has(name),
    SyncToExternalSearchIndex: isBusiness,
    EntityColor: colors[name] ?? null,
    DaysSinceRecordLastModified: name === 'contact' ? 10 : 0,
    HasActivities: leadsTo(table, 'task', 'regardingobjectid'),
    HasNotes: leadsTo(table, 'annotation', 'objectid') && name !== 'businessunit',
    HasFeedback: leadsTo(table, 'feedback', 'regardingobjectid'),
    HasEmailAddresses: table.columns.has('emailaddress1') || table.columns.has('emailaddress'),
    IsAuditEnabled: managed('canmodifyauditsettings', isAudited(name), canBeAudited(name)),
    IsConnectionsEnabled: managed(
      'canmodifyconnectionsettings',
      leadsTo(table, 'connection', 'record1id'),
      true,
    ),
    IsDuplicateDetectionEnabled: managed('canmodifyduplicatedetectionsettings', open, true),
    CanCreateCharts: managed('cancreatecharts', open, false),
    CanBeInCustomEntityAssociation: managed('canbeincustomentityassociation', open || isUserOrTeam, false),
    CanChangeHierarchicalRelationship: managed(
      'canchangehierarchicalrelationship',
      open && name !== 'account',
      open && name !== 'account',
    ),
    IsMailMergeEnabled: managed('canmodifymailmergesettings', isBusiness, true),
    IsVisibleInMobile: managed('canmodifymobilevisibility', isMobile, open),
    IsVisibleInMobileClient: managed('canmodifymobileclientvisibility', true, open),
    IsReadOnlyInMobileClient: managed('canmodifymobileclientreadonly', false, open),
  };
}
