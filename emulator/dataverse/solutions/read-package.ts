import { depthOrder } from '../base/role-definition.ts';
import { badSolutionFile, invalidSolutionXml, rootComponentNotDeclared } from '../errors/package-faults.ts';
import { notImplemented } from '../errors/request-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import type { FetchElement } from '../fetch/fetch-element.ts';
import { readXml } from '../fetch/read-xml.ts';
import { isJsonObject } from '../writes/payload.ts';
import type { PackagedProfile, PackagedRole, PackagedVariable, SolutionPackage } from './solution-package.ts';
import { type Files, readZip } from './zip.ts';

/** A component as the manifest declares it: by id, or by the name that its kind has. */
export type RootComponent = { readonly type: number; readonly key: string };

/** A package with what it declares to be in it. */
export type ReadPackage = { readonly content: SolutionPackage; readonly roots: readonly RootComponent[] };

/** Parts of customizations that are here, and those that hold nothing that needs to be. */
const known = new Set(['Roles', 'FieldSecurityProfiles', 'Languages']);
/** Types of components that are here. */
const knownTypes = new Set([20, 70, 380, 381]);

const child = (element: FetchElement | undefined, name: string): FetchElement | undefined =>
  element?.children.find((it) => it.name === name);
const textIn = (element: FetchElement | undefined, name: string): string | null => {
  const text = child(element, name)?.text ?? '';
  return text === '' ? null : text;
};
const required = (text: string | null | undefined): string => {
  if (text === null || text === undefined || text === '') throw invalidSolutionXml();
  return text;
};
const integerOf = (text: string | null | undefined): number => {
  const value = Number(required(text));
  if (!Number.isSafeInteger(value)) throw invalidSolutionXml();
  return value;
};
/** The text for people of a list of translations. */
const localizedIn = (element: FetchElement | undefined, name: string): string | null =>
  child(element, name)?.children[0]?.attributes.get('description') ?? null;

const idText = /^\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?$/i;
const idIn = (text: string | undefined): string => {
  const id = idText.exec(text ?? '')?.[1];
  if (id === undefined) throw invalidSolutionXml();
  return id.toLowerCase();
};

function xmlAt(files: Files, name: string): FetchElement {
  try {
    return readXml(files.get(name) ?? '');
  } catch (error) {
    if (error instanceof ServiceFault) throw invalidSolutionXml();
    throw error;
  }
}

function roleOf(element: FetchElement): PackagedRole {
  const { attributes } = element;
  return {
    id: idIn(attributes.get('id')),
    name: required(attributes.get('name')),
    inherited: attributes.get('isinherited') === '0' ? 0 : 1,
    isCustomizable: textIn(element, 'IsCustomizable') !== '0',
    privileges: (child(element, 'RolePrivileges')?.children ?? []).map((it) => {
      const level = depthOrder.find(({ depth }) => depth === it.attributes.get('level'));
      if (level === undefined) throw invalidSolutionXml();
      return { name: required(it.attributes.get('name')), level: level.depth };
    }),
  };
}

function profileOf(element: FetchElement): PackagedProfile {
  return {
    id: idIn(element.attributes.get('fieldsecurityprofileid')),
    name: required(element.attributes.get('name')),
    description: element.attributes.get('description') ?? null,
    permissions: (child(element, 'FieldPermissions')?.children ?? []).map((it) => ({
      table: required(textIn(it, 'EntityName')),
      column: required(textIn(it, 'AttributeName')),
      read: integerOf(textIn(it, 'CanRead')),
      update: integerOf(textIn(it, 'CanUpdate')),
      create: integerOf(textIn(it, 'CanCreate')),
    })),
  };
}

/** The value of a variable, which stands beside its definition. */
function valueIn(json: string | undefined): PackagedVariable['value'] {
  if (json === undefined) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw invalidSolutionXml();
  }
  const list = isJsonObject(parsed) ? parsed['environmentvariablevalues'] : null;
  const one = isJsonObject(list) ? list['environmentvariablevalue'] : null;
  if (!isJsonObject(one)) return null;
  const { '@environmentvariablevalueid': id, value } = one;
  return typeof value === 'string' ? { id: typeof id === 'string' ? idIn(id) : null, value } : null;
}

function variableOf(files: Files, folder: string): PackagedVariable {
  const root = xmlAt(files, `${folder}/environmentvariabledefinition.xml`);
  const schemaName = required(root.attributes.get('schemaname'));
  const title = child(root, 'displayname');
  const titleText = title?.attributes.get('default') ?? title?.text ?? '';
  return {
    schemaName,
    displayName: titleText === '' ? schemaName : titleText,
    description: child(root, 'description')?.attributes.get('default') ?? null,
    type: integerOf(textIn(root, 'type')),
    defaultValue: textIn(root, 'defaultvalue'),
    isRequired: textIn(root, 'isrequired') === '1',
    secretStore: integerOf(textIn(root, 'secretstore') ?? '0'),
    value: valueIn(files.get(`${folder}/environmentvariablevalues.json`)),
  };
}

function requireKnown(customizations: FetchElement): void {
  const strange = customizations.children.find(
    (it) => !known.has(it.name) && (it.children.length > 0 || it.text !== ''),
  );
  if (strange !== undefined) throw notImplemented(`Importing ${strange.name}`);
}

function rootsIn(manifest: FetchElement): readonly RootComponent[] {
  return (child(manifest, 'RootComponents')?.children ?? []).map(({ attributes }) => {
    const type = integerOf(attributes.get('type'));
    if (!knownTypes.has(type)) throw notImplemented(`Importing a component of type ${type}`);
    const id = attributes.get('id');
    return { type, key: id === undefined ? required(attributes.get('schemaName')) : idIn(id) };
  });
}

/** Every role and profile in the file has to be declared. */
function requireDeclared(roots: readonly RootComponent[], { profiles, roles }: SolutionPackage): void {
  const declared = new Set(roots.map(({ key, type }) => `${type} ${key}`));
  const all = [...roles.map(({ id }) => [20, id] as const), ...profiles.map(({ id }) => [70, id] as const)];
  for (const [type, id] of all) if (!declared.has(`${type} ${id}`)) throw rootComponentNotDeclared(id, type);
}

/** Reads a solution's file, as `CustomizationFile` holds it in base64. */
export function readPackage(base64: string): ReadPackage {
  const files = readZip(Buffer.from(base64, 'base64'));
  if (
    files === null ||
    !['solution.xml', 'customizations.xml', '[Content_Types].xml'].every((it) => files.has(it))
  )
    throw badSolutionFile();
  const manifest = child(xmlAt(files, 'solution.xml'), 'SolutionManifest');
  const customizations = xmlAt(files, 'customizations.xml');
  const publisher = child(manifest, 'Publisher');
  if (manifest === undefined) throw invalidSolutionXml();
  requireKnown(customizations);
  const uniqueName = required(textIn(manifest, 'UniqueName'));
  const folders = [...files.keys()].flatMap(
    (it) =>
      /^(environmentvariabledefinitions\/[^/]+)\/environmentvariabledefinition\.xml$/.exec(it)?.[1] ?? [],
  );
  const publisherName = required(textIn(publisher, 'UniqueName'));
  const content: SolutionPackage = {
    uniqueName,
    friendlyName: localizedIn(manifest, 'LocalizedNames') ?? uniqueName,
    description: localizedIn(manifest, 'Descriptions'),
    version: required(textIn(manifest, 'Version')),
    isManaged: textIn(manifest, 'Managed') === '1',
    publisher: {
      uniqueName: publisherName,
      friendlyName: localizedIn(publisher, 'LocalizedNames') ?? publisherName,
      prefix: textIn(publisher, 'CustomizationPrefix') ?? 'new',
      optionValuePrefix: integerOf(textIn(publisher, 'CustomizationOptionValuePrefix') ?? '10000'),
    },
    roles: (child(customizations, 'Roles')?.children ?? []).map(roleOf),
    profiles: (child(customizations, 'FieldSecurityProfiles')?.children ?? []).map(profileOf),
    variables: folders.map((folder) => variableOf(files, folder)),
  };
  const roots = rootsIn(manifest);
  requireDeclared(roots, content);
  return { content, roots };
}
