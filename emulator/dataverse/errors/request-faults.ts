import { ServiceFault } from './service-fault.ts';

/** A text that the OData layer cannot read, or a query it does not do (0x80060888, Learn: "Compose HTTP requests and handle errors"). */
export const badRequest = (message: string): ServiceFault => new ServiceFault(400, '0x80060888', message);

/** A query option that the resource does not take; the text is that of reports about some options, and taken over for the others. */
export const unsupportedParameter = (name: string): ServiceFault =>
  badRequest(`The query parameter ${name} is not supported`);

/** A function in a query of definitions (CrmHttpError; seen with status 501 and 400). */
export const notForDefinitions = (name: string): ServiceFault =>
  new ServiceFault(501, '0x8006088a', `The "${name}" function isn't supported for Metadata Entities.`);

/** None of the types that the client takes is that of the answer (seen of `$metadata` that was asked for as JSON). */
export const unacceptable = (): ServiceFault =>
  new ServiceFault(
    415,
    '0x80060888',
    'A supported MIME type could not be found that matches the acceptable MIME types for the request.',
  );

/** A part of OData that the service does not do; the text is ours. */
export const notSupported = (what: string): ServiceFault => badRequest(`${what} is not supported.`);

/** A path segment that means nothing. */
export function segmentNotFound(segment: string): ServiceFault {
  const message = `Resource not found for the segment '${segment}'.`;
  return new ServiceFault(404, '0x80060888', message, {
    rule: 'unknownSegmentCode',
    answers: { '0x8006088a': new ServiceFault(404, '0x8006088a', message) },
  });
}

/** Something else where the version of an address stands (seen: DynamicsWebApi, issue 130, where a double slash stood before `api` in a batch). */
export const versionNotUnderstood = (version: string): ServiceFault =>
  badRequest(
    `Requested API Version '${version}' was not understood. Please provide in the format /api/data/v<Major>.<Minor>/ (example: /api/data/v7.2/)`,
  );

/** A link to another version of the Web API than the request is for (text of Microsoft's OData library; seen: XrmDefinitelyTyped, issue 276, and in flows). */
export const linkOfOtherBase = (link: string, serviceRoot: string): ServiceFault =>
  badRequest(`The URI '${link}' is not valid because it is not based on '${serviceRoot}/'.`);

/** A function that is called with another method than GET (Learn: "Dataverse Web API client errors"). */
export const functionNotFound = (url: string): ServiceFault =>
  new ServiceFault(404, '', `No HTTP resource was found that matches the request URI '${url}'.`);

/**
 * A column or navigation property that a table does not have: the code of its name (QueryBuilderNoAttribute), or that of all that the OData
 * layer refuses, as reports have it, or 0x0, as Learn ("Dataverse Web API client errors") and older reports (verbb/formie, issue 1185).
 */
export const propertyNotFound = (property: string, table: string): ServiceFault =>
  notOnType(property, `Microsoft.Dynamics.CRM.${table}`);

/** A property of a number, as a filter on `/$count` asks for one (seen by several clients; `?$count=true` is their way around it). */
export const notOfCount = (property: string): ServiceFault => notOnType(property, 'Edm.Int32');

function notOnType(property: string, type: string): ServiceFault {
  const message = `Could not find a property named '${property}' on type '${type}'.`;
  return new ServiceFault(400, '0x80041103', message, {
    rule: 'unknownColumnCode',
    answers: {
      '0x80060888': new ServiceFault(400, '0x80060888', message),
      '0x0': new ServiceFault(400, '0x0', message),
    },
  });
}

/** A record that is not there; an id of another table reads the same (ObjectDoesNotExist). */
export const recordNotFound = (table: string, id: string): ServiceFault =>
  new ServiceFault(
    404,
    table === 'audit' ? '0x80048d02' : '0x80040217',
    `Entity '${table}' With Id = ${id} Does Not Exist`,
  );

/** No record has these alternate key values (RecordNotFoundByEntityKey). */
export const recordNotFoundByKey = (table: string): ServiceFault =>
  new ServiceFault(
    404,
    '0x80060891',
    `A record with the specified key values does not exist in ${table} entity`,
  );

/** A table that there is not (QueryBuilderNoEntity). */
export function tableNotFound(name: string): ServiceFault {
  const message = `The entity with a name = '${name}' with namemapping = 'Logical' was not found in the MetadataCache.`;
  return new ServiceFault(404, '0x80041102', message, {
    rule: 'unknownTableCode',
    answers: { '0x80060888': new ServiceFault(404, '0x80060888', message) },
  });
}

/** A table of `RetrieveTotalRecordCount` that there is not; it refuses the whole call (InvalidArgument; text as clients have reported it). */
export const countedTableNotFound = (name: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040203',
    `Entity ${name} was not found in the CRM system. Check the entity name.`,
  );

/** An argument that the service cannot use (InvalidArgument; the text is ours). */
export const invalidArgument = (name: string): ServiceFault =>
  new ServiceFault(400, '0x80040203', `Invalid argument. Parameter name: ${name}`);

/** A parameter that a message needs and was not given (text as in an issue of Dynamics-365-Workflow-Tools, 138; that the code is that of InvalidArgument is ours). */
export const requiredFieldMissing = (name: string): ServiceFault =>
  new ServiceFault(400, '0x80040203', `Required field '${name}' is missing`);

/** An id that is all zeros where a real one is needed (InvalidArgument). */
export const emptyGuid = (): ServiceFault => new ServiceFault(400, '0x80040203', 'Expected non-empty Guid.');

/** A method that the resource does not have (text of ASP.NET Web API; the code is that of all that the OData layer refuses, as seen with 405 of definitions). */
export const methodNotAllowed = (method: string): ServiceFault =>
  new ServiceFault(405, '0x80060888', `The requested resource does not support http method '${method}'.`);

/** Something that the real service does and this one does not do yet; code and text are ours. */
export const notImplemented = (what: string): ServiceFault =>
  new ServiceFault(501, '0x80040315', `${what} is not available in the demo cloud yet.`);

/** A query that takes too long (SqlTimeout). */
export const queryTimeout = (): ServiceFault => new ServiceFault(400, '0x80044151', 'SQL timeout expired.');

/** The row changed since the client read it (ConcurrencyVersionMismatch). */
export const versionMismatch = (): ServiceFault =>
  new ServiceFault(
    412,
    '0x80060882',
    "The version of the existing record doesn't match the RowVersion property provided.",
  );

/** A row with the same key exists already (DuplicateRecord). */
export const duplicateRecord = (): ServiceFault =>
  new ServiceFault(412, '0x80040237', 'A record with matching key values already exists.');

/** A message that a table does not have (SdkEntityDoesNotSupportMessage; the text as scripts of others quote it). */
export const messageNotSupported = (message: string, table: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040800',
    `The '${message}' method does not support entities of type '${table}'. MessageProcessorCache returned MessageProcessor.Empty.`,
  );

/** A definition changed by PATCH, where PUT takes the whole of it (status, code and text as clients have reported them). */
export const definitionNotPatched = (table: string): ServiceFault =>
  new ServiceFault(405, '0x80060888', `Operation not supported on ${table}`);

/** A mistake of the engine itself, answered as the service answers its own (UnExpected). */
export const unexpected = (): ServiceFault =>
  new ServiceFault(500, '0x80040216', 'An unexpected error occurred.');
