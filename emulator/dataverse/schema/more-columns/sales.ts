import type { ColumnNames } from '../column-names.ts';

/** Tables of customers and sales. */
export const salesColumns: Readonly<Record<string, ColumnNames>> = {
  account: {
    choice: `
      address1_freighttermscode address2_freighttermscode preferredappointmentdaycode
      preferredappointmenttimecode
    `,
    integer: 'opendeals_state openrevenue_state',
    bigint: 'entityimage_timestamp',
    datetime: 'opendeals_date openrevenue_date',
    lookup: `
      createdbyexternalparty defaultpricelevelid modifiedbyexternalparty preferredequipmentid
      preferredserviceid slaid slainvokedid
    `,
    binary: 'entityimage',
    readOnly: 'entityimage_timestamp opendeals_date opendeals_state openrevenue_date openrevenue_state',
  },
  contact: {
    choice: `
      address1_freighttermscode address2_freighttermscode address3_freighttermscode paymenttermscode
      preferredappointmentdaycode preferredappointmenttimecode shippingmethodcode territorycode
    `,
    bigint: 'entityimage_timestamp',
    lookup: `
      createdbyexternalparty defaultpricelevelid modifiedbyexternalparty preferredequipmentid
      preferredserviceid slaid slainvokedid
    `,
    binary: 'entityimage',
    readOnly: 'entityimage_timestamp',
  },
  lead: {
    string: 'entityimage_url',
    bigint: 'entityimage_timestamp',
    guid: 'entityimageid',
    lookup: 'accountid contactid relatedobjectid slaid slainvokedid',
    binary: 'entityimage',
    readOnly: 'entityimage_timestamp entityimage_url entityimageid',
  },
  opportunity: {
    lookup: 'accountid contactid slaid slainvokedid',
  },
  quote: {
    string: `
      billto_city billto_composite billto_contactname billto_country billto_fax billto_line1
      billto_line2 billto_line3 billto_name billto_postalcode billto_stateorprovince billto_telephone
      quotenumber shipto_city shipto_composite shipto_contactname shipto_country shipto_fax
      shipto_line1 shipto_line2 shipto_line3 shipto_name shipto_postalcode shipto_stateorprovince
      shipto_telephone traversedpath
    `,
    choice: `
      freighttermscode paymenttermscode pricingerrorcode shippingmethodcode shipto_freighttermscode
    `,
    boolean: 'willcall',
    integer: 'onholdtime revisionnumber',
    decimal: 'discountpercentage exchangerate',
    money: `
      discountamount discountamount_base freightamount freightamount_base totalamount totalamount_base
      totalamountlessfreight totalamountlessfreight_base totaldiscountamount totaldiscountamount_base
      totallineitemamount totallineitemamount_base totallineitemdiscountamount
      totallineitemdiscountamount_base totaltax totaltax_base
    `,
    datetime: 'effectivefrom effectiveto lastonholdtime requestdeliveryby',
    date: 'closedon expireson',
    guid: 'billto_addressid processid shipto_addressid stageid',
    lookup: `
      accountid campaignid contactid customerid opportunityid pricelevelid slaid slainvokedid
      transactioncurrencyid
    `,
    readOnly: `
      billto_composite discountamount_base exchangerate freightamount_base onholdtime revisionnumber
      shipto_composite totalamount_base totalamountlessfreight_base totaldiscountamount_base
      totallineitemamount_base totallineitemdiscountamount_base totaltax_base
    `,
  },
  salesorder: {
    string: `
      billto_city billto_composite billto_contactname billto_country billto_fax billto_line1
      billto_line2 billto_line3 billto_name billto_postalcode billto_stateorprovince billto_telephone
      entityimage_url ordernumber shipto_city shipto_composite shipto_contactname shipto_country
      shipto_fax shipto_line1 shipto_line2 shipto_line3 shipto_name shipto_postalcode
      shipto_stateorprovince shipto_telephone submitstatusdescription traversedpath
    `,
    choice: `
      freighttermscode paymenttermscode pricingerrorcode prioritycode shippingmethodcode
      shipto_freighttermscode
    `,
    boolean: 'ispricelocked willcall',
    integer: 'onholdtime submitstatus',
    bigint: 'entityimage_timestamp',
    decimal: 'discountpercentage exchangerate',
    money: `
      discountamount discountamount_base freightamount freightamount_base totalamount totalamount_base
      totalamountlessfreight totalamountlessfreight_base totaldiscountamount totaldiscountamount_base
      totallineitemamount totallineitemamount_base totallineitemdiscountamount
      totallineitemdiscountamount_base totaltax totaltax_base
    `,
    datetime: 'datefulfilled lastbackofficesubmit lastonholdtime requestdeliveryby submitdate',
    guid: 'billto_addressid entityimageid processid shipto_addressid stageid',
    lookup: `
      accountid campaignid contactid customerid opportunityid pricelevelid quoteid slaid slainvokedid
      transactioncurrencyid
    `,
    binary: 'entityimage',
    readOnly: `
      billto_composite discountamount_base entityimage_timestamp entityimage_url entityimageid
      exchangerate freightamount_base onholdtime shipto_composite totalamount_base
      totalamountlessfreight_base totaldiscountamount_base totallineitemamount_base
      totallineitemdiscountamount_base totaltax_base
    `,
  },
  invoice: {
    string: `
      billto_city billto_composite billto_country billto_fax billto_line1 billto_line2 billto_line3
      billto_name billto_postalcode billto_stateorprovince billto_telephone entityimage_url
      invoicenumber shipto_city shipto_composite shipto_country shipto_fax shipto_line1 shipto_line2
      shipto_line3 shipto_name shipto_postalcode shipto_stateorprovince shipto_telephone traversedpath
    `,
    choice: 'paymenttermscode pricingerrorcode prioritycode shippingmethodcode shipto_freighttermscode',
    boolean: 'ispricelocked willcall',
    integer: 'onholdtime',
    bigint: 'entityimage_timestamp',
    decimal: 'discountpercentage exchangerate',
    money: `
      discountamount discountamount_base freightamount freightamount_base totalamount totalamount_base
      totalamountlessfreight totalamountlessfreight_base totaldiscountamount totaldiscountamount_base
      totallineitemamount totallineitemamount_base totallineitemdiscountamount
      totallineitemdiscountamount_base totaltax totaltax_base
    `,
    datetime: 'datedelivered lastbackofficesubmit lastonholdtime',
    date: 'duedate',
    guid: 'entityimageid processid stageid',
    lookup: `
      accountid contactid customerid opportunityid pricelevelid salesorderid slaid slainvokedid
      transactioncurrencyid
    `,
    binary: 'entityimage',
    readOnly: `
      billto_composite discountamount_base entityimage_timestamp entityimage_url entityimageid
      exchangerate freightamount_base onholdtime shipto_composite totalamount_base
      totalamountlessfreight_base totaldiscountamount_base totallineitemamount_base
      totallineitemdiscountamount_base totaltax_base
    `,
  },
  product: {
    string: `
      entityimage_url hierarchypath productnumber producturl size suppliername traversedpath vendorid
      vendorname vendorpartnumber
    `,
    choice: 'productstructure producttypecode',
    boolean: 'iskit isstockitem',
    integer: 'dmtimportstate quantitydecimal',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate quantityonhand stockvolume stockweight',
    money: 'currentcost currentcost_base price price_base standardcost standardcost_base',
    date: 'validfromdate validtodate',
    guid: 'entityimageid processid stageid',
    lookup: `
      createdbyexternalparty defaultuomid defaultuomscheduleid modifiedbyexternalparty organizationid
      parentproductid pricelevelid subjectid transactioncurrencyid
    `,
    binary: 'entityimage',
    readOnly: `
      currentcost_base dmtimportstate entityimage_timestamp entityimage_url entityimageid exchangerate
      hierarchypath price_base standardcost_base
    `,
  },
  pricelevel: {
    choice: 'freighttermscode paymentmethodcode shippingmethodcode',
    decimal: 'exchangerate',
    datetime: 'begindate enddate',
    lookup: 'organizationid transactioncurrencyid',
    readOnly: 'exchangerate',
  },
  discounttype: {
    boolean: 'isamounttype',
    lookup: 'organizationid transactioncurrencyid',
  },
  uom: {
    boolean: 'isschedulebaseuom',
    decimal: 'quantity',
    guid: 'organizationid',
    lookup: 'baseuom createdbyexternalparty modifiedbyexternalparty uomscheduleid',
    readOnly: 'isschedulebaseuom organizationid',
    without: 'description statecode statuscode',
  },
  uomschedule: {
    string: 'baseuomname',
    lookup: 'createdbyexternalparty modifiedbyexternalparty organizationid',
  },
  competitor: {
    string: `
      address1_city address1_composite address1_country address1_county address1_fax address1_line1
      address1_line2 address1_line3 address1_name address1_postalcode address1_postofficebox
      address1_stateorprovince address1_telephone1 address1_telephone2 address1_telephone3
      address1_upszone address2_city address2_composite address2_country address2_county address2_fax
      address2_line1 address2_line2 address2_line3 address2_name address2_postalcode
      address2_postofficebox address2_stateorprovince address2_telephone1 address2_telephone2
      address2_telephone3 address2_upszone entityimage_url keyproduct referenceinfourl stockexchange
      tickersymbol traversedpath websiteurl yominame
    `,
    memo: 'opportunities overview strengths threats weaknesses',
    choice: `
      address1_addresstypecode address1_shippingmethodcode address2_addresstypecode
      address2_shippingmethodcode
    `,
    integer: 'address1_utcoffset address2_utcoffset reportingquarter reportingyear',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    money: 'reportedrevenue reportedrevenue_base',
    double: 'address1_latitude address1_longitude address2_latitude address2_longitude winpercentage',
    guid: 'address1_addressid address2_addressid entityimageid processid stageid',
    lookup: 'organizationid transactioncurrencyid',
    binary: 'entityimage',
    readOnly: `
      address1_composite address2_composite entityimage_timestamp entityimage_url entityimageid
      exchangerate reportedrevenue_base
    `,
    without: 'description statecode statuscode',
  },
  campaign: {
    string: 'codename entityimage_url promotioncodename traversedpath',
    memo: 'message objective',
    choice: 'typecode',
    boolean: 'istemplate',
    integer: 'expectedresponse',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    money: `
      budgetedcost budgetedcost_base expectedrevenue expectedrevenue_base othercost othercost_base
      totalactualcost totalactualcost_base totalcampaignactivityactualcost
      totalcampaignactivityactualcost_base
    `,
    datetime: 'actualend actualstart proposedend proposedstart',
    guid: 'entityimageid processid stageid',
    lookup: 'pricelistid transactioncurrencyid',
    binary: 'entityimage',
    readOnly: `
      budgetedcost_base entityimage_timestamp entityimage_url entityimageid exchangerate
      expectedrevenue_base othercost_base totalactualcost totalactualcost_base
      totalcampaignactivityactualcost totalcampaignactivityactualcost_base
    `,
  },
  list: {
    string: 'listname query source traversedpath',
    memo: 'purpose',
    choice: 'createdfromcode',
    boolean: 'donotsendonoptout ignoreinactivelistmembers lockstatus type',
    integer: 'membercount membertype',
    decimal: 'exchangerate',
    money: 'cost cost_base',
    datetime: 'lastusedon',
    guid: 'processid stageid',
    lookup: 'transactioncurrencyid',
    readOnly: 'cost_base exchangerate lastusedon membercount',
    without: 'name',
  },
  territory: {
    string: 'entityimage_url',
    bigint: 'entityimage_timestamp',
    decimal: 'exchangerate',
    guid: 'entityimageid',
    lookup: 'managerid organizationid transactioncurrencyid',
    binary: 'entityimage',
    readOnly: 'entityimage_timestamp entityimage_url entityimageid exchangerate',
    without: 'statecode statuscode',
  },
  goal: {
    string: `
      actualstring customrollupfieldstring entityimage_url inprogressstring stretchtargetstring
      targetstring title
    `,
    choice: 'amountdatatype',
    boolean: `
      consideronlygoalownersrecords isamount isfiscalperiodgoal isoverridden isoverride
      rolluponlyfromchildgoals
    `,
    integer: `
      actualinteger computedtargetasoftodayinteger customrollupfieldinteger depth fiscalperiod
      fiscalyear inprogressinteger rolluperrorcode stretchtargetinteger targetinteger
    `,
    bigint: 'entityimage_timestamp',
    decimal: `
      actualdecimal computedtargetasoftodaydecimal computedtargetasoftodaypercentageachieved
      customrollupfielddecimal exchangerate inprogressdecimal percentage stretchtargetdecimal
      targetdecimal
    `,
    money: `
      actualmoney actualmoney_base computedtargetasoftodaymoney computedtargetasoftodaymoney_base
      customrollupfieldmoney customrollupfieldmoney_base inprogressmoney inprogressmoney_base
      stretchtargetmoney stretchtargetmoney_base targetmoney targetmoney_base
    `,
    datetime: 'goalenddate goalstartdate lastrolledupdate',
    guid: 'entityimageid treeid',
    lookup: `
      goalownerid goalwitherrorid metricid parentgoalid rollupqueryactualdecimalid
      rollupqueryactualintegerid rollupqueryactualmoneyid rollupquerycustomdecimalid
      rollupquerycustomintegerid rollupquerycustommoneyid rollupqueryinprogressdecimalid
      rollupqueryinprogressintegerid rollupqueryinprogressmoneyid transactioncurrencyid
    `,
    binary: 'entityimage',
    readOnly: `
      actualmoney_base actualstring computedtargetasoftodaydecimal computedtargetasoftodayinteger
      computedtargetasoftodaymoney computedtargetasoftodaymoney_base
      computedtargetasoftodaypercentageachieved customrollupfieldmoney_base customrollupfieldstring
      depth entityimage_timestamp entityimage_url entityimageid exchangerate inprogressmoney_base
      inprogressstring stretchtargetmoney_base stretchtargetstring targetmoney_base targetstring
      treeid
    `,
    without: 'name description',
  },
  goalrollupquery: {
    string: 'queryentitytype',
    memo: 'fetchxml',
    without: 'description',
  },
  metric: {
    choice: 'amountdatatype',
    boolean: 'isamount isstretchtracked',
    lookup: 'organizationid',
  },
};
