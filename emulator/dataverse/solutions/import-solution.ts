import { activeSolution, systemSolution } from '../base/known-solutions.ts';
import { depthOrder, type Grants } from '../base/role-definition.ts';
import {
  managedOverUnmanaged,
  packagedDepthImpossible,
  packagedPrivilegeMissing,
  packageTypeMismatch,
  restrictedSolutionImport,
  rootComponentMissing,
  wrongPublisher,
} from '../errors/package-faults.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { requireHeldPrivileges } from '../writes/held-privileges.ts';
import { type Payload, readObject } from '../writes/payload.ts';
import { grantsSent } from '../writes/record-audit.ts';
import { createdColumns, modifiedColumns, newId } from '../writes/record-writes.ts';
import { copiesOf, holdersOf } from '../writes/role-copies.ts';
import { requireChangeableRole } from '../writes/role-writes.ts';
import { componentTables, putComponent, solutionNamed } from '../writes/solution-components.ts';
import {
  publisherNamed,
  requireSolutionName,
  requireVersion,
  restrictedSolutionNames,
} from '../writes/solution-writes.ts';
import { writerOf } from '../writes/writers.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import type { ReadPackage, RootComponent } from './read-package.ts';
import type {
  PackagedProfile,
  PackagedPublisher,
  PackagedRole,
  PackagedVariable,
  SolutionPackage,
} from './solution-package.ts';

const solutions = requireTable('solution');
const publishers = requireTable('publisher');
const roles = requireTable('role');
const profiles = requireTable('fieldsecurityprofile');
const permissions = requireTable('fieldpermission');
const definitions = requireTable('environmentvariabledefinition');
const variableValues = requireTable('environmentvariablevalue');
const units = requireTable('businessunit');

const noLinks: Payload['links'] = new Map();

/** Values of a package as a request would have to give them: as long as their columns hold, and choices that there are. */
const created = (session: Session, table: Table, values: Row, links = noLinks): Payload => ({
  values: readObject(session, table, values, 'create').values,
  links,
});
const updated = (session: Session, table: Table, values: Row): Payload => ({
  values: readObject(session, table, values, 'update').values,
  links: noLinks,
});

/** How a package is imported beside what is in it. */
export type ImportOptions = {
  /** Whether what is here unmanaged becomes managed (Learn: ImportSolution Action, ConvertToManaged). */
  readonly convertsUnmanaged: boolean;
};

/** What an import is for: the solution, and whether what comes with it is managed. */
type Target = ImportOptions & { readonly solutionId: string; readonly isManaged: boolean };

/** What the rows of components say of where they are from: what is unmanaged is all in one layer (Learn: "Solution layers"). */
const broughtBy = ({ isManaged, solutionId }: Target): Row => ({
  ismanaged: isManaged,
  solutionid: isManaged ? solutionId : activeSolution,
});

/** Refuses a managed component over one that is here unmanaged (Learn: "Can't install a managed solution when it was previously deployed as unmanaged"). */
function requireManagedBelow(session: Session, table: Table, existing: Row | null, target: Target): void {
  if (existing === null || existing['ismanaged'] === true || !target.isManaged || target.convertsUnmanaged)
    return;
  const rule = dataverseRule(session.ports.rules, session.environment.seed, 'unmanagedUnderManaged');
  if (rule === 'refuse') throw managedOverUnmanaged(table.schemaName, idOf(existing, table.primaryId));
}

function publisherFor(session: Session, packaged: PackagedPublisher): Row {
  const known = publisherNamed(session, packaged.uniqueName);
  if (known !== null) return known;
  const values = {
    uniquename: packaged.uniqueName,
    friendlyname: packaged.friendlyName,
    customizationprefix: packaged.prefix,
    customizationoptionvalueprefix: packaged.optionValuePrefix,
  };
  return writerOf(publishers).create(session, created(session, publishers, values));
}

/** Refuses a package that this environment cannot take, before anything of it is done. */
export function requireImportable(session: Session, packaged: SolutionPackage): void {
  const { isManaged, uniqueName, version } = packaged;
  if (restrictedSolutionNames.has(uniqueName.toLowerCase())) throw restrictedSolutionImport();
  requireSolutionName(uniqueName);
  requireVersion(version);
  const before = solutionNamed(session, uniqueName);
  if (before !== null && (before['ismanaged'] === true) !== isManaged)
    throw packageTypeMismatch(isManaged ? 'unmanaged' : 'managed');
  for (const role of packaged.roles) grantsOf(session, role);
}

/** The row of the imported solution: a new one, or the one that is there, of the same publisher. */
function putSolution(session: Session, packaged: SolutionPackage): Row {
  const { access, environment } = session;
  const { isManaged, uniqueName } = packaged;
  const before = solutionNamed(session, uniqueName);
  if (before === null) access.require(solutions, 'Create');
  else access.requireRow(solutions, 'Write', before);
  const publisher = publisherFor(session, packaged.publisher);
  const publisherid = idOf(publisher, 'publisherid');
  const former = before === null ? publisherid : (textOf(before, 'publisherid') ?? '');
  if (isManaged && former !== publisherid) {
    const from = environment.rows(publishers).get(former);
    throw wrongPublisher(uniqueName, textOf(from ?? {}, 'uniquename') ?? '', packaged.publisher.uniqueName);
  }
  const { description, friendlyName: friendlyname, version } = packaged;
  created(session, solutions, { uniquename: uniqueName, friendlyname, description, version });
  const made = createdColumns(session);
  const row: Row = {
    ...(before ?? { ...made, installedon: made['createdon'] ?? null, isvisible: true }),
    ...(before === null ? {} : { ...modifiedColumns(session), updatedon: made['createdon'] ?? null }),
    solutionid:
      before === null
        ? newId(session, solutions, { values: {}, links: noLinks })
        : idOf(before, 'solutionid'),
    uniquename: before === null ? uniqueName : (before['uniquename'] ?? uniqueName),
    friendlyname,
    description,
    version,
    ismanaged: isManaged,
    publisherid,
  };
  environment.mutable(solutions).put(row);
  return row;
}

/** What a packaged role grants here; a privilege that is not here, or not at that depth, refuses the import. */
function grantsOf({ environment }: Session, role: PackagedRole): Grants {
  return new Map(
    role.privileges.map(({ level, name }) => {
      const privilege = environment.privileges.named(name);
      if (privilege === null) throw packagedPrivilegeMissing(role.name, name);
      const depth = depthOrder.find((it) => it.depth === level);
      if (depth === undefined || !privilege.depths.includes(depth.letter))
        throw packagedDepthImpossible(privilege, level, role.id);
      return [privilege.id, depth.mask];
    }),
  );
}

/**
 * A role is known by its id, so that it is the same one in every environment; it stands in the root business unit, and its privileges are
 * those of the package, whole. Whether the caller has to hold them, as with AddPrivilegesRole, no page says.
 */
function importRole(session: Session, role: PackagedRole, target: Target): void {
  const { environment, permissions: cache } = session;
  const unit = environment.rows(units).get(environment.rootBusinessUnitId);
  const after = grantsOf(session, role);
  if (dataverseRule(session.ports.rules, environment.seed, 'importedRolePrivileges') === 'held')
    requireHeldPrivileges(session, after, environment.rootBusinessUnitId);
  const existing = environment.rows(roles).get(role.id);
  requireManagedBelow(session, roles, existing, target);
  const payload = created(
    session,
    roles,
    { roleid: role.id, name: role.name, isinherited: role.inherited },
    new Map([['businessunitid', { table: units, id: environment.rootBusinessUnitId, row: unit ?? {} }]]),
  );
  if (existing === null) {
    writerOf(roles).create(session, payload);
  } else {
    session.access.requireRow(roles, 'Write', existing);
    // A managed package replaces what managed ones brought, but for the service's own roles, System Administrator among them.
    const replaces =
      target.isManaged && existing['ismanaged'] === true && textOf(existing, 'solutionid') !== systemSolution;
    if (!replaces) requireChangeableRole(session, existing);
    for (const holder of holdersOf(session, role.id)) cache.beforeChange(holder);
  }
  for (const copy of copiesOf(session, role.id))
    environment.mutable(roles).put({
      ...copy,
      ...modifiedColumns(session),
      name: role.name,
      isinherited: role.inherited,
      ...broughtBy(target),
      iscustomizable: {
        Value: role.isCustomizable,
        CanBeChanged: !target.isManaged,
        ManagedPropertyLogicalName: 'iscustomizableanddeletable',
      },
    });
  environment.putGrants(role.id, after);
  grantsSent(session, role.id, 'replacePrivileges');
}

function importProfile(session: Session, profile: PackagedProfile, target: Target): void {
  const { environment } = session;
  const values = { name: profile.name, description: profile.description };
  const existing = environment.rows(profiles).get(profile.id);
  requireManagedBelow(session, profiles, existing, target);
  const row =
    existing === null
      ? writerOf(profiles).create(
          session,
          created(session, profiles, { ...values, fieldsecurityprofileid: profile.id }),
        )
      : writerOf(profiles).update(session, existing, updated(session, profiles, values));
  environment.mutable(profiles).put({ ...row, ...broughtBy(target) });
  for (const it of environment.rows(permissions).where('fieldsecurityprofileid', profile.id))
    writerOf(permissions).remove(session, it);
  for (const it of profile.permissions)
    writerOf(permissions).create(session, {
      values: {
        entityname: it.table,
        attributelogicalname: it.column,
        canread: it.read,
        canupdate: it.update,
        cancreate: it.create,
      },
      links: new Map([['fieldsecurityprofileid', { table: profiles, id: profile.id, row }]]),
    });
}

function rowNamed({ environment }: Session, schemaName: string): Row | null {
  for (const row of environment.rows(definitions).rows())
    if (textOf(row, 'schemaname')?.toLowerCase() === schemaName.toLowerCase()) return row;
  return null;
}

/** A variable is known by its schema name; its value comes too where the package has one. The ids of both. */
function importVariable(
  session: Session,
  it: PackagedVariable,
  target: Target,
): readonly [string, string | null] {
  const { environment } = session;
  const values = {
    schemaname: it.schemaName,
    displayname: it.displayName,
    description: it.description,
    type: it.type,
    defaultvalue: it.defaultValue,
    isrequired: it.isRequired,
    secretstore: it.secretStore,
  };
  const existing = rowNamed(session, it.schemaName);
  requireManagedBelow(session, definitions, existing, target);
  const row =
    existing === null
      ? writerOf(definitions).create(session, created(session, definitions, values))
      : writerOf(definitions).update(session, existing, updated(session, definitions, values));
  environment.mutable(definitions).put({ ...row, ...broughtBy(target) });
  const id = idOf(row, 'environmentvariabledefinitionid');
  if (it.value === null) return [id, null];
  const [known] = environment.rows(variableValues).where('environmentvariabledefinitionid', id);
  const value = { schemaname: it.schemaName, value: it.value.value };
  const written =
    known === undefined
      ? writerOf(variableValues).create(
          session,
          created(
            session,
            variableValues,
            it.value.id === null ? value : { ...value, environmentvariablevalueid: it.value.id },
            new Map([['environmentvariabledefinitionid', { table: definitions, id, row }]]),
          ),
        )
      : writerOf(variableValues).update(session, known, updated(session, variableValues, value));
  // A value that the environment gave itself stays its own.
  if (known === undefined || known['ismanaged'] === true)
    environment.mutable(variableValues).put({ ...written, ...broughtBy(target) });
  return [id, idOf(written, 'environmentvariablevalueid')];
}

/** A component that the manifest declares without bringing it has to be here already. */
function declaredId(session: Session, { key, type }: RootComponent): string {
  const table = componentTables.get(type);
  const row =
    type === 380
      ? rowNamed(session, key)
      : table === undefined
        ? null
        : session.environment.rows(table).get(key);
  if (table === undefined || row === null) throw rootComponentMissing(key, type);
  return idOf(row, table.primaryId);
}

/**
 * Imports a solution's package (Learn: ImportSolution Action; "Solution concepts"): what it brings replaces what is there, what it does not
 * name stays; a managed one marks what it brings as managed.
 */
export function importSolution(
  session: Session,
  { content, roots }: ReadPackage,
  options: ImportOptions,
): Row {
  session.access.requirePrivilege('prvImportCustomization');
  requireImportable(session, content);
  const solution = putSolution(session, content);
  const solutionId = idOf(solution, 'solutionid');
  const target = { ...options, solutionId, isManaged: content.isManaged };
  for (const it of content.variables) {
    const [, valueId] = importVariable(session, it, target);
    if (valueId !== null) putComponent(session, solutionId, 381, valueId);
  }
  for (const it of content.profiles) importProfile(session, it, target);
  for (const it of content.roles) importRole(session, it, target);
  for (const root of roots) putComponent(session, solutionId, root.type, declaredId(session, root));
  return solution;
}
