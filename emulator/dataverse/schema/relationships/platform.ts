/** Tables of mail, documents, imports and jobs. */
export const platformRelationships: Readonly<Record<string, string>> = {
  annotation: `
    lk_annotationbase_* objectid>account=Account_Annotation
    objectid>appointment=Appointment_Annotation objectid>bookableresource=bookableresource_Annotations
    objectid>bookableresourcebooking=bookableresourcebooking_Annotations
    objectid>bookableresourcecharacteristic=bookableresourcecharacteristic_Annotations
    objectid>bookableresourcegroup=bookableresourcegroup_Annotations
    objectid>calendar=Calendar_Annotation objectid>campaign=Campaign_Annotation
    objectid>campaignactivity=CampaignActivity_Annotation
    objectid>campaignresponse=CampaignResponse_Annotation objectid>competitor=Competitor_Annotation
    objectid>contact=Contact_Annotation objectid>contract=Contract_Annotation
    objectid>duplicaterule=DuplicateRule_Annotation objectid>email=Email_Annotation
    objectid>emailserverprofile=EmailServerProfile_Annotation
    objectid>entitlement=entitlement_Annotations objectid>equipment=Equipment_Annotation
    objectid>fax=Fax_Annotation objectid>goal=Goal_Annotation objectid>incident=Incident_Annotation
    objectid>invoice=Invoice_Annotation objectid>kbarticle=KbArticle_Annotation
    objectid>knowledgearticle=knowledgearticle_Annotations objectid>lead=Lead_Annotation
    objectid>letter=Letter_Annotation objectid>list=List_Annotation
    objectid>mailbox=Mailbox_Annotation objectid>opportunity=Opportunity_Annotation
    objectid>phonecall=PhoneCall_Annotation objectid>product=Product_Annotation
    objectid>quote=Quote_Annotation
    objectid>recurringappointmentmaster=RecurringAppointmentMaster_Annotation
    objectid>salesorder=SalesOrder_Annotation objectid>service=Service_Annotation
    objectid>serviceappointment=ServiceAppointment_Annotation objectid>sla=sla_Annotation
    objectid>socialactivity=SocialActivity_Annotation objectid>task=Task_Annotation
    objectid>workflow=Workflow_Annotation ownerid=owner_annotations
    owningbusinessunit=business_unit_annotations owningteam=team_annotations
    owninguser=annotation_owning_user
  `,
  connection: `
    createdby=createdby_connection createdonbehalfby=lk_connectionbase_createdonbehalfby
    modifiedby=modifiedby_connection modifiedonbehalfby=lk_connectionbase_modifiedonbehalfby
    ownerid=owner_connections owningbusinessunit=business_unit_connections
    record1id>account=account_connections1 record1id>activitypointer=activitypointer_connections1
    record1id>appointment=appointment_connections1 record1id>campaign=campaign_connections1
    record1id>campaignactivity=campaignactivity_connections1
    record1id>competitor=competitor_connections1
    record1id>constraintbasedgroup=constraintbasedgroup_connections1
    record1id>contact=contact_connections1 record1id>contract=contract_connections1
    record1id>email=email_connections1 record1id>entitlement=entitlement_connections1
    record1id>equipment=equipment_connections1 record1id>fax=fax_connections1
    record1id>goal=goal_connections1 record1id>incident=incident_connections1
    record1id>invoice=invoice_connections1 record1id>knowledgearticle=knowledgearticle_connections1
    record1id>lead=lead_connections1 record1id>letter=letter_connections1
    record1id>list=list_connections1 record1id>opportunity=opportunity_connections1
    record1id>phonecall=phonecall_connections1 record1id>position=position_connection1
    record1id>pricelevel=pricelevel_connections1 record1id>product=product_connections1
    record1id>quote=quote_connections1
    record1id>recurringappointmentmaster=recurringappointmentmaster_connections1
    record1id>resourcegroup=resourcegroup_connections1 record1id>salesorder=salesorder_connections1
    record1id>serviceappointment=serviceappointment_connections1
    record1id>socialactivity=socialactivity_connections1
    record1id>socialprofile=socialprofile_connections1 record1id>systemuser=systemuser_connections1
    record1id>task=task_connections1 record1id>team=team_connections1
    record1id>territory=territory_connections1
    record1roleid>connectionrole=connection_role_connections1 record2id>account=account_connections2
    record2id>activitypointer=activitypointer_connections2
    record2id>appointment=appointment_connections2 record2id>campaign=campaign_connections2
    record2id>campaignactivity=campaignactivity_connections2
    record2id>competitor=competitor_connections2
    record2id>constraintbasedgroup=constraintbasedgroup_connections2
    record2id>contact=contact_connections2 record2id>contract=contract_connections2
    record2id>email=email_connections2 record2id>entitlement=entitlement_connections2
    record2id>equipment=equipment_connections2 record2id>fax=fax_connections2
    record2id>goal=goal_connections2 record2id>incident=incident_connections2
    record2id>invoice=invoice_connections2 record2id>knowledgearticle=knowledgearticle_connections2
    record2id>lead=lead_connections2 record2id>letter=letter_connections2
    record2id>list=list_connections2 record2id>opportunity=opportunity_connections2
    record2id>phonecall=phonecall_connections2 record2id>position=position_connection2
    record2id>pricelevel=pricelevel_connections2 record2id>product=product_connections2
    record2id>quote=quote_connections2
    record2id>recurringappointmentmaster=recurringappointmentmaster_connections2
    record2id>resourcegroup=resourcegroup_connections2 record2id>salesorder=salesorder_connections2
    record2id>serviceappointment=serviceappointment_connections2
    record2id>socialactivity=socialactivity_connections2
    record2id>socialprofile=socialprofile_connections2 record2id>systemuser=systemuser_connections2
    record2id>task=task_connections2 record2id>team=team_connections2
    record2id>territory=territory_connections2
    record2roleid>connectionrole=connection_role_connections2
    relatedconnectionid>connection=connection_related_connection
    transactioncurrencyid=TransactionCurrency_Connection
  `,
  connectionrole: `
    createdby=createdby_connection_role createdonbehalfby=lk_connectionrolebase_createdonbehalfby
    modifiedby=modifiedby_connection_role modifiedonbehalfby=lk_connectionrolebase_modifiedonbehalfby
    organizationid=organization_connection_roles
  `,
  duplicaterule: `
    createdby=lk_duplicaterulebase_createdby createdonbehalfby=lk_duplicaterule_createdonbehalfby
    modifiedby=lk_duplicaterulebase_modifiedby modifiedonbehalfby=lk_duplicaterule_modifiedonbehalfby
    ownerid=owner_duplicaterules owningbusinessunit=BusinessUnit_DuplicateRules
    owningteam=team_DuplicateRules owninguser=SystemUser_DuplicateRules
  `,
  emailserverprofile: `
    lk_emailserverprofile_* organizationid=organization_emailserverprofile
    ownerid=owner_emailserverprofile owningbusinessunit=business_unit_emailserverprofile
    owningteam=team_emailserverprofile
  `,
  mailbox: `
    lk_mailbox_* emailserverprofile>emailserverprofile=emailserverprofile_mailbox
    organizationid=organization_mailbox ownerid=owner_mailbox owningbusinessunit=business_unit_mailbox
    owningteam=team_mailbox owninguser=user_mailbox regardingobjectid>queue=mailbox_regarding_queue
    regardingobjectid>systemuser:regardingobjectid=mailbox_regarding_systemuser
  `,
  import: `
    createdby=lk_importbase_createdby createdonbehalfby=lk_import_createdonbehalfby
    modifiedby=lk_importbase_modifiedby modifiedonbehalfby=lk_import_modifiedonbehalfby
    ownerid=owner_imports owningbusinessunit=BusinessUnit_Imports owningteam=team_Imports
    owninguser=SystemUser_Imports
  `,
  importfile: `
    lk_importfilebase_* importid>import=Import_ImportFile importmapid>importmap=ImportMap_ImportFile
    ownerid=owner_importfiles owningbusinessunit=BusinessUnit_ImportFiles owningteam=team_ImportFiles
    owninguser=SystemUser_ImportFiles recordsownerid>systemuser=ImportFile_SystemUser
    recordsownerid>team=ImportFile_Team
  `,
  importjob: `
    lk_importjobbase_* organizationid=organization_importjob
  `,
  importmap: `
    createdby=lk_importmapbase_createdby createdonbehalfby=lk_importmap_createdonbehalfby
    modifiedby=lk_importmapbase_modifiedby modifiedonbehalfby=lk_importmap_modifiedonbehalfby
    ownerid=owner_importmaps owningbusinessunit=BusinessUnit_ImportMaps owningteam=team_ImportMaps
    owninguser=SystemUser_ImportMaps
  `,
  mailmergetemplate: `
    createdby=lk_mailmergetemplatebase_createdby
    createdonbehalfby=lk_mailmergetemplate_createdonbehalfby
    modifiedby=lk_mailmergetemplatebase_modifiedby
    modifiedonbehalfby=lk_mailmergetemplate_modifiedonbehalfby ownerid=owner_mailmergetemplates
    owningbusinessunit=business_unit_mailmergetemplates
    transactioncurrencyid=TransactionCurrency_MailMergeTemplate
  `,
  mobileofflineprofile: `
    lk_MobileOfflineProfile_* organizationid=MobileOfflineProfile_organization
  `,
  documenttemplate: `
    lk_documenttemplatebase_* organizationid=lk_documenttemplatebase_organization
  `,
  personaldocumenttemplate: `
    lk_personaldocumenttemplatebase_* ownerid=owner_personaldocumenttemplates
    owningbusinessunit=business_unit_personaldocumenttemplates
  `,
  report: `
    createdby=lk_reportbase_createdby createdonbehalfby=lk_report_createdonbehalfby
    modifiedby=lk_reportbase_modifiedby modifiedonbehalfby=lk_report_modifiedonbehalfby
    ownerid=owner_reports owningbusinessunit=business_unit_reports
    parentreportid>report=report_parent_report
  `,
  template: `
    lk_templatebase_* ownerid=owner_templates owningbusinessunit=business_unit_templates
    owningteam=team_email_templates owninguser=system_user_email_templates
  `,
  sharepointdocumentlocation: `
    lk_sharepointdocumentlocationbase_* ownerid=owner_sharepointdocumentlocation
    owningbusinessunit=business_unit_sharepointdocumentlocation
    owningteam=team_sharepointdocumentlocation owninguser=user_sharepointdocumentlocation
    parentsiteorlocation>sharepointdocumentlocation=sharepointdocumentlocation_parent_sharepointdocumentlocation
    parentsiteorlocation>sharepointsite=sharepointdocumentlocation_parent_sharepointsite
    regardingobjectid>account=Account_SharepointDocumentLocation
    regardingobjectid>kbarticle=KbArticle_SharepointDocumentLocation
    regardingobjectid>knowledgearticle=knowledgearticle_SharePointDocumentLocations
    regardingobjectid>lead=Lead_SharepointDocumentLocation
    regardingobjectid>opportunity=Opportunity_SharepointDocumentLocation
    regardingobjectid>product=Product_SharepointDocumentLocation
    regardingobjectid>quote=Quote_SharepointDocumentLocation
    transactioncurrencyid=TransactionCurrency_SharePointDocumentLocation
  `,
  sharepointsite: `
    lk_sharepointsitebase_* ownerid=owner_sharepointsite
    owningbusinessunit=business_unit_sharepointsites owningteam=team_sharepointsite
    owninguser=user_sharepointsite parentsite>sharepointsite=sharepointsite_parentsite_sharepointsite
    transactioncurrencyid=TransactionCurrency_SharePointSite
  `,
  postfollow: `
    createdby=lk_PostFollow_createdby createdonbehalfby=lk_postfollow_createdonbehalfby
    ownerid=owner_postfollows owningbusinessunit=business_unit_postfollows
    owningteam=OwningTeam_postfollows owninguser=user_owner_postfollows
    regardingobjectid>account=account_PostFollows
    regardingobjectid>appointment=appointment_PostFollows
    regardingobjectid>competitor=competitor_PostFollows regardingobjectid>contact=contact_PostFollows
    regardingobjectid>incident=incident_PostFollows
    regardingobjectid>knowledgearticle=knowledgearticle_PostFollows
    regardingobjectid>lead=lead_PostFollows regardingobjectid>opportunity=opportunity_PostFollows
    regardingobjectid>phonecall=phonecall_PostFollows regardingobjectid>queue=queue_PostFollows
    regardingobjectid>recurringappointmentmaster=recurringappointmentmaster_PostFollows
    regardingobjectid>systemuser=systemuser_PostFollows regardingobjectid>task=task_PostFollows
  `,
  theme: `
    lk_theme_* logoid>webresource:logoimage=lk_theme_logoid organizationid=organization_theme
    transactioncurrencyid=TransactionCurrency_Theme
  `,
  languagelocale: `
    organizationid=languagelocale_organization
  `,
  position: `
    lk_position_* organizationid=organization_position
    parentpositionid>position=position_parent_position
    transactioncurrencyid=transactioncurrency_position
  `,
  asyncoperation: `
    lk_asyncoperation_* ownerid=owner_asyncoperations owningbusinessunit=business_unit_asyncoperation
    owningextensionid>sdkmessageprocessingstep=SdkMessageProcessingStep_AsyncOperations
    owningteam=team_asyncoperation owninguser=system_user_asyncoperation
    regardingobjectid>account=Account_AsyncOperations
    regardingobjectid>activitypointer=ActivityPointer_AsyncOperations
    regardingobjectid>annotation=Annotation_AsyncOperations
    regardingobjectid>appointment=Appointment_AsyncOperations
    regardingobjectid>bookableresource=bookableresource_AsyncOperations
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_AsyncOperations
    regardingobjectid>bookableresourcecategory=bookableresourcecategory_AsyncOperations
    regardingobjectid>bookableresourcecharacteristic=bookableresourcecharacteristic_AsyncOperations
    regardingobjectid>bookableresourcegroup=bookableresourcegroup_AsyncOperations
    regardingobjectid>bookingstatus=bookingstatus_AsyncOperations
    regardingobjectid>businessunit=BusinessUnit_AsyncOperations
    regardingobjectid>calendar=Calendar_AsyncOperations
    regardingobjectid>campaign=Campaign_AsyncOperations
    regardingobjectid>campaignactivity=CampaignActivity_AsyncOperations
    regardingobjectid>campaignresponse=CampaignResponse_AsyncOperations
    regardingobjectid>characteristic=characteristic_AsyncOperations
    regardingobjectid>competitor=Competitor_AsyncOperations
    regardingobjectid>connection=Connection_AsyncOperations
    regardingobjectid>connectionrole=Connection_Role_AsyncOperations
    regardingobjectid>constraintbasedgroup=ConstraintBasedGroup_AsyncOperations
    regardingobjectid>contact=Contact_AsyncOperations
    regardingobjectid>contract=Contract_AsyncOperations
    regardingobjectid>contracttemplate=ContractTemplate_AsyncOperations
    regardingobjectid>discounttype=DiscountType_AsyncOperations
    regardingobjectid>email=Email_AsyncOperations
    regardingobjectid>emailserverprofile=emailserverprofile_asyncoperations
    regardingobjectid>entitlement=entitlement_AsyncOperations
    regardingobjectid>equipment=Equipment_AsyncOperations regardingobjectid>fax=Fax_AsyncOperations
    regardingobjectid>goal=Goal_AsyncOperations
    regardingobjectid>goalrollupquery=goalrollupquery_AsyncOperations
    regardingobjectid>import=Import_AsyncOperations
    regardingobjectid>importfile=ImportFile_AsyncOperations
    regardingobjectid>importmap=ImportMap_AsyncOperations
    regardingobjectid>incident=Incident_AsyncOperations
    regardingobjectid>invoice=Invoice_AsyncOperations
    regardingobjectid>kbarticle=KbArticle_AsyncOperations
    regardingobjectid>knowledgearticle=knowledgearticle_AsyncOperations
    regardingobjectid>lead=Lead_AsyncOperations regardingobjectid>letter=Letter_AsyncOperations
    regardingobjectid>list=List_AsyncOperations regardingobjectid>mailbox=mailbox_asyncoperations
    regardingobjectid>mailmergetemplate=MailMergeTemplate_AsyncOperations
    regardingobjectid>metric=metric_AsyncOperations
    regardingobjectid>opportunity=Opportunity_AsyncOperations
    regardingobjectid>organization=Organization_AsyncOperations
    regardingobjectid>phonecall=PhoneCall_AsyncOperations
    regardingobjectid>position=position_AsyncOperations
    regardingobjectid>postfollow=PostFollow_AsyncOperations
    regardingobjectid>pricelevel=PriceLevel_AsyncOperations
    regardingobjectid>privilege=Privilege_AsyncOperations
    regardingobjectid>product=Product_AsyncOperations regardingobjectid>queue=Queue_AsyncOperations
    regardingobjectid>quote=Quote_AsyncOperations
    regardingobjectid>ratingvalue=ratingvalue_AsyncOperations
    regardingobjectid>recurringappointmentmaster=RecurringAppointmentMaster_AsyncOperations
    regardingobjectid>report=Report_AsyncOperations
    regardingobjectid>resourcegroup=ResourceGroup_AsyncOperations
    regardingobjectid>role=Role_AsyncOperations
    regardingobjectid>salesorder=SalesOrder_AsyncOperations
    regardingobjectid>savedquery=SavedQuery_AsyncOperations
    regardingobjectid>service=Service_AsyncOperations
    regardingobjectid>serviceappointment=ServiceAppointment_AsyncOperations
    regardingobjectid>sharepointdocumentlocation=SharePointDocumentLocation_AsyncOperations
    regardingobjectid>sharepointsite=SharePointSite_AsyncOperations
    regardingobjectid>site=Site_AsyncOperations regardingobjectid>sla=slabase_AsyncOperations
    regardingobjectid>socialactivity=SocialActivity_AsyncOperations
    regardingobjectid>socialprofile=SocialProfile_AsyncOperations
    regardingobjectid>subject=Subject_AsyncOperations
    regardingobjectid>systemform=SystemForm_AsyncOperations
    regardingobjectid>systemuser=SystemUser_AsyncOperations
    regardingobjectid>task=Task_AsyncOperations regardingobjectid>team=Team_AsyncOperations
    regardingobjectid>template=Template_AsyncOperations
    regardingobjectid>territory=Territory_AsyncOperations
    regardingobjectid>theme=theme_AsyncOperations
    regardingobjectid>transactioncurrency=TransactionCurrency_AsyncOperations
    regardingobjectid>uom=UoM_AsyncOperations
    regardingobjectid>uomschedule=UoMSchedule_AsyncOperations
    regardingobjectid>userform=UserForm_AsyncOperations
    regardingobjectid>userquery=UserQuery_AsyncOperations
    workflowactivationid>workflow=lk_asyncoperation_workflowactivationid
  `,
  bulkdeleteoperation: `
    asyncoperationid>asyncoperation=AsyncOperation_BulkDeleteOperation
    createdby=lk_bulkdeleteoperationbase_createdby
    createdonbehalfby=lk_bulkdeleteoperation_createdonbehalfby
    modifiedby=lk_bulkdeleteoperationbase_modifiedby
    modifiedonbehalfby=lk_bulkdeleteoperation_modifiedonbehalfby
    owningbusinessunit=BulkDeleteOperation_BusinessUnit
  `,
  bulkdeletefailure: `
    bulkdeleteoperationid>bulkdeleteoperation=BulkDeleteOperation_BulkDeleteFailure
    regardingobjectid>account=Account_BulkDeleteFailures
    regardingobjectid>activitypointer=ActivityPointer_BulkDeleteFailures
    regardingobjectid>annotation=Annotation_BulkDeleteFailures
    regardingobjectid>appointment=Appointment_BulkDeleteFailures
    regardingobjectid>bookableresource=bookableresource_BulkDeleteFailures
    regardingobjectid>bookableresourcebooking=bookableresourcebooking_BulkDeleteFailures
    regardingobjectid>bookableresourcecategory=bookableresourcecategory_BulkDeleteFailures
    regardingobjectid>bookableresourcecharacteristic=bookableresourcecharacteristic_BulkDeleteFailures
    regardingobjectid>bookableresourcegroup=bookableresourcegroup_BulkDeleteFailures
    regardingobjectid>bookingstatus=bookingstatus_BulkDeleteFailures
    regardingobjectid>businessunit=BusinessUnit_BulkDeleteFailures
    regardingobjectid>calendar=Calendar_BulkDeleteFailures
    regardingobjectid>campaign=Campaign_BulkDeleteFailures
    regardingobjectid>campaignactivity=CampaignActivity_BulkDeleteFailures
    regardingobjectid>campaignresponse=CampaignResponse_BulkDeleteFailures
    regardingobjectid>characteristic=characteristic_BulkDeleteFailures
    regardingobjectid>competitor=Competitor_BulkDeleteFailures
    regardingobjectid>constraintbasedgroup=ConstraintBasedGroup_BulkDeleteFailures
    regardingobjectid>contact=Contact_BulkDeleteFailures
    regardingobjectid>contract=Contract_BulkDeleteFailures
    regardingobjectid>contracttemplate=ContractTemplate_BulkDeleteFailures
    regardingobjectid>discounttype=DiscountType_BulkDeleteFailures
    regardingobjectid>email=Email_BulkDeleteFailures
    regardingobjectid>emailserverprofile=emailserverprofile_bulkdeletefailures
    regardingobjectid>entitlement=entitlement_BulkDeleteFailures
    regardingobjectid>equipment=Equipment_BulkDeleteFailures
    regardingobjectid>fax=Fax_BulkDeleteFailures regardingobjectid>import=Import_BulkDeleteFailures
    regardingobjectid>importfile=ImportFile_BulkDeleteFailures
    regardingobjectid>importmap=ImportMap_BulkDeleteFailures
    regardingobjectid>incident=Incident_BulkDeleteFailures
    regardingobjectid>invoice=Invoice_BulkDeleteFailures
    regardingobjectid>kbarticle=KbArticle_BulkDeleteFailures
    regardingobjectid>knowledgearticle=knowledgearticle_BulkDeleteFailures
    regardingobjectid>lead=Lead_BulkDeleteFailures regardingobjectid>letter=Letter_BulkDeleteFailures
    regardingobjectid>list=List_BulkDeleteFailures
    regardingobjectid>opportunity=Opportunity_BulkDeleteFailures
    regardingobjectid>organization=Organization_BulkDeleteFailures
    regardingobjectid>phonecall=PhoneCall_BulkDeleteFailures
    regardingobjectid>pricelevel=PriceLevel_BulkDeleteFailures
    regardingobjectid>privilege=Privilege_BulkDeleteFailures
    regardingobjectid>product=Product_BulkDeleteFailures
    regardingobjectid>queue=Queue_BulkDeleteFailures regardingobjectid>quote=Quote_BulkDeleteFailures
    regardingobjectid>ratingvalue=ratingvalue_BulkDeleteFailures
    regardingobjectid>recurringappointmentmaster=RecurringAppointmentMaster_BulkDeleteFailures
    regardingobjectid>resourcegroup=ResourceGroup_BulkDeleteFailures
    regardingobjectid>role=Role_BulkDeleteFailures
    regardingobjectid>salesorder=SalesOrder_BulkDeleteFailures
    regardingobjectid>savedquery=SavedQuery_BulkDeleteFailures
    regardingobjectid>service=Service_BulkDeleteFailures
    regardingobjectid>serviceappointment=ServiceAppointment_BulkDeleteFailures
    regardingobjectid>site=Site_BulkDeleteFailures regardingobjectid>sla=slabase_BulkDeleteFailures
    regardingobjectid>socialactivity=SocialActivity_BulkDeleteFailures
    regardingobjectid>subject=Subject_BulkDeleteFailures
    regardingobjectid>systemform=SystemForm_BulkDeleteFailures
    regardingobjectid>systemuser=SystemUser_BulkDeleteFailures
    regardingobjectid>task=Task_BulkDeleteFailures regardingobjectid>team=Team_BulkDeleteFailures
    regardingobjectid>template=Template_BulkDeleteFailures
    regardingobjectid>territory=Territory_BulkDeleteFailures
    regardingobjectid>theme=theme_BulkDeleteFailures regardingobjectid>uom=UoM_BulkDeleteFailures
    regardingobjectid>uomschedule=UoMSchedule_BulkDeleteFailures
    regardingobjectid>userform=UserForm_BulkDeleteFailures
    regardingobjectid>userquery=UserQuery_BulkDeleteFailures
  `,
  timezonedefinition: `
    lk_timezonedefinition_*
  `,
  timezonelocalizedname: `
    lk_timezonelocalizedname_* timezonedefinitionid>timezonedefinition=lk_timezonelocalizedname_timezonedefinitionid
  `,
  timezonerule: `
    lk_timezonerule_* timezonedefinitionid>timezonedefinition=lk_timezonerule_timezonedefinitionid
  `,
};
