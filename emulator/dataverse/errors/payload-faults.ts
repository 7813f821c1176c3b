import { tableOfSet } from '../schema/schema.ts';
import { type Otherwise, ServiceFault } from './service-fault.ts';

/** A body that the service cannot read. What it is told about is the exception inside; the rest of the text is the same for all. */
export class PayloadFault extends ServiceFault {
  constructor(exception: string, otherwise: Otherwise | null = null) {
    super(400, '0x80048d19', exception, otherwise);
    this.name = 'PayloadFault';
  }
}

/**
 * The text of a fault in the answer to a request. A body is said to be for the entity set that the address ends with, and for
 * nothing where it ends with a key (Learn: "Dataverse Web API client errors"; reports of POST and PATCH). Where reports go on with
 * .NET's stack, this ends.
 */
export function messageOf(fault: ServiceFault, path: string): string {
  if (!(fault instanceof PayloadFault)) return fault.message;
  const set = tableOfSet(path.slice(1)) === null ? '' : path.slice(1);
  return `Error identified in Payload provided by the user for Entity :'${set}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : ${fault.message}`;
}

/** A body that is no JSON or does not fit, in the words of Microsoft's OData library. */
export const invalidPayload = (detail: string, otherwise: Otherwise | null = null): PayloadFault =>
  new PayloadFault(`Microsoft.OData.ODataException: ${detail}`, otherwise);

const invalidProperty = (table: string, name: string, reason: string): PayloadFault =>
  new PayloadFault(
    `Microsoft.Crm.CrmException: Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${table}'. ---> Microsoft.OData.ODataException: ${reason}`,
  );

/** A property that a table does not have (seen in reports, with this code). */
export const unknownProperty = (table: string, name: string): PayloadFault =>
  invalidProperty(
    table,
    name,
    `The property '${name}' does not exist on type 'Microsoft.Dynamics.CRM.${table}'. Make sure to only use property names that are defined by the type.`,
  );

/** What is unknown and null (seen in powerapps-docs, issue 2720). */
export const untypedProperty = (table: string, name: string): PayloadFault =>
  invalidProperty(table, name, 'Does not support untyped value in non-open type.');

type JsonNode = 'StartObject' | 'StartArray' | 'PrimitiveValue';

/** JSON that has something else where an object or a single value should be (text of Microsoft's OData library). */
export const unexpectedNode = (found: JsonNode, expected: JsonNode): PayloadFault =>
  invalidPayload(
    `An unexpected '${found}' node was found when reading from the JSON reader. A '${expected}' node was expected.`,
  );

/** A text that is no JSON (texts of Microsoft's OData library, which tells more of what is wrong with a token). */
export const invalidJson = (isCutOff: boolean): PayloadFault =>
  invalidPayload(
    isCutOff
      ? 'Invalid JSON. Unexpected end of input was found in JSON content. Not all object and array scopes were closed.'
      : 'Invalid JSON. A token was not recognized in the JSON content.',
  );

/** A parameter that an action does not have (text of Microsoft's OData library, as several clients met it with this code). */
export const unknownParameter = (name: string, action: string): PayloadFault =>
  invalidPayload(
    `The parameter '${name}' in the request payload is not a valid parameter for the operation '${action}'.`,
  );

/** No text where a body should be, mostly because lines of a batch do not end with CRLF (Learn: "Dataverse Web API client errors"). */
export const streamNotReadable = (): PayloadFault =>
  new PayloadFault('System.ArgumentException: Stream was not readable.');
