import { element, escapedText } from '../metadata/csdl-xml.ts';
import type { PackagedProfile, PackagedRole, PackagedVariable, SolutionPackage } from './solution-package.ts';
import type { Files } from './zip.ts';

const english = 1033;

const textElement = (name: string, value: string | number | null): string =>
  value === null ? `<${name} xsi:nil="true"></${name}>` : `<${name}>${escapedText(String(value))}</${name}>`;

const localized = (list: string, item: string, text: string | null): string =>
  text === null || text === ''
    ? `<${list} />`
    : element(list, {}, element(item, { description: text, languagecode: english }));

const braced = (id: string): string => `{${id}}`;

/** Attributes of the root of both files, by the version of the environment that exports. */
const rootOf = (version: string): string =>
  `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" OrganizationVersion="${version}" OrganizationSchemaType="Standard" CRMServerServiceabilityVersion="${version}"`;

function solutionXml(it: SolutionPackage, version: string): string {
  const { publisher } = it;
  const roots = [
    ...it.roles.map(({ id }) => element('RootComponent', { type: 20, id: braced(id), behavior: 0 })),
    ...it.profiles.map(({ id }) => element('RootComponent', { type: 70, id: braced(id), behavior: 0 })),
    ...it.variables.map(({ schemaName }) => element('RootComponent', { type: 380, schemaName, behavior: 0 })),
  ];
  return [
    `<ImportExportXml version="${version}" SolutionPackageVersion="9.2" languagecode="${english}" generatedBy="CrmLive" ${rootOf(version)}>`,
    element(
      'SolutionManifest',
      {},
      textElement('UniqueName', it.uniqueName),
      localized('LocalizedNames', 'LocalizedName', it.friendlyName),
      localized('Descriptions', 'Description', it.description),
      textElement('Version', it.version),
      textElement('Managed', it.isManaged ? 1 : 0),
      element(
        'Publisher',
        {},
        textElement('UniqueName', publisher.uniqueName),
        localized('LocalizedNames', 'LocalizedName', publisher.friendlyName),
        '<Descriptions />',
        textElement('EMailAddress', null),
        textElement('SupportingWebsiteUrl', null),
        textElement('CustomizationPrefix', publisher.prefix),
        textElement('CustomizationOptionValuePrefix', publisher.optionValuePrefix),
        '<Addresses />',
      ),
      roots.length === 0 ? '<RootComponents />' : element('RootComponents', {}, ...roots),
      '<MissingDependencies />',
    ),
    '</ImportExportXml>',
  ].join('');
}

const roleXml = (it: PackagedRole): string =>
  element(
    'Role',
    { id: braced(it.id), name: it.name, isinherited: it.inherited },
    textElement('IsCustomizable', it.isCustomizable ? 1 : 0),
    element(
      'RolePrivileges',
      {},
      ...it.privileges.map(({ level, name }) => element('RolePrivilege', { name, level })),
    ),
  );

const profileXml = (it: PackagedProfile): string =>
  element(
    'FieldSecurityProfile',
    { name: it.name, description: it.description, fieldsecurityprofileid: braced(it.id) },
    element(
      'FieldPermissions',
      {},
      ...it.permissions.map((one) =>
        element(
          'FieldPermission',
          {},
          textElement('EntityName', one.table),
          textElement('AttributeName', one.column),
          textElement('CanRead', one.read),
          textElement('CanUpdate', one.update),
          textElement('CanCreate', one.create),
        ),
      ),
    ),
  );

function customizationsXml({ profiles, roles }: SolutionPackage, version: string): string {
  const list = (name: string, items: readonly string[]): string => `<${name}>${items.join('')}</${name}>`;
  return [
    `<ImportExportXml ${rootOf(version)}>`,
    '<Entities></Entities>',
    list('Roles', roles.map(roleXml)),
    '<Workflows></Workflows>',
    list('FieldSecurityProfiles', profiles.map(profileXml)),
    '<Templates /><EntityMaps /><EntityRelationships /><OrganizationSettings /><optionsets /><CustomControls /><EntityDataProviders />',
    list('Languages', [textElement('Language', english)]),
    '</ImportExportXml>',
  ].join('');
}

const variableXml = (it: PackagedVariable): string =>
  element(
    'environmentvariabledefinition',
    { schemaname: it.schemaName },
    ...(it.defaultValue === null ? [] : [textElement('defaultvalue', it.defaultValue)]),
    ...(it.description === null
      ? []
      : [
          element(
            'description',
            { default: it.description },
            element('label', { description: it.description, languagecode: english }),
          ),
        ]),
    element(
      'displayname',
      { default: it.displayName },
      element('label', { description: it.displayName, languagecode: english }),
    ),
    textElement('iscustomizable', 1),
    textElement('isrequired', it.isRequired ? 1 : 0),
    textElement('secretstore', it.secretStore),
    textElement('type', it.type),
  );

const valueJson = ({ id, value }: NonNullable<PackagedVariable['value']>): string =>
  JSON.stringify({
    environmentvariablevalues: {
      environmentvariablevalue: {
        ...(id === null ? {} : { '@environmentvariablevalueid': id }),
        iscustomizable: '1',
        value,
      },
    },
  });

/** Files of a package, as exported solutions have them (CustomizationsSolution.xsd; exported solutions in public repositories). */
export function printPackage(it: SolutionPackage, version: string): Files {
  const folder = (schemaName: string): string => `environmentvariabledefinitions/${schemaName}`;
  return new Map([
    ...it.variables.flatMap((variable): readonly (readonly [string, string])[] => [
      [`${folder(variable.schemaName)}/environmentvariabledefinition.xml`, variableXml(variable)],
      ...(variable.value === null
        ? []
        : [
            [
              `${folder(variable.schemaName)}/environmentvariablevalues.json`,
              valueJson(variable.value),
            ] as const,
          ]),
    ]),
    ['solution.xml', solutionXml(it, version)],
    ['customizations.xml', customizationsXml(it, version)],
    [
      '[Content_Types].xml',
      '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /><Default Extension="json" ContentType="application/octet-stream" /></Types>',
    ],
  ]);
}
