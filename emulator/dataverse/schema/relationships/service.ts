/** Tables of service and scheduling. */
export const serviceRelationships: Readonly<Record<string, string>> = {
  incident: `
    lk_incidentbase_* contractid>contract=contract_cases customerid>account=incident_customer_accounts
    customerid>contact=incident_customer_contacts entitlementid>entitlement=entitlement_cases
    existingcase>incident=incident_existingcase
    firstresponsebykpiid>slakpiinstance=slakpiinstance_incident_firstresponsebykpi
    kbarticleid>kbarticle=kbarticle_incidents masterid>incident=incident_master_incident
    ownerid=owner_incidents owningbusinessunit=business_unit_incidents owningteam=team_incidents
    owninguser=system_user_incidents parentcaseid>incident=incident_parent_incident
    primarycontactid>contact=contact_as_primary_contact productid>product=product_incidents
    resolvebykpiid>slakpiinstance=slakpiinstance_incident_resolvebykpi
    slaid>sla:slaid_sla=manualsla_cases slainvokedid>sla:slainvokedid_sla=sla_cases
    socialprofileid>socialprofile=socialprofile_cases subjectid>subject=subject_incidents
    transactioncurrencyid=TransactionCurrency_Incident
  `,
  contract: `
    billingcustomerid>account=contract_billingcustomer_accounts
    billingcustomerid>contact=contract_billingcustomer_contacts
    contracttemplateid>contracttemplate=contract_template_contracts
    createdby=lk_contractbase_createdby createdonbehalfby=lk_contract_createdonbehalfby
    customerid>account=contract_customer_accounts customerid>contact=contract_customer_contacts
    modifiedby=lk_contractbase_modifiedby modifiedonbehalfby=lk_contract_modifiedonbehalfby
    originatingcontract>contract=contract_originating_contract ownerid=owner_contracts
    owningbusinessunit=business_unit_service_contracts owningteam=team_service_contracts
    owninguser=system_user_service_contracts transactioncurrencyid=transactioncurrency_contract
  `,
  contracttemplate: `
    createdby=lk_contracttemplatebase_createdby
    createdonbehalfby=lk_contracttemplate_createdonbehalfby
    modifiedby=lk_contracttemplatebase_modifiedby
    modifiedonbehalfby=lk_contracttemplate_modifiedonbehalfby
    organizationid=organization_contract_templates
  `,
  entitlement: `
    lk_entitlement_* accountid>account=account_entitlement_Account
    contactid>contact=contact_entitlement_ContactId customerid>account=account_entitlement_Customer
    customerid>contact=contact_entitlement_Customer ownerid=owner_entitlement
    owningbusinessunit=business_unit_entitlement owningteam=team_entitlement
    owninguser=user_entitlement slaid>sla=sla_entitlement
    transactioncurrencyid=TransactionCurrency_Entitlement
  `,
  sla: `
    lk_slabase_* businesshoursid>calendar=slabase_businesshoursid ownerid=owner_slas
    owningbusinessunit=business_unit_slabase owningteam=team_slaBase owninguser=user_slabase
    transactioncurrencyid=TransactionCurrency_SLA workflowid>workflow=slabase_workflowid
  `,
  slakpiinstance: `
    lk_slakpiinstancebase_* ownerid=slakpiinstance_owner
    owningbusinessunit=business_unit_slakpiinstance regarding>account=slakpiinstance_account
    regarding>activitypointer=slakpiinstance_activitypointer
    regarding>appointment=slakpiinstance_appointment regarding>contact=slakpiinstance_contact
    regarding>email=slakpiinstance_email regarding>fax=slakpiinstance_fax
    regarding>incident:regarding=slakpiinstance_incident regarding>invoice=slakpiinstance_invoice
    regarding>lead=slakpiinstance_lead regarding>letter=slakpiinstance_letter
    regarding>opportunity=slakpiinstance_opportunity regarding>phonecall=slakpiinstance_phonecall
    regarding>quote=slakpiinstance_quote regarding>salesorder=slakpiinstance_salesorder
    regarding>serviceappointment=slakpiinstance_serviceappointment
    regarding>socialactivity=slakpiinstance_socialactivity regarding>task=slakpiinstance_task
    transactioncurrencyid=TransactionCurrency_slakpiinstance
  `,
  queue: `
    createdby=lk_queuebase_createdby createdonbehalfby=lk_queue_createdonbehalfby
    defaultmailbox>mailbox=queue_defaultmailbox_mailbox modifiedby=lk_queuebase_modifiedby
    modifiedonbehalfby=lk_queue_modifiedonbehalfby organizationid=organization_queues
    ownerid=owner_queues owningbusinessunit=business_unit_queues2
    transactioncurrencyid=TransactionCurrency_Queue
  `,
  subject: `
    createdby=lk_subjectbase_createdby createdonbehalfby=lk_subject_createdonbehalfby
    modifiedby=lk_subjectbase_modifiedby modifiedonbehalfby=lk_subject_modifiedonbehalfby
    organizationid=organization_subjects parentsubject>subject=subject_parent_subject
  `,
  kbarticle: `
    createdby=lk_kbarticlebase_createdby createdonbehalfby=lk_kbarticle_createdonbehalfby
    modifiedby=lk_kbarticlebase_modifiedby modifiedonbehalfby=lk_kbarticle_modifiedonbehalfby
    organizationid=organization_kb_articles subjectid>subject=subject_kb_articles
    transactioncurrencyid=TransactionCurrency_KbArticle
  `,
  knowledgearticle: `
    lk_knowledgearticle_* languagelocaleid>languagelocale=knowledgearticle_languagelocaleid
    ownerid=owner_knowledgearticle owningbusinessunit=business_unit_knowledgearticle
    owningteam=team_knowledgearticle owninguser=user_knowledgearticle
    parentarticlecontentid>knowledgearticle:ParentArticleContentId=knowledgearticle_parentarticle_contentid
    previousarticlecontentid>knowledgearticle:PreviousArticleContentId=knowledgearticle_previousarticle_contentid
    primaryauthorid>systemuser=knowledgearticle_primaryauthorid
    rootarticleid>knowledgearticle:RootArticleId=knowledgearticle_rootarticle_id
    subjectid>subject=subject_knowledgearticles
    transactioncurrencyid=transactioncurrency_knowledgearticle
  `,
  feedback: `
    lk_feedback_*=createdby,modifiedby,createdonbehalfby closedby>systemuser=lk_feedback_closedby
    createdbycontact>contact:CreatedByContact=lk_contact_feedback_createdby
    modifiedonbehalfby:ModifiedOnBehalfBy=lk_feedback_modifiedonbehalfby ownerid=owner_feedback
    owningbusinessunit=business_unit_feedback regardingobjectid>contact:ContactId=Contact_Feedback
    regardingobjectid>feedback:FeedbackId=feedback_feedback
    regardingobjectid>knowledgearticle:KnowledgeArticleId=KnowledgeArticle_Feedback
    transactioncurrencyid=transactioncurrency_feedback
  `,
  category: `
    createdby:lk_category_createdby=lk_category_createdby
    createdonbehalfby:lk_category_createdonbehalfby=lk_category_createdonbehalfby
    modifiedby:lk_category_modifiedby=lk_category_modifiedby
    modifiedonbehalfby:lk_category_modifiedonbehalfby=lk_category_modifiedonbehalfby
    ownerid=owner_categories owningbusinessunit=business_unit_category
    parentcategoryid>category=category_parent_category
    transactioncurrencyid=transactioncurrency_category
  `,
  service: `
    lk_service_* organizationid=organization_services strategyid>plugintype=plugin_type_service
    calendarid>calendar:calendarid_calendar=calendar_services
  `,
  site: `
    createdby=lk_sitebase_createdby createdonbehalfby=lk_site_createdonbehalfby
    modifiedby=lk_sitebase_modifiedby modifiedonbehalfby=lk_site_modifiedonbehalfby
    organizationid:organizationid_organization=organization_sites
  `,
  equipment: `
    lk_equipment_* businessunitid>businessunit=business_unit_equipment
    businessunitid>systemuser=equipment_systemuser calendarid>calendar=calendar_equipment
    organizationid=organization_equipment siteid>site=site_equipment
    transactioncurrencyid=TransactionCurrency_Equipment
  `,
  calendar: `
    lk_calendar_* businessunitid>businessunit=business_unit_calendars
    holidayschedulecalendarid>calendar=calendar_customercalendar_holidaycalendar
    organizationid=organization_calendars
  `,
  resourcegroup: `
    businessunitid>businessunit=business_unit_resource_groups
    organizationid=organization_resource_groups
    resourcegroupid>constraintbasedgroup:resourcegroupid_constraintbasedgroup=constraintbasedgroup_resource_groups
    resourcegroupid>team:resourcegroupid_team=team_resource_groups
  `,
  constraintbasedgroup: `
    lk_constraintbasedgroup_* businessunitid>businessunit=business_unit_constraint_based_groups
    businessunitid>systemuser=constraintbasedgroup_systemuser
    organizationid=organization_constraint_based_groups
  `,
  bookableresource: `
    lk_bookableresource_* accountid>account:AccountId=account_bookableresource_AccountId
    calendarid>calendar=calendar_bookableresources
    contactid>contact:ContactId=contact_bookableresource_ContactId ownerid=owner_bookableresource
    owningbusinessunit=business_unit_bookableresource owningteam=team_bookableresource
    owninguser=user_bookableresource transactioncurrencyid=TransactionCurrency_bookableresource
    userid>systemuser:UserId=systemuser_bookableresource_UserId
  `,
  bookableresourcebooking: `
    lk_bookableresourcebooking_*
    bookingstatus>bookingstatus:BookingStatus=bookingstatus_bookableresourcebooking_BookingStatus
    ownerid=owner_bookableresourcebooking owningbusinessunit=business_unit_bookableresourcebooking
    owningteam=team_bookableresourcebooking owninguser=user_bookableresourcebooking
    resource>bookableresource:Resource=bookableresource_bookableresourcebooking_Resource
    transactioncurrencyid=TransactionCurrency_bookableresourcebooking
  `,
  bookableresourcecategory: `
    lk_bookableresourcecategory_* ownerid=owner_bookableresourcecategory
    owningbusinessunit=business_unit_bookableresourcecategory owningteam=team_bookableresourcecategory
    owninguser=user_bookableresourcecategory
    transactioncurrencyid=TransactionCurrency_bookableresourcecategory
  `,
  bookableresourcecharacteristic: `
    lk_bookableresourcecharacteristic_*
    characteristic>characteristic:Characteristic=characteristic_bookableresourcecharacteristic_Characteristic
    ownerid=owner_bookableresourcecharacteristic
    owningbusinessunit=business_unit_bookableresourcecharacteristic
    owningteam=team_bookableresourcecharacteristic owninguser=user_bookableresourcecharacteristic
    ratingvalue>ratingvalue:RatingValue=ratingvalue_bookableresourcecharacteristic_RatingValue
    resource>bookableresource:Resource=bookableresource_bookableresourcecharacteristic_Resource
    transactioncurrencyid=TransactionCurrency_bookableresourcecharacteristic
  `,
  bookableresourcegroup: `
    lk_bookableresourcegroup_*
    childresource>bookableresource:ChildResource=bookableresource_bookableresourcegroup_ChildResource
    ownerid=owner_bookableresourcegroup owningbusinessunit=business_unit_bookableresourcegroup
    owningteam=team_bookableresourcegroup owninguser=user_bookableresourcegroup
    parentresource>bookableresource:ParentResource=bookableresource_bookableresourcegroup_ParentResource
    transactioncurrencyid=TransactionCurrency_bookableresourcegroup
  `,
  bookingstatus: `
    lk_bookingstatus_* ownerid=owner_bookingstatus owningbusinessunit=business_unit_bookingstatus
    owningteam=team_bookingstatus owninguser=user_bookingstatus
    transactioncurrencyid=TransactionCurrency_bookingstatus
  `,
  characteristic: `
    lk_characteristic_* ownerid=owner_characteristic owningbusinessunit=business_unit_characteristic
    owningteam=team_characteristic owninguser=user_characteristic
    transactioncurrencyid=TransactionCurrency_characteristic
  `,
  ratingvalue: `
    lk_ratingvalue_* ownerid=owner_ratingvalue owningbusinessunit=business_unit_ratingvalue
    owningteam=team_ratingvalue owninguser=user_ratingvalue
    transactioncurrencyid=TransactionCurrency_ratingvalue
  `,
  socialprofile: `
    createdonbehalfby=lk_SocialProfile_createdonbehalfby
    customerid>account=Socialprofile_customer_accounts
    customerid>contact=Socialprofile_customer_contacts
    modifiedonbehalfby=lk_SocialProfile_modifiedonbehalfby ownerid=owner_SocialProfile
    owningbusinessunit=business_unit_socialprofiles owninguser=socialProfile_owning_user
    transactioncurrencyid=transactioncurrency_SocialProfile
  `,
};
