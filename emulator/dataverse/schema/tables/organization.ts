import { column, type Column, columns, flag, lookup, readOnly, text } from '../column.ts';
import { namesIn } from '../column-names.ts';
import { defineTable } from '../table.ts';

/** Numbers that every organization begins with (Learn: organization table reference). */
const numbers = namesIn(`
      basecurrencyprecision=2 calendartype=0 currencydecimalprecision=2 currencydisplayoption=0
      currencyformatcode=0 currentbulkoperationnumber=1000 currentcampaignnumber=1000 currentcasenumber=1000
      currentcategorynumber=1000 currentcontractnumber=1000 currentimportsequencenumber=1
      currentinvoicenumber=1000 currentkanumber=1000 currentkbnumber=1000 currentordernumber=1000
      currentparsedtablenumber=1 currentquotenumber=1000 dateformatcode=1
      dayssincerecordlastmodifiedmaxvalue=730 defaultrecurrenceendrangetype=2 discountcalculationmethod=0
      emailconnectionchannel=1 emailsendpollingperiod=10000 expiresubscriptionsindays=90
      fiscalperiodformatperiod=1 fiscalperiodtype=2002 fiscalyeardisplaycode=1 fiscalyearformatprefix=2
      fiscalyearformatsuffix=4 fiscalyearformatyear=1 fullnameconventioncode=1 futureexpansionwindow=12
      goalrollupexpirytime=30 goalrollupfrequency=24 hashdeltasubjectcount=2 hashmaxcount=20
      hashminaddresscount=1 incomingemailexchangeemailretrievalbatchsize=10 longdateformatcode=1
      mailboxintermittentissueminrange=1 mailboxpermanentissueminrange=5 maxappointmentdurationdays=10
      maxconditionsformobileofflinefilters=3
      maxfolderbasedtrackingmappings=20 maximumactivebusinessprocessflowsallowedperentity=10
      maximumdynamicpropertiesallowed=50 maximumentitieswithactivesla=10
      maximumslakpiperentitywithactivesla=5 maximumtrackingnumber=999 maxproductsinbundle=15
      maxrecordsforexporttoexcel=100000 maxrecordsforlookupfilters=100
      maxsupportedinternetexplorerversion=11000 maxverboseloggingmailbox=50 maxverboseloggingsynccycles=20
      minaddressbooksyncinterval=86400000 minofflinesyncinterval=900000 minoutlooksyncinterval=900000
      mobileofflineminlicenseprod=5 mobileofflineminlicensetrial=1 mobileofflinesyncinterval=600000
      negativecurrencyformatcode=1 negativeformatcode=1 nexttrackingnumber=1 pastexpansionwindow=3
      plugintracelogsetting=0 pricingdecimalprecision=2 recurrencedefaultnumberofoccurrences=10
      recurrenceexpansionjobbatchinterval=5 recurrenceexpansionjobbatchsize=100
      recurrenceexpansionsynchcreatemax=15 reportscripterrors=1 sortid=0 tagmaxaggressivecycles=40
      tagpollingperiod=600000 timeformatcode=0 tokenexpiry=600 trackingtokenidbase=0 trackingtokeniddigits=3
      uniquespecifierlength=6 weekstartdaycode=0 yammerpostmethod=0 yearstartweekcode=0
`).map((it): Column => {
  const [name = '', value = ''] = it.split('=');
  return column(name, 'integer', { fallback: Number(value) });
});

/** What is allowed or turned on in an organization that nobody has changed. */
const turnedOn = `
  allowaddressbooksyncs allowautoresponsecreation allowautounsubscribe allowclientmessagebarad
  allowmarketingemailexecution allowofflinescheduledsyncs allowoutlookscheduledsyncs
  allowunresolvedpartiesonemailsend allowusersseeappdownloadmessage allowwebexcelexport autoapplysla
  cascadestatusupdate enablepricingoncreate getstartedpanecontentenabled grantaccesstonetworkservice
  ignoreinternalemail isappointmentattachmentsyncenabled isautosaveenabled
  isduplicatedetectionenabledforimport isduplicatedetectionenabledforofflinesync
  isduplicatedetectionenabledforonlinecreateupdate isfolderbasedtrackingenabled
  ismailboxforcedunlockingenabled ismailboxinactivebackoffenabled ispresenceenabled
  notifymailboxownerofemailserverlevelalerts oobpricecalculationenabled productrecommendationsenabled
  quickfindrecordlimitenabled rendersecureiframeforemail sqmenabled useskypeprotocol
`;

const turnedOff = `
  allowautounsubscribeacknowledgement allowentityonlyaudit allowuserformmodepreference
  autoapplydefaultoncasecreate autoapplydefaultoncaseupdate cortanaproactiveexperienceenabled
  createproductswithoutparentinactivestate disablesocialcare displaynavigationtour emailcorrelationenabled
  enablebingmapsintegration enablesmartmatching enforcereadonlyplugins generatealertsforerrors
  generatealertsforinformation generatealertsforwarnings globalappendurlparametersenabled
  globalhelpurlenabled isappmode isassignedtaskssyncenabled isconflictdetectionenabledformobileclient
  iscontactmailingaddresssyncenabled isdefaultcountrycodecheckenabled isdelegateaccessenabled
  isdelveactionhubintegrationenabled isdisabled isemailserverprofilecontentfilteringenabled
  isexternalsearchindexenabled isfiscalperiodmonthbased isfolderautocreatedonsp isfulltextsearchenabled
  ishierarchicalsecuritymodelenabled isofficegraphenabled isonedriveenabled issopintegrationenabled
  officeappsautodeploymentenabled orginsightsenabled powerbifeatureenabled requireapprovalforqueueemail
  requireapprovalforuseremail restrictstatusupdate sharetopreviousowneronassign
  showkbarticledeprecationnotification showweeknumber socialinsightsenabled socialinsightstermsaccepted
  suppresssla taskbasedflowenabled textanalyticsenabled useinbuiltrulefordefaultpricelistselection
  uselegacyrendering usepositionhierarchy usereadform yammeroauthaccesstokenexpired
`;

/** Prefixes of numbers and formats, as an English organization has them. */
const texts: Readonly<Record<string, string>> = {
  amdesignator: 'AM',
  bulkoperationprefix: 'BO',
  campaignprefix: 'CMP',
  caseprefix: 'CAS',
  categoryprefix: 'CAT',
  contractprefix: 'CNR',
  dateseparator: '/',
  decimalsymbol: '.',
  fiscalperiodformat: 'Quarter {0}',
  fiscalyearformat: 'FY{0}',
  fiscalyearperiodconnect: ' ',
  invoiceprefix: 'INV',
  kaprefix: 'KA',
  kbprefix: 'KBA',
  numbergroupformat: '3',
  numberseparator: ',',
  orderprefix: 'ORD',
  parsedtablecolumnprefix: 'Column_',
  parsedtableprefix: 'ImportData_',
  pmdesignator: 'PM',
  quoteprefix: 'QUO',
  timeseparator: ':',
  trackingprefix: 'CRM:',
};

/**
 * The one row of settings that an environment has (Learn: organization table reference; compared with a document of the real service). Of
 * its settings the audit, the change tracking and those in `orgdborgsettings` are heeded; the others say what a new organization says.
 */
export const organization = defineTable({
  logicalName: 'organization',
  schemaName: 'Organization',
  displayName: 'Organization',
  objectTypeCode: 1019,
  ownership: 'None',
  privilegeSuffix: 'Organization',
  verbs: ['Read', 'Write', 'AppendTo'],
  scope: { kind: 'organization' },
  columns: [
    text('name', 160, { nullable: false }),
    column('orgdborgsettings', 'memo'),
    ...columns('string', 'initialversion schemanameprefix'),
    text('numberformat', 2, { fallback: 'us' }),
    text('dateformatstring', 255, { fallback: 'M/d/yyyy' }),
    text('timeformatstring', 255, { fallback: 'h:mm tt' }),
    ...columns('string', 'currencysymbol basecurrencysymbol featureset'),
    column('blockedattachments', 'memo', {
      fallback:
        'ade;adp;app;asa;ashx;asmx;asp;bas;bat;cdx;cer;chm;class;cmd;com;config;cpl;crt;csh;dll;exe;fxp;hlp;hta;htr;htw;ida;idc;idq;inf;ins;isp;its;jar;js;jse;ksh;lnk;mad;maf;mag;mam;maq;mar;mas;mat;mau;mav;maw;mda;mdb;mde;mdt;mdw;mdz;msc;msh;msh1;msh1xml;msh2;msh2xml;mshxml;msi;msp;mst;ops;pcd;pif;prf;prg;printer;pst;reg;rem;scf;scr;sct;shb;shs;shtm;shtml;soap;stm;svg;tmp;url;vb;vbe;vbs;vsmacros;vss;vst;vsw;ws;wsc;wsf;wsh',
    }),
    column('languagecode', 'integer', { fallback: 1033 }),
    column('localeid', 'integer', { fallback: 1033 }),
    column('maxuploadfilesize', 'integer', { fallback: 5_242_880 }),
    ...columns('guid', 'systemuserid supportuserid integrationuserid'),
    flag('isauditenabled'),
    flag('isuseraccessauditenabled'),
    flag('isreadauditenabled'),
    flag('isduplicatedetectionenabled', true),
    flag('ismobileofflineenabled'),
    column('useraccessauditinginterval', 'integer', { fallback: 4 }),
    column('expirechangetrackingindays', 'integer', { fallback: 7 }),
    column('auditretentionperiodv2', 'integer', { fallback: -1 }),
    lookup('basecurrencyid', 'transactioncurrency'),
    column('maxdepthforhierarchicalsecuritymodel', 'integer', { fallback: 3, limits: { min: 1 } }),
    ...numbers,
    ...columns('integer', 'pinpointlanguagecode sharepointdeploymenttype yammergroupid'),
    ...namesIn(turnedOn).map((name) => flag(name, true)),
    ...namesIn(turnedOff).map((name) => flag(name)),
    ...Object.entries(texts).map(([name, value]) => column(name, 'string', { fallback: value })),
    ...columns(
      'string',
      `azureschedulerjobcollectionname bingmapsapikey defaultcountrycode defaultemailsettings defaultthemedata disabledreason entityimage_url externalpartycorrelationkeys externalpartyentitysettings globalhelpurl hashfilterkeywords highcontrastthemedata
       kmsettings officegraphdelveurl picture privacystatementurl privreportinggroupname reportinggroupname signupoutlookdownloadfwlink slapausestates socialinsightsinstance sqlaccessgroupname tokenkey v3calloutconfighash webresourcehash yammernetworkpermalink`,
    ),
    ...columns(
      'guid',
      'businessclosurecalendarid delegatedadminuserid privilegeusergroupid privreportinggroupid reportinggroupid sampledataimportid sqlaccessgroupid usergroupid',
    ),
    column('fiscalcalendarstart', 'datetime'),
    ...['acknowledgementtemplateid', 'defaultemailserverprofileid', 'defaultmobileofflineprofileid'].map(
      (name) => lookup(name),
    ),
    readOnly(column('entityimageid', 'guid')),
    readOnly(column('entityimage_timestamp', 'bigint')),
    column('entityimage', 'complex', { edmType: 'Edm.Binary' }),
  ],
});
