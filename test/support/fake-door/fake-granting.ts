import type { CataloguePrivilege, GrantingRole } from '../../../preload/contract/security-roles.ts';
import { privileges, profiles, roles } from './fake-world.ts';

const MISC = [
  'prvActivateBusinessRule',
  'prvAssignRole',
  'prvBulkEdit',
  'prvDocumentGeneration',
  'prvExportCustomization',
  'prvGoOffline',
  'prvImportCustomization',
  'prvMerge',
  'prvPublishCustomization',
  'prvReadAuditSummary',
  'prvReadRecordAuditHistory',
  'prvReparentUser',
  'prvSendAsUser',
  'prvWorkflowExecution',
  'prvZTest',
];

/** Every privilege of an environment of the fake world. */
export const catalogue: readonly CataloguePrivilege[] = [
  ...privileges.map(({ name, table, verb }) => ({
    name,
    verb,
    table,
    depths: table === null ? '4' : '1234',
  })),
  ...['Organization', 'TransactionCurrency'].flatMap((table) =>
    (['Create', 'Read', 'Write'] as const).map((verb) => ({
      name: `prv${verb}${table}`,
      verb,
      table,
      depths: '4',
    })),
  ),
  ...MISC.map((name) => ({ name, verb: 'Other' as const, table: null, depths: '4' })),
];

const DEPTHS = ['Basic', 'Local', 'Deep', 'Global'] as const;

/** Roles that grant privileges in an environment of the fake world. */
export const grantingRoles = (environment: number, asked: readonly string[]): GrantingRole[] =>
  roles
    .filter((_role, index) => (index + environment) % 5 === 0 || index === 0)
    .map(({ managed, name, rootRoleId, systemAdministrator }, index) => ({
      rootRoleId,
      name,
      managed,
      systemAdministrator,
      grants: asked.map((privilege) => ({
        privilege,
        depth: systemAdministrator ? 'Global' : (DEPTHS[(index + environment) % 4] ?? 'Basic'),
      })),
      apps:
        index % 3 !== 0
          ? []
          : profiles.slice(0, 1 + (index % 2)).map((profile, at) => ({
              clientId: profile.clientId,
              name: profile.name,
              team: at === 1 ? 'Data stewards' : null,
            })),
    }));
