import type { ColumnNames } from '../column-names.ts';

/** Tables of mail, documents, imports and jobs. */
export const platformColumns: Readonly<Record<string, ColumnNames>> = {
  annotation: {
    binary: 'documentbody_binary',
  },
  connection: {
    string: 'entityimage_url',
    choice: 'record1objecttypecode record2objecttypecode',
    boolean: 'ismaster',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    datetime: 'effectiveend effectivestart',
    guid: 'entityimageid',
    lookup: 'record1id record1roleid record2id record2roleid relatedconnectionid transactioncurrencyid',
    binary: 'entityimage',
    readOnly: `
      entityimage_timestamp entityimage_url entityimageid exchangerate ismaster record1objecttypecode
      record2objecttypecode
    `,
  },
  connectionrole: {
    string: 'introducedversion',
    choice: 'category componentstate',
    boolean: 'ismanaged',
    datetime: 'overwritetime',
    guid: 'connectionroleidunique solutionid',
    lookup: 'organizationid',
    managed: 'iscustomizable',
    readOnly: 'componentstate connectionroleidunique ismanaged overwritetime solutionid',
    without: 'overriddencreatedon',
  },
  duplicaterule: {
    string: 'baseentitymatchcodetable baseentityname matchingentitymatchcodetable matchingentityname',
    boolean: 'excludeinactiverecords iscasesensitive',
    integer: 'baseentitytypecode matchingentitytypecode',
    readOnly: `
      baseentitymatchcodetable baseentitytypecode matchingentitymatchcodetable matchingentitytypecode
    `,
  },
  emailserverprofile: {
    string: `
      defaultserverlocation emailservertypename encodingcodepage entityimage_url
      exchangeonlinetenantid incomingpassword incomingserverlocation incomingusername lasttestrequest
      lasttestresponse outgoingpassword outgoingserverlocation outgoingusername owneremailaddress
    `,
    memo: 'lastcrmmessage',
    boolean: `
      incominguseimpersonation incomingusessl isincomingpasswordset isoutgoingpasswordset
      moveundeliveredemails outgoingautograntdelegateaccess outgoinguseimpersonation outgoingusessl
      sendemailalert timeoutmailboxconnection useautodiscover usedefaulttenantid
      usesamesettingsforoutgoingconnections
    `,
    integer: `
      exchangeversion incomingauthenticationprotocol incomingcredentialretrieval incomingportnumber
      lastauthorizationstatus lasttestexecutionstatus lasttestvalidationstatus
      maxconcurrentconnections minpollingintervalinminutes outgoingauthenticationprotocol
      outgoingcredentialretrieval outgoingportnumber servertype timeoutmailboxconnectionafteramount
    `,
    bigint: 'entityimage_timestamp lasttesttotalexecutiontime',
    datetime: 'lastteststarttime processemailsreceivedafter',
    guid: 'entityimageid',
    lookup: 'incomingpartnerapplication organizationid outgoingpartnerapplication',
    binary: 'entityimage',
    readOnly: `
      emailservertypename entityimage_timestamp entityimage_url entityimageid incomingpassword
      isincomingpasswordset isoutgoingpasswordset outgoingpassword
    `,
  },
  mailbox: {
    string: `
      emailaddress entityimage_url ewsurl folderhierarchy hostid lastsyncerror
      lastsyncerrormachinename officeappsdeploymenterror password undeliverablefolder username
    `,
    memo: 'exchangesyncstatexml',
    choice: `
      actdeliverymethod emailrouteraccessapproval incomingemaildeliverymethod
      outgoingemaildeliverymethod
    `,
    boolean: `
      allowemailconnectortousecredentials enabledforact enabledforincomingemail
      enabledforoutgoingemail isactsyncorgflagset isemailaddressapprovedbyo365admin isforwardmailbox
      ispasswordset isserviceaccount officeappsdeploymentscheduled orgmarkedasprimaryforexchangesync
      processanddeleteemails testemailconfigurationscheduled
    `,
    integer: `
      actstatus averagetotalduration forcedunlockcount incomingemailstatus itemsfailedforlastsync
      itemsprocessedforlastsync lastduration lastsyncerrorcode lastsyncerrorcount
      mailboxprocessingcontext mailboxstatus noactcount noemailcount officeappsdeploymentstatus
      outgoingemailstatus processedtimes processingstatecode testemailconfigurationretrycount
      transientfailurecount verboseloggingenabled
    `,
    bigint: 'entityimage_timestamp',
    datetime: `
      lastautodiscoveredon lastmailboxforcedunlockoccurredon lastsuccessfulsynccompletedon
      lastsyncerroroccurredon lastsyncstartedon officeappsdeploymentcompleteon
      postponemailboxprocessinguntil postponeofficeappsdeploymentuntil postponesendinguntil
      postponetestemailconfigurationuntil processemailreceivedafter processinglastattemptedon
      receivingpostponeduntil receivingpostponeduntilforact testmailboxaccesscompletedon
    `,
    guid: 'entityimageid',
    lookup: 'emailserverprofile organizationid regardingobjectid',
    binary: 'entityimage',
    readOnly: `
      actstatus averagetotalduration enabledforact enabledforincomingemail enabledforoutgoingemail
      entityimage_timestamp entityimage_url entityimageid forcedunlockcount hostid incomingemailstatus
      isemailaddressapprovedbyo365admin isforwardmailbox ispasswordset isserviceaccount lastduration
      lastmailboxforcedunlockoccurredon lastsuccessfulsynccompletedon lastsyncstartedon mailboxstatus
      noactcount noemailcount officeappsdeploymentcompleteon officeappsdeploymenterror
      outgoingemailstatus password postponemailboxprocessinguntil processedtimes
      processinglastattemptedon processingstatecode receivingpostponeduntil
      receivingpostponeduntilforact testmailboxaccesscompletedon transientfailurecount
    `,
    without: 'description',
  },
  import: {
    string: 'emailaddress',
    choice: 'modecode',
    boolean: 'sendnotification',
    integer: 'sequence',
    readOnly: 'sequence',
    without: 'description',
  },
  importfile: {
    string: `
      additionalheaderrow headerrow parsedtablecolumnprefix parsedtablename relatedentitycolumns size
      source sourceentityname targetentityname
    `,
    memo: 'content',
    choice: 'filetypecode',
    boolean: 'enableduplicatedetection isfirstrowheader usesystemmap',
    integer: `
      datadelimitercode failurecount fielddelimitercode parsedtablecolumnsnumber partialfailurecount
      processcode processingstatus progresscounter successcount totalcount
    `,
    datetime: 'completedon',
    lookup: 'importid importmapid recordsownerid',
    readOnly: `
      additionalheaderrow completedon failurecount headerrow parsedtablecolumnprefix
      parsedtablecolumnsnumber parsedtablename partialfailurecount processingstatus progresscounter
      successcount totalcount
    `,
    without: 'description',
  },
  importjob: {
    lookup: 'organizationid',
    readOnly: 'organizationid',
  },
  importmap: {
    string: `
      mapcustomizations source sourceuseridentifierforsourcecrmuserlink
      sourceuseridentifierforsourcedatasourceuserlink targetuseridentifierforsourcecrmuserlink
    `,
    boolean: 'isvalidforimport iswizardcreated',
    integer: 'entitiesperfile importmaptype sourcetype targetentity',
    readOnly: 'isvalidforimport targetentity',
  },
  mailmergetemplate: {
    string: 'defaultfilter filename introducedversion mimetype templatetypecode',
    memo: 'body parameterxml',
    choice: 'componentstate',
    boolean: 'ismanaged ispersonal',
    integer: 'documentformat filesize languagecode mailmergetype',
    decimal: 'exchangerate',
    datetime: 'overwritetime',
    guid: 'mailmergetemplateidunique solutionid',
    lookup: 'transactioncurrencyid',
    managed: 'iscustomizable',
    readOnly: `
      componentstate exchangerate filesize ismanaged mailmergetemplateidunique overwritetime
      parameterxml solutionid
    `,
  },
  mobileofflineprofile: {
    string: 'introducedversion selectedentitymetadata traversedpath',
    choice: 'componentstate',
    boolean: 'ismanaged isvalidated',
    datetime: 'overwritetime publishedon',
    guid: 'mobileofflineprofileidunique processid solutionid stageid',
    lookup: 'organizationid',
    readOnly: `
      componentstate ismanaged isvalidated mobileofflineprofileidunique overwritetime publishedon
      selectedentitymetadata solutionid
    `,
    without: 'statecode statuscode',
  },
  documenttemplate: {
    string: 'associatedentitytypecode',
    memo: 'clientdata content',
    choice: 'documenttype',
    boolean: 'status',
    integer: 'languagecode',
    lookup: 'organizationid',
    without: 'statecode statuscode',
  },
  personaldocumenttemplate: {
    string: 'associatedentitytypecode',
    memo: 'clientdata content',
    choice: 'documenttype',
    boolean: 'status',
    integer: 'languagecode',
    without: 'statecode statuscode',
  },
  report: {
    string: `
      bodybinary bodytext bodyurl defaultfilter filename introducedversion mimetype originalbodytext
      queryinfo reportnameonsrs
    `,
    memo: 'customreportxml schedulexml',
    choice: 'componentstate',
    boolean: 'iscustomreport ismanaged ispersonal isscheduledreport',
    integer: `
      createdinmajorversion filesize languagecode reporttypecode signaturelcid signaturemajorversion
      signatureminorversion
    `,
    datetime: 'overwritetime signaturedate',
    guid: 'reportidunique signatureid solutionid',
    lookup: 'parentreportid',
    binary: 'bodybinary_binary',
    managed: 'iscustomizable',
    readOnly: `
      componentstate customreportxml filesize iscustomreport ismanaged isscheduledreport
      originalbodytext overwritetime queryinfo reportidunique reportnameonsrs schedulexml solutionid
    `,
    without: 'statecode statuscode',
  },
  template: {
    string: 'introducedversion mimetype subject templatetypecode title',
    memo: 'body presentationxml subjectpresentationxml',
    choice: 'componentstate',
    boolean: 'ismanaged ispersonal',
    integer: 'generationtypecode languagecode',
    datetime: 'overwritetime',
    guid: 'solutionid templateidunique',
    managed: 'iscustomizable',
    readOnly: 'componentstate ismanaged overwritetime solutionid templateidunique',
    without: 'overriddencreatedon name statecode statuscode',
  },
  sharepointdocumentlocation: {
    string: 'absoluteurl relativeurl',
    choice: 'locationtype servicetype',
    decimal: 'exchangerate',
    guid: 'sitecollectionid userid',
    lookup: 'parentsiteorlocation regardingobjectid transactioncurrencyid',
    readOnly: 'exchangerate sitecollectionid',
  },
  sharepointsite: {
    string: 'absoluteurl folderstructureentity relativeurl',
    choice: 'servicetype',
    boolean: 'isdefault isgridpresent ispowerbisite',
    integer: 'validationstatus validationstatuserrorcode',
    decimal: 'exchangerate',
    datetime: 'lastvalidated',
    guid: 'sitecollectionid userid',
    lookup: 'parentsite transactioncurrencyid',
    readOnly: 'exchangerate sitecollectionid',
  },
  postfollow: {
    integer: 'yammerpoststate',
    lookup: 'regardingobjectid',
    readOnly: 'yammerpoststate',
    without: 'modifiedon modifiedby modifiedonbehalfby name description statecode statuscode',
  },
  theme: {
    string: `
      backgroundcolor controlborder controlshade defaultcustomentitycolor defaultentitycolor
      globallinkcolor headercolor hoverlinkeffect logotooltip navbarbackgroundcolor navbarshelfcolor
      processcontrolcolor selectedlinkeffect
    `,
    boolean: 'isdefaulttheme type',
    decimal: 'exchangerate',
    lookup: 'logoid organizationid transactioncurrencyid',
    readOnly: 'exchangerate',
    without: 'description',
  },
  languagelocale: {
    string: 'code language region',
    integer: 'localeid',
    lookup: 'organizationid',
    readOnly: 'code language region',
    without: `
      createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby description
    `,
  },
  position: {
    decimal: 'exchangerate',
    lookup: 'organizationid parentpositionid transactioncurrencyid',
    readOnly: 'exchangerate',
  },
  audit: {
    lookup: 'regardingobjectid',
    string: 'useradditionalinfo',
    without: `
      modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  asyncoperation: {
    lookup: 'owningextensionid regardingobjectid workflowactivationid',
  },
  bulkdeletefailure: {
    without: 'createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby',
  },
  timezonedefinition: {
    lookup: 'organizationid',
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  timezonelocalizedname: {
    without: `
      overriddencreatedon importsequencenumber timezoneruleversionnumber utcconversiontimezonecode
    `,
  },
  timezonerule: {
    without: 'overriddencreatedon importsequencenumber utcconversiontimezonecode',
  },
};
