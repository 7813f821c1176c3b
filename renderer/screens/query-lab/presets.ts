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
    | 'business-units';
  readonly odata: string;
};

/** Queries that nearly every environment can answer, from the smallest proof to business data. */
export const PRESETS: readonly Preset[] = [
  { id: 'who-am-i', odata: 'WhoAmI' },
  { id: 'organization', odata: 'organizations?$select=name,languagecode,createdon' },
  {
    id: 'accounts',
    odata: 'accounts?$select=name,accountnumber,revenue,statecode,modifiedon\n&$orderby=name\n&$top=100',
  },
  {
    id: 'contacts',
    odata: 'contacts?$select=fullname,emailaddress1,statecode,modifiedon\n&$orderby=fullname\n&$top=100',
  },
  {
    id: 'users',
    odata: 'systemusers?$select=fullname,domainname,isdisabled,accessmode\n&$filter=isdisabled eq false',
  },
  {
    id: 'application-users',
    odata: 'systemusers?$select=fullname,applicationid,isdisabled,accessmode\n&$filter=applicationid ne null',
  },
  { id: 'roles', odata: 'roles?$select=name,ismanaged,modifiedon\n&$orderby=name' },
  { id: 'business-units', odata: 'businessunits?$select=name,isdisabled,createdon' },
];
