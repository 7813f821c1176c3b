import { type Column, column, columns, flag, lookup } from '../column.ts';
import { defineTable, type Table } from '../table.ts';
import {
  complexColumn,
  definition,
  enumColumn,
  hasChanged,
  labelColumn,
  managedColumn,
} from './definition-columns.ts';

const flags = (names: string, fallback: boolean): readonly Column[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => flag(name, fallback));

const common: readonly Column[] = [
  hasChanged,
  ...columns('string', 'LogicalName SchemaName EntityLogicalName AttributeOf DeprecatedVersion ExternalName'),
  ...columns('string', 'InheritsFrom AutoNumberFormat'),
  column('IntroducedVersion', 'string', { fallback: '5.0.0.0' }),
  column('ColumnNumber', 'integer'),
  column('SourceType', 'integer'),
  column('LinkedAttributeId', 'guid'),
  ...columns('datetime', 'CreatedOn ModifiedOn', { fallback: '1900-01-01T00:00:00Z' }),
  enumColumn('AttributeType', 'AttributeTypeCode'),
  complexColumn('AttributeTypeName', 'mscrm.AttributeTypeDisplayName'),
  ...flags(
    `IsCustomAttribute IsSecured CanBeSecuredForRead CanBeSecuredForCreate CanBeSecuredForUpdate IsPrimaryId IsPrimaryName
     IsValidForCreate IsValidForUpdate IsLogical IsRetrievable IsFilterable IsSearchable IsDataSourceSecret IsValidODataAttribute
     IsRequiredForForm IsValidForForm IsValidForGrid`,
    false,
  ),
  ...flags('IsValidForRead IsManaged', true),
  labelColumn('Description'),
  labelColumn('DisplayName'),
  managedColumn('IsAuditEnabled', true, true, 'canmodifyauditsettings'),
  managedColumn('IsGlobalFilterEnabled', false, true, 'canmodifyglobalfiltersettings'),
  managedColumn('IsSortableEnabled', false, true, 'canmodifyissortablesettings'),
  managedColumn('IsCustomizable', true, false, 'iscustomizable'),
  managedColumn('IsRenameable', true, false, 'isrenameable'),
  managedColumn('IsValidForAdvancedFind', true, true, 'canmodifysearchsettings'),
  managedColumn('CanModifyAdditionalSettings', true, true, 'canmodifyadditionalsettings'),
  complexColumn('RequiredLevel', 'mscrm.AttributeRequiredLevelManagedProperty'),
  complexColumn('Settings', 'Collection(mscrm.AttributeSetting)', []),
];

/** Columns of a table by their type; `OptionSet` and `GlobalOptionSet` are navigation properties. */
const typeOf = (name: string, own: readonly Column[], sets: readonly Column[] = []): Table =>
  defineTable({
    ...definition,
    logicalName: name,
    schemaName: name,
    entitySet: 'Attributes',
    displayName: 'Attribute Metadata',
    displayCollectionName: 'Attributes',
    alternateKeys: [['LogicalName']],
    columns: [...common, ...own, ...sets],
    internal: sets.map((it) => it.name),
  });

/** Definitions of columns, reached through their table (Learn: "AttributeMetadata EntityType"). */
export const attributeDefinition = typeOf('AttributeMetadata', []);

const formula = [column('FormulaDefinition', 'string'), column('SourceTypeMask', 'integer', { fallback: 0 })];
const ime = enumColumn('ImeMode', 'ImeMode', 'Auto');
const range = (type: 'integer' | 'double' | 'decimal' | 'bigint', names = 'MaxValue MinValue') =>
  columns(type, names);
const precision = column('Precision', 'integer');
const optionSets = [lookup('OptionSet', 'OptionSetMetadata'), lookup('GlobalOptionSet', 'OptionSetMetadata')];
const choice = [column('DefaultFormValue', 'integer', { fallback: -1 })];

const pickListOf = [
  column('ParentPicklistLogicalName', 'string'),
  complexColumn('ChildPicklistLogicalNames', 'Collection(Edm.String)', []),
];

/** What columns with choices have in common; a cast to it finds all of them (Learn: "EnumAttributeMetadata EntityType"). */
export const enumAttributes = typeOf('EnumAttributeMetadata', choice, optionSets);

/** Columns with choices of one kind. */
export const enumAttributeTypes: readonly Table[] = [
  typeOf('PicklistAttributeMetadata', [...choice, ...pickListOf, ...formula], optionSets),
  typeOf('MultiSelectPicklistAttributeMetadata', [...choice, ...pickListOf, ...formula], optionSets),
  typeOf('StateAttributeMetadata', choice, optionSets),
  typeOf('StatusAttributeMetadata', choice, optionSets),
  typeOf('EntityNameAttributeMetadata', [...choice, flag('IsEntityReferenceStored')], optionSets),
];

/** The types derived from it, to which a path casts (Learn: "AttributeMetadata EntityType", derived types). */
export const attributeTypes: readonly Table[] = [
  typeOf('StringAttributeMetadata', [
    enumColumn('Format', 'StringFormat', 'Text'),
    complexColumn('FormatName', 'mscrm.StringFormatName', { Value: 'Text' }),
    ime,
    ...columns('integer', 'MaxLength DatabaseLength'),
    column('YomiOf', 'string'),
    flag('IsLocalizable'),
    ...formula,
  ]),
  typeOf('MemoAttributeMetadata', [
    enumColumn('Format', 'StringFormat', 'TextArea'),
    complexColumn('FormatName', 'mscrm.MemoFormatName', { Value: 'TextArea' }),
    ime,
    column('MaxLength', 'integer'),
    flag('IsLocalizable'),
  ]),
  typeOf('IntegerAttributeMetadata', [
    enumColumn('Format', 'IntegerFormat', 'None'),
    ...range('integer'),
    ...formula,
  ]),
  typeOf('BigIntAttributeMetadata', range('bigint')),
  typeOf('DecimalAttributeMetadata', [...range('decimal'), precision, ime, ...formula]),
  typeOf('DoubleAttributeMetadata', [...range('double'), precision, ime]),
  typeOf('MoneyAttributeMetadata', [
    ...range('double'),
    precision,
    column('PrecisionSource', 'integer', { fallback: 2 }),
    column('CalculationOf', 'string'),
    flag('IsBaseCurrency'),
    ime,
    ...formula,
  ]),
  typeOf(
    'BooleanAttributeMetadata',
    [flag('DefaultValue'), ...formula],
    [lookup('OptionSet', 'BooleanOptionSetMetadata'), lookup('GlobalOptionSet', 'BooleanOptionSetMetadata')],
  ),
  typeOf('DateTimeAttributeMetadata', [
    ...columns('datetime', 'MinSupportedValue MaxSupportedValue'),
    enumColumn('Format', 'DateTimeFormat', 'DateAndTime'),
    complexColumn('DateTimeBehavior', 'mscrm.DateTimeBehavior', { Value: 'UserLocal' }),
    managedColumn('CanChangeDateTimeBehavior', false, false, 'canchangedatetimebehavior'),
    ime,
    ...formula,
  ]),
  typeOf('LookupAttributeMetadata', [
    complexColumn('Targets', 'Collection(Edm.String)', []),
    enumColumn('Format', 'LookupFormat', 'None'),
  ]),
  enumAttributes,
  ...enumAttributeTypes,
  typeOf('UniqueIdentifierAttributeMetadata', []),
  typeOf('ImageAttributeMetadata', [
    flag('IsPrimaryImage', true),
    flag('CanStoreFullImage'),
    ...columns('integer', 'MaxHeight MaxWidth', { fallback: 144, edmType: 'Edm.Int16' }),
    column('MaxSizeInKB', 'integer', { fallback: 10_240 }),
  ]),
  typeOf('FileAttributeMetadata', [column('MaxSizeInKB', 'integer', { fallback: 32_768 })]),
  typeOf('ManagedPropertyAttributeMetadata', [
    ...columns('string', 'ManagedPropertyLogicalName ParentAttributeName'),
    column('ParentComponentType', 'integer'),
    enumColumn('ValueAttributeTypeCode', 'AttributeTypeCode', 'Boolean'),
  ]),
];

const setColumns: readonly Column[] = [
  hasChanged,
  column('Name', 'string'),
  ...columns('string', 'IntroducedVersion ExternalTypeName'),
  ...flags('IsGlobal IsCustomOptionSet', false),
  flag('IsManaged', true),
  enumColumn('OptionSetType', 'OptionSetType'),
  labelColumn('Description'),
  labelColumn('DisplayName'),
  managedColumn('IsCustomizable', true, false, 'iscustomizable'),
];

const setTable = (name: string, entitySet: string, own: readonly Column[]): Table =>
  defineTable({
    ...definition,
    logicalName: name,
    schemaName: name,
    entitySet,
    displayName: 'Option Set Metadata',
    alternateKeys: [['Name']],
    columns: [...setColumns, ...own],
  });

/** Choices that several columns share; the choices of one column are reached through it (Learn: "OptionSetMetadata EntityType"). */
export const globalOptionSets = setTable('OptionSetMetadataBase', 'GlobalOptionSetDefinitions', []);

/** The choices of a column, and of a yes/no column. */
export const optionSetTypes: readonly Table[] = [
  setTable('OptionSetMetadata', 'OptionSets', [
    column('ParentOptionSetName', 'string'),
    complexColumn('Options', 'Collection(mscrm.OptionMetadata)', []),
  ]),
  setTable('BooleanOptionSetMetadata', 'BooleanOptionSets', [
    complexColumn('TrueOption', 'mscrm.OptionMetadata'),
    complexColumn('FalseOption', 'mscrm.OptionMetadata'),
  ]),
];
