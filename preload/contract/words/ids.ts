/**
 * Branded identifiers. A value of one of these types was made by a parser in this file, so it is known to be
 * a lower-case GUID (or a normalised origin) and cannot be mixed up with another kind of id.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A Microsoft Entra tenant (directory) id. */
export type TenantId = Branded<'TenantId'>;
/** The application (client) id of an app registration; the same in every tenant. */
export type ClientId = Branded<'ClientId'>;
/** Object id of a service principal: one per app *and* tenant; Dataverse stores this one. */
export type ServicePrincipalId = Branded<'ServicePrincipalId'>;
/** Object id of an app registration, in its home tenant only; Graph calls it `id` of the application. Not the client id. */
export type ApplicationObjectId = Branded<'ApplicationObjectId'>;
/** `systemuserid` of one row in one environment. */
export type SystemUserId = Branded<'SystemUserId'>;
/** `roleid` of one role copy in one environment. */
export type RoleId = Branded<'RoleId'>;
export type TeamId = Branded<'TeamId'>;
/** `businessunitid`. */
export type BusinessUnitId = Branded<'BusinessUnitId'>;
/** `fieldsecurityprofileid` of a column security profile. */
export type ColumnSecurityProfileId = Branded<'ColumnSecurityProfileId'>;
/** `privilegeid`. */
export type PrivilegeId = Branded<'PrivilegeId'>;
/** Id of a row of any table. */
export type RecordId = Branded<'RecordId'>;
/** The service's id of a Dataverse organization. */
export type OrganizationId = Branded<'OrganizationId'>;
/** Our id of an environment inside one workspace. */
export type EnvironmentId = Branded<'EnvironmentId'>;
/** Our id of a workspace (one client or tenant context). */
export type WorkspaceId = Branded<'WorkspaceId'>;
/** Our id of an app profile. */
export type AppProfileId = Branded<'AppProfileId'>;
/** Our id of a stored credential (never the credential itself). */
export type CredentialId = Branded<'CredentialId'>;
/** Our id of a plan that main has issued. */
export type PlanId = Branded<'PlanId'>;
/** Our id of one application of a plan. */
export type OperationId = Branded<'OperationId'>;
/** Our id of one rotation of a credential, over all the operations it takes. */
export type RotationId = Branded<'RotationId'>;
/** Our id of one query run. */
export type RunId = Branded<'RunId'>;
/** Our id of a query that a workspace keeps under a name. */
export type SavedQueryId = Branded<'SavedQueryId'>;
/** `https://host` of a Dataverse environment: lower case, no path, no trailing slash. */
export type OrgUrl = Branded<'OrgUrl'>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const guidParser =
  <Id extends string>() =>
  (text: string): Id | null => {
    // The one place where a string becomes an id: the pattern is the proof. Most are as they should be already.
    if (GUID.test(text)) return text as Id;
    const candidate = text
      .trim()
      .replace(/^\{(.*)\}$/, '$1')
      .toLowerCase();
    return GUID.test(candidate) ? (candidate as Id) : null;
  };

/** Reads a GUID with or without braces and in any case; null when the text is not a GUID. */
export const parseTenantId = guidParser<TenantId>();
export const parseClientId = guidParser<ClientId>();
export const parseServicePrincipalId = guidParser<ServicePrincipalId>();
export const parseApplicationObjectId = guidParser<ApplicationObjectId>();
export const parseSystemUserId = guidParser<SystemUserId>();
export const parseRoleId = guidParser<RoleId>();
export const parseTeamId = guidParser<TeamId>();
export const parseBusinessUnitId = guidParser<BusinessUnitId>();
export const parseColumnSecurityProfileId = guidParser<ColumnSecurityProfileId>();
export const parsePrivilegeId = guidParser<PrivilegeId>();
export const parseRecordId = guidParser<RecordId>();
export const parseOrganizationId = guidParser<OrganizationId>();
export const parseEnvironmentId = guidParser<EnvironmentId>();
export const parseWorkspaceId = guidParser<WorkspaceId>();
export const parseAppProfileId = guidParser<AppProfileId>();
export const parseCredentialId = guidParser<CredentialId>();
export const parsePlanId = guidParser<PlanId>();
export const parseOperationId = guidParser<OperationId>();
export const parseRotationId = guidParser<RotationId>();
export const parseRunId = guidParser<RunId>();
export const parseSavedQueryId = guidParser<SavedQueryId>();

/** Reads an already normalised https origin; null for anything with a path, query, credentials or another scheme. */
export const parseOrgUrl = (text: string): OrgUrl | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.origin === text ? (text as OrgUrl) : null;
};
