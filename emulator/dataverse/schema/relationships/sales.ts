/** Tables of customers and sales. */
export const salesRelationships: Readonly<Record<string, string>> = {
  account: `
    lk_accountbase_* defaultpricelevelid>pricelevel=price_level_accounts
    masterid>account=account_master_account originatingleadid>lead=account_originating_lead
    ownerid=owner_accounts owningbusinessunit=business_unit_accounts owningteam=team_accounts
    owninguser=user_accounts parentaccountid>account=account_parent_account
    preferredequipmentid>equipment=equipment_accounts preferredserviceid>service=service_accounts
    preferredsystemuserid>systemuser=system_user_accounts
    primarycontactid>contact=account_primary_contact slaid>sla:sla_account_sla=manualsla_account
    slainvokedid>sla:slainvokedid_account_sla=sla_account territoryid>territory=territory_accounts
    transactioncurrencyid=transactioncurrency_account
  `,
  contact: `
    createdby=lk_contactbase_createdby createdonbehalfby=lk_contact_createdonbehalfby
    defaultpricelevelid>pricelevel=price_level_contacts masterid>contact=contact_master_contact
    modifiedby=lk_contactbase_modifiedby modifiedonbehalfby=lk_contact_modifiedonbehalfby
    originatingleadid>lead=contact_originating_lead ownerid=owner_contacts
    owningbusinessunit=business_unit_contacts owningteam=team_contacts owninguser=contact_owning_user
    parentcustomerid>account=contact_customer_accounts
    parentcustomerid>contact=contact_customer_contacts
    preferredequipmentid>equipment=equipment_contacts preferredserviceid>service=service_contacts
    preferredsystemuserid>systemuser=system_user_contacts slaid>sla:sla_contact_sla=manualsla_contact
    slainvokedid>sla:slainvokedid_contact_sla=sla_contact
    transactioncurrencyid=transactioncurrency_contact
  `,
  lead: `
    campaignid>campaign=campaign_leads createdby=lk_leadbase_createdby
    createdonbehalfby=lk_lead_createdonbehalfby customerid>account=lead_customer_accounts
    customerid>contact=lead_customer_contacts masterid>lead=lead_master_lead
    modifiedby=lk_leadbase_modifiedby modifiedonbehalfby=lk_lead_modifiedonbehalfby
    originatingcaseid>incident=OriginatingCase_Lead ownerid=owner_leads
    owningbusinessunit=business_unit_leads owningteam=lead_owning_team owninguser=lead_owning_user
    parentaccountid>account=lead_parent_account parentcontactid>contact=lead_parent_contact
    qualifyingopportunityid>opportunity=lead_qualifying_opportunity
    relatedobjectid>campaignresponse=CampaignResponse_Lead slaid>sla:sla_lead_sla=manualsla_lead
    slainvokedid>sla:slainvokedid_lead_sla=sla_lead transactioncurrencyid=transactioncurrency_lead
  `,
  opportunity: `
    campaignid>campaign=campaign_opportunities createdby=lk_opportunitybase_createdby
    createdonbehalfby=lk_opportunity_createdonbehalfby
    customerid>account=opportunity_customer_accounts customerid>contact=opportunity_customer_contacts
    modifiedby=lk_opportunitybase_modifiedby modifiedonbehalfby=lk_opportunity_modifiedonbehalfby
    originatingleadid>lead=opportunity_originating_lead ownerid=owner_opportunitys
    owningbusinessunit=business_unit_opportunities owningteam=team_opportunities
    owninguser=opportunity_owning_user parentaccountid>account=opportunity_parent_account
    parentcontactid>contact=opportunity_parent_contact
    pricelevelid>pricelevel=price_level_opportunties
    slaid>sla:sla_opportunity_sla=manualsla_opportunity
    slainvokedid>sla:slainvokedid_opportunity_sla=sla_opportunity
    transactioncurrencyid=transactioncurrency_opportunity
  `,
  quote: `
    campaignid>campaign=campaign_quotes createdby=lk_quotebase_createdby
    createdonbehalfby=lk_quote_createdonbehalfby customerid>account=quote_customer_accounts
    customerid>contact=quote_customer_contacts modifiedby=lk_quotebase_modifiedby
    modifiedonbehalfby=lk_quote_modifiedonbehalfby opportunityid>opportunity=opportunity_quotes
    ownerid=owner_quotes owningbusinessunit=business_unit_quotes owningteam=team_quotes
    owninguser=system_user_quotes pricelevelid>pricelevel=price_level_quotes
    slaid>sla:sla_quote_sla=manualsla_quote slainvokedid>sla:slainvokedid_quote_sla=sla_quote
    transactioncurrencyid=transactioncurrency_quote
  `,
  salesorder: `
    campaignid>campaign=campaign_orders createdby=lk_salesorderbase_createdby
    createdonbehalfby=lk_salesorder_createdonbehalfby customerid>account=order_customer_accounts
    customerid>contact=order_customer_contacts modifiedby=lk_salesorderbase_modifiedby
    modifiedonbehalfby=lk_salesorder_modifiedonbehalfby
    opportunityid>opportunity=opportunity_sales_orders ownerid=owner_salesorders
    owningbusinessunit=business_unit_orders owningteam=team_orders owninguser=system_user_orders
    pricelevelid>pricelevel=price_level_orders quoteid>quote=quote_orders
    slaid>sla:sla_salesorder_sla=manualsla_salesorder
    slainvokedid>sla:slainvokedid_salesorder_sla=sla_salesorder
    transactioncurrencyid=transactioncurrency_salesorder
  `,
  invoice: `
    createdby=lk_invoicebase_createdby createdonbehalfby=lk_invoice_createdonbehalfby
    customerid>account=invoice_customer_accounts customerid>contact=invoice_customer_contacts
    modifiedby=lk_invoicebase_modifiedby modifiedonbehalfby=lk_invoice_modifiedonbehalfby
    opportunityid>opportunity=opportunity_invoices ownerid=owner_invoices
    owningbusinessunit=business_unit_invoices owningteam=team_invoices owninguser=system_user_invoices
    pricelevelid>pricelevel=price_level_invoices salesorderid>salesorder=order_invoices
    slaid>sla:sla_invoice_sla=manualsla_invoice slainvokedid>sla:slainvokedid_invoice_sla=sla_invoice
    transactioncurrencyid=transactioncurrency_invoice
  `,
  product: `
    createdby=lk_productbase_createdby createdonbehalfby=lk_product_createdonbehalfby
    defaultuomid>uom=unit_of_measurement_products
    defaultuomscheduleid>uomschedule=unit_of_measurement_schedule_products
    modifiedby=lk_productbase_modifiedby modifiedonbehalfby=lk_product_modifiedonbehalfby
    organizationid=organization_products parentproductid>product=product_parent_product
    pricelevelid>pricelevel=price_level_products subjectid>subject=subject_products
    transactioncurrencyid=transactioncurrency_product
  `,
  pricelevel: `
    createdby=lk_pricelevelbase_createdby createdonbehalfby=lk_pricelevel_createdonbehalfby
    modifiedby=lk_pricelevelbase_modifiedby modifiedonbehalfby=lk_pricelevel_modifiedonbehalfby
    organizationid=organization_price_levels transactioncurrencyid=transactioncurrency_pricelevel
  `,
  discounttype: `
    createdby=lk_discounttypebase_createdby createdonbehalfby=lk_discounttype_createdonbehalfby
    modifiedby=lk_discounttypebase_modifiedby modifiedonbehalfby=lk_discounttype_modifiedonbehalfby
    organizationid=organization_discount_types transactioncurrencyid=transactioncurrency_discounttype
  `,
  uom: `
    baseuom>uom=unit_of_measurement_base_unit createdby=lk_uombase_createdby
    createdonbehalfby=lk_uom_createdonbehalfby modifiedby=lk_uombase_modifiedby
    modifiedonbehalfby=lk_uom_modifiedonbehalfby
    uomscheduleid>uomschedule=unit_of_measure_schedule_conversions
  `,
  uomschedule: `
    createdby=lk_uomschedulebase_createdby createdonbehalfby=lk_uomschedule_createdonbehalfby
    modifiedby=lk_uomschedulebase_modifiedby modifiedonbehalfby=lk_uomschedule_modifiedonbehalfby
    organizationid=organization_uof_schedules
  `,
  competitor: `
    createdby=lk_competitorbase_createdby createdonbehalfby=lk_competitor_createdonbehalfby
    modifiedby=lk_competitorbase_modifiedby modifiedonbehalfby=lk_competitor_modifiedonbehalfby
    organizationid=organization_competitors transactioncurrencyid=transactioncurrency_competitor
  `,
  campaign: `
    lk_campaign_* ownerid=owner_campaigns owningbusinessunit=BusinessUnit_Campaigns
    owningteam=team_Campaigns owninguser=SystemUser_Campaigns
    pricelistid>pricelevel=PriceList_Campaigns transactioncurrencyid=transactioncurrency_campaign
  `,
  list: `
    lk_list_* ownerid=owner_lists owningbusinessunit=business_unit_list owningteam=team_list
    owninguser=user_list transactioncurrencyid=transactioncurrency_list
  `,
  territory: `
    createdby=lk_territorybase_createdby createdonbehalfby=lk_territory_createdonbehalfby
    managerid>systemuser=system_user_territories modifiedby=lk_territorybase_modifiedby
    modifiedonbehalfby=lk_territory_modifiedonbehalfby organizationid=organization_territories
    transactioncurrencyid=TransactionCurrency_Territory
  `,
  goal: `
    lk_goal_* goalownerid>systemuser=user_goal_goalowner goalownerid>team=team_goal_goalowner
    goalwitherrorid>goal=Goal_RollupError_Goal metricid>metric=metric_goal ownerid=owner_goal
    owningbusinessunit=business_unit_goal owningteam=team_goal owninguser=user_goal
    parentgoalid>goal=goal_parent_goal
    rollupqueryactualdecimalid>goalrollupquery=goal_rollupquery_actualdecimal
    rollupqueryactualintegerid>goalrollupquery=goalrollupquery_actualint
    rollupqueryactualmoneyid>goalrollupquery=goal_rollupquery_actualmoney
    rollupquerycustomdecimalid>goalrollupquery=goal_rollupquery_customdecimal
    rollupquerycustomintegerid>goalrollupquery=goal_rollupquery_customint
    rollupquerycustommoneyid>goalrollupquery=goal_rollupquery_custommoney
    rollupqueryinprogressdecimalid>goalrollupquery=goal_rollupquery_inprogressdecimal
    rollupqueryinprogressintegerid>goalrollupquery=goal_rollupquery_inprogressint
    rollupqueryinprogressmoneyid>goalrollupquery=goal_rollupquery_inprogressmoney
    transactioncurrencyid=TransactionCurrency_Goal
  `,
  goalrollupquery: `
    lk_goalrollupquery_* ownerid=owner_goalrollupquery
    owningbusinessunit=business_unit_goalrollupquery owningteam=team_goalrollupquery
  `,
  metric: `
    lk_metric_* organizationid=organization_metric
  `,
};
