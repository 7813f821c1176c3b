import { guid } from '../base/guid.ts';
import type { Preferences } from '../preferences.ts';
import { tableOfSet } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { DataverseRequest, DataverseResponse } from '../seam.ts';
import { errorNames } from './error-names.ts';
import { messageOf } from './payload-faults.ts';
import type { ServiceFault } from './service-fault.ts';

/** What a refusal tells of its request. */
type Asked = Pick<DataverseRequest, 'method' | 'path' | 'query' | 'serviceRoot'>;

const helpLink = 'http://go.microsoft.com/fwlink/?LinkID=398563';

/** The table whose rows a request is about, told by how its address begins; null for operations that belong to none. */
const tableOf = (path: string): Table | null => tableOfSet(/^\/([a-z0-9_]+)/i.exec(path)?.[1] ?? '');

/** Tables whose services are in the part that other programs share: seen for accounts and phone calls, contacts follow. */
const isCommon = ({ logicalName, isActivity }: Table): boolean =>
  isActivity || logicalName === 'account' || logicalName === 'contact';

/** The class that answers for a table (seen for accounts, phone calls, business units and custom tables; the others follow). */
function serviceOf(table: Table): string {
  if (table.schemaName.includes('_')) return 'Microsoft.Crm.ObjectModel.CustomBusinessEntityService';
  return `Microsoft.Crm.${isCommon(table) ? 'Common.' : ''}ObjectModel.${table.schemaName}Service`;
}

/** What the platform tells of itself where one of its services refuses; the OData layer in front of it tells nothing. */
function platformDetails({ code, status }: ServiceFault, request: Asked): Record<string, string> {
  const name = errorNames[code.toLowerCase()];
  const table = tableOf(request.path);
  if (name === undefined || table === null) return {};
  return {
    ApiExceptionSourceKey: `Plugin/${serviceOf(table)}`,
    ApiStepKey: guid('step', table.logicalName, request.method),
    ApiDepthKey: '1',
    ApiActivityIdKey: guid('activity', request.serviceRoot, request.path, request.query),
    ApiPluginSolutionNameKey: 'System',
    ApiStepSolutionNameKey: 'System',
    ApiExceptionCategory: status < 500 ? 'ClientError' : 'SystemFailure',
    ApiExceptionMessageName: name,
    ApiExceptionHttpStatusCode: String(status),
  };
}

/**
 * The answer to a refused request, with the annotations that it asks for, all or some of them (Learn: "Compose HTTP requests and
 * handle errors"; shape as in "Quick start: Use Insomnia with Dataverse Web API" and in tests of Microsoft's DataverseServiceClient).
 * OperationStatus, SubErrorCode and TraceText come from plug-ins of customers, of which there are none.
 */
export function errorAnswer(
  fault: ServiceFault,
  request: Asked,
  { includes }: Pick<Preferences, 'includes'>,
): DataverseResponse {
  const message = messageOf(fault, request.path);
  const details = Object.entries(platformDetails(fault, request)).map(
    ([name, value]) => [`ErrorDetails.${name}`, value] as const,
  );
  const link = `${helpLink}&error=Microsoft.Crm.CrmException%3a${fault.code.slice(2)}&client=platform`;
  const annotations = [...details, ['HelpLink', link] as const, ['InnerError.Message', message] as const]
    .map(([name, value]) => [`Microsoft.PowerApps.CDS.${name}`, value] as const)
    .filter(([name]) => includes(name))
    .map(([name, value]) => [`@${name}`, value] as const);
  const error = { code: fault.code, message, ...Object.fromEntries(annotations) };
  return {
    status: fault.status,
    headers: { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0' },
    body: JSON.stringify({ error }),
  };
}
