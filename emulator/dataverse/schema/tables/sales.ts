import { choice, type Column, column, columns, flag, lookup, readOnly, text } from '../column.ts';
import { defineTable } from '../table.ts';
import { addressColumns } from './address.ts';
import { contactMethods, industries, processColumns } from './business-columns.ts';

const timeframes = {
  '0': 'Immediate',
  '1': 'This Quarter',
  '2': 'Next Quarter',
  '3': 'This Year',
  '4': 'Unknown',
};

/** A share of a hundred (Learn: opportunity table reference). */
const percent = { min: 0, max: 100 } as const;

const slaStates = { '1': 'In Progress', '2': 'Nearing Noncompliance', '3': 'Succeeded', '4': 'Noncompliant' };

/** What salespeople write down of leads and opportunities (Learn: lead table reference). */
const qualification: readonly Column[] = [
  choice('budgetstatus', {
    '0': 'No Committed Budget',
    '1': 'May Buy',
    '2': 'Can Buy',
    '3': 'Will Buy',
  }),
  choice('purchasetimeframe', timeframes),
  choice('purchaseprocess', { '0': 'Individual', '1': 'Committee', '2': 'Unknown' }),
  choice('need', { '0': 'Must have', '1': 'Should have', '2': 'Good to have', '3': 'No need' }),
  choice('initialcommunication', { '0': 'Contacted', '1': 'Not Contacted' }),
  choice('salesstagecode', { '1': 'Default Value' }, 1),
  flag('confirminterest'),
  flag('decisionmaker'),
  flag('evaluatefit'),
];

/** Leads (Learn: lead table reference). */
export const lead = defineTable({
  logicalName: 'lead',
  schemaName: 'Lead',
  displayName: 'Lead',
  objectTypeCode: 4,
  ownership: 'UserOwned',
  primaryName: 'fullname',
  columns: [
    readOnly(text('fullname', 160)),
    text('subject', 300),
    ...columns(
      'string',
      'firstname middlename lastname salutation companyname jobtitle emailaddress1 emailaddress2 emailaddress3',
    ),
    ...columns('string', 'telephone1 telephone2 telephone3 mobilephone fax pager websiteurl sic'),
    ...columns('string', 'yomifirstname yomilastname yomimiddlename yomifullname yomicompanyname'),
    ...columns('memo', 'description qualificationcomments'),
    ...columns(
      'money',
      'budgetamount budgetamount_base estimatedamount estimatedamount_base revenue revenue_base',
    ),
    column('estimatedvalue', 'double'),
    column('numberofemployees', 'integer', { limits: { min: 0, max: 1_000_000 } }),
    column('onholdtime', 'integer'),
    ...columns(
      'datetime',
      'schedulefollowup_prospect schedulefollowup_qualify lastusedincampaign lastonholdtime',
    ),
    ...qualification,
    choice('salesstage', { '0': 'Qualify' }),
    choice('prioritycode', { '1': 'Default Value' }, 1),
    flag('merged'),
    flag('followemail', true),
    column('estimatedclosedate', 'date'),
    choice('leadsourcecode', {
      '1': 'Advertisement',
      '2': 'Employee Referral',
      '3': 'External Referral',
      '4': 'Partner',
      '5': 'Public Relations',
      '6': 'Seminar',
      '7': 'Trade Show',
      '8': 'Web',
      '9': 'Word of Mouth',
      '10': 'Other',
    }),
    choice('leadqualitycode', { '1': 'Hot', '2': 'Warm', '3': 'Cold' }, 2),
    choice('industrycode', industries),
    choice('statecode', { '0': 'Open', '1': 'Qualified', '2': 'Disqualified' }, 0),
    choice(
      'statuscode',
      {
        '1': 'New',
        '2': 'Contacted',
        '3': 'Qualified',
        '4': 'Lost',
        '5': 'Cannot Contact',
        '6': 'No Longer Interested',
        '7': 'Canceled',
      },
      1,
    ),
    lookup('parentaccountid', 'account'),
    lookup('parentcontactid', 'contact'),
    lookup('customerid', 'account', 'contact'),
    lookup('masterid', 'lead'),
    lookup('campaignid', 'campaign'),
    lookup('originatingcaseid', 'incident'),
    lookup('qualifyingopportunityid', 'opportunity'),
    ...contactMethods,
    ...processColumns,
    ...addressColumns('address1'),
    ...addressColumns('address2'),
  ],
});

/** Opportunities (Learn: opportunity table reference). */
export const opportunity = defineTable({
  logicalName: 'opportunity',
  schemaName: 'Opportunity',
  displayName: 'Opportunity',
  objectTypeCode: 3,
  ownership: 'UserOwned',
  columns: [
    text('name', 300),
    column('description', 'memo'),
    ...columns('memo', 'customerneed currentsituation proposedsolution customerpainpoints'),
    ...columns('memo', 'qualificationcomments quotecomments'),
    ...columns(
      'money',
      'estimatedvalue estimatedvalue_base actualvalue actualvalue_base budgetamount budgetamount_base',
    ),
    ...columns('money', 'totalamount totalamount_base totallineitemamount totallineitemamount_base'),
    ...columns(
      'money',
      'totalamountlessfreight totalamountlessfreight_base freightamount freightamount_base',
    ),
    ...columns('money', 'discountamount discountamount_base totaldiscountamount totaldiscountamount_base'),
    ...columns(
      'money',
      'totallineitemdiscountamount totallineitemdiscountamount_base totaltax totaltax_base',
    ),
    column('discountpercentage', 'decimal', { limits: percent }),
    ...columns('datetime', 'schedulefollowup_prospect schedulefollowup_qualify scheduleproposalmeeting'),
    column('lastonholdtime', 'datetime'),
    column('onholdtime', 'integer'),
    ...qualification,
    choice('timeline', timeframes),
    choice('pricingerrorcode', { '0': 'None', '1': 'Detail Error', '2': 'Missing Price Level' }, 0),
    ...[
      'captureproposalfeedback completefinalproposal completeinternalreview developproposal filedebrief',
      'identifycompetitors identifycustomercontacts identifypursuitteam participatesinworkflow',
      'presentfinalproposal presentproposal pursuitdecision resolvefeedback sendthankyounote',
    ].flatMap((names) => names.split(' ').map((name) => flag(name))),
    ...columns('date', 'estimatedclosedate actualclosedate finaldecisiondate'),
    column('closeprobability', 'integer', { limits: percent }),
    column('stepname', 'string'),
    choice('opportunityratingcode', { '1': 'Hot', '2': 'Warm', '3': 'Cold' }, 2),
    choice('salesstage', { '0': 'Qualify', '1': 'Develop', '2': 'Propose', '3': 'Close' }, 0),
    choice('prioritycode', { '1': 'Default Value' }, 1),
    choice('statecode', { '0': 'Open', '1': 'Won', '2': 'Lost' }, 0),
    choice(
      'statuscode',
      { '1': 'In Progress', '2': 'On Hold', '3': 'Won', '4': 'Canceled', '5': 'Out-Sold' },
      1,
    ),
    flag('isrevenuesystemcalculated', false, ['User Provided', 'System Calculated']),
    lookup('customerid', 'account', 'contact'),
    lookup('parentaccountid', 'account'),
    lookup('parentcontactid', 'contact'),
    lookup('originatingleadid', 'lead'),
    lookup('campaignid', 'campaign'),
    lookup('pricelevelid', 'pricelevel'),
    column('stepid', 'guid'),
    ...processColumns,
  ],
});

/** Cases (Learn: incident table reference). */
export const incident = defineTable({
  logicalName: 'incident',
  schemaName: 'Incident',
  displayName: 'Case',
  objectTypeCode: 112,
  ownership: 'UserOwned',
  primaryName: 'title',
  columns: [
    text('title', 200),
    text('ticketnumber', 100),
    column('description', 'memo'),
    choice('casetypecode', { '1': 'Question', '2': 'Problem', '3': 'Request' }),
    choice('caseorigincode', { '1': 'Phone', '2': 'Email', '3': 'Web' }),
    choice('prioritycode', { '1': 'High', '2': 'Normal', '3': 'Low' }, 2),
    choice('severitycode', { '1': 'Default Value' }, 1),
    choice('statecode', { '0': 'Active', '1': 'Resolved', '2': 'Canceled' }, 0),
    choice(
      'statuscode',
      {
        '1': 'In Progress',
        '2': 'On Hold',
        '3': 'Waiting for Details',
        '4': 'Researching',
        '5': 'Problem Solved',
        '6': 'Canceled',
        '1000': 'Information Provided',
        '2000': 'Merged',
      },
      1,
    ),
    choice('customersatisfactioncode', {
      '1': 'Very Dissatisfied',
      '2': 'Dissatisfied',
      '3': 'Neutral',
      '4': 'Satisfied',
      '5': 'Very Satisfied',
    }),
    choice('contractservicelevelcode', { '1': 'Gold', '2': 'Silver', '3': 'Bronze' }),
    choice('incidentstagecode', { '1': 'Default Value' }, 1),
    choice('servicestage', { '0': 'Identify', '1': 'Research', '2': 'Resolve' }),
    choice('messagetypecode', { '0': 'Public Message', '1': 'Private Message' }),
    choice('firstresponseslastatus', slaStates),
    choice('resolvebyslastatus', slaStates),
    ...'isescalated activitiescomplete blockedprofile checkemail customercontacted decremententitlementterm'
      .split(' ')
      .map((name) => flag(name)),
    ...'firstresponsesent followuptaskcreated isdecrementing merged routecase'
      .split(' ')
      .map((name) => flag(name)),
    ...columns('datetime', 'escalatedon followupby resolveby responseby lastonholdtime'),
    ...columns('integer', 'actualserviceunits billedserviceunits numberofchildincidents onholdtime'),
    ...columns('double', 'influencescore sentimentvalue'),
    text('productserialnumber', 100),
    text('emailaddress', 100),
    lookup('customerid', 'account', 'contact'),
    lookup('primarycontactid', 'contact'),
    lookup('parentcaseid', 'incident'),
    lookup('subjectid', 'subject'),
    lookup('existingcase', 'incident'),
    lookup('masterid', 'incident'),
    lookup('productid', 'product'),
    lookup('contractid', 'contract'),
    lookup('entitlementid', 'entitlement'),
    lookup('socialprofileid', 'socialprofile'),
    ...processColumns,
  ],
});
