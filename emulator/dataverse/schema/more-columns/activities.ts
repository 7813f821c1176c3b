import type { ColumnNames } from '../column-names.ts';

/** Tables of activities. */
export const activitiesColumns: Readonly<Record<string, ColumnNames>> = {
  activitypointer: {
    string: 'traversedpath',
    choice: 'community deliveryprioritycode',
    boolean: 'ismapiprivate leftvoicemail',
    decimal: 'exchangerate',
    datetime: 'deliverylastattemptedon postponeactivityprocessinguntil senton',
    guid: 'processid seriesid stageid',
    lookup: 'sendermailboxid serviceid slaid slainvokedid transactioncurrencyid',
    readOnly: 'deliverylastattemptedon exchangerate postponeactivityprocessinguntil senton seriesid',
  },
  appointment: {
    string: 'category globalobjectid location modifiedfieldsmask subcategory',
    boolean: 'isalldayevent',
    integer: 'attachmenterrors outlookownerapptid',
    datetime: 'originalstartdate',
    guid: 'subscriptionid',
    readOnly: 'modifiedfieldsmask originalstartdate subscriptionid',
  },
  email: {
    string: `
      category conversationindex inreplyto messageid mimetype sender subcategory submittedby
      torecipients trackingtoken
    `,
    choice: 'correlationmethod',
    boolean: 'compressed deliveryreceiptrequested directioncode readreceiptrequested',
    integer: 'attachmentcount deliveryattempts isunsafe notifications',
    datetime: 'postponeemailprocessinguntil',
    lookup: 'emailsender parentactivityid sendersaccount',
    readOnly: `
      attachmentcount compressed conversationindex correlationmethod inreplyto isunsafe
      postponeemailprocessinguntil
    `,
  },
  fax: {
    string: 'billingcode category coverpagename faxnumber subcategory tsid',
    boolean: 'directioncode',
    integer: 'numberofpages',
    guid: 'subscriptionid',
    readOnly: 'subscriptionid',
  },
  letter: {
    string: 'address category subcategory',
    boolean: 'directioncode',
    guid: 'subscriptionid',
    readOnly: 'subscriptionid',
  },
  phonecall: {
    string: 'category phonenumber subcategory',
    boolean: 'directioncode',
    guid: 'subscriptionid',
    readOnly: 'subscriptionid',
  },
  serviceappointment: {
    string: 'category location subcategory',
    boolean: 'isalldayevent',
    guid: 'subscriptionid',
    lookup: 'siteid',
    readOnly: 'subscriptionid',
  },
  recurringappointmentmaster: {
    string: 'category deletedexceptionslist globalobjectid location subcategory',
    boolean: 'isalldayevent isnthmonthly isnthyearly isregenerate isweekdaypattern seriesstatus',
    integer: `
      dayofmonth daysofweekmask duration expansionstatecode firstdayofweek instance interval
      monthofyear occurrences outlookownerapptid patternendtype recurrencepatterntype
    `,
    datetime: `
      effectiveenddate effectivestartdate endtime lastexpandedinstancedate nextexpansioninstancedate
      patternenddate patternstartdate starttime
    `,
    guid: 'subscriptionid',
    lookup: 'groupid ruleid',
    readOnly: `
      deletedexceptionslist expansionstatecode lastexpandedinstancedate nextexpansioninstancedate
      subscriptionid
    `,
  },
  socialactivity: {
    string: 'inresponseto postid posttoprofileid posturl socialadditionalparams threadid',
    choice: 'postmessagetype',
    boolean: 'directioncode',
    double: 'sentimentvalue',
    datetime: 'postedon',
    lookup: 'postauthor postauthoraccount postfromprofileid',
  },
  task: {
    string: 'subcategory',
    guid: 'crmtaskassigneduniqueid subscriptionid',
    readOnly: 'subscriptionid',
  },
  campaignactivity: {
    string: 'category subcategory',
    choice: 'channeltypecode typecode',
    boolean: 'donotsendonoptout ignoreinactivelistmembers',
    integer: 'excludeifcontactedinxdays',
    money: 'actualcost actualcost_base budgetedcost budgetedcost_base',
    readOnly: 'actualcost_base budgetedcost_base',
  },
  campaignresponse: {
    string: `
      category companyname emailaddress fax firstname lastname promotioncodename subcategory telephone
      yomicompanyname yomifirstname yomilastname
    `,
    choice: 'channeltypecode responsecode',
    datetime: 'receivedon',
    lookup: 'originatingactivityid',
  },
};
