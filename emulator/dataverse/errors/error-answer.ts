import type { DataverseResponse } from '../seam.ts';
import type { ServiceFault } from './service-fault.ts';

const helpLink = 'http://go.microsoft.com/fwlink/?LinkID=398563';

/**
 * The answer to a refused request (Learn: "Compose HTTP requests and handle errors"). With
 * `Prefer: odata.include-annotations="*"` the error carries the fields that support asks for.
 */
export function errorAnswer(fault: ServiceFault, annotated: boolean): DataverseResponse {
  const annotations = {
    '@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus': '0',
    '@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode': '2146233088',
    '@Microsoft.PowerApps.CDS.HelpLink': `${helpLink}&error=Microsoft.Crm.CrmException%3a${fault.code.slice(2)}&client=platform`,
    '@Microsoft.PowerApps.CDS.TraceText': `[Microsoft.Crm.ObjectModel: ${fault.code}]`,
    '@Microsoft.PowerApps.CDS.InnerError.Message': fault.message,
  };
  const error = { code: fault.code, message: fault.message, ...(annotated ? annotations : {}) };
  return {
    status: fault.status,
    headers: { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0' },
    body: JSON.stringify({ error }),
  };
}
