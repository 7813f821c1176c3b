import type { ColumnNames } from '../column-names.ts';

/** Tables that have no rows in an environment that nobody has filled. */
export const emptyTablesColumns: Readonly<Record<string, ColumnNames>> = {
  opportunityproduct: {
    string: 'entityimage_url productdescription',
    memo: 'description',
    choice: 'pricingerrorcode producttypecode',
    boolean: 'ispriceoverridden isproductoverridden',
    integer: 'lineitemnumber opportunitystatecode propertyconfigurationstatus sequencenumber',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate quantity',
    money: `
      baseamount baseamount_base extendedamount extendedamount_base manualdiscountamount
      manualdiscountamount_base priceperunit priceperunit_base tax tax_base volumediscountamount
      volumediscountamount_base
    `,
    guid: 'entityimageid owningbusinessunit owninguser parentbundleid productassociationid',
    lookup: 'opportunityid ownerid productid transactioncurrencyid uomid',
    binary: 'entityimage',
    readOnly: `
      baseamount_base entityimage_timestamp entityimage_url entityimageid exchangerate
      extendedamount_base manualdiscountamount_base opportunityid opportunitystatecode ownerid
      owningbusinessunit owninguser priceperunit_base productid tax_base transactioncurrencyid uomid
      volumediscountamount volumediscountamount_base
    `,
  },
  quotedetail: {
    string: `
      productdescription shipto_city shipto_contactname shipto_country shipto_fax shipto_line1
      shipto_line2 shipto_line3 shipto_name shipto_postalcode shipto_stateorprovince shipto_telephone
    `,
    memo: 'description',
    choice: 'pricingerrorcode producttypecode shipto_freighttermscode',
    boolean: 'ispriceoverridden isproductoverridden willcall',
    integer: 'lineitemnumber propertyconfigurationstatus quotestatecode sequencenumber',
    decimal: 'exchangerate quantity',
    money: `
      baseamount baseamount_base extendedamount extendedamount_base manualdiscountamount
      manualdiscountamount_base priceperunit priceperunit_base tax tax_base volumediscountamount
      volumediscountamount_base
    `,
    datetime: 'requestdeliveryby',
    guid: 'owningbusinessunit owninguser parentbundleid productassociationid shipto_addressid',
    lookup: 'ownerid productid quoteid salesrepid transactioncurrencyid uomid',
    readOnly: `
      baseamount_base exchangerate extendedamount_base manualdiscountamount_base ownerid
      owningbusinessunit owninguser priceperunit_base productid quoteid quotestatecode salesrepid
      tax_base transactioncurrencyid uomid volumediscountamount volumediscountamount_base
    `,
  },
  salesorderdetail: {
    string: `
      productdescription shipto_city shipto_contactname shipto_country shipto_fax shipto_line1
      shipto_line2 shipto_line3 shipto_name shipto_postalcode shipto_stateorprovince shipto_telephone
    `,
    memo: 'description',
    choice: 'pricingerrorcode producttypecode shipto_freighttermscode',
    boolean: 'iscopied ispriceoverridden isproductoverridden salesorderispricelocked willcall',
    integer: 'lineitemnumber propertyconfigurationstatus salesorderstatecode sequencenumber',
    decimal: 'exchangerate quantity quantitybackordered quantitycancelled quantityshipped',
    money: `
      baseamount baseamount_base extendedamount extendedamount_base manualdiscountamount
      manualdiscountamount_base priceperunit priceperunit_base tax tax_base volumediscountamount
      volumediscountamount_base
    `,
    datetime: 'requestdeliveryby',
    guid: 'owningbusinessunit owninguser parentbundleid productassociationid shipto_addressid',
    lookup: 'ownerid productid salesorderid salesrepid transactioncurrencyid uomid',
    readOnly: `
      baseamount_base exchangerate extendedamount_base manualdiscountamount_base ownerid
      owningbusinessunit owninguser priceperunit_base productid salesorderid salesorderispricelocked
      salesorderstatecode salesrepid tax_base transactioncurrencyid uomid volumediscountamount
      volumediscountamount_base
    `,
  },
  invoicedetail: {
    string: `
      productdescription shippingtrackingnumber shipto_city shipto_country shipto_fax shipto_line1
      shipto_line2 shipto_line3 shipto_name shipto_postalcode shipto_stateorprovince shipto_telephone
    `,
    memo: 'description',
    choice: 'pricingerrorcode producttypecode shipto_freighttermscode',
    boolean: 'invoiceispricelocked iscopied ispriceoverridden isproductoverridden willcall',
    integer: 'invoicestatecode lineitemnumber propertyconfigurationstatus sequencenumber',
    decimal: 'exchangerate quantity quantitybackordered quantitycancelled quantityshipped',
    money: `
      baseamount baseamount_base extendedamount extendedamount_base manualdiscountamount
      manualdiscountamount_base priceperunit priceperunit_base tax tax_base volumediscountamount
      volumediscountamount_base
    `,
    datetime: 'actualdeliveryon',
    guid: 'owningbusinessunit owninguser parentbundleid productassociationid',
    lookup: 'invoiceid ownerid productid salesrepid transactioncurrencyid uomid',
    readOnly: `
      baseamount_base exchangerate extendedamount_base invoiceid invoiceispricelocked invoicestatecode
      manualdiscountamount_base ownerid owningbusinessunit owninguser priceperunit_base productid
      salesrepid tax_base transactioncurrencyid uomid volumediscountamount volumediscountamount_base
    `,
  },
  productpricelevel: {
    string: 'productnumber traversedpath',
    integer: 'pricingmethodcode quantitysellingcode roundingoptioncode roundingpolicycode',
    decimal: 'exchangerate percentage',
    money: 'amount amount_base roundingoptionamount roundingoptionamount_base',
    guid: 'organizationid processid stageid',
    lookup: 'discounttypeid pricelevelid productid transactioncurrencyid uomid uomscheduleid',
    readOnly: `
      amount_base discounttypeid exchangerate organizationid pricelevelid productid productnumber
      roundingoptionamount_base transactioncurrencyid uomid uomscheduleid
    `,
    without: 'timezoneruleversionnumber utcconversiontimezonecode',
  },
  productassociation: {
    integer: 'dmtimportstate productisrequired propertycustomizationstatus statecode statuscode',
    decimal: 'exchangerate quantity',
    lookup: 'associatedproduct organizationid productid transactioncurrencyid uomid',
    readOnly: `
      associatedproduct dmtimportstate exchangerate organizationid productid transactioncurrencyid
      uomid
    `,
    without: 'timezoneruleversionnumber utcconversiontimezonecode',
  },
  productsubstitute: {
    integer: 'direction salesrelationshiptype statecode statuscode',
    decimal: 'exchangerate',
    lookup: 'organizationid productid substitutedproductid transactioncurrencyid',
    readOnly: `
      exchangerate organizationid productid statecode substitutedproductid transactioncurrencyid
    `,
  },
  contractdetail: {
    string: 'effectivitycalendar productserialnumber title',
    integer: `
      allotmentsoverage allotmentsremaining allotmentsused contractstatecode initialquantity
      lineitemorder servicecontractunitscode statecode statuscode totalallotments
    `,
    decimal: 'discountpercentage exchangerate',
    money: 'discount discount_base net net_base price price_base rate rate_base',
    datetime: 'activeon expireson',
    guid: 'owningbusinessunit owninguser',
    lookup: `
      accountid contactid contractid customerid ownerid productid serviceaddress transactioncurrencyid
      uomid uomscheduleid
    `,
    readOnly: `
      accountid allotmentsoverage allotmentsremaining allotmentsused contactid contractid
      contractstatecode discount_base exchangerate net net_base ownerid owningbusinessunit owninguser
      price_base productid rate rate_base serviceaddress transactioncurrencyid uomid uomscheduleid
    `,
  },
  discount: {
    boolean: 'isamounttype',
    decimal: 'exchangerate highquantity lowquantity percentage',
    money: 'amount amount_base',
    guid: 'organizationid',
    lookup: 'discounttypeid transactioncurrencyid',
    readOnly: `
      amount_base discounttypeid exchangerate isamounttype organizationid transactioncurrencyid
    `,
    without: 'timezoneruleversionnumber utcconversiontimezonecode',
  },
  listmember: {
    string: 'entitytype',
    guid: 'owningbusinessunit owninguser',
    lookup: 'entityid listid ownerid',
    readOnly: 'entityid listid ownerid owningbusinessunit owninguser',
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  entitlementchannel: {
    string: 'name',
    integer: 'channel',
    decimal: 'exchangerate remainingterms totalterms',
    lookup: 'entitlementid organizationid ownerid owningbusinessunit owninguser transactioncurrencyid',
    readOnly: `
      entitlementid exchangerate organizationid owningbusinessunit owninguser transactioncurrencyid
    `,
  },
  slaitem: {
    string: 'name relatedfield',
    memo: 'applicablewhenxml description successconditionsxml',
    choice: 'componentstate',
    boolean: 'ismanaged',
    integer: 'failureafter sequencenumber warnafter',
    decimal: 'exchangerate',
    datetime: 'overwritetime',
    guid: 'slaitemidunique solutionid',
    lookup: 'ownerid owningbusinessunit owninguser slaid transactioncurrencyid workflowid',
    readOnly: `
      componentstate exchangerate ismanaged overwritetime owningbusinessunit owninguser slaid
      slaitemidunique solutionid transactioncurrencyid workflowid
    `,
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  salesliteratureitem: {
    string: 'abstract attacheddocumenturl authorname documentbody filename mimetype title',
    memo: 'keywords',
    boolean: 'iscustomerviewable',
    integer: 'filesize filetypecode',
    guid: 'organizationid',
    lookup: 'salesliteratureid',
    binary: 'documentbody_binary',
    readOnly: 'filesize organizationid salesliteratureid',
    without: 'timezoneruleversionnumber utcconversiontimezonecode',
  },
  kbarticlecomment: {
    string: 'commenttext title',
    guid: 'organizationid',
    lookup: 'kbarticleid',
    readOnly: 'kbarticleid organizationid',
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  importdata: {
    string: 'data',
    boolean: 'haserror',
    integer: 'errortype linenumber statecode statuscode',
    guid: 'recordid',
    lookup: 'importfileid ownerid owningbusinessunit owningteam owninguser',
    readOnly: 'importfileid owningbusinessunit owningteam owninguser statecode',
    without: `
      versionnumber overriddencreatedon importsequencenumber timezoneruleversionnumber
      utcconversiontimezonecode
    `,
  },
  importlog: {
    string: 'additionalinfo columnvalue errordescription headercolumn',
    integer: 'errornumber linenumber logphasecode sequencenumber statecode statuscode',
    lookup: 'importdataid importfileid ownerid owningbusinessunit owningteam owninguser',
    readOnly: `
      importdataid importfileid owningbusinessunit owningteam owninguser sequencenumber statecode
    `,
    without: `
      versionnumber overriddencreatedon importsequencenumber timezoneruleversionnumber
      utcconversiontimezonecode
    `,
  },
  mobileofflineprofileitem: {
    string: `
      introducedversion name relationshipdata selectedentitymetadata selectedentitytypecode
      traversedpath viewquery
    `,
    choice: 'componentstate',
    boolean: `
      canbefollowed getrelatedentityrecords ismanaged isvalidated isvisibleingrid recordsownedbyme
      recordsownedbymybusinessunit recordsownedbymyteam
    `,
    integer: 'entityobjecttypecode recorddistributioncriteria',
    datetime: 'overwritetime publishedon',
    guid: 'mobileofflineprofileitemidunique processid solutionid stageid',
    lookup: 'organizationid profileitemrule regardingobjectid',
    readOnly: `
      componentstate entityobjecttypecode ismanaged isvalidated mobileofflineprofileitemidunique
      organizationid overwritetime profileitemrule publishedon regardingobjectid
      selectedentitymetadata solutionid
    `,
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  mobileofflineprofileitemassociation: {
    string: `
      introducedversion name relationshipdata relationshipdisplayname relationshipname traversedpath
    `,
    choice: 'componentstate',
    boolean: 'ismanaged isvalidated',
    integer: 'selectedrelationshipsschema',
    datetime: 'overwritetime publishedon',
    guid: 'mobileofflineprofileitemassociationidunique processid relationshipid solutionid stageid',
    lookup: 'mobileofflineprofileitemid organizationid',
    readOnly: `
      componentstate ismanaged isvalidated mobileofflineprofileitemassociationidunique
      mobileofflineprofileitemid organizationid overwritetime publishedon relationshipname solutionid
    `,
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  postcomment: {
    memo: 'text',
    lookup: 'organizationid postid',
    readOnly: 'organizationid postid',
    without: `
      modifiedon versionnumber modifiedby modifiedonbehalfby overriddencreatedon importsequencenumber
    `,
  },
  postlike: {
    lookup: 'organizationid postid',
    readOnly: 'organizationid postid',
    without: `
      modifiedon versionnumber modifiedby modifiedonbehalfby overriddencreatedon importsequencenumber
    `,
  },
  postregarding: {
    string: 'regardingobjecttypecodeforsharing',
    datetime: 'latestautopostmodifiedon latestmanualpostmodifiedon',
    lookup: 'regardingobjectid regardingobjectownerid regardingobjectowningbusinessunit',
    readOnly: `
      latestautopostmodifiedon latestmanualpostmodifiedon regardingobjectid
      regardingobjectowningbusinessunit regardingobjecttypecodeforsharing
    `,
    without: `
      createdon modifiedon versionnumber createdby modifiedby createdonbehalfby modifiedonbehalfby
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  post: {
    memo: 'text',
    integer: 'source type',
    lookup: 'organizationid regardingobjectid regardingobjectownerid regardingobjectowningbusinessunit',
    readOnly: `
      organizationid regardingobjectid regardingobjectownerid regardingobjectowningbusinessunit
    `,
    without: 'versionnumber overriddencreatedon importsequencenumber',
  },
  sdkmessageprocessingstepimage: {
    string: 'attributes entityalias introducedversion messagepropertyname name relatedattributename',
    memo: 'description',
    choice: 'componentstate',
    boolean: 'ismanaged',
    integer: 'customizationlevel imagetype',
    datetime: 'overwritetime',
    guid: 'sdkmessageprocessingstepimageidunique solutionid',
    lookup: 'organizationid sdkmessageprocessingstepid',
    managed: 'iscustomizable',
    readOnly: `
      componentstate customizationlevel ismanaged organizationid overwritetime
      sdkmessageprocessingstepid sdkmessageprocessingstepimageidunique solutionid
    `,
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  sdkmessageprocessingstepsecureconfig: {
    memo: 'secureconfig',
    integer: 'customizationlevel',
    guid: 'sdkmessageprocessingstepsecureconfigidunique',
    lookup: 'organizationid',
    readOnly: 'customizationlevel organizationid sdkmessageprocessingstepsecureconfigidunique',
    without: `
      versionnumber overriddencreatedon importsequencenumber timezoneruleversionnumber
      utcconversiontimezonecode
    `,
  },
  workflowlog: {
    string: 'activityname interactionactivityresult stagename stepname',
    memo: 'description message',
    integer: 'errorcode status',
    datetime: 'completedon',
    lookup: `
      asyncoperationid childworkflowinstanceid ownerid owningbusinessunit owningteam owninguser
      regardingobjectid
    `,
    readOnly: `
      asyncoperationid childworkflowinstanceid ownerid owningbusinessunit owningteam owninguser
      regardingobjectid
    `,
    without: `
      versionnumber overriddencreatedon importsequencenumber timezoneruleversionnumber
      utcconversiontimezonecode
    `,
  },
  duplicaterulecondition: {
    string: 'baseattributename matchingattributename',
    boolean: 'ignoreblankvalues',
    integer: 'operatorcode operatorparam',
    guid: 'owningbusinessunit owninguser',
    lookup: 'ownerid regardingobjectid',
    readOnly: 'ownerid owningbusinessunit owninguser regardingobjectid',
    without: `
      versionnumber overriddencreatedon importsequencenumber timezoneruleversionnumber
      utcconversiontimezonecode
    `,
  },
  duplicaterecord: {
    guid: 'owningbusinessunit owninguser',
    lookup: 'asyncoperationid baserecordid duplicaterecordid duplicateruleid ownerid',
    readOnly: `
      asyncoperationid baserecordid duplicaterecordid duplicateruleid ownerid owningbusinessunit
      owninguser
    `,
    without: `
      modifiedon versionnumber createdby modifiedby createdonbehalfby modifiedonbehalfby
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  activitymimeattachment: {
    string: 'attachmentcontentid filename mimetype objecttypecode subject',
    memo: 'body',
    choice: 'componentstate',
    boolean: 'ismanaged',
    integer: 'attachmentnumber filesize',
    datetime: 'overwritetime',
    guid: 'activitymimeattachmentidunique solutionid',
    lookup: 'attachmentid objectid ownerid owningbusinessunit owninguser',
    binary: 'body_binary',
    readOnly: `
      attachmentid componentstate filesize ismanaged objectid overwritetime ownerid owningbusinessunit
      owninguser solutionid
    `,
    without: `
      createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  attachment: {
    string: 'filename mimetype subject',
    memo: 'body',
    integer: 'filesize',
    binary: 'body_binary',
    readOnly: 'filesize',
    without: `
      createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  resourcespec: {
    string: 'constraints name objectiveexpression objecttypecode',
    memo: 'description',
    boolean: 'samesite',
    integer: 'requiredcount',
    double: 'effortrequired',
    guid: 'groupobjectid',
    lookup: 'businessunitid organizationid',
    readOnly: 'businessunitid organizationid',
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  entitlementtemplate: {
    string: 'name',
    memo: 'description',
    choice: 'allocationtypecode decreaseremainingon kbaccesslevel',
    boolean: 'restrictcasecreation',
    decimal: 'exchangerate totalterms',
    datetime: 'enddate startdate',
    lookup: 'organizationid slaid transactioncurrencyid',
    readOnly: 'exchangerate organizationid slaid transactioncurrencyid',
    without: 'statecode statuscode',
  },
  kbarticletemplate: {
    string: 'introducedversion title',
    memo: 'description formatxml structurexml',
    choice: 'componentstate',
    boolean: 'isactive ismanaged',
    integer: 'languagecode',
    datetime: 'overwritetime',
    guid: 'kbarticletemplateidunique solutionid',
    lookup: 'organizationid',
    managed: 'iscustomizable',
    readOnly: `
      componentstate ismanaged kbarticletemplateidunique organizationid overwritetime solutionid
    `,
    without: 'timezoneruleversionnumber utcconversiontimezonecode statecode statuscode',
  },
  salesliterature: {
    string: 'entityimage_url name traversedpath',
    memo: 'description keywords',
    boolean: 'hasattachments iscustomerviewable',
    integer: 'literaturetypecode',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    datetime: 'expirationdate',
    guid: 'entityimageid processid stageid',
    lookup: 'employeecontactid organizationid subjectid transactioncurrencyid',
    binary: 'entityimage',
    readOnly: `
      employeecontactid entityimage_timestamp entityimage_url entityimageid exchangerate
      organizationid subjectid transactioncurrencyid
    `,
    without: 'statecode statuscode',
  },
  knowledgebaserecord: {
    string: 'privateurl publicurl title uniqueid',
    decimal: 'exchangerate',
    lookup: 'organizationid transactioncurrencyid',
    readOnly: 'exchangerate organizationid transactioncurrencyid',
    without: `
      overriddencreatedon importsequencenumber utcconversiontimezonecode description statecode
      statuscode
    `,
  },
  ratingmodel: {
    string: 'name',
    integer: 'maxratingvalue minratingvalue',
    decimal: 'exchangerate',
    lookup: 'transactioncurrencyid',
    readOnly: 'exchangerate transactioncurrencyid',
    without: 'description',
  },
  bookableresourcebookingheader: {
    string: 'name traversedpath',
    integer: 'duration',
    decimal: 'exchangerate',
    datetime: 'endtime starttime',
    guid: 'processid stageid',
    lookup: 'transactioncurrencyid',
    readOnly: 'exchangerate transactioncurrencyid',
    without: 'description',
  },
  bookableresourcecategoryassn: {
    string: 'name',
    decimal: 'exchangerate',
    lookup: 'resource resourcecategory transactioncurrencyid',
    readOnly: 'exchangerate resource resourcecategory transactioncurrencyid',
    without: 'description',
  },
  businessunitnewsarticle: {
    string: 'articletitle articleurl newsarticle',
    boolean: 'showonhomepage',
    integer: 'articletypecode',
    datetime: 'activeon activeuntil',
    lookup: 'organizationid',
    readOnly: 'organizationid',
  },
};
