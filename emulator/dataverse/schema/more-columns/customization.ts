import type { ColumnNames } from '../column-names.ts';

/** Tables of customizations. */
export const customizationColumns: Readonly<Record<string, ColumnNames>> = {
  publisher: {
    string: `
      address1_city address1_country address1_county address1_fax address1_line1 address1_line2
      address1_line3 address1_name address1_postalcode address1_postofficebox address1_stateorprovince
      address1_telephone1 address1_telephone2 address1_telephone3 address1_upszone address2_city
      address2_country address2_county address2_fax address2_line1 address2_line2 address2_line3
      address2_name address2_postalcode address2_postofficebox address2_stateorprovince
      address2_telephone1 address2_telephone2 address2_telephone3 address2_upszone entityimage_url
      pinpointpublisherdefaultlocale
    `,
    choice: `
      address1_addresstypecode address1_shippingmethodcode address2_addresstypecode
      address2_shippingmethodcode
    `,
    integer: 'address1_utcoffset address2_utcoffset',
    bigint: 'entityimage_timestamp pinpointpublisherid',
    double: 'address1_latitude address1_longitude address2_latitude address2_longitude',
    guid: 'address1_addressid address2_addressid entityimageid',
    lookup: 'organizationid',
    binary: 'entityimage',
    readOnly: `
      entityimage_timestamp entityimage_url entityimageid pinpointpublisherdefaultlocale
      pinpointpublisherid
    `,
  },
  solution: {
    string: 'pinpointassetid pinpointsolutiondefaultlocale',
    bigint: 'pinpointpublisherid pinpointsolutionid',
    lookup: 'configurationpageid organizationid parentsolutionid',
    readOnly: 'pinpointassetid pinpointpublisherid pinpointsolutiondefaultlocale pinpointsolutionid',
  },
  workflow: {
    string: `
      entityimage_url inputparameters introducedversion processroleassignment rendererobjecttypecode
    `,
    choice: 'businessprocesstype componentstate createstage deletestage runas updatestage',
    boolean: 'asyncautodelete istransacted',
    integer: 'languagecode processorder rank',
    bigint: 'entityimage_timestamp',
    datetime: 'overwritetime',
    guid: 'entityimageid formid solutionid workflowidunique',
    lookup: 'activeworkflowid parentworkflowid plugintypeid sdkmessageid',
    binary: 'entityimage',
    managed: 'iscustomizable',
    readOnly: `
      componentstate entityimage_timestamp entityimage_url entityimageid overwritetime solutionid
      workflowidunique
    `,
  },
  bot: {
    string: 'authorizedsecuritygroupids iconbase64 schemaname template',
    memo: 'applicationmanifestinformation authenticationconfiguration configuration synchronizationstatus',
    choice:
      'accesscontrolpolicy authenticationmode authenticationtrigger componentstate language runtimeprovider',
    boolean: 'ismanaged',
    datetime: 'overwritetime publishedon',
    guid: 'componentidunique solutionid',
    managed: 'iscustomizable',
    readOnly: 'componentidunique componentstate ismanaged overwritetime solutionid',
    without: 'description',
  },
  msdyn_aimodel: {
    string: 'introducedversion',
    memo: 'msdyn_modelcreationcontext',
    choice: 'componentstate',
    boolean: 'ismanaged',
    datetime: 'overwritetime',
    guid: 'componentidunique solutionid',
    managed: 'iscustomizable',
    readOnly: 'componentidunique componentstate ismanaged overwritetime solutionid',
    without: 'description',
  },
  systemform: {
    string: 'introducedversion objecttypecode uniquename',
    memo: 'formxml',
    choice: 'componentstate formactivationstate formpresentation type',
    boolean: 'isairmerged isdefault isdesktopenabled ismanaged istabletenabled',
    integer: 'version',
    datetime: 'overwritetime publishedon',
    guid: 'formid formidunique solutionid',
    lookup: 'ancestorformid organizationid',
    managed: 'canbedeleted iscustomizable',
    readOnly: 'componentstate formidunique ismanaged overwritetime publishedon solutionid',
    without: `
      createdon modifiedon createdby modifiedby createdonbehalfby modifiedonbehalfby statecode
      statuscode
    `,
  },
  savedquery: {
    string: 'introducedversion',
    choice: 'componentstate',
    boolean: 'iscustom',
    integer: 'organizationtaborder queryappusage',
    datetime: 'overwritetime',
    guid: 'savedqueryidunique solutionid',
    lookup: 'organizationid',
    managed: 'canbedeleted iscustomizable',
    readOnly: `
      componentstate iscustom organizationtaborder overwritetime savedqueryidunique solutionid
    `,
  },
  savedqueryvisualization: {
    string: 'datadescription introducedversion presentationdescription primaryentitytypecode',
    choice: 'componentstate',
    boolean: 'isdefault ismanaged',
    integer: 'type',
    datetime: 'overwritetime',
    guid: 'savedqueryvisualizationidunique solutionid',
    lookup: 'organizationid webresourceid',
    managed: 'canbedeleted iscustomizable',
    readOnly: 'componentstate ismanaged overwritetime savedqueryvisualizationidunique solutionid',
    without: 'statecode statuscode',
  },
  userform: {
    string: 'objecttypecode',
    memo: 'formxml',
    choice: 'type',
    boolean: 'istabletenabled',
    without: 'statecode statuscode',
  },
  userqueryvisualization: {
    string: 'datadescription presentationdescription primaryentitytypecode',
    boolean: 'isdefault',
    lookup: 'webresourceid',
    without: 'statecode statuscode',
  },
  webresource: {
    string: 'introducedversion silverlightversion',
    choice: 'componentstate',
    boolean: 'isenabledformobileclient',
    datetime: 'overwritetime',
    guid: 'solutionid webresourceidunique',
    lookup: 'organizationid',
    binary: 'content_binary',
    managed: 'canbedeleted iscustomizable ishidden',
    readOnly: 'componentstate overwritetime solutionid webresourceidunique',
  },
  plugintracelog: {
    string: 'messagename primaryentity profile secureconfiguration typename',
    memo: 'configuration exceptiondetails messageblock',
    choice: 'mode operationtype',
    boolean: 'issystemcreated',
    integer: 'depth performanceconstructorduration performanceexecutionduration',
    datetime: 'performanceconstructorstarttime performanceexecutionstarttime',
    guid: 'correlationid organizationid persistencekey pluginstepid requestid',
    readOnly: `
      configuration correlationid depth exceptiondetails issystemcreated messageblock messagename mode
      operationtype organizationid performanceconstructorduration performanceconstructorstarttime
      performanceexecutionduration performanceexecutionstarttime persistencekey pluginstepid
      primaryentity profile requestid secureconfiguration typename
    `,
    without: 'modifiedon modifiedby modifiedonbehalfby name description statecode statuscode',
  },
  pluginassembly: {
    string: 'introducedversion sourcehash',
    choice: 'componentstate',
    integer: 'customizationlevel',
    datetime: 'overwritetime',
    guid: 'pluginassemblyidunique solutionid',
    lookup: 'organizationid',
    binary: 'content_binary',
    readOnly: 'componentstate customizationlevel overwritetime pluginassemblyidunique solutionid',
  },
  plugintype: {
    string: 'culture customworkflowactivityinfo publickeytoken',
    choice: 'componentstate',
    integer: 'customizationlevel major minor',
    datetime: 'overwritetime',
    guid: 'plugintypeidunique solutionid',
    lookup: 'organizationid',
    readOnly: `
      componentstate culture customizationlevel customworkflowactivityinfo major minor overwritetime
      plugintypeidunique publickeytoken solutionid
    `,
  },
  sdkmessage: {
    boolean: 'expand',
    integer: 'customizationlevel',
    guid: 'sdkmessageidunique',
    lookup: 'organizationid',
    readOnly: 'customizationlevel sdkmessageidunique',
  },
  sdkmessagefilter: {
    boolean: 'isvisible workflowsdkstepenabled',
    integer: 'customizationlevel',
    guid: 'sdkmessagefilteridunique',
    lookup: 'organizationid',
    readOnly: 'customizationlevel isvisible sdkmessagefilteridunique workflowsdkstepenabled',
    without: 'name',
  },
  sdkmessageprocessingstep: {
    string: 'introducedversion',
    choice: 'componentstate',
    boolean: 'canusereadonlyconnection',
    integer: 'customizationlevel',
    datetime: 'overwritetime',
    guid: 'sdkmessageprocessingstepidunique solutionid',
    lookup: 'eventhandler impersonatinguserid organizationid sdkmessageprocessingstepsecureconfigid',
    managed: 'iscustomizable ishidden',
    readOnly: `
      componentstate customizationlevel overwritetime sdkmessageprocessingstepidunique solutionid
    `,
  },
  serviceendpoint: {
    string: 'introducedversion namespaceaddress saskey saskeyname sastoken',
    choice: 'componentstate namespaceformat userclaim',
    boolean: 'issaskeyset issastokenset',
    datetime: 'overwritetime',
    guid: 'serviceendpointidunique solutionid',
    lookup: 'organizationid',
    managed: 'iscustomizable',
    readOnly: `
      componentstate issaskeyset issastokenset overwritetime saskey sastoken serviceendpointidunique
      solutionid
    `,
  },
  customcontrol: {
    string: 'compatibledatatypes introducedversion manifest version',
    choice: 'componentstate',
    boolean: 'ismanaged',
    datetime: 'overwritetime',
    guid: 'customcontrolidunique solutionid',
    lookup: 'organizationid',
    readOnly: 'componentstate customcontrolidunique ismanaged overwritetime solutionid',
    without: 'description statecode statuscode',
  },
};
