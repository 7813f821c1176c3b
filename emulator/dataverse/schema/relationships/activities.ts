/** Tables of activities. */
export const activitiesRelationships: Readonly<Record<string, string>> = {
  activitypointer: `
    lk_activitypointer_* ownerid=owner_activitypointers
    owningbusinessunit=business_unit_activitypointer owningteam=team_activity owninguser=user_activity
    regardingobjectid>account=Account_ActivityPointers
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_ActivityPointers
    regardingobjectid>campaign=Campaign_ActivityPointers
    regardingobjectid>campaignactivity=CampaignActivity_ActivityPointers
    regardingobjectid>contact=Contact_ActivityPointers
    regardingobjectid>contract=Contract_ActivityPointers
    regardingobjectid>entitlement=entitlement_ActivityPointers
    regardingobjectid>incident=Incident_ActivityPointers
    regardingobjectid>invoice=Invoice_ActivityPointers
    regardingobjectid>knowledgearticle=KnowledgeArticle_ActivityPointers
    regardingobjectid>lead=Lead_ActivityPointers
    regardingobjectid>opportunity=Opportunity_ActivityPointers
    regardingobjectid>quote=Quote_ActivityPointers
    regardingobjectid>salesorder=SalesOrder_ActivityPointers
    sendermailboxid>mailbox=activitypointer_sendermailboxid_mailbox
    serviceid>service=service_activity_pointers
    slaid>sla:sla_activitypointer_sla=manualsla_activitypointer
    slainvokedid>sla:slainvokedid_activitypointer_sla=sla_activitypointer
    transactioncurrencyid=TransactionCurrency_ActivityPointer
  `,
  appointment: `
    createdby=lk_appointment_createdby createdonbehalfby=lk_appointment_createdonbehalfby
    modifiedby=lk_appointment_modifiedby modifiedonbehalfby=lk_appointment_modifiedonbehalfby
    owningbusinessunit=business_unit_appointment_activities owningteam=team_appointment
    owninguser=user_appointment regardingobjectid>account=Account_Appointments
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_Appointments
    regardingobjectid>campaign=Campaign_Appointments
    regardingobjectid>campaignactivity=CampaignActivity_Appointments
    regardingobjectid>contact=Contact_Appointments regardingobjectid>contract=Contract_Appointments
    regardingobjectid>entitlement=entitlement_Appointments
    regardingobjectid>incident=Incident_Appointments regardingobjectid>invoice=Invoice_Appointments
    regardingobjectid>knowledgearticle=KnowledgeArticle_Appointments
    regardingobjectid>lead=Lead_Appointments regardingobjectid>opportunity=Opportunity_Appointments
    regardingobjectid>quote=Quote_Appointments regardingobjectid>salesorder=SalesOrder_Appointments
    serviceid>service=service_appointments slaid>sla:sla_appointment_sla=manualsla_appointment
    slainvokedid>sla:slainvokedid_appointment_sla=sla_appointment
    transactioncurrencyid=TransactionCurrency_Appointment
    seriesid>recurringappointmentmaster:seriesid_recurringappointmentmaster=recurringappointmentmaster_appointment
    activityid>activitypointer:activityid_activitypointer=activity_pointer_appointment
  `,
  email: `
    createdby=lk_email_createdby createdonbehalfby=lk_email_createdonbehalfby
    emailsender>account:emailsender_account=Account_Email_EmailSender
    emailsender>contact:emailsender_contact=Contact_Email_EmailSender
    emailsender>equipment:emailsender_equipment=Equipment_Email_EmailSender
    emailsender>lead:emailsender_lead=Lead_Email_EmailSender
    emailsender>queue:emailsender_queue=Queue_Email_EmailSender
    emailsender>systemuser:emailsender_systemuser=SystemUser_Email_EmailSender
    modifiedby=lk_email_modifiedby modifiedonbehalfby=lk_email_modifiedonbehalfby
    owningbusinessunit=business_unit_email_activities owningteam=team_email owninguser=user_email
    parentactivityid>email:parentactivityid=email_email_parentactivityid
    regardingobjectid>account=Account_Emails
    regardingobjectid>asyncoperation:regardingobjectid_asyncoperation=AsyncOperation_Emails
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_Emails
    regardingobjectid>campaign=Campaign_Emails
    regardingobjectid>campaignactivity=CampaignActivity_Emails
    regardingobjectid>contact=Contact_Emails regardingobjectid>contract=Contract_Emails
    regardingobjectid>entitlement=entitlement_Emails regardingobjectid>incident=Incident_Emails
    regardingobjectid>invoice=Invoice_Emails
    regardingobjectid>knowledgearticle=KnowledgeArticle_Emails regardingobjectid>lead=Lead_Emails
    regardingobjectid>opportunity=Opportunity_Emails regardingobjectid>quote=Quote_Emails
    regardingobjectid>salesorder=SalesOrder_Emails
    sendermailboxid>mailbox=email_sendermailboxid_mailbox
    sendersaccount>account:sendersaccount=Account_Email_SendersAccount
    serviceid>service=service_emails slaid>sla:sla_email_sla=manualsla_email
    slainvokedid>sla:slainvokedid_email_sla=sla_email transactioncurrencyid=TransactionCurrency_Email
    activityid>activitypointer:activityid_activitypointer=activity_pointer_email
  `,
  fax: `
    createdby=lk_fax_createdby createdonbehalfby=lk_fax_createdonbehalfby modifiedby=lk_fax_modifiedby
    modifiedonbehalfby=lk_fax_modifiedonbehalfby owningbusinessunit=business_unit_fax_activities
    owningteam=team_fax owninguser=user_fax regardingobjectid>account=Account_Faxes
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_Faxes
    regardingobjectid>campaign=Campaign_Faxes
    regardingobjectid>campaignactivity=CampaignActivity_Faxes regardingobjectid>contact=Contact_Faxes
    regardingobjectid>contract=Contract_Faxes regardingobjectid>entitlement=entitlement_Faxes
    regardingobjectid>incident=Incident_Faxes regardingobjectid>invoice=Invoice_Faxes
    regardingobjectid>knowledgearticle=KnowledgeArticle_Faxes regardingobjectid>lead=Lead_Faxes
    regardingobjectid>opportunity=Opportunity_Faxes regardingobjectid>quote=Quote_Faxes
    regardingobjectid>salesorder=SalesOrder_Faxes serviceid>service=service_faxes
    slaid>sla:sla_fax_sla=manualsla_fax slainvokedid>sla:slainvokedid_fax_sla=sla_fax
    transactioncurrencyid=TransactionCurrency_Fax
    activityid>activitypointer:activityid_activitypointer=activity_pointer_fax
  `,
  letter: `
    createdby=lk_letter_createdby createdonbehalfby=lk_letter_createdonbehalfby
    modifiedby=lk_letter_modifiedby modifiedonbehalfby=lk_letter_modifiedonbehalfby
    owningbusinessunit=business_unit_letter_activities owningteam=team_letter owninguser=user_letter
    regardingobjectid>account=Account_Letters
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_Letters
    regardingobjectid>campaign=Campaign_Letters
    regardingobjectid>campaignactivity=CampaignActivity_Letters
    regardingobjectid>contact=Contact_Letters regardingobjectid>contract=Contract_Letters
    regardingobjectid>entitlement=entitlement_Letters regardingobjectid>incident=Incident_Letters
    regardingobjectid>invoice=Invoice_Letters
    regardingobjectid>knowledgearticle=KnowledgeArticle_Letters regardingobjectid>lead=Lead_Letters
    regardingobjectid>opportunity=Opportunity_Letters regardingobjectid>quote=Quote_Letters
    regardingobjectid>salesorder=SalesOrder_Letters serviceid>service=service_letters
    slaid>sla:sla_letter_sla=manualsla_letter slainvokedid>sla:slainvokedid_letter_sla=sla_letter
    transactioncurrencyid=TransactionCurrency_Letter
    activityid>activitypointer:activityid_activitypointer=activity_pointer_letter
  `,
  phonecall: `
    createdby=lk_phonecall_createdby createdonbehalfby=lk_phonecall_createdonbehalfby
    modifiedby=lk_phonecall_modifiedby modifiedonbehalfby=lk_phonecall_modifiedonbehalfby
    owningbusinessunit=business_unit_phone_call_activities owningteam=team_phonecall
    owninguser=user_phonecall regardingobjectid>account=Account_Phonecalls
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_PhoneCalls
    regardingobjectid>campaign=Campaign_Phonecalls
    regardingobjectid>campaignactivity=CampaignActivity_Phonecalls
    regardingobjectid>contact=Contact_Phonecalls regardingobjectid>contract=Contract_Phonecalls
    regardingobjectid>entitlement=entitlement_PhoneCalls
    regardingobjectid>incident=Incident_Phonecalls regardingobjectid>invoice=Invoice_Phonecalls
    regardingobjectid>knowledgearticle=KnowledgeArticle_Phonecalls
    regardingobjectid>lead=Lead_Phonecalls regardingobjectid>opportunity=Opportunity_Phonecalls
    regardingobjectid>quote=Quote_Phonecalls regardingobjectid>salesorder=SalesOrder_Phonecalls
    serviceid>service=service_phonecalls slaid>sla:sla_phonecall_sla=manualsla_phonecall
    slainvokedid>sla:slainvokedid_phonecall_sla=sla_phonecall
    transactioncurrencyid=TransactionCurrency_PhoneCall
    activityid>activitypointer:activityid_activitypointer=activity_pointer_phonecall
  `,
  serviceappointment: `
    createdby=lk_serviceappointment_createdby
    createdonbehalfby=lk_serviceappointment_createdonbehalfby
    modifiedby=lk_serviceappointment_modifiedby
    modifiedonbehalfby=lk_serviceappointment_modifiedonbehalfby
    owningbusinessunit=business_unit_service_appointments owningteam=team_service_appointments
    owninguser=system_user_service_appointments regardingobjectid>account=Account_ServiceAppointments
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_ServiceAppointments
    regardingobjectid>campaign=Campaign_ServiceAppointments
    regardingobjectid>contact=Contact_ServiceAppointments
    regardingobjectid>contract=Contract_ServiceAppointments
    regardingobjectid>entitlement=entitlement_ServiceAppointments
    regardingobjectid>incident=Incident_ServiceAppointments
    regardingobjectid>invoice=Invoice_ServiceAppointments
    regardingobjectid>knowledgearticle=KnowledgeArticle_ServiceAppointments
    regardingobjectid>lead=Lead_ServiceAppointments
    regardingobjectid>opportunity=Opportunity_ServiceAppointments
    regardingobjectid>quote=Quote_ServiceAppointments
    regardingobjectid>salesorder=SalesOrder_ServiceAppointments
    serviceid>service=service_service_appointments siteid>site:siteid=site_service_appointments
    slainvokedid>sla:slainvokedid_serviceappointment_sla=sla_serviceappointment
    transactioncurrencyid=TransactionCurrency_ServiceAppointment
    activityid>activitypointer:activityid_activitypointer=activity_pointer_service_appointment
  `,
  recurringappointmentmaster: `
    createdby=lk_recurringappointmentmaster_createdby
    createdonbehalfby=lk_recurringappointmentmaster_createdonbehalfby
    modifiedby=lk_recurringappointmentmaster_modifiedby
    modifiedonbehalfby=lk_recurringappointmentmaster_modifiedonbehalfby
    owningbusinessunit=business_unit_recurringappointmentmaster_activities
    owningteam=team_recurringappointmentmaster owninguser=user_recurringappointmentmaster
    regardingobjectid>account=Account_RecurringAppointmentMasters
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_RecurringAppointmentMasters
    regardingobjectid>campaign=Campaign_RecurringAppointmentMasters
    regardingobjectid>campaignactivity=CampaignActivity_RecurringAppointmentMasters
    regardingobjectid>contact=Contact_RecurringAppointmentMasters
    regardingobjectid>contract=Contract_RecurringAppointmentMasters
    regardingobjectid>entitlement=entitlement_RecurringAppointmentMasters
    regardingobjectid>incident=Incident_RecurringAppointmentMasters
    regardingobjectid>invoice=Invoice_RecurringAppointmentMasters
    regardingobjectid>knowledgearticle=KnowledgeArticle_RecurringAppointmentMasters
    regardingobjectid>lead=Lead_RecurringAppointmentMasters
    regardingobjectid>opportunity=Opportunity_RecurringAppointmentMasters
    regardingobjectid>quote=Quote_RecurringAppointmentMasters
    regardingobjectid>salesorder=SalesOrder_RecurringAppointmentMasters
    serviceid>service=service_recurringappointmentmasters
    transactioncurrencyid=TransactionCurrency_RecurringAppointmentMaster
    activityid>activitypointer:activityid_activitypointer=activity_pointer_recurringappointmentmaster
  `,
  socialactivity: `
    createdby=lk_socialactivity_createdby createdonbehalfby=lk_socialactivitybase_createdonbehalfby
    modifiedby=lk_socialactivity_modifiedby
    modifiedonbehalfby=lk_socialactivitybase_modifiedonbehalfby
    owningbusinessunit=business_unit_socialactivity owningteam=team_socialactivity
    owninguser=user_socialactivity
    postauthor>account:postauthor_account=SocialActivity_PostAuthor_accounts
    postauthor>contact:postauthor_contact=socialactivity_postauthor_contacts
    postauthoraccount>account:postauthoraccount_account=SocialActivity_PostAuthorAccount_accounts
    postauthoraccount>contact:postauthoraccount_contact=socialactivity_postauthoraccount_contacts
    postfromprofileid>socialprofile:postfromprofileid=Socialprofile_SocialActivities
    regardingobjectid>account=Account_SocialActivities
    regardingobjectid>asyncoperation:regardingobjectid_asyncoperation=AsyncOperation_SocialActivities
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_SocialActivities
    regardingobjectid>contact=Contact_SocialActivities
    regardingobjectid>contract=Contract_SocialActivities
    regardingobjectid>entitlement=entitlement_SocialActivities
    regardingobjectid>incident=Incident_SocialActivities
    regardingobjectid>invoice=Invoice_SocialActivities
    regardingobjectid>knowledgearticle=KnowledgeArticle_SocialActivities
    regardingobjectid>lead=Lead_SocialActivities
    regardingobjectid>opportunity=Opportunity_SocialActivities
    regardingobjectid>quote=Quote_SocialActivities
    regardingobjectid>salesorder=SalesOrder_SocialActivities
    serviceid>service=service_socialactivities
    slaid>sla:sla_socialactivity_sla=manualsla_socialactivity
    slainvokedid>sla:slainvokedid_socialactivity_sla=sla_socialactivity
    transactioncurrencyid=transactioncurrency_socialactivity
    activityid>activitypointer:activityid_activitypointer=activity_pointer_socialactivity
  `,
  task: `
    createdby=lk_task_createdby createdonbehalfby=lk_task_createdonbehalfby
    modifiedby=lk_task_modifiedby modifiedonbehalfby=lk_task_modifiedonbehalfby
    owningbusinessunit=business_unit_task_activities owningteam=team_task owninguser=user_task
    regardingobjectid>account=Account_Tasks
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_Tasks
    regardingobjectid>campaign=Campaign_Tasks
    regardingobjectid>campaignactivity=CampaignActivity_Tasks regardingobjectid>contact=Contact_Tasks
    regardingobjectid>contract=Contract_Tasks regardingobjectid>entitlement=entitlement_Tasks
    regardingobjectid>incident=Incident_Tasks regardingobjectid>invoice=Invoice_Tasks
    regardingobjectid>knowledgearticle=KnowledgeArticle_Tasks regardingobjectid>lead=Lead_Tasks
    regardingobjectid>opportunity=Opportunity_Tasks regardingobjectid>quote=Quote_Tasks
    regardingobjectid>salesorder=SalesOrder_Tasks serviceid>service=service_tasks
    slaid>sla:sla_task_sla=manualsla_task slainvokedid>sla:slainvokedid_task_sla=sla_task
    transactioncurrencyid=TransactionCurrency_Task
    activityid>activitypointer:activityid_activitypointer=activity_pointer_task
  `,
  campaignactivity: `
    createdby=lk_campaignactivity_createdby createdonbehalfby=lk_campaignactivity_createdonbehalfby
    modifiedby=lk_campaignactivity_modifiedby
    modifiedonbehalfby=lk_campaignactivity_modifiedonbehalfby
    owningbusinessunit=business_unit_campaignactivity_activities owningteam=team_campaignactivity
    owninguser=user_campaignactivity regardingobjectid>campaign=Campaign_CampaignActivities
    transactioncurrencyid=transactioncurrency_campaignactivity
    activityid>activitypointer:activityid_activitypointer=activity_pointer_campaignactivity
  `,
  campaignresponse: `
    createdby=lk_campaignresponse_createdby createdonbehalfby=lk_campaignresponse_createdonbehalfby
    modifiedby=lk_campaignresponse_modifiedby
    modifiedonbehalfby=lk_campaignresponse_modifiedonbehalfby
    originatingactivityid>activitypointer:originatingactivityid_activitypointer=activity_campaignresponse
    originatingactivityid>appointment:originatingactivityid_appointment=appointment_campaignresponse
    originatingactivityid>email:originatingactivityid_email=email_campaignresponse
    originatingactivityid>fax:originatingactivityid_fax=fax_campaignresponse
    originatingactivityid>letter:originatingactivityid_letter=letter_campaignresponse
    originatingactivityid>phonecall:originatingactivityid_phonecall=phonecall_campaignresponse
    originatingactivityid>recurringappointmentmaster:originatingactivityid_recurringappointmentmaster=recurringappointmentmaster_campaignresponse
    owningbusinessunit=business_unit_campaignresponse_activities owningteam=team_campaignresponse
    owninguser=user_campaignresponse regardingobjectid>campaign=Campaign_CampaignResponses
    transactioncurrencyid=TransactionCurrency_CampaignResponse
    activityid>activitypointer:activityid_activitypointer=activity_pointer_campaignresponse
  `,
};
