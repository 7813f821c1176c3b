import type { ColumnNames } from '../column-names.ts';

/** Tables of service and scheduling. */
export const serviceColumns: Readonly<Record<string, ColumnNames>> = {
  incident: {
    string: 'entityimage_url',
    bigint: 'entityimage_timestamp',
    guid: 'entityimageid',
    lookup: `
      accountid contactid contractdetailid createdbyexternalparty firstresponsebykpiid kbarticleid
      modifiedbyexternalparty resolvebykpiid slaid slainvokedid
    `,
    binary: 'entityimage',
    readOnly: 'entityimage_timestamp entityimage_url entityimageid',
  },
  contract: {
    string: 'contractnumber contracttemplateabbreviation effectivitycalendar entityimage_url title',
    memo: 'contractlanguage',
    choice: 'billingfrequencycode contractservicelevelcode',
    boolean: 'usediscountaspercentage',
    integer: 'allotmenttypecode duration',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    money: 'netprice netprice_base totaldiscount totaldiscount_base totalprice totalprice_base',
    datetime: 'activeon billingendon billingstarton cancelon expireson',
    guid: 'entityimageid',
    lookup: `
      accountid billingaccountid billingcontactid billingcustomerid billtoaddress contactid
      contracttemplateid customerid originatingcontract serviceaddress transactioncurrencyid
    `,
    binary: 'entityimage',
    readOnly: `
      cancelon contracttemplateabbreviation duration entityimage_timestamp entityimage_url
      entityimageid exchangerate netprice netprice_base totaldiscount totaldiscount_base totalprice
      totalprice_base
    `,
    without: 'name description',
  },
  contracttemplate: {
    string: 'abbreviation effectivitycalendar introducedversion',
    choice: 'billingfrequencycode componentstate contractservicelevelcode',
    boolean: 'ismanaged usediscountaspercentage',
    integer: 'allotmenttypecode',
    datetime: 'overwritetime',
    guid: 'contracttemplateidunique solutionid',
    lookup: 'organizationid',
    managed: 'iscustomizable',
    readOnly: 'componentstate contracttemplateidunique ismanaged overwritetime solutionid',
    without: 'statecode statuscode',
  },
  entitlement: {
    string: 'traversedpath',
    choice: 'allocationtypecode decreaseremainingon kbaccesslevel',
    boolean: 'isdefault restrictcasecreation',
    decimal: 'exchangerate remainingterms totalterms',
    datetime: 'enddate startdate',
    guid: 'processid stageid',
    lookup: 'accountid contactid customerid entitlementtemplateid slaid transactioncurrencyid',
    readOnly: 'exchangerate',
  },
  sla: {
    string: 'applicablefrom changedattributelist',
    choice: 'componentstate slatype',
    boolean: 'allowpauseresume isdefault ismanaged',
    integer: 'applicablefrompicklist objecttypecode primaryentityotc',
    decimal: 'exchangerate',
    datetime: 'overwritetime',
    guid: 'slaidunique solutionid',
    lookup: 'businesshoursid transactioncurrencyid workflowid',
    readOnly: `
      componentstate exchangerate ismanaged objecttypecode overwritetime slaidunique solutionid
    `,
  },
  slakpiinstance: {
    choice: 'status warningtimereached',
    decimal: 'exchangerate',
    datetime: 'computedfailuretime computedwarningtime failuretime succeededon warningtime',
    lookup: 'regarding transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'statecode statuscode',
  },
  queue: {
    string: 'emailaddress entityimage_url',
    choice: `
      emailrouteraccessapproval incomingemaildeliverymethod incomingemailfilteringmethod
      outgoingemaildeliverymethod queueviewtype
    `,
    boolean: 'ignoreunsolicitedemail isemailaddressapprovedbyo365admin',
    integer: 'numberofitems numberofmembers queuetypecode',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    guid: 'entityimageid',
    lookup: 'defaultmailbox organizationid transactioncurrencyid',
    binary: 'entityimage',
    readOnly: `
      entityimage_timestamp entityimage_url entityimageid exchangerate
      isemailaddressapprovedbyo365admin numberofitems numberofmembers queuetypecode
    `,
  },
  subject: {
    string: 'title',
    integer: 'featuremask',
    lookup: 'createdbyexternalparty modifiedbyexternalparty organizationid parentsubject',
    without: 'name statecode statuscode',
  },
  kbarticle: {
    string: 'entityimage_url number title',
    memo: 'articlexml comments content keywords',
    integer: 'languagecode',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    guid: 'entityimageid',
    lookup: 'kbarticletemplateid organizationid subjectid transactioncurrencyid',
    binary: 'entityimage',
    readOnly: 'content entityimage_timestamp entityimage_url entityimageid exchangerate number',
    without: 'name',
  },
  knowledgearticle: {
    string: 'articlepublicnumber title traversedpath',
    memo: 'content keywords',
    boolean: `
      isinternal islatestversion isprimary isrootarticle readyforreview setcategoryassociations
      setproductassociations updatecontent
    `,
    integer: `
      expirationstateid expirationstatusid expiredreviewoptions knowledgearticleviews
      knowledgearticleviews_state majorversionnumber minorversionnumber publishstatusid rating_count
      rating_state review scheduledstatusid
    `,
    decimal: 'exchangerate rating rating_sum',
    datetime: 'expirationdate knowledgearticleviews_date publishon rating_date',
    guid: 'processid stageid',
    lookup: `
      languagelocaleid parentarticlecontentid previousarticlecontentid primaryauthorid rootarticleid
      subjectid transactioncurrencyid
    `,
    readOnly: `
      exchangerate knowledgearticleviews knowledgearticleviews_date knowledgearticleviews_state rating
      rating_count rating_date rating_state rating_sum
    `,
    without: 'name',
  },
  feedback: {
    string: 'title',
    memo: 'comments',
    choice: 'source',
    integer: 'maxrating minrating rating',
    decimal: 'exchangerate normalizedrating',
    datetime: 'closedon',
    lookup: 'closedby createdbycontact regardingobjectid transactioncurrencyid',
    readOnly: 'closedon exchangerate normalizedrating',
    without: 'name description',
  },
  category: {
    string: 'categorynumber title',
    integer: 'sequencenumber',
    decimal: 'exchangerate',
    lookup: 'parentcategoryid transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'name statecode statuscode',
  },
  service: {
    string: 'granularity',
    boolean: 'isschedulable isvisible showresources',
    integer: 'anchoroffset duration initialstatuscode',
    guid: 'calendarid',
    lookup: 'organizationid resourcespecid strategyid',
    without: 'statecode statuscode',
  },
  site: {
    string: `
      address1_city address1_country address1_county address1_fax address1_line1 address1_line2
      address1_line3 address1_name address1_postalcode address1_postofficebox address1_stateorprovince
      address1_telephone1 address1_telephone2 address1_telephone3 address1_upszone address2_city
      address2_country address2_county address2_fax address2_line1 address2_line2 address2_line3
      address2_name address2_postalcode address2_postofficebox address2_stateorprovince
      address2_telephone1 address2_telephone2 address2_telephone3 address2_upszone emailaddress
    `,
    choice: `
      address1_addresstypecode address1_shippingmethodcode address2_addresstypecode
      address2_shippingmethodcode
    `,
    integer: 'address1_utcoffset address2_utcoffset timezonecode',
    double: 'address1_latitude address1_longitude address2_latitude address2_longitude',
    guid: 'address1_addressid address2_addressid organizationid',
    readOnly: 'organizationid',
    without: 'description statecode statuscode',
  },
  equipment: {
    string: 'emailaddress skills',
    boolean: 'displayinserviceviews isdisabled',
    integer: 'timezonecode',
    decimal: 'exchangerate',
    lookup: 'businessunitid calendarid organizationid siteid transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'statecode statuscode',
  },
  calendar: {
    choice: 'type',
    boolean: 'isshared',
    guid: 'primaryuserid',
    lookup: 'businessunitid holidayschedulecalendarid organizationid',
    without: 'statecode statuscode',
  },
  resourcegroup: {
    string: 'objecttypecode',
    integer: 'grouptypecode',
    lookup: 'businessunitid organizationid',
    readOnly: 'grouptypecode',
    without: `
      createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby description statecode
      statuscode
    `,
  },
  constraintbasedgroup: {
    string: 'constraints',
    integer: 'grouptypecode',
    lookup: 'businessunitid organizationid',
    without: 'statecode statuscode',
  },
  bookableresource: {
    string: 'traversedpath',
    choice: 'resourcetype',
    integer: 'timezone',
    decimal: 'exchangerate',
    guid: 'processid stageid',
    lookup: 'accountid calendarid contactid transactioncurrencyid userid',
    readOnly: 'exchangerate',
    without: 'description',
  },
  bookableresourcebooking: {
    string: 'traversedpath',
    choice: 'bookingtype',
    integer: 'duration',
    decimal: 'exchangerate',
    datetime: 'endtime starttime',
    guid: 'processid stageid',
    lookup: 'bookingstatus header resource transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'description',
  },
  bookableresourcecategory: {
    decimal: 'exchangerate',
    lookup: 'transactioncurrencyid',
    readOnly: 'exchangerate',
  },
  bookableresourcecharacteristic: {
    string: 'traversedpath',
    decimal: 'exchangerate',
    guid: 'processid stageid',
    lookup: 'characteristic ratingvalue resource transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'description',
  },
  bookableresourcegroup: {
    decimal: 'exchangerate',
    datetime: 'fromdate todate',
    lookup: 'childresource parentresource transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'description',
  },
  bookingstatus: {
    choice: 'status',
    decimal: 'exchangerate',
    lookup: 'transactioncurrencyid',
    readOnly: 'exchangerate',
  },
  characteristic: {
    choice: 'characteristictype',
    decimal: 'exchangerate',
    lookup: 'transactioncurrencyid',
    readOnly: 'exchangerate',
  },
  ratingvalue: {
    integer: 'value',
    decimal: 'exchangerate',
    lookup: 'ratingmodel transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'description',
  },
  socialprofile: {
    string: 'profilefullname profilelink profilename uniqueprofileid',
    choice: 'community',
    boolean: 'blocked',
    decimal: 'exchangerate',
    double: 'influencescore',
    lookup: 'customerid transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'name description',
  },
};
