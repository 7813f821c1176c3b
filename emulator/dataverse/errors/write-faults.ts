import { badRequest } from './request-faults.ts';
import type { Table } from '../schema/table.ts';
import { ServiceFault } from './service-fault.ts';

/** A body that is said to be something else than JSON (text of ASP.NET Web API, which the service is built on). */
export const unsupportedMediaType = (type: string): ServiceFault =>
  new ServiceFault(
    415,
    '0x80060888',
    `The request entity's media type '${type}' is not supported for this resource.`,
    {
      rule: 'unsupportedTypeText',
      answers: {
        odata: new ServiceFault(
          415,
          '0x80060888',
          `A supported MIME type could not be found that matches the content type of the response. None of the supported type(s) 'application/json' matches the content type '${type}'.`,
        ),
      },
    },
  );

/** Key values that are no key of the table. */
export const alternateKeyInvalid = (table: string): ServiceFault =>
  badRequest(
    `The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.${table}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource 'Microsoft.Dynamics.CRM.${table}'.`,
  );

/** Another record has these values of an alternate key (DuplicateRecordEntityKey; Learn: Web service error codes). */
export const duplicateKey = (columns: readonly string[], key: string): ServiceFault =>
  new ServiceFault(
    412,
    '0x80060892',
    `Entity Key ${key} violated. A record with the same value for ${columns.join(', ')} already exists. A duplicate record cannot be created. Select one or more unique values and try again.`,
  );

/** A choice that the column does not have (PicklistValueOutOfRange). */
export const choiceOutOfRange = (
  table: string,
  column: string,
  value: number | string,
  accepted: readonly string[],
): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004431a',
    `A validation error occurred.  The value ${value} of '${column}' on record of type '${table}' is outside the valid range. Accepted Values: ${accepted.join(',')}`,
  );

/** A whole number that its column does not hold (IntegerValueOutOfRange). */
export const integerOutOfRange = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004432f',
    'A validation error occurred. An integer provided is outside of the allowed values for this attribute.',
  );

/** A number with decimals that its column does not hold (DecimalValueOutOfRange). */
export const decimalOutOfRange = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80044330',
    'A validation error occurred. A decimal value provided is outside of the allowed values for this attribute.',
  );

/** An amount that its column does not hold (MoneySizeExceeded). */
export const moneyOutOfRange = (): ServiceFault =>
  new ServiceFault(400, '0x80040317', 'Supplied value exceeded the MIN/MAX value of Money Type field.');

/** Text that is longer than its column (StringLengthTooLong; Learn: "Execute batch operations using the Web API", handling errors). */
export const textTooLong = (table: string, column: string, most: number): ServiceFault =>
  new ServiceFault(
    400,
    '0x80044331',
    `A validation error occurred.  The length of the '${column}' attribute of the '${table}' entity exceeded the maximum allowed length of '${most}'.`,
  );

const asInvariant = (moment: number): string => {
  const [day = '', time = ''] = new Date(moment).toISOString().split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  return `${month}/${date}/${year} ${time.slice(0, 8)}`;
};

/** A time before the first one that columns hold (code and text as in an issue of coe-starter-kit, 6417). */
export const timeTooEarly = (moment: number): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040239',
    `DateTime is less than minumum value supported by CrmDateTime. Actual value: ${asInvariant(moment)}, Minimum value supported: 01/01/1753 00:00:00`,
  );

/** A status reason that the state does not have (InvalidStateCodeStatusCode; the text is the one that clients are shown). */
export const statusOfOtherState = (table: Table, status: number, state: number, id: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048408',
    `${status} is not a valid status code for state code ${table.schemaName}State.${(table.columns.get('statecode')?.labels[state] ?? String(state)).replaceAll(' ', '')} on ${table.logicalName} with Id ${id}.`,
  );

/** A case is somebody's (unManagedidsincidentparentaccountandparentcontactnotpresent). */
export const caseWithoutCustomer = (): ServiceFault =>
  new ServiceFault(400, '0x80044410', 'You should specify a parent contact or account.');

/** Two tables without a map between them (MetadataNoMapping). */
export const noMapping = (): ServiceFault =>
  new ServiceFault(400, '0x80040e01', 'The mapping between specified entities does not exist');
