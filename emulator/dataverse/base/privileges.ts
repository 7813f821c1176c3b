import { tables } from '../schema/schema.ts';
import { type Table, type Verb, verbs } from '../schema/table.ts';
import { guid } from './guid.ts';

/** One privilege of the catalogue that all environments share. */
export type Privilege = {
  readonly id: string;
  readonly name: string;
  /** Null for privileges that no table has, such as prvActOnBehalfOfAnotherUser. */
  readonly verb: Verb | null;
  /** Logical names of the tables that it opens; several for activities. */
  readonly tables: readonly string[];
  /** Depths at which it can be granted: letters b, l, d, g. */
  readonly depths: string;
};

/** Bits of `privilege.accessright` (Learn: AccessRights EnumType). */
export const accessRightOf: Readonly<Record<Verb, number>> = {
  Read: 1,
  Write: 2,
  Append: 4,
  AppendTo: 16,
  Create: 32,
  Delete: 65_536,
  Share: 262_144,
  Assign: 524_288,
};

/** Ids that are the same in every real environment (seen in EntityDefinitions answers). */
const knownIds: Readonly<Record<string, string>> = {
  prvCreateAccount: 'd26fe964-230b-42dd-ad93-5cc879de411e',
  prvReadAccount: '886b280c-6396-4d56-a0a3-2c1b0a50ceb0',
  prvWriteAccount: '7863e80f-0ab2-4d67-a641-37d9f342c7e3',
  prvDeleteAccount: 'ca6c7690-c935-46b3-bfd2-abb306c2acc0',
  prvAssignAccount: '0791ab31-e811-4fde-974b-e7c5102b09eb',
  prvShareAccount: '39b15dfd-09ba-4f30-a390-cac64b635850',
  prvAppendAccount: '4e163b38-ea45-49ae-b3da-4c9dc1c77d8d',
  prvAppendToAccount: '3d6e93a2-b58e-4a4a-b642-374e4a25a6bd',
  prvCreateContact: 'a8bff87f-0df0-41d4-babd-f093faf1e32c',
  prvReadContact: 'ba09ec92-12c4-4312-ba16-5715c2cbd6da',
  prvWriteContact: '65c22075-4e09-4f39-baec-e4bc3a950686',
  prvDeleteContact: '2ddded47-7488-4039-b9ff-81defe81fdd3',
  prvAssignContact: '43c63782-c7c6-471c-bd9c-24f79bf8c2a1',
  prvShareContact: 'ae756940-61ff-4bd3-bfbb-f2b0d542c608',
  prvAppendContact: '2b16ba12-6ab4-4ad2-b7c0-8641d2d6dff2',
  prvAppendToContact: '158327b5-f4c1-448e-93d1-5f135126665b',
  prvCreateBusinessUnit: 'eb20684e-925f-4ebe-a277-699c910ef635',
  prvReadBusinessUnit: '487cdbaf-59f9-4db3-b648-4eed351ff00b',
  prvWriteBusinessUnit: 'fcee0faa-07dc-42ac-a1f3-e1d63ca29ae7',
  prvDeleteBusinessUnit: '648be51f-6eb2-4660-a564-a5fb555406a0',
  prvAppendBusinessUnit: 'cf716ba0-04e5-4438-ae87-0b8729cc5219',
  prvAppendToBusinessUnit: 'f0a87077-39fb-4317-93a2-6696641c57c4',
  prvDisableBusinessUnit: '1c29d21f-c8a6-427b-b470-26e282bc47e7',
  prvReparentBusinessUnit: '9c8710db-5260-4dfe-91a3-983b81f1b4d6',
};

/** Depths of tables that differ from those of others with the same kind of owner (seen in roles that were exported from an environment). */
const oddTables: Readonly<Record<string, string>> = {
  userquery: 'b',
  userform: 'b',
  userqueryvisualization: 'b',
  sharepointdocumentlocation: 'bg',
  sharepointsite: 'ldg',
  emailserverprofile: 'g',
  calendar: 'ldg',
  personaldocumenttemplate: 'bg',
  principalsyncattributemap: 'g',
};

/** Depths that differ from those of the other verbs of the table. */
const oddDepths: Readonly<Record<string, string>> = {
  prvCreateBusinessUnit: 'dg',
  prvDeleteBusinessUnit: 'dg',
  prvAssignUserForm: 'bg',
  prvAssignUserQueryVisualization: 'bg',
  prvReadSharePointDocumentLocation: 'g',
  prvDeleteSharePointDocumentLocation: 'g',
};

/** Privileges without a table verb, by name, with their depths (Learn: "Security roles and privileges"). */
const miscellaneous: Readonly<Record<string, string>> = {
  prvActOnBehalfOfAnotherUser: 'bldg',
  prvActOnBehalfOfExternalParty: 'g',
  prvActivateBusinessProcessFlow: 'g',
  prvActivateBusinessRule: 'g',
  prvActivateSynchronousWorkflow: 'g',
  prvAddressBook: 'bldg',
  prvAdminFilter: 'g',
  prvAllowQuickCampaign: 'bldg',
  prvApproveRejectEmailAddress: 'g',
  prvAssignManager: 'ldg',
  prvAssignPosition: 'ldg',
  prvAssignRole: 'ldg',
  prvAssignTerritory: 'g',
  prvBrowseAvailability: 'ldg',
  prvBulkDelete: 'ldg',
  prvBulkEdit: 'ldg',
  prvChangeSqlEncryptionKey: 'g',
  prvConfigureInternetMarketing: 'g',
  prvConfigureSharePoint: 'g',
  prvConfigureYammer: 'g',
  prvControlDecrementTerm: 'bldg',
  prvCreateOrgEmailTemplates: 'bldg',
  prvDeleteAuditPartitions: 'g',
  prvDeleteRecordChangeHistory: 'g',
  prvDisableBusinessUnit: 'g',
  prvDisableUser: 'ldg',
  prvDocumentGeneration: 'g',
  prvExportCustomization: 'g',
  prvExportToExcel: 'g',
  prvFlow: 'g',
  prvFreshenBusinessUnit: 'g',
  prvGoMobile: 'g',
  prvGoOffline: 'g',
  prvImportCustomization: 'g',
  prvISVExtensions: 'g',
  prvLanguageSettings: 'g',
  prvLearningPath: 'g',
  prvMailMerge: 'g',
  prvMerge: 'ldg',
  prvOverrideCreatedOnCreatedBy: 'g',
  prvOverrideInvoicePricing: 'bldg',
  prvOverrideOpportunityPricing: 'bldg',
  prvOverrideOrderPricing: 'bldg',
  prvOverrideQuoteOrderInvoiceDelete: 'g',
  prvOverrideQuotePricing: 'bldg',
  prvPortalApplication: 'g',
  prvPostRuntimeIntegrationExternalEvent: 'g',
  prvPrint: 'g',
  prvPromoteToAdmin: 'g',
  prvPublishArticle: 'ldg',
  prvPublishCustomization: 'g',
  prvPublishDuplicateRule: 'g',
  prvPublishOrgMailMergeTemplate: 'bldg',
  prvPublishOrgReport: 'bldg',
  prvPublishRSReport: 'g',
  prvQOIOverrideDelete: 'g',
  prvReadAuditPartitions: 'g',
  prvReadAuditSummary: 'g',
  prvReadLicense: 'g',
  prvReadRecordAuditHistory: 'bldg',
  prvReadSharePointData: 'g',
  prvReparentBusinessUnit: 'g',
  prvReparentTeam: 'ldg',
  prvReparentUser: 'ldg',
  prvRestoreSqlEncryptionKey: 'g',
  prvRetrieveMultipleSocialInsights: 'g',
  prvRollupGoal: 'bldg',
  prvSearchAvailability: 'ldg',
  prvSendAsUser: 'bldg',
  prvSendInviteForLive: 'g',
  prvSyncToOutlook: 'g',
  prvTurnDevErrorsOnOff: 'g',
  prvUseInternetMarketing: 'g',
  prvUseOfficeApps: 'g',
  prvUseTabletApp: 'g',
  prvWebMailMerge: 'g',
  prvWorkflowExecution: 'bldg',
  prvWriteHierarchicalSecurityConfiguration: 'g',
  prvWriteSocialInsightsConfiguration: 'g',
};

/** Name of the privilege that a verb on a table needs, or null where the table has none. */
export const privilegeName = (table: Table, verb: Verb): string | null =>
  table.privilegeSuffix !== null && table.verbs.includes(verb) ? `prv${verb}${table.privilegeSuffix}` : null;

const privilegeId = (name: string): string => knownIds[name] ?? guid('privilege', name);

function tablePrivileges(): ReadonlyMap<string, Privilege> {
  const found = new Map<string, Privilege>();
  for (const table of tables) {
    for (const verb of verbs) {
      const name = privilegeName(table, verb);
      if (name === null) continue;
      const known = found.get(name);
      found.set(name, {
        id: privilegeId(name),
        name,
        verb,
        tables: [...(known?.tables ?? []), table.logicalName],
        depths: oddDepths[name] ?? oddTables[table.logicalName] ?? table.depths,
      });
    }
  }
  return found;
}

/** The whole catalogue: tables × verbs, then the miscellaneous ones. */
export const privileges: readonly Privilege[] = [
  ...tablePrivileges().values(),
  ...Object.entries(miscellaneous).map(([name, depths]) => ({
    id: privilegeId(name),
    name,
    verb: null,
    tables: [],
    depths,
  })),
];

/** All privileges of an environment, by name and id. */
export type PrivilegeCatalogue = {
  readonly all: readonly Privilege[];
  /** The privilege with a name, or null. Names are matched exactly. */
  named(name: string): Privilege | null;
  /** The privilege with an id, or null. */
  withId(id: string): Privilege | null;
};

/** Privileges that are looked up by name and id. */
export function createPrivilegeCatalogue(all: readonly Privilege[]): PrivilegeCatalogue {
  const byName = new Map(all.map((it) => [it.name, it]));
  const byId = new Map(all.map((it) => [it.id, it]));
  return { all, named: (name) => byName.get(name) ?? null, withId: (id) => byId.get(id) ?? null };
}

/** The catalogue of environments that bring nothing of their own. */
export const sharedPrivileges = createPrivilegeCatalogue(privileges);

/** A privilege that every environment has, or null. */
export const privilegeNamed = sharedPrivileges.named;

/** A privilege on a table of another environment; its name is made from the logical name, because exports tell no other. */
export const importedPrivilege = (table: string, verb: Verb, depths: string): Privilege => ({
  id: privilegeId(`prv${verb}${table}`),
  name: `prv${verb}${table}`,
  verb,
  tables: [],
  depths,
});

/** The privilege that a verb on a table needs, or null where none is needed. */
export function privilegeFor(table: Table, verb: Verb): Privilege | null {
  const name = privilegeName(table, verb);
  return name === null ? null : privilegeNamed(name);
}
