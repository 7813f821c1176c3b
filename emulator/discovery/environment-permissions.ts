/** As whom somebody is let into an environment. */
export type Standing = 'administrator' | 'maker';

/** What everybody may who makes apps in an environment (seen in clients that read the answer for makers). */
const ofMakers = [
  'CreatePowerApp',
  'ReadEnvironment',
  'GenerateResourceStorage',
  'CreateGateway',
  'CreateFlow',
  'CreateCustomApi',
  'ExportEnvironmentPackage',
  'ImportEnvironmentPackage',
  'CreateFunction',
] as const;

/** What its administrators may besides (recorded by the module for PowerShell). */
const ofAdministrators = [
  'AdminReadEnvironment',
  'UpdateEnvironment',
  'DeleteEnvironment',
  'SetDLPPolicy',
  'SetPowerAppAsFeatured',
  'SetPowerAppAsHero',
  'SetPowerAppConnectionDirectConsentBypass',
  'ListAnyPowerApp',
  'ListAnyFlow',
  'DeleteAnyPowerApp',
  'DeleteAnyFlow',
  'AddEnvironmentRoleAssignment',
  'ReadEnvironmentRoleInformation',
  'RemoveEnvironmentRoleAssignment',
  'ModifyDatabaseRoleAssignments',
  'ModifyDatabaseRoleDefinitions',
  'CreateDatabase',
  'ListDatabaseEntities',
  'CreateDatabaseEntities',
  'UpdateDatabaseEntities',
  'DeleteDatabaseEntities',
  'ManageAnyPowerApp',
  'ManageAnyConnection',
  'ManageCDSMigration',
  'ManageTalentEnvironmentSettings',
  'ManageDatabaseUsers',
  'ManageAnyCustomApi',
  'ListAnyFunction',
  'DeleteAnyFunction',
  'ReadConsumption',
  'AllocateCapacity',
  'CopyFrom',
  'CopyTo',
  'RestoreTo',
  'RestoreFrom',
  'ManageProtectionKeys',
  'Reset',
  'Promote',
  'Enable',
  'Disable',
  'CreateSharePointCustomFormCanvasApp',
] as const;

/** `Set DLP Policy`, as the names are put in words; the words are ours. */
const inWords = (name: string): string =>
  name.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ');

/** `properties.permissions`, which `$expand=permissions` adds: by name, each with words for it. */
export function permissionsOf(
  standing: Standing,
): Readonly<Record<string, { readonly displayName: string }>> {
  const names = standing === 'administrator' ? [...ofMakers, ...ofAdministrators] : ofMakers;
  return Object.fromEntries(names.map((name) => [name, { displayName: inWords(name) }]));
}
