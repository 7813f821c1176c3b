/** A query to begin with; `id` names its text. */
export type Preset = {
  readonly id:
    | 'who-am-i'
    | 'organization'
    | 'accounts'
    | 'contacts'
    | 'users'
    | 'application-users'
    | 'roles'
    | 'business-units'
    | 'accounts-contacts'
    | 'accounts-by-state'
    | 'roles-of-apps';
  readonly text: string;
};

/** Queries that nearly every environment can answer, from the smallest proof to business data. */
export const PRESETS: readonly Preset[] = [
  { id: 'who-am-i', text: 'WhoAmI' },
  { id: 'organization', text: 'organizations?$select=name,languagecode,createdon' },
  {
    id: 'accounts',
    text: 'accounts?$select=name,accountnumber,revenue,statecode,modifiedon\n&$orderby=name\n&$top=100',
  },
  {
    id: 'contacts',
    text: 'contacts?$select=fullname,emailaddress1,statecode,modifiedon\n&$orderby=fullname\n&$top=100',
  },
  {
    id: 'users',
    text: 'systemusers?$select=fullname,domainname,isdisabled,accessmode\n&$filter=isdisabled eq false',
  },
  {
    id: 'application-users',
    text: 'systemusers?$select=fullname,applicationid,isdisabled,accessmode\n&$filter=applicationid ne null',
  },
  { id: 'roles', text: 'roles?$select=name,ismanaged,modifiedon\n&$orderby=name' },
  { id: 'business-units', text: 'businessunits?$select=name,isdisabled,createdon' },
];

const fetchXml = (...lines: readonly string[]): string => lines.join('\n');

/** Queries in FetchXML that show what OData cannot do as easily: joins, filters over them, aggregates. */
export const FETCH_PRESETS: readonly Preset[] = [
  {
    id: 'accounts',
    text: fetchXml(
      '<fetch>',
      '  <entity name="account">',
      '    <attribute name="name" />',
      '    <attribute name="revenue" />',
      '    <attribute name="statecode" />',
      '    <order attribute="name" />',
      '  </entity>',
      '</fetch>',
    ),
  },
  {
    id: 'accounts-contacts',
    text: fetchXml(
      '<fetch>',
      '  <entity name="account">',
      '    <attribute name="name" />',
      '    <link-entity name="contact" from="parentcustomerid" to="accountid" link-type="outer" alias="contact">',
      '      <attribute name="fullname" />',
      '      <attribute name="emailaddress1" />',
      '    </link-entity>',
      '    <order attribute="name" />',
      '  </entity>',
      '</fetch>',
    ),
  },
  {
    id: 'accounts-by-state',
    text: fetchXml(
      '<fetch aggregate="true">',
      '  <entity name="account">',
      '    <attribute name="statecode" alias="state" groupby="true" />',
      '    <attribute name="accountid" alias="count" aggregate="count" />',
      '  </entity>',
      '</fetch>',
    ),
  },
  {
    id: 'roles-of-apps',
    text: fetchXml(
      '<fetch>',
      '  <entity name="systemuser">',
      '    <attribute name="fullname" />',
      '    <filter>',
      '      <condition attribute="applicationid" operator="not-null" />',
      '    </filter>',
      '    <link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="outer" alias="assigned">',
      '      <link-entity name="role" from="roleid" to="roleid" link-type="outer" alias="role">',
      '        <attribute name="name" />',
      '      </link-entity>',
      '    </link-entity>',
      '  </entity>',
      '</fetch>',
    ),
  },
];
