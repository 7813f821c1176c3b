import { shippingMethods } from './tables/address.ts';

type Choice = { readonly labels: Readonly<Record<string, string>>; readonly fallback: number | null };

const of = (labels: Choice['labels'], fallback: number | null = null): Choice => ({ labels, fallback });

const oneDefault = of({ '1': 'Default Value' }, 1);
const freightTerms = of({ '1': 'FOB', '2': 'No Charge' });
const paymentTerms = of({ '1': 'Net 30', '2': '2% 10, Net 30', '3': 'Net 45', '4': 'Net 60' });
const stages = of({ '20': 'Pre-operation', '40': 'Post-operation' });
const mailDelivery = of(
  {
    '0': 'None',
    '1': 'Microsoft Dynamics 365 for Outlook',
    '2': 'Server-Side Synchronization or Email Router',
    '3': 'Forward Mailbox',
  },
  2,
);
const connected = of({
  '1': 'Account',
  '2': 'Contact',
  '3': 'Opportunity',
  '4': 'Lead',
  '8': 'User',
  '9': 'Team',
  '112': 'Case',
  '123': 'Competitor',
  '1010': 'Contract',
  '1022': 'Price List',
  '1024': 'Product',
  '1084': 'Quote',
  '1088': 'Order',
  '1090': 'Invoice',
  '2013': 'Territory',
  '4201': 'Appointment',
  '4202': 'Email',
  '4204': 'Fax',
  '4207': 'Letter',
  '4210': 'Phone Call',
  '4212': 'Task',
  '4214': 'Service Activity',
  '4300': 'Marketing List',
  '4400': 'Campaign',
});

/** Choices by `table.column`, or by the column where all tables have the same (Learn: table references). */
const known: Readonly<Record<string, Choice>> = {
  'account.address1_freighttermscode': freightTerms,
  'contact.address1_freighttermscode': freightTerms,
  address1_freighttermscode: oneDefault,
  address2_freighttermscode: oneDefault,
  address3_freighttermscode: oneDefault,
  address1_addresstypecode: oneDefault,
  address2_addresstypecode: oneDefault,
  address1_shippingmethodcode: oneDefault,
  address2_shippingmethodcode: oneDefault,
  preferredappointmentdaycode: of({
    '0': 'Sunday',
    '1': 'Monday',
    '2': 'Tuesday',
    '3': 'Wednesday',
    '4': 'Thursday',
    '5': 'Friday',
    '6': 'Saturday',
  }),
  preferredappointmenttimecode: of({ '1': 'Morning', '2': 'Afternoon', '3': 'Evening' }),
  paymenttermscode: paymentTerms,
  'contact.shippingmethodcode': oneDefault,
  'pricelevel.shippingmethodcode': oneDefault,
  shippingmethodcode: of(shippingMethods),
  'pricelevel.freighttermscode': oneDefault,
  freighttermscode: freightTerms,
  shipto_freighttermscode: oneDefault,
  paymentmethodcode: oneDefault,
  territorycode: oneDefault,
  prioritycode: oneDefault,
  community: of({ '0': 'Other', '1': 'Facebook', '2': 'Twitter' }),
  deliveryprioritycode: of({ '0': 'Low', '1': 'Normal', '2': 'High' }, 1),
  'bot.accesscontrolpolicy': of({ '0': 'Any', '1': 'Copilot readers', '2': 'Group membership' }, 0),
  'bot.authenticationmode': of(
    {
      '0': 'Unspecified',
      '1': 'None',
      '2': 'Integrated',
      '3': 'Custom Azure Active Directory',
      '4': 'Generic OAuth2',
    },
    1,
  ),
  'bot.authenticationtrigger': of({ '0': 'As Needed', '1': 'Always' }, 0),
  'bot.language': of({ '1033': 'English' }, 1033),
  'bot.runtimeprovider': of({ '0': 'Power Virtual Agents', '1': 'Nuance Mix Shell' }, 0),
  componentstate: of({ '0': 'Published', '1': 'Unpublished', '2': 'Deleted', '3': 'Deleted Unpublished' }, 0),
  pricingerrorcode: of(
    Object.fromEntries(
      `None,Detail Error,Missing Price Level,Inactive Price Level,Missing Quantity,Missing Unit Price,Missing Product,Invalid Product
       Missing Pricing Code,Invalid Pricing Code,Missing UOM,Product Not In Price Level,Missing Price Level Amount
       Missing Price Level Percentage,Missing Price,Missing Current Cost,Missing Standard Cost,Invalid Price Level Amount
       Invalid Price Level Percentage,Invalid Price,Invalid Current Cost,Invalid Standard Cost,Invalid Rounding Policy
       Invalid Rounding Option,Invalid Rounding Amount,Price Calculation Error,Invalid Discount Type,Discount Type Invalid State
       Invalid Discount,Invalid Quantity,Invalid Pricing Precision,Missing Product Default UOM,Missing Product UOM Schedule
       Inactive Discount Type,Invalid Price Level Currency,Price Attribute Out Of Range,Base Currency Attribute Overflow
       Base Currency Attribute Underflow,Transaction currency is not set for the product price list item`
        .split(/,|\n/)
        .map((label, value) => [String(value), label.trim()]),
    ),
    0,
  ),
  billingfrequencycode: of({
    '1': 'Monthly',
    '2': 'Bimonthly',
    '3': 'Quarterly',
    '4': 'Semiannually',
    '5': 'Annually',
  }),
  contractservicelevelcode: of({ '1': 'Gold', '2': 'Silver', '3': 'Bronze' }),
  allocationtypecode: of({ '0': 'Number of cases', '1': 'Number of hours' }, 0),
  decreaseremainingon: of({ '0': 'Case Resolution', '1': 'Case Creation' }, 0),
  kbaccesslevel: of({ '0': 'Standard', '1': 'Premium', '2': 'None' }),
  'campaignactivity.channeltypecode': of({
    '1': 'Phone',
    '2': 'Appointment',
    '3': 'Letter',
    '4': 'Letter via Mail Merge',
    '5': 'Fax',
    '6': 'Fax via Mail Merge',
    '7': 'Email',
    '8': 'Email via Mail Merge',
    '9': 'Other',
  }),
  'campaignresponse.channeltypecode': of({
    '1': 'Email',
    '2': 'Phone',
    '3': 'Fax',
    '4': 'Letter',
    '5': 'Appointment',
    '6': 'Others',
  }),
  responsecode: of({
    '1': 'Interested',
    '2': 'Not Interested',
    '3': 'Do Not Send Marketing Materials',
    '4': 'Error',
  }),
  'campaign.typecode': of({
    '1': 'Advertisement',
    '2': 'Direct Marketing',
    '3': 'Event',
    '4': 'Co-branding',
    '5': 'Other',
  }),
  'campaignactivity.typecode': of({
    '1': 'Research',
    '2': 'Content Preparation',
    '3': 'Target Marketing List Creation',
    '4': 'Lead Qualification',
    '5': 'Content Distribution',
    '6': 'Direct Initial Contact',
    '7': 'Direct Follow-Up Contact',
    '8': 'Reminder Distribution',
  }),
  createdfromcode: of({ '1': 'Account', '2': 'Contact', '4': 'Lead' }),
  producttypecode: of(
    { '1': 'Sales Inventory', '2': 'Miscellaneous Charges', '3': 'Services', '4': 'Flat Fees' },
    1,
  ),
  productstructure: of({ '1': 'Product', '2': 'Product Family', '3': 'Product Bundle' }, 1),
  bookingtype: of({ '1': 'Solid', '2': 'Liquid' }, 1),
  resourcetype: of(
    {
      '1': 'Generic',
      '2': 'Contact',
      '3': 'User',
      '4': 'Equipment',
      '5': 'Account',
      '6': 'Crew',
      '7': 'Facility',
      '8': 'Pool',
    },
    1,
  ),
  characteristictype: of({ '1': 'Skill', '2': 'Certification' }),
  'bookingstatus.status': of({ '1': 'Proposed', '2': 'Committed', '3': 'Canceled' }),
  warningtimereached: of({ '0': 'No', '1': 'Yes' }),
  'slakpiinstance.status': of({
    '0': 'In Progress',
    '1': 'Noncompliant',
    '2': 'Nearing Noncompliance',
    '3': 'Paused',
    '4': 'Succeeded',
    '5': 'Canceled',
  }),
  slatype: of({ '0': 'Standard', '1': 'Enhanced' }, 0),
  queueviewtype: of({ '0': 'Public', '1': 'Private' }, 0),
  incomingemailfilteringmethod: of(
    {
      '0': 'All email messages',
      '1': 'Email messages in response to Dynamics 365 email',
      '2': 'Email messages from Dynamics 365 Leads, Contacts and Accounts',
      '3': 'Email messages from Dynamics 365 records that are email enabled',
      '4': 'No email messages',
    },
    0,
  ),
  incomingemaildeliverymethod: mailDelivery,
  outgoingemaildeliverymethod: of(
    {
      '0': 'None',
      '1': 'Microsoft Dynamics 365 for Outlook',
      '2': 'Server-Side Synchronization or Email Router',
    },
    2,
  ),
  emailrouteraccessapproval: of(
    { '0': 'Empty', '1': 'Approved', '2': 'Pending Approval', '3': 'Rejected' },
    0,
  ),
  actdeliverymethod: of(
    { '0': 'Microsoft Dynamics 365 for Outlook', '1': 'Server-Side Synchronization', '2': 'None' },
    2,
  ),
  'feedback.source': of({ '0': 'Internal', '1': 'Portal' }, 0),
  postmessagetype: of({ '0': 'Public Message', '1': 'Private Message' }),
  correlationmethod: of({
    '0': 'None',
    '1': 'Skipped',
    '2': 'XHeader',
    '3': 'InReplyTo',
    '4': 'TrackingToken',
    '5': 'ConversationIndex',
    '6': 'SmartMatching',
    '7': 'CustomCorrelation',
  }),
  record1objecttypecode: connected,
  record2objecttypecode: connected,
  'connectionrole.category': of({
    '1': 'Business',
    '2': 'Family',
    '3': 'Social',
    '4': 'Sales',
    '5': 'Other',
    '1000': 'Stakeholder',
    '1001': 'Sales Team',
    '1002': 'Service',
  }),
  locationtype: of({ '0': 'General', '1': 'Dedicated for OneNote Integration' }, 0),
  servicetype: of({ '0': 'SharePoint', '1': 'OneDrive', '2': 'Shared with me' }, 0),
  'importfile.filetypecode': of(
    { '0': 'CSV', '1': 'XML Spreadsheet 2003', '2': 'Attachment', '3': 'XLSX' },
    0,
  ),
  modecode: of({ '0': 'Create', '1': 'Update' }, 0),
  documenttype: of({ '1': 'Microsoft Excel', '2': 'Microsoft Word' }),
  'calendar.type': of(
    { '-1': 'Inner Calendar type', '0': 'Default', '1': 'Customer Service', '2': 'Holiday Schedule' },
    0,
  ),
  'systemform.type': of({
    '0': 'Dashboard',
    '1': 'AppointmentBook',
    '2': 'Main',
    '3': 'MiniCampaignBO',
    '4': 'Preview',
    '5': 'Mobile - Express',
    '6': 'Quick View Form',
    '7': 'Quick Create',
    '8': 'Dialog',
    '9': 'Task Flow Form',
    '10': 'InteractionCentricDashboard',
    '11': 'Card',
    '12': 'Main - Interactive experience',
    '13': 'Contextual Dashboard',
    '100': 'Other',
    '101': 'MainBackup',
    '102': 'AppointmentBookBackup',
    '103': 'Power BI Dashboard',
  }),
  'userform.type': of({ '0': 'Dashboard' }, 0),
  'workflow.type': of({ '1': 'Definition', '2': 'Activation', '3': 'Template' }, 1),
  formactivationstate: of({ '0': 'Inactive', '1': 'Active' }, 1),
  formpresentation: of({ '0': 'ClassicForm', '1': 'AirForm', '2': 'ConvertedICForm' }, 0),
  createstage: stages,
  updatestage: stages,
  deletestage: stages,
  runas: of({ '0': 'Owner', '1': 'Calling User' }, 1),
  businessprocesstype: of({ '0': 'Business Flow', '1': 'Task Flow' }),
  'plugintracelog.mode': of({ '0': 'Synchronous', '1': 'Asynchronous' }, 0),
  'plugintracelog.operationtype': of({ '0': 'Unknown', '1': 'Plug-in', '2': 'Workflow Activity' }, 0),
  namespaceformat: of({ '1': 'Namespace Name', '2': 'Namespace Address' }),
  userclaim: of({ '1': 'None', '2': 'UserId', '3': 'UserInfo' }),
  amountdatatype: of({ '0': 'Money', '1': 'Decimal', '2': 'Integer' }),
};

/** The labels of a choice with its default. */
export function choiceLabels(table: string, column: string): Choice {
  const found = known[`${table}.${column}`] ?? known[column];
  if (found === undefined) throw new Error(`No labels of ${table}.${column}.`);
  return found;
}
