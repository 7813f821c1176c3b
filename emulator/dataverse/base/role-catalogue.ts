import { guid } from './guid.ts';
import { type Grant, type Grants, resolveGrants, type RoleDefinition } from './role-definition.ts';

/** Id of the template of System Administrator: the only sure way to recognise the role (Learn: role table reference). */
export const systemAdministratorTemplate = '627090ff-40a3-4053-8790-584edc5be201';

/** Id of the template of Support User, the role of Microsoft's own people. */
export const supportUserTemplate = '2d101bb3-5ced-4122-83f1-94d5efde4e3b';

const sales = 'account contact lead opportunity competitor quote salesorder invoice product pricelevel';
const activities = 'task annotation activitypointer';
const platformReads: Grant = {
  tables:
    'systemuser usersettings businessunit team organization transactioncurrency savedquery systemform sitemap webresource theme appmodule solution solutioncomponent publisher territory subject',
  verbs: 'R',
  depth: 'Global',
};
const signIn: readonly Grant[] = [
  platformReads,
  { tables: 'role systemuser', verbs: 'R', depth: 'Local' },
  { tables: 'userquery userform userqueryvisualization mailbox', verbs: 'CRWDAS', depth: 'Basic' },
  { tables: 'usersettings', verbs: 'CWDT', depth: 'Local' },
];

const own = (tables: string, verbs = 'CRWDASNT'): Grant => ({ tables, verbs, depth: 'Basic' });
const at = (depth: Grant['depth'], tables: string, verbs: string): Grant => ({ tables, verbs, depth });
const misc = (depth: Grant['depth'], privileges: string): Grant => ({ privileges, depth });

const template = (
  name: string,
  templateId: string,
  inherited: 0 | 1,
  grants: RoleDefinition['grants'],
): RoleDefinition => ({ name, templateId, managed: true, inherited, grants });

const shipped = (name: string, rootId: string, ...grants: readonly Grant[]): RoleDefinition => ({
  name,
  rootId,
  managed: true,
  inherited: 0,
  grants,
});

const business = (name: string, ...grants: readonly Grant[]): RoleDefinition => ({
  name,
  managed: true,
  inherited: 1,
  grants: [...signIn, ...grants],
});

const custom = (name: string, ...grants: readonly Grant[]): RoleDefinition => ({
  name,
  managed: false,
  inherited: 1,
  grants,
});

const basicUser: readonly Grant[] = [
  ...signIn,
  own(`account contact lead opportunity incident ${activities} connection queue feedback`),
  at('Global', 'transactioncurrency', 'RNT'),
  at('Local', 'systemuser', 'NT'),
  misc('Basic', 'prvWorkflowExecution prvSearchAvailability'),
  misc('Global', 'prvExportToExcel prvPrint prvUseOfficeApps prvFlow prvSyncToOutlook'),
];

const definitions: readonly RoleDefinition[] = [
  template('System Administrator', systemAdministratorTemplate, 1, 'everything'),
  template('System Customizer', '119f245c-3cc8-4b62-b31c-d1a046ced15d', 1, [
    ...signIn,
    at('Global', '*', 'R'),
    at(
      'Global',
      'systemform savedquery webresource pluginassembly plugintype sdkmessageprocessingstep solution solutioncomponent publisher sitemap appmodule customapi environmentvariabledefinition workflow role',
      'CRWDASNT',
    ),
    own('account contact lead opportunity incident task annotation'),
    misc(
      'Global',
      'prvExportCustomization prvImportCustomization prvPublishCustomization prvActivateBusinessRule',
    ),
  ]),
  template('Basic User', '236750cd-45ae-4939-ab12-b24b920ced93', 1, basicUser),
  template('Delegate', 'd892cc0b-28c7-4e88-bd92-72f2c366baed', 0, [
    platformReads,
    misc('Global', 'prvActOnBehalfOfAnotherUser'),
  ]),
  template('Support User', supportUserTemplate, 0, [
    at('Global', '*', 'R'),
    misc('Global', 'prvExportCustomization prvReadAuditSummary'),
  ]),
  template('Knowledge Manager', 'b4b40b17-cf37-4ea8-b2c5-b580f2f48654', 1, [
    ...basicUser,
    at('Global', 'knowledgearticle category kbarticle feedback', 'CRWDASNT'),
    misc('Global', 'prvPublishArticle'),
  ]),

  shipped(
    'Environment Maker',
    'd58407f2-48d5-e711-a82c-000d3a37c848',
    platformReads,
    own('canvasapp connector connectionreference workflow bot'),
  ),
  shipped(
    'Bot Author',
    'e0d2794e-82f3-e811-a951-000d3a1bcf17',
    platformReads,
    at('Global', 'bot botcomponent', 'CRWDASNT'),
  ),
  shipped(
    'Bot Contributor',
    '2fe4d72e-e538-ea11-a81c-000d3ac3e6d8',
    platformReads,
    at('Local', 'bot botcomponent', 'CRWNT'),
  ),
  shipped(
    'Bot Transcript Viewer',
    '20902168-ee38-ea11-a81c-000d3ac3e6d8',
    at('Global', 'conversationtranscript bot', 'R'),
  ),
  shipped(
    'Solution Checker',
    'e05075eb-9d74-e811-a95c-000d3a1c53e4',
    platformReads,
    misc('Global', 'prvExportCustomization'),
  ),
  shipped(
    'Export Customizations (Solution Checker)',
    '4931681d-8163-e811-a965-000d3a11fe32',
    platformReads,
    misc('Global', 'prvExportCustomization'),
  ),
  shipped('Service Reader', '494d392f-d3f4-42ba-af49-30c6f41e6093', at('Global', '*', 'R')),
  shipped('Service Writer', '68f2d372-e1a5-4298-9a93-4b39757caf93', at('Global', '*', 'CRWNT')),
  shipped('Service Deleter', '3b305bc7-5cf5-464b-985e-d6237f6496f1', at('Global', '*', 'D')),
  shipped(
    'App Opener',
    '979144c2-989b-41a5-a146-6b3ea4130e8c',
    platformReads,
    at('Basic', 'canvasapp userquery userform', 'R'),
  ),
  shipped(
    'Office Collaborator',
    'e8fb3146-7717-ec11-b1b7-000d3af68e17',
    platformReads,
    at('Basic', 'sharepointdocumentlocation sharepointsite', 'CRW'),
  ),
  shipped(
    'Power Platform Dataflows Service Role',
    'f2550a3a-f9c6-4409-bf77-8d4ceadb27ab',
    platformReads,
    misc('Global', 'prvBulkDelete'),
  ),
  shipped(
    'Global Discovery Service Role',
    'a855e539-7253-43d3-9ee5-43ea042b7823',
    at('Global', 'organization systemuser solution', 'R'),
  ),
  shipped(
    'Dataverse Search Role',
    'a0a59a4a-b5a8-4e6f-a094-a866573c17d4',
    at('Global', 'account contact lead opportunity incident knowledgearticle systemuser team', 'R'),
  ),
  shipped(
    'Portal Application User role',
    'a75a6d67-1730-4298-8fc7-af7e93064fa1',
    platformReads,
    at('Global', 'powerpagesite powerpagecomponent contact', 'CRWDNT'),
    misc('Global', 'prvPortalApplication'),
  ),
  shipped(
    'Synapse Link Service Access',
    'eaeff5e8-8e5b-ec11-b1b6-0022487b9f36',
    platformReads,
    at('Global', 'asyncoperation', 'CRW'),
  ),
  shipped(
    'Flow-RP Role',
    'f75f4034-068a-463c-ba85-0ae80ad5aecd',
    platformReads,
    at('Global', 'workflow connectionreference connector flowsession', 'CRWDNT'),
  ),
  shipped(
    'Flow-CDS Native Connector Role',
    '8be3e3ca-a304-451f-9dc1-2478d224ea0e',
    platformReads,
    at('Global', 'serviceendpoint', 'R'),
  ),
  shipped(
    'PowerAppsRPRole',
    '527c7b12-e5ac-4408-9f46-ecc762397544',
    platformReads,
    at('Global', 'canvasapp connector connectionreference managedidentity', 'CRWDASNT'),
  ),
  shipped(
    'Power Apps Checker Service Role',
    'd6b2bb0d-8b41-41ba-86ee-a0c6e5954b30',
    platformReads,
    at('Global', 'solution pluginassembly webresource', 'R'),
  ),
  shipped(
    'Desktop Flows Machine Owner',
    '313995f9-4a4a-4d4a-afd1-c892da78e13e',
    platformReads,
    own('flowmachine flowmachinegroup credential'),
  ),
  shipped(
    'Desktop Flows Machine User',
    '169ead94-a7e8-42c5-9ae8-d81205dfee77',
    at('Basic', 'flowmachine flowmachinegroup', 'R'),
  ),
  shipped(
    'Desktop Flows Runtime Application User',
    'ee2c8e11-6d57-4c5d-9f84-659c0db132bb',
    at('Global', 'flowsession workqueue workqueueitem', 'CRWNT'),
  ),
  shipped('Desktop Flows Module Developer', 'ee7bc749-3dd6-45ac-b95d-a3031463380b', own('desktopflowmodule')),
  shipped(
    'Process Mining User',
    '474523e6-dff7-46f1-9072-ff30802d3eb3',
    platformReads,
    own('processsession'),
  ),
  shipped(
    'Process Mining Application',
    '737c8c79-7411-4eef-8f7d-e2abe7e7faec',
    platformReads,
    at('Global', 'processsession workflow', 'CRWD'),
  ),
  shipped(
    'AIB Roles',
    'e57bff35-58b4-4725-aee2-40fb18f4c8bd',
    at('Global', 'msdyn_aimodel msdyn_aiconfiguration', 'CRWDASNT'),
  ),
  shipped('AIB SML Roles', '3f199ebd-977e-43e5-abe5-fe865a1f2904', at('Global', 'msdyn_aimodel', 'R')),
  shipped(
    'Delegated Mailbox Approver',
    'd19d7df9-96e3-440a-ada1-7f469d2a00d1',
    at('Global', 'mailbox', 'RW'),
    misc('Global', 'prvApproveRejectEmailAddress'),
  ),
  shipped(
    'Approvals Administrator',
    '854af338-f3c5-e711-8122-000d3aa01c52',
    at('Global', 'msdyn_flow_approval msdyn_flow_approvalrequest msdyn_flow_approvalresponse', 'CRWDASNT'),
  ),
  shipped(
    'Approvals User',
    'b9b08637-acf6-e711-a95a-000d3a11f5ee',
    own('msdyn_flow_approval msdyn_flow_approvalrequest msdyn_flow_approvalresponse'),
  ),
  shipped(
    'Bulk Archival Role',
    '8a2f35d9-e447-4285-974c-81382317ca21',
    at('Global', 'account contact lead opportunity incident', 'RD'),
  ),
  shipped(
    'App Deployment Orchestration Role',
    '1bb44f6d-15a5-48aa-a2f2-8d2cb0095d2d',
    platformReads,
    misc('Global', 'prvImportCustomization prvPublishCustomization'),
  ),
  shipped(
    'Teams Chat Sync App Access',
    'fe46802a-88ae-4c6d-b452-7a024d8c294e',
    at('Global', 'account contact opportunity incident', 'R'),
  ),

  business(
    'Sales Manager',
    at('Deep', sales, 'CRWDASNT'),
    at('Deep', activities, 'CRWDASNT'),
    misc('Deep', 'prvMerge prvBulkDelete'),
    misc('Global', 'prvExportToExcel'),
  ),
  business(
    'Salesperson',
    own(sales),
    at('Local', 'account contact opportunity', 'R'),
    own(activities),
    misc('Global', 'prvExportToExcel'),
  ),
  business('Vice President of Sales', at('Global', sales, 'CRWDASNT'), at('Global', activities, 'CRWDASNT')),
  business('Sales Team Member', at('Local', 'account contact', 'R'), own(activities)),
  business('Sales Enterprise App Access', at('Basic', sales, 'RNT')),
  business('Sales Copilot User', at('Basic', 'account contact opportunity lead', 'R')),
  business(
    'Marketing Manager',
    at('Deep', 'campaign campaignactivity campaignresponse list lead contact', 'CRWDASNT'),
  ),
  business(
    'Marketing Professional',
    at('Local', 'campaign campaignactivity list lead', 'CRWNT'),
    at('Local', 'account contact', 'R'),
  ),
  business(
    'Customer Service Representative',
    at('Local', 'account contact incident', 'CRWNT'),
    own(`${activities} queue`),
    at('Global', 'knowledgearticle', 'R'),
  ),
  business('CSR Manager', at('Deep', `incident account contact entitlement queue ${activities}`, 'CRWDASNT')),
  business('Customer Service App Access', at('Basic', 'incident account contact', 'RNT')),
  business(
    'Schedule Manager',
    at('Deep', 'bookableresource bookableresourcebooking bookableresourcegroup', 'CRWDASNT'),
    misc('Deep', 'prvBrowseAvailability prvSearchAvailability'),
  ),
  business(
    'Scheduler',
    at('Local', 'bookableresource bookableresourcebooking', 'CRWNT'),
    misc('Local', 'prvSearchAvailability'),
  ),
  business(
    'Field Service - Administrator',
    at(
      'Global',
      'msdyn_workorder msdyn_customerasset msdyn_agreement msdyn_purchaseorder account',
      'CRWDASNT',
    ),
  ),
  business(
    'Field Service - Resource',
    own('msdyn_workorder bookableresourcebooking'),
    at('Local', 'msdyn_customerasset account', 'R'),
  ),
  business('Knowledge Author', at('Local', 'knowledgearticle category', 'CRWNT')),
  business(
    'Goal Manager',
    at('Deep', 'goal goalrollupquery metric', 'CRWDASNT'),
    misc('Deep', 'prvRollupGoal'),
  ),
  business('Report Author', at('Local', 'report', 'CRWDS'), misc('Local', 'prvPublishOrgReport')),
  business(
    'CEO-Business Manager',
    at('Global', `${sales} incident ${activities}`, 'R'),
    at('Global', 'goal', 'CRWDASNT'),
  ),

  custom(
    'Integration – Accounts Reader',
    at('Global', 'organization businessunit transactioncurrency', 'R'),
    at('Global', 'systemuser', 'R'),
    at('Global', 'account', 'R'),
  ),
  custom(
    'Integration – Contacts Reader',
    at('Global', 'organization businessunit systemuser', 'R'),
    at('Global', 'contact', 'R'),
  ),
  custom(
    'Integration – Contacts Writer',
    at('Global', 'organization businessunit systemuser', 'R'),
    at('Global', 'contact', 'CRWNT'),
    at('Global', 'account', 'T'),
  ),
  custom(
    'Integration – Sales Sync',
    at('Global', 'organization businessunit systemuser transactioncurrency', 'R'),
    at('Global', 'account contact lead opportunity', 'CRWNT'),
  ),
  custom(
    'Integration – Cases Reader',
    at('Global', 'organization systemuser', 'R'),
    at('Deep', 'incident account', 'R'),
  ),
  custom(
    'Integration – Local Data Reader',
    at('Global', 'organization businessunit systemuser', 'R'),
    at('Local', 'account contact opportunity', 'R'),
  ),
  custom(
    'Integration – Own Records',
    at('Global', 'organization', 'R'),
    at('Basic', 'account contact task', 'CRWDNT'),
  ),
  custom(
    'Integration – Invoice Lines',
    at('Global', 'organization systemuser', 'R'),
    at('Global', 'ctso_invoiceline invoice', 'CRWNT'),
    at('Global', 'account', 'RT'),
  ),
  custom(
    'Integration – Warehouse Movements',
    at('Global', 'organization', 'R'),
    at('Global', 'ctso_warehousemovement product msdyn_warehouse', 'CRWNT'),
  ),
  custom(
    'Integration – Export Jobs',
    at('Global', 'organization systemuser', 'R'),
    at('Global', 'ctso_exportjob ctso_integrationlog', 'CRW'),
    at('Global', 'account contact', 'R'),
  ),
  custom(
    'Integration – Directory Sync',
    at('Global', 'systemuser team businessunit role', 'R'),
    at('Global', 'systemuser', 'CWNT'),
    misc('Global', 'prvAssignRole prvDisableUser'),
  ),
  custom(
    'Integration – Impersonation',
    at('Global', 'organization systemuser', 'R'),
    misc('Global', 'prvActOnBehalfOfAnotherUser'),
  ),
  custom(
    'Integration – Audit Reader',
    at('Global', 'organization systemuser', 'R'),
    misc('Global', 'prvReadAuditSummary prvReadRecordAuditHistory'),
  ),
];

/** A role of the catalogue with its grants resolved once for all environments. */
export type CatalogueRole = Omit<RoleDefinition, 'grants'> & { readonly grants: Grants };

let resolved: readonly CatalogueRole[] | null = null;

/** The roles that every environment has, resolved at first use and then shared. */
export function roleCatalogue(): readonly CatalogueRole[] {
  resolved ??= definitions.map((it) => ({ ...it, grants: resolveGrants(it.grants) }));
  return resolved;
}

/** Id of a role's copy in the root business unit. */
export const rootRoleId = (
  organizationId: string,
  role: { readonly name: string; readonly rootId?: string },
): string => role.rootId ?? guid('role', organizationId, role.name);

/** Id of a role's copy in a business unit other than the root. */
export const roleCopyId = (organizationId: string, name: string, businessUnitId: string): string =>
  guid('role copy', organizationId, name, businessUnitId);
