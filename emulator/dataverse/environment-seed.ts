import type { DataverseRules } from './uncertain-rules.ts';

import type { Verb } from './schema/table.ts';

/** Depth of a privilege, by the names of the Web API enum `PrivilegeDepth` (Learn: PrivilegeDepth EnumType). */
export type PrivilegeDepth = 'Basic' | 'Local' | 'Deep' | 'Global';

/** A business unit. Exactly one has `parent: null`; a parent stands before its children. */
export type BusinessUnitSeed = {
  /** Short name by which users and teams of the same seed refer to it. */
  readonly key: string;
  readonly name: string;
  readonly parent: string | null;
};

/** A security role that only this environment has, beside those of the shared catalogue. */
export type RoleSeed = {
  readonly name: string;
  readonly grants: readonly { readonly privilege: string; readonly depth: PrivilegeDepth }[];
};

/** A role of the shared catalogue from which somebody took privileges away in this environment. */
export type NarrowedRole = {
  readonly name: string;
  readonly without: readonly string[];
};

/** A role as it was exported from another environment. */
export type ExportedRole = {
  readonly name: string;
  readonly roleId?: string;
  /** All zeros where the role comes from no template. */
  readonly roleTemplateId?: string;
  /** Logical name of a table (of any, also one that is not here), what may be done, how far, and how far it could: letters b, l, d, g. */
  readonly grants: readonly (readonly [table: string, verb: Verb, depth: PrivilegeDepth, depths: string])[];
};

/** A person with a user row. */
export type UserSeed = {
  /** Object id in the tenant's directory. */
  readonly objectId: string;
  readonly username: string;
  readonly displayName: string;
  /** Key of a business unit; the root where it is missing. */
  readonly businessUnit?: string;
  /** Names of roles; the copy of the user's business unit is assigned. */
  readonly roles: readonly string[];
  readonly disabled?: boolean;
  /** 0 Read-Write · 1 Administrative · 2 Read · 3 Support · 4 Non-interactive · 5 Delegated Admin. */
  readonly accessMode?: 0 | 1 | 2 | 3 | 4 | 5;
};

/** An application user in one of the states that an administrator meets. */
export type ApplicationUserSeed = {
  /** Client id. */
  readonly appId: string;
  /** Object id of the service principal in this environment's tenant. */
  readonly objectId: string;
  /** Name of the app; the row's full name is `# <name>`. */
  readonly displayName: string;
  readonly businessUnit?: string;
  readonly roles: readonly string[];
  /** `deleted` is soft-deleted: it keeps its application id, and blocks a new row with the same one. */
  readonly state?: 'enabled' | 'disabled' | 'deleted';
  /** `exists` unless said: what the directory says about the service principal. */
  readonly azureState?: 'exists' | 'softDeleted' | 'missing';
  /** True for an application user of the platform, which cannot be updated. */
  readonly platform?: boolean;
};

/** A team with its members and roles. Every business unit has its default team without being told. */
export type TeamSeed = {
  readonly name: string;
  readonly kind: 'owner' | 'access' | 'securityGroup' | 'officeGroup';
  /** Object id of the group of a group team; one that no directory knows where it is missing. */
  readonly groupId?: string;
  readonly businessUnit?: string;
  readonly roles: readonly string[];
  /** User names (people) and client ids (application users) of this seed. */
  readonly members: readonly string[];
};

/** A column of a table by their logical names. */
export type ColumnSeed = { readonly table: string; readonly column: string };

/** A column security profile, what it allows, and who holds it. */
export type ColumnSecurityProfileSeed = {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly (ColumnSeed & {
    readonly create?: boolean;
    readonly read?: boolean;
    readonly update?: boolean;
  })[];
  /** User names (people) and client ids (application users) of this seed. */
  readonly users: readonly string[];
  /** Names of teams of this seed. */
  readonly teams: readonly string[];
};

/** Secured columns of an environment with the profiles that somebody made for them. */
export type ColumnSecuritySeed = {
  readonly secured: readonly ColumnSeed[];
  readonly profiles: readonly ColumnSecurityProfileSeed[];
};

/** Number of rows to generate per business table. */
export type RecordCounts = {
  readonly accounts: number;
  readonly contacts: number;
  readonly opportunities?: number;
  readonly cases?: number;
  readonly leads?: number;
  readonly tasks?: number;
  readonly notes?: number;
};

/** Switches of an environment; every one has the service's default. */
export type EnvironmentSettings = DataverseRules & {
  /** "Record ownership across business units": roles of any business unit may be held. Default false. */
  readonly enableOwnershipAcrossBusinessUnits?: boolean;
  /** Keep roles when a user changes business unit. Default false. */
  readonly doNotRemoveRolesOnChangeBusinessUnit?: boolean;
  /** Records go along when their owner changes business unit. Default true. */
  readonly alwaysMoveRecordToOwnerBusinessUnit?: boolean;
  /** Roles may be given to disabled users. Default false. */
  readonly allowRoleAssignmentOnDisabledUsers?: boolean;
  /** Month in which fiscal years start, 1 to 12. Default 1. */
  readonly fiscalYearStartMonth?: number;
  /** What a fiscal year is divided into. Default 'quarterly'. */
  readonly fiscalPeriods?: 'annually' | 'semiannually' | 'quarterly' | 'monthly';
  /** Most rows that `$apply` goes through. Default 50,000. */
  readonly aggregateRowLimit?: number;
  /** IANA name of every user's time zone, in which FetchXML reads times and days without one. Default 'UTC'. */
  readonly userTimeZone?: string;
  /** Hierarchy security as the organization begins with it; off where it is missing. */
  readonly hierarchySecurity?: {
    readonly model: 'manager' | 'position';
    /** Levels below whose records are read. Default 3. */
    readonly depth?: number;
  };
  /** The organization's setting of that name. Default true. */
  readonly managersMustBeInSameOrParentBusinessUnitAsReports?: boolean;
  /** The organization's setting of that name: records of disabled reports count. Default true. */
  readonly authorizationEnableHSMForDisabledUsers?: boolean;
  /** Logical names of tables that are excluded from hierarchy security. */
  readonly tablesWithoutHierarchySecurity?: readonly string[];
};

/** Compact description of one environment; everything that it does not name is generated from it. */
export type EnvironmentSeed = {
  readonly organizationId: string;
  readonly environmentId: string;
  readonly tenantId: string;
  /** Friendly name. */
  readonly name: string;
  /** First label of the host name. */
  readonly urlName: string;
  readonly uniqueName: string;
  /** Canonical https origin without a trailing slash. */
  readonly origin: string;
  readonly version: string;
  /** Such as `EMEA`, `NA`. */
  readonly geo: string;
  readonly datacenterId?: string;
  readonly businessUnits: readonly BusinessUnitSeed[];
  readonly users: readonly UserSeed[];
  /** People to generate beside `users`. */
  readonly generatedUsers: number;
  readonly applicationUsers: readonly ApplicationUserSeed[];
  readonly teams?: readonly TeamSeed[];
  readonly roles?: readonly RoleSeed[];
  readonly narrowedRoles?: readonly NarrowedRole[];
  /** Roles of another environment, with the privileges that they name. */
  readonly exportedRoles?: readonly ExportedRole[];
  readonly columnSecurity?: ColumnSecuritySeed;
  readonly records: RecordCounts;
  readonly settings?: EnvironmentSettings;
};
