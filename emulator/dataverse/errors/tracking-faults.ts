import { badRequest } from './request-faults.ts';
import { ServiceFault } from './service-fault.ts';

/** Changes of a table that does not track them (ChangeTrackingNotEnabledForEntity; text seen in feedback on Learn's page). */
export const changesNotTracked = (table: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80072491',
    `Entity: ${table} isn't enabled for change tracking. Please take a look at the link for more details: https://technet.microsoft.com/library/3fa9c316-9dc9-4b28-9abf-43a3fce5b01d.aspx`,
  );

/** A query option that goes with no tracking (Learn: "Use change tracking to synchronize data with external systems"). */
export const notWithTracking = (option: string): ServiceFault =>
  badRequest(`The "${option}" query parameter isn't supported when Change Tracking is enabled.`);

/** A delta link that is older than deletions are kept (ExpiredVersionStamp), or of data that is no more. */
export const deltaExpired = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80044352',
    'Version stamp associated with the client has expired. Please perform a full sync.',
  );

/** A `$deltatoken` that no delta link has (unManagedinvalidversionvalue; what the service says to it is published nowhere). */
export const deltaTokenInvalid = (): ServiceFault =>
  new ServiceFault(400, '0x800404c0', 'The version value is invalid or missing.');
