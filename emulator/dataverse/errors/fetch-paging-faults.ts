import { ServiceFault } from './service-fault.ts';

/** `top` beside an attribute of paging (InvalidArgument; the text as clients have reported it). */
export const topWithPaging = (attribute: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040203',
    `The top attribute can't be specified with paging attribute ${attribute}`,
  );

/** A number that has to be greater than zero (QueryBuilderValue_GreaterThanZero). */
export const notPositive = (): ServiceFault =>
  new ServiceFault(400, '0x8004110c', 'A value greater than zero must be specified.');

/** More rows asked for than a page has (UserSettingsOverMaxPagingLimit; Learn: "fetch element": top cannot exceed 5,000). */
export const overPagingLimit = (): ServiceFault =>
  new ServiceFault(400, '0x80044305', 'Paging limit over maximum configured value.');

/** A cookie that is none (QueryBuilderInvalidPagingCookie). */
export const invalidCookie = (): ServiceFault =>
  new ServiceFault(400, '0x8004112a', 'Invalid page number in paging cookie.');

/** A cookie that is no XML or whose elements lack their values (text as clients have reported it: github.com/davidyack/Xrm.Tools.CRMWebAPI/issues/117). */
export const malformedCookie = (): ServiceFault =>
  new ServiceFault(400, '0x8004112a', 'Malformed XML in the Paging Cookie');

/** The annotation around a cookie in place of the cookie, or a cookie of a query with other orders (code and text as clients of the service have reported them). */
export const cookieOfOtherQuery = (): ServiceFault =>
  new ServiceFault(400, '0x80041129', 'Paging Cookie And Query Do Not Match');

/** A high page asked for without a cookie (OverRetrievalUpperLimitWithoutPagingCookie; Learn: "Page results using FetchXml", simple paging ends at 50,000 rows). */
export const cookieRequired = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004430a',
    'Over upper limit of records that can be requested without a paging cookie. A paging cookie is required when retrieving a high page number.',
  );

/** A quick find that finds too much (QuickFindQueryRecordLimitExceeded; Learn: "About quick find queries"). */
export const quickFindLimit = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004e024',
    'The number of records for this search exceeds the Quick Search record limit. Please refine your query and try again.',
  );
