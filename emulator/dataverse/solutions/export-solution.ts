import { activeSolution, defaultSolution, systemSolution } from '../base/known-solutions.ts';
import { depthOfMask } from '../base/role-definition.ts';
import { exportedSolutionMissing, managedSolutionNotExported } from '../errors/package-faults.ts';
import { notImplemented } from '../errors/request-faults.ts';
import { readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { componentsOf, componentTables, solutionNamed } from '../writes/solution-components.ts';
import { printPackage } from './print-package.ts';
import type { PackagedProfile, PackagedRole, PackagedVariable, SolutionPackage } from './solution-package.ts';
import { writeZip } from './zip.ts';

const solutions = requireTable('solution');
const permissions = requireTable('fieldpermission');

const ownSolutions = new Set([systemSolution, activeSolution, defaultSolution]);

/** A managed property; one that is missing stands for yes. */
const isCustomizable = (row: Row): boolean => {
  const value = row['iscustomizable'];
  return typeof value !== 'object' || value === null || !('Value' in value) || value['Value'] !== false;
};

function roleOf({ environment }: Session, row: Row): PackagedRole {
  const id = idOf(row, 'roleid');
  return {
    id,
    name: textOf(row, 'name') ?? '',
    inherited: row['isinherited'] === 0 ? 0 : 1,
    isCustomizable: isCustomizable(row),
    privileges: [...environment.grantsOf(id)]
      .flatMap(([privilegeId, mask]) => {
        const privilege = environment.privileges.withId(privilegeId);
        return privilege === null ? [] : [{ name: privilege.name, level: depthOfMask(mask) }];
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function profileOf({ environment }: Session, row: Row): PackagedProfile {
  const id = idOf(row, 'fieldsecurityprofileid');
  return {
    id,
    name: textOf(row, 'name') ?? '',
    description: textOf(row, 'description'),
    permissions: [...environment.rows(permissions).where('fieldsecurityprofileid', id)].map((it) => ({
      table: textOf(it, 'entityname') ?? '',
      column: textOf(it, 'attributelogicalname') ?? '',
      read: numberOf(it, 'canread') ?? 0,
      update: numberOf(it, 'canupdate') ?? 0,
      create: numberOf(it, 'cancreate') ?? 0,
    })),
  };
}

function variableOf(row: Row, values: readonly Row[]): PackagedVariable {
  const id = idOf(row, 'environmentvariabledefinitionid');
  const value = values.find((it) => it['environmentvariabledefinitionid'] === id);
  const schemaName = textOf(row, 'schemaname') ?? '';
  return {
    schemaName,
    displayName: textOf(row, 'displayname') ?? schemaName,
    description: textOf(row, 'description'),
    type: numberOf(row, 'type') ?? 100_000_000,
    defaultValue: textOf(row, 'defaultvalue'),
    isRequired: row['isrequired'] === true,
    secretStore: numberOf(row, 'secretstore') ?? 0,
    value:
      value === undefined
        ? null
        : { id: idOf(value, 'environmentvariablevalueid'), value: textOf(value, 'value') ?? '' },
  };
}

function packageOf(session: Session, solution: Row, isManaged: boolean): SolutionPackage {
  const { environment } = session;
  const components = componentsOf(session, idOf(solution, 'solutionid'));
  const rowsOf = (type: number): readonly Row[] => {
    const table = componentTables.get(type);
    if (table === undefined) return [];
    return components
      .filter((it) => it['componenttype'] === type)
      .map((it) => environment.rows(table).get(idOf(it, 'objectid')))
      .filter((it) => it !== null);
  };
  const publisher =
    environment.rows(requireTable('publisher')).get(textOf(solution, 'publisherid') ?? '') ?? {};
  const values = rowsOf(381);
  return {
    uniqueName: textOf(solution, 'uniquename') ?? '',
    friendlyName: textOf(solution, 'friendlyname') ?? '',
    description: textOf(solution, 'description'),
    version: textOf(solution, 'version') ?? '',
    isManaged,
    publisher: {
      uniqueName: textOf(publisher, 'uniquename') ?? '',
      friendlyName: textOf(publisher, 'friendlyname') ?? '',
      prefix: textOf(publisher, 'customizationprefix') ?? '',
      optionValuePrefix: numberOf(publisher, 'customizationoptionvalueprefix') ?? 0,
    },
    roles: rowsOf(20).map((it) => roleOf(session, it)),
    profiles: rowsOf(70).map((it) => profileOf(session, it)),
    variables: rowsOf(380).map((it) => variableOf(it, values)),
  };
}

/** A solution's file in base64; the caller needs prvExportCustomization (Learn: ExportSolution Action, "Miscellaneous privileges"). */
export function exportSolution(session: Session, name: string, isManaged: boolean): string {
  session.access.requirePrivilege('prvExportCustomization');
  const solution = solutionNamed(session, name);
  if (solution === null) throw exportedSolutionMissing();
  readRecord(session, solutions, idOf(solution, 'solutionid'));
  if (ownSolutions.has(idOf(solution, 'solutionid')))
    throw notImplemented(`Exporting the solution '${name}'`);
  if (solution['ismanaged'] === true) throw managedSolutionNotExported();
  const files = printPackage(packageOf(session, solution, isManaged), session.environment.seed.version);
  return writeZip(files).toString('base64');
}
