import type { Table } from '../table.ts';
import { choice, type Column, column, columns, flag, lookup, readOnly, text, tableName } from '../column.ts';

/** What a table of customizations has beyond what every standard table has. */
export type CustomizationTable = {
  readonly primaryName: string;
  readonly entitySet?: string;
  /** All of its columns but those that every table has. */
  readonly columns: readonly Column[];
} & Partial<Pick<Table, 'privilegeSuffix' | 'scope'>>;

const description = column('description', 'memo');
const isManaged = readOnly(flag('ismanaged'));
const solutionId = readOnly(column('solutionid', 'guid'));
const activeInactive: readonly Column[] = [
  choice('statecode', { '0': 'Active', '1': 'Inactive' }, 0),
  choice('statuscode', { '1': 'Active', '2': 'Inactive' }, 1),
];

/**
 * Tables that describe solutions, processes and extensions, by logical name, with the columns that tools ask for (Learn: "Dataverse
 * table/entity reference").
 */
export const customizationTables: Readonly<Record<string, CustomizationTable>> = {
  workflow: {
    primaryName: 'name',
    columns: [
      text('name', 100),
      text('uniquename', 256),
      description,
      choice(
        'category',
        {
          '0': 'Workflow',
          '1': 'Dialog',
          '2': 'Business Rule',
          '3': 'Action',
          '4': 'Business Process Flow',
          '5': 'Modern Flow',
          '6': 'Desktop Flow',
        },
        0,
      ),
      choice('type', { '1': 'Definition', '2': 'Activation', '3': 'Template' }, 1),
      choice('mode', { '0': 'Background', '1': 'Real-time' }, 0),
      choice(
        'scope',
        { '1': 'User', '2': 'Business Unit', '3': 'Parent: Child Business Units', '4': 'Organization' },
        1,
      ),
      tableName('primaryentity'),
      ...columns('memo', 'clientdata xaml triggeronupdateattributelist'),
      flag('ondemand'),
      flag('subprocess'),
      flag('triggeroncreate'),
      flag('triggerondelete'),
      flag('syncworkflowlogonfailure'),
      readOnly(flag('iscrmuiworkflow')),
      isManaged,
      choice('statecode', { '0': 'Draft', '1': 'Activated', '2': 'Suspended' }, 0),
      choice('statuscode', { '1': 'Draft', '2': 'Activated', '3': 'CompanyDLPViolation' }, 1),
    ],
  },
  environmentvariabledefinition: {
    primaryName: 'schemaname',
    columns: [
      text('schemaname', 100),
      text('displayname', 100),
      description,
      choice(
        'type',
        {
          '100000000': 'String',
          '100000001': 'Number',
          '100000002': 'Boolean',
          '100000003': 'JSON',
          '100000004': 'Data source',
          '100000005': 'Secret',
        },
        100_000_000,
      ),
      column('defaultvalue', 'memo'),
      column('valueschema', 'memo'),
      flag('isrequired'),
      choice('secretstore', { '0': 'Azure Key Vault', '1': 'Microsoft Dataverse' }, 0),
      isManaged,
      solutionId,
      ...activeInactive,
    ],
  },
  // Open to whom its definition is open, by the privileges of that (Learn: "Environment variables overview", security; exported roles have no others).
  environmentvariablevalue: {
    primaryName: 'schemaname',
    privilegeSuffix: 'EnvironmentVariableDefinition',
    scope: {
      kind: 'through',
      table: 'environmentvariabledefinition',
      column: 'environmentvariabledefinitionid',
    },
    columns: [
      text('schemaname', 100),
      column('value', 'memo'),
      lookup('environmentvariabledefinitionid', 'environmentvariabledefinition'),
      isManaged,
      solutionId,
      ...activeInactive,
    ],
  },
  connectionreference: {
    primaryName: 'connectionreferencedisplayname',
    columns: [
      text('connectionreferencedisplayname', 100),
      text('connectionreferencelogicalname', 100),
      text('connectorid', 100),
      text('connectionid', 100),
      description,
      isManaged,
      ...activeInactive,
    ],
  },
  customapi: {
    primaryName: 'name',
    columns: [
      text('name', 100),
      text('uniquename', 128),
      text('displayname', 100),
      text('description', 300),
      choice('bindingtype', { '0': 'Global', '1': 'Entity', '2': 'EntityCollection' }, 0),
      text('boundentitylogicalname', 100),
      flag('isfunction'),
      flag('isprivate'),
      choice('allowedcustomprocessingsteptype', { '0': 'None', '1': 'Async Only', '2': 'Sync and Async' }, 0),
      text('executeprivilegename', 100),
      flag('workflowsdkstepenabled'),
      lookup('plugintypeid', 'plugintype'),
      lookup('sdkmessageid', 'sdkmessage'),
      isManaged,
      ...activeInactive,
    ],
  },
  pluginassembly: {
    primaryName: 'name',
    columns: [
      text('name', 256),
      text('version', 48),
      text('culture', 32),
      text('publickeytoken', 32),
      text('path', 256),
      column('content', 'memo'),
      text('description', 256),
      choice('isolationmode', { '1': 'None', '2': 'Sandbox', '3': 'External' }, 2),
      choice(
        'sourcetype',
        { '0': 'Database', '1': 'Disk', '2': 'Normal', '3': 'AzureWebApp', '4': 'File Store' },
        0,
      ),
      ...columns('integer', 'major minor', { writable: 'never' }),
      column('ishidden', 'complex', { edmType: 'mscrm.BooleanManagedProperty' }),
      isManaged,
    ],
  },
  plugintype: {
    primaryName: 'name',
    columns: [
      text('name', 256),
      text('typename', 256),
      text('friendlyname', 256),
      readOnly(text('assemblyname', 100)),
      readOnly(text('version', 48)),
      readOnly(flag('isworkflowactivity')),
      text('workflowactivitygroupname', 256),
      text('description', 256),
      lookup('pluginassemblyid', 'pluginassembly'),
      isManaged,
    ],
  },
  webresource: {
    primaryName: 'name',
    entitySet: 'webresourceset',
    columns: [
      text('name', 256),
      text('displayname', 200),
      column('description', 'memo'),
      column('content', 'memo'),
      column('dependencyxml', 'memo'),
      choice('webresourcetype', {
        '1': 'Webpage (HTML)',
        '2': 'Style Sheet (CSS)',
        '3': 'Script (JScript)',
        '4': 'Data (XML)',
        '5': 'PNG format',
        '6': 'JPG format',
        '7': 'GIF format',
        '8': 'Silverlight (XAP)',
        '9': 'Style Sheet (XSL)',
        '10': 'ICO format',
        '11': 'Vector format (SVG)',
        '12': 'String (RESX)',
      }),
      column('languagecode', 'integer'),
      isManaged,
    ],
  },
  serviceendpoint: {
    primaryName: 'name',
    columns: [
      text('name', 160),
      text('description', 200),
      text('url', 2000),
      text('path', 160),
      text('solutionnamespace', 160),
      choice('connectionmode', { '1': 'Normal', '2': 'Federated' }, 1),
      choice('contract', {
        '1': 'OneWay',
        '2': 'Queue',
        '3': 'Rest',
        '4': 'TwoWay',
        '5': 'Topic',
        '6': 'Queue (Persistent)',
        '7': 'Event Hub',
        '8': 'Webhook',
        '9': 'Event Grid',
        '10': 'Managed Data Lake',
      }),
      choice('messageformat', { '1': 'Binary XML', '2': 'Json', '3': 'Text XML' }),
      choice('authtype', {
        '1': 'ACS',
        '2': 'SAS Key',
        '3': 'SAS Token',
        '4': 'Webhook Key',
        '5': 'Http Header',
        '6': 'Http Query String',
        '7': 'Connection String',
        '8': 'Access Key',
        '9': 'Managed Identity',
      }),
      isManaged,
    ],
  },
  sdkmessage: {
    primaryName: 'name',
    columns: [
      text('name', 256),
      text('categoryname', 25),
      flag('autotransact', true),
      column('availability', 'integer'),
      column('template', 'boolean'),
      text('throttlesettings', 512),
      ...['isactive', 'isprivate', 'isreadonly', 'isvalidforexecuteasync', 'workflowsdkstepenabled'].map(
        (name) => readOnly(flag(name)),
      ),
    ],
  },
  sdkmessageprocessingstep: {
    primaryName: 'name',
    columns: [
      text('name', 256),
      text('description', 256),
      choice('stage', {
        '5': 'Initial Pre-operation (For internal use only)',
        '10': 'Pre-validation',
        '15': 'Internal Pre-operation Before External Plugins (For internal use only)',
        '20': 'Pre-operation',
        '25': 'Internal Pre-operation After External Plugins (For internal use only)',
        '30': 'Main Operation (For internal use only)',
        '35': 'Internal Post-operation Before External Plugins (For internal use only)',
        '40': 'Post-operation',
        '45': 'Internal Post-operation After External Plugins (For internal use only)',
        '55': 'Final Post-operation (For internal use only)',
      }),
      choice('mode', { '0': 'Synchronous', '1': 'Asynchronous' }, 0),
      choice(
        'supporteddeployment',
        { '0': 'Server Only', '1': 'Microsoft Dynamics 365 Client for Outlook Only', '2': 'Both' },
        0,
      ),
      column('rank', 'integer'),
      column('filteringattributes', 'memo'),
      column('configuration', 'memo'),
      flag('asyncautodelete'),
      lookup('sdkmessageid', 'sdkmessage'),
      lookup('sdkmessagefilterid', 'sdkmessagefilter'),
      lookup('plugintypeid', 'plugintype'),
      isManaged,
      choice('statecode', { '0': 'Enabled', '1': 'Disabled' }, 0),
      choice('statuscode', { '1': 'Enabled', '2': 'Disabled' }, 1),
    ],
  },
  sdkmessagefilter: {
    primaryName: 'name',
    columns: [
      text('name', 256),
      readOnly(tableName('primaryobjecttypecode')),
      readOnly(tableName('secondaryobjecttypecode')),
      column('availability', 'integer'),
      readOnly(flag('iscustomprocessingstepallowed', true)),
      lookup('sdkmessageid', 'sdkmessage'),
    ],
  },
};
