/**
 * Codes that the service answers and that the published list lacks, or whose message it lacks: documented on pages of their own, or observed only. Lines as in
 * `dataverse-list`.
 */
export const PUBLISHED_LATER = `80072560 UserNotMemberOfOrg The user is not a member of the organization.
80072561 CAPolicyValidationFailedLateBind The user is in an admin restricted location.
80072321 ThrottlingTimeExceededError Combined execution time of incoming requests exceeded limit of {0} milliseconds over time window of {1} seconds.
80072322 ThrottlingBurstRequestLimitExceededError Number of requests exceeded the limit of {0} over time window of {1} seconds.
80072326 ThrottlingConcurrencyLimitExceededError Number of concurrent requests exceeded the limit of {0}.
80040299 PrivilegeCheckFailed
80072559 AADError Error from AAD
80040D40 ApplicationUserCannotChangeAccessMode An application user's access mode cannot be changed.
80048350 AadGroupTeamsCanOnlyAssignInheritableRoles Cannot assign security role with "Team Privileges only" Inheritance to AAD Group or Office Group teams. (TeamId = {0})
80060888 ODataError
80048D19 PayloadError Error identified in Payload provided by the user for Entity :'{0}'
80095FFE IpAddressBlocked access to your ip is blocked
`;
