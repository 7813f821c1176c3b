import type { ColumnNames } from '../column-names.ts';

/** Tables of the organization, users and what they may do. */
export const securityColumns: Readonly<Record<string, ColumnNames>> = {
  systemuser: {
    lookup: 'siteid',
  },
  team: {
    lookup: 'regardingobjectid teamtemplateid',
  },
  privilege: {
    without: 'createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby',
  },
  roletemplate: {
    without: `
      createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby description
      statecode statuscode
    `,
  },
  usersettings: {
    integer: `
      timezonedaylightday timezonedaylightdayofweek timezonedaylighthour timezonedaylightminute
      timezonedaylightmonth timezonedaylightsecond timezonedaylightyear timezonestandardday
      timezonestandarddayofweek timezonestandardhour timezonestandardminute timezonestandardmonth
      timezonestandardsecond timezonestandardyear
    `,
  },
  fieldsecurityprofile: {
    lookup: 'organizationid',
  },
  fieldpermission: {
    lookup: 'organizationid',
    without: 'createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby',
  },
  transactioncurrency: {
    string: 'entityimage_url',
    bigint: 'entityimage_timestamp',
    guid: 'entityimageid',
    lookup: 'organizationid',
    binary: 'entityimage',
    readOnly: 'entityimage_timestamp entityimage_url entityimageid',
  },
};
