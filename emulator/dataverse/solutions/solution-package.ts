import type { PrivilegeDepth } from '../environment-seed.ts';

/** A role in a package: privileges by name with their depth (CustomizationsSolution.xsd, RolesType). */
export type PackagedRole = {
  readonly id: string;
  readonly name: string;
  readonly inherited: 0 | 1;
  readonly isCustomizable: boolean;
  readonly privileges: readonly { readonly name: string; readonly level: PrivilegeDepth }[];
};

/** A column security profile in a package (CustomizationsSolution.xsd, FieldSecurityProfilesType). */
export type PackagedProfile = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly permissions: readonly {
    readonly table: string;
    readonly column: string;
    readonly read: number;
    readonly update: number;
    readonly create: number;
  }[];
};

/** An environment variable in a package, with its value where that was exported too (seen in exported solutions). */
export type PackagedVariable = {
  readonly schemaName: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly type: number;
  readonly defaultValue: string | null;
  readonly isRequired: boolean;
  readonly secretStore: number;
  readonly value: { readonly id: string | null; readonly value: string } | null;
};

/** Who published a solution. */
export type PackagedPublisher = {
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly prefix: string;
  readonly optionValuePrefix: number;
};

/** What a solution's file holds. */
export type SolutionPackage = {
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly description: string | null;
  readonly version: string;
  readonly isManaged: boolean;
  readonly publisher: PackagedPublisher;
  readonly roles: readonly PackagedRole[];
  readonly profiles: readonly PackagedProfile[];
  readonly variables: readonly PackagedVariable[];
};
