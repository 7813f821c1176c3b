/** Tables that have no rows in an environment that nobody has filled. */
export const emptyTablesRelationships: Readonly<Record<string, string>> = {
  opportunityproduct: `
    parentbundleid>opportunityproduct:parentbundleid_opportunityproduct=opportunityproduct_parent_opportunityproduct
    productassociationid>productassociation:productassociationid_productassociation=productAssociation_opportunity_product
    createdby=lk_opportunityproductbase_createdby
    createdonbehalfby=lk_opportunityproduct_createdonbehalfby
    modifiedby=lk_opportunityproductbase_modifiedby
    modifiedonbehalfby=lk_opportunityproduct_modifiedonbehalfby
    opportunityid>opportunity=product_opportunities productid>product=opportunity_products
    transactioncurrencyid=transactioncurrency_opportunityproduct
    uomid>uom=unit_of_measurement_opportunity_products
  `,
  quotedetail: `
    parentbundleid>quotedetail:parentbundleid_quotedetail=quotedetail_parent_quotedetail
    productassociationid>productassociation:productassociationid_productassociation=productAssociation_quote_details
    createdby=lk_quotedetailbase_createdby createdonbehalfby=lk_quotedetail_createdonbehalfby
    modifiedby=lk_quotedetailbase_modifiedby modifiedonbehalfby=lk_quotedetail_modifiedonbehalfby
    productid>product=product_quote_details quoteid>quote=quote_details
    salesrepid>systemuser=system_user_quotedetail
    transactioncurrencyid=transactioncurrency_quotedetail uomid>uom=unit_of_measurement_quote_details
  `,
  salesorderdetail: `
    parentbundleid>salesorderdetail:parentbundleid_salesorderdetail=salesorderdetail_parent_salesorderdetail
    productassociationid>productassociation:productassociationid_productassociation=productAssociation_salesorder_details
    createdby=lk_salesorderdetailbase_createdby
    createdonbehalfby=lk_salesorderdetail_createdonbehalfby
    modifiedby=lk_salesorderdetailbase_modifiedby
    modifiedonbehalfby=lk_salesorderdetail_modifiedonbehalfby productid>product=product_order_details
    salesorderid>salesorder=order_details salesrepid>systemuser=system_user_salesorderdetail
    transactioncurrencyid=transactioncurrency_salesorderdetail
    uomid>uom=unit_of_measurement_order_details
  `,
  invoicedetail: `
    parentbundleid>invoicedetail:parentbundleid_invoicedetail=invoicedetail_parent_invoicedetail
    productassociationid>productassociation:productassociationid_productassociation=productAssociation_invoice_details
    createdby=lk_invoicedetailbase_createdby createdonbehalfby=lk_invoicedetail_createdonbehalfby
    invoiceid>invoice=invoice_details modifiedby=lk_invoicedetailbase_modifiedby
    modifiedonbehalfby=lk_invoicedetail_modifiedonbehalfby productid>product=product_invoice_details
    salesrepid>systemuser=system_user_invoicedetail
    transactioncurrencyid=transactioncurrency_invoicedetail
    uomid>uom=unit_of_measurement_invoice_details
  `,
  productpricelevel: `
    createdby=lk_productpricelevelbase_createdby
    createdonbehalfby=lk_productpricelevel_createdonbehalfby
    discounttypeid>discounttype=discount_type_product_price_levels
    modifiedby=lk_productpricelevelbase_modifiedby
    modifiedonbehalfby=lk_productpricelevel_modifiedonbehalfby
    pricelevelid>pricelevel=price_level_product_price_levels productid>product=product_price_levels
    transactioncurrencyid=transactioncurrency_productpricelevel
    uomid>uom=unit_of_measurement_product_price_levels
    uomscheduleid>uomschedule=unit_of_measure_schedule_product_price_level
  `,
  productassociation: `
    associatedproduct>product=Product_ProductAssociation_AssocProd
    createdby=lk_ProductAssociate_createdby createdonbehalfby=lk_ProductAssociation_createdonbehalfby
    modifiedby=lk_ProductAssociation_modifiedby
    modifiedonbehalfby=lk_ProductAssociation_modifiedonbehalfby
    organizationid=organization_ProductAssociation productid>product=Product_ProductAssociation_Prod
    transactioncurrencyid=transactioncurrency_ProductAssociation
    uomid>uom=unit_of_measurement_productassociation
  `,
  productsubstitute: `
    lk_ProductSubstitute_* organizationid=organization_ProductSubstitute
    productid>product=product_ProductSubstitute_productid
    substitutedproductid>product=product_ProductSubstitute_substitutedproductid
    transactioncurrencyid=transactioncurrency_ProductSubstitute
  `,
  contractdetail: `
    contractid>contract=contract_line_items createdby=lk_contractdetailbase_createdby
    createdonbehalfby=lk_contractdetail_createdonbehalfby
    customerid>account=contractlineitem_customer_accounts
    customerid>contact=contractlineitem_customer_contacts modifiedby=lk_contractdetailbase_modifiedby
    modifiedonbehalfby=lk_contractdetail_modifiedonbehalfby
    productid>product=product_contract_line_items
    transactioncurrencyid=transactioncurrency_contractdetail
    uomid>uom=unit_of_measurement_contract_line_items
    uomscheduleid>uomschedule=contract_detail_unit_of_measure_schedule
  `,
  discount: `
    createdby=lk_discountbase_createdby createdonbehalfby=lk_discount_createdonbehalfby
    discounttypeid>discounttype=discount_type_discounts modifiedby=lk_discountbase_modifiedby
    modifiedonbehalfby=lk_discount_modifiedonbehalfby
    transactioncurrencyid=transactioncurrency_discount
  `,
  listmember: `
    lk_listmember_*
  `,
  entitlementchannel: `
    lk_entitlementchannel_* entitlementid>entitlement=entitlement_entitlementchannel_EntitlementId
    organizationid=entitlementchannel_organization
    transactioncurrencyid=TransactionCurrency_entitlementchannel
  `,
  slaitem: `
    lk_slaitembase_* slaid>sla=sla_slaitem_slaId transactioncurrencyid=TransactionCurrency_SLAItem
    workflowid>workflow=slaitembase_workflowid
  `,
  salesliteratureitem: `
    createdby=lk_salesliteratureitembase_createdby
    createdonbehalfby=lk_salesliteratureitem_createdonbehalfby
    modifiedby=lk_salesliteratureitembase_modifiedby
    modifiedonbehalfby=lk_salesliteratureitem_modifiedonbehalfby
    salesliteratureid>salesliterature=sales_literature_items
  `,
  kbarticlecomment: `
    createdby=lk_kbarticlecommentbase_createdby
    createdonbehalfby=lk_kbarticlecomment_createdonbehalfby kbarticleid>kbarticle=kbarticle_comments
    modifiedby=lk_kbarticlecommentbase_modifiedby
    modifiedonbehalfby=lk_kbarticlecomment_modifiedonbehalfby
  `,
  importdata: `
    createdby=lk_importdatabase_createdby createdonbehalfby=lk_importdata_createdonbehalfby
    importfileid>importfile=ImportFile_ImportData modifiedby=lk_importdatabase_modifiedby
    modifiedonbehalfby=lk_importdata_modifiedonbehalfby ownerid=owner_importdatas
    owningbusinessunit=BusinessUnit_ImportData owningteam=team_ImportData
    owninguser=SystemUser_ImportData
  `,
  importlog: `
    createdby=lk_importlogbase_createdby createdonbehalfby=lk_importlog_createdonbehalfby
    importdataid>importdata=ImportLog_ImportData importfileid>importfile=ImportLog_ImportFile
    modifiedby=lk_importlogbase_modifiedby modifiedonbehalfby=lk_importlog_modifiedonbehalfby
    ownerid=owner_importlogs owningbusinessunit=BusinessUnit_ImportLogs owningteam=team_ImportLogs
    owninguser=SystemUser_ImportLogs
  `,
  mobileofflineprofileitem: `
    createdby=lk_MobileOfflineProfileItem_createdby
    createdonbehalfby=lk_mobileofflineprofileitem_createdonbehalfby
    modifiedby=lk_mobileofflineprofileitem_modifiedby
    modifiedonbehalfby=lk_mobileofflineprofileitem_modifiedonbehalfby
    organizationid=MobileOfflineProfileItem_organization
    profileitemrule>savedquery=lk_mobileofflineprofileitem_savedquery
    regardingobjectid>mobileofflineprofile:regardingobjectid=MobileOfflineProfile_MobileOfflineProfileItem
  `,
  mobileofflineprofileitemassociation: `
    createdby=lk_MobileOfflineProfileItemAssociation_createdby
    createdonbehalfby=lk_mobileofflineprofileitemassociation_createdonbehalfby
    mobileofflineprofileitemid>mobileofflineprofileitem:regardingobjectid=MobileOfflineProfileItem_MobileOfflineProfileItemAssociation
    modifiedby=lk_mobileofflineprofileitemassocaition_modifiedby
    modifiedonbehalfby=lk_mobileofflineprofileitemassocaition_modifiedonbehalfby
    organizationid=MobileOfflineProfileItemAssociation_organization
  `,
  postcomment: `
    lk_postcomment_*=createdby,createdonbehalfby organizationid=organization_PostComment
    postid>post=Post_Comments
  `,
  postlike: `
    lk_postlike_*=createdby,createdonbehalfby organizationid=organization_postlike
    postid>post=Post_Likes
  `,
  postregarding: `
    regardingobjectid>account=account_PostRegardings
    regardingobjectid>appointment=appointment_PostRegardings
    regardingobjectid>competitor=competitor_PostRegardings
    regardingobjectid>contact=contact_PostRegardings
    regardingobjectid>incident=incident_PostRegardings
    regardingobjectid>knowledgearticle=knowledgearticle_PostRegardings
    regardingobjectid>lead=lead_PostRegardings
    regardingobjectid>opportunity=opportunity_PostRegardings
    regardingobjectid>phonecall=phonecall_PostRegardings regardingobjectid>queue=queue_PostRegardings
    regardingobjectid>recurringappointmentmaster=recurringappointmentmaster_PostRegardings
    regardingobjectid>systemuser=systemuser_PostRegardings regardingobjectid>task=task_PostRegardings
    regardingobjectid>team=team_PostRegardings
    regardingobjectowningbusinessunit>businessunit=business_unit_PostRegarding
  `,
  post: `
    lk_post_* organizationid=organization_post
  `,
  sdkmessageprocessingstepimage: `
    createdby=createdby_sdkmessageprocessingstepimage
    createdonbehalfby=lk_sdkmessageprocessingstepimage_createdonbehalfby
    modifiedby=modifiedby_sdkmessageprocessingstepimage
    modifiedonbehalfby=lk_sdkmessageprocessingstepimage_modifiedonbehalfby
    organizationid=organization_sdkmessageprocessingstepimage
    sdkmessageprocessingstepid>sdkmessageprocessingstep=sdkmessageprocessingstepid_sdkmessageprocessingstepimage
  `,
  sdkmessageprocessingstepsecureconfig: `
    createdby=createdby_sdkmessageprocessingstepsecureconfig
    createdonbehalfby=lk_sdkmessageprocessingstepsecureconfig_createdonbehalfby
    modifiedby=modifiedby_sdkmessageprocessingstepsecureconfig
    modifiedonbehalfby=lk_sdkmessageprocessingstepsecureconfig_modifiedonbehalfby
    organizationid=organization_sdkmessageprocessingstepsecureconfig
  `,
  workflowlog: `
    lk_workflowlog_*
    asyncoperationid>asyncoperation:asyncoperationid_asyncoperation=lk_workflowlog_asyncoperations
    childworkflowinstanceid>asyncoperation:childworkflowinstanceid_asyncoperation=lk_workflowlog_asyncoperation_childworkflow
    owningbusinessunit=business_unit_workflowlogs owningteam=team_workflowlog
  `,
  duplicaterulecondition: `
    createdby=lk_duplicateruleconditionbase_createdby
    createdonbehalfby=lk_duplicaterulecondition_createdonbehalfby
    modifiedby=lk_duplicateruleconditionbase_modifiedby
    modifiedonbehalfby=lk_duplicaterulecondition_modifiedonbehalfby
    regardingobjectid>duplicaterule:regardingobjectid=DuplicateRule_DuplicateRuleConditions
  `,
  duplicaterecord: `
    asyncoperationid>asyncoperation=AsyncOperation_DuplicateBaseRecord
    baserecordid>account=Account_DuplicateBaseRecord
    baserecordid>appointment=Appointment_DuplicateBaseRecord
    baserecordid>bookableresource=bookableresource_DuplicateBaseRecord
    baserecordid>bookableresourcebooking=bookableresourcebooking_DuplicateBaseRecord
    baserecordid>bookableresourcebookingheader=bookableresourcebookingheader_DuplicateBaseRecord
    baserecordid>bookableresourcecategory=bookableresourcecategory_DuplicateBaseRecord
    baserecordid>bookableresourcecategoryassn=bookableresourcecategoryassn_DuplicateBaseRecord
    baserecordid>bookableresourcecharacteristic=bookableresourcecharacteristic_DuplicateBaseRecord
    baserecordid>bookableresourcegroup=bookableresourcegroup_DuplicateBaseRecord
    baserecordid>bookingstatus=bookingstatus_DuplicateBaseRecord
    baserecordid>campaign=Campaign_DuplicateBaseRecord
    baserecordid>campaignresponse=CampaignResponse_DuplicateBaseRecord
    baserecordid>characteristic=characteristic_DuplicateBaseRecord
    baserecordid>competitor=Competitor_DuplicateBaseRecord
    baserecordid>contact=Contact_DuplicateBaseRecord
    baserecordid>contract=Contract_DuplicateBaseRecord baserecordid>email=Email_DuplicateBaseRecord
    baserecordid>emailserverprofile=emailserverprofile_duplicatebaserecord
    baserecordid>entitlement=entitlement_DuplicateBaseRecord
    baserecordid>entitlementchannel=entitlementchannel_DuplicateBaseRecord
    baserecordid>entitlementtemplate=entitlementtemplate_DuplicateBaseRecord
    baserecordid>equipment=Equipment_DuplicateBaseRecord baserecordid>fax=Fax_DuplicateBaseRecord
    baserecordid>goal=Goal_DuplicateBaseRecord
    baserecordid>goalrollupquery=GoalRollupQuery_DuplicateBaseRecord
    baserecordid>incident=Incident_DuplicateBaseRecord
    baserecordid>kbarticle=KbArticle_DuplicateBaseRecord
    baserecordid>knowledgearticle=knowledgearticle_DuplicateBaseRecord
    baserecordid>knowledgebaserecord=KnowledgeBaseRecord_DuplicateBaseRecord
    baserecordid>lead=Lead_DuplicateBaseRecord baserecordid>letter=Letter_DuplicateBaseRecord
    baserecordid>list=List_DuplicateBaseRecord
    baserecordid>opportunity=Opportunity_DuplicateBaseRecord
    baserecordid>phonecall=PhoneCall_DuplicateBaseRecord
    baserecordid>publisher=Publisher_DuplicateBaseRecord baserecordid>queue=Queue_DuplicateBaseRecord
    baserecordid>quote=Quote_DuplicateBaseRecord
    baserecordid>ratingmodel=ratingmodel_DuplicateBaseRecord
    baserecordid>ratingvalue=ratingvalue_DuplicateBaseRecord
    baserecordid>recurringappointmentmaster=RecurringAppointmentMaster_DuplicateBaseRecord
    baserecordid>resourcegroup=ResourceGroup_DuplicateBaseRecord
    baserecordid>service=Service_DuplicateBaseRecord
    baserecordid>sharepointdocumentlocation=SharePointDocumentLocation_DuplicateBaseRecord
    baserecordid>sharepointsite=SharePointSite_DuplicateBaseRecord
    baserecordid>socialactivity=SocialActivity_DuplicateBaseRecord
    baserecordid>socialprofile=SocialProfile_DuplicateBaseRecord
    baserecordid>systemuser=SystemUser_DuplicateBaseRecord baserecordid>task=Task_DuplicateBaseRecord
    baserecordid>team=Team_DuplicateBaseRecord baserecordid>territory=Territory_DuplicateBaseRecord
    baserecordid>transactioncurrency=TransactionCurrency_DuplicateBaseRecord
    duplicaterecordid>account=Account_DuplicateMatchingRecord
    duplicaterecordid>appointment=Appointment_DuplicateMatchingRecord
    duplicaterecordid>bookableresource=bookableresource_DuplicateMatchingRecord
    duplicaterecordid>bookableresourcebooking=bookableresourcebooking_DuplicateMatchingRecord
    duplicaterecordid>bookableresourcebookingheader=bookableresourcebookingheader_DuplicateMatchingRecord
    duplicaterecordid>bookableresourcecategory=bookableresourcecategory_DuplicateMatchingRecord
    duplicaterecordid>bookableresourcecategoryassn=bookableresourcecategoryassn_DuplicateMatchingRecord
    duplicaterecordid>bookableresourcecharacteristic=bookableresourcecharacteristic_DuplicateMatchingRecord
    duplicaterecordid>bookableresourcegroup=bookableresourcegroup_DuplicateMatchingRecord
    duplicaterecordid>bookingstatus=bookingstatus_DuplicateMatchingRecord
    duplicaterecordid>campaign=Campaign_DuplicateMatchingRecord
    duplicaterecordid>campaignresponse=CampaignResponse_DuplicateMatchingRecord
    duplicaterecordid>characteristic=characteristic_DuplicateMatchingRecord
    duplicaterecordid>competitor=Competitor_DuplicateMatchingRecord
    duplicaterecordid>contact=Contact_DuplicateMatchingRecord
    duplicaterecordid>contract=Contract_DuplicateMatchingRecord
    duplicaterecordid>email=Email_DuplicateMatchingRecord
    duplicaterecordid>emailserverprofile=emailserverprofile_duplicatematchingrecord
    duplicaterecordid>entitlement=entitlement_DuplicateMatchingRecord
    duplicaterecordid>entitlementchannel=entitlementchannel_DuplicateMatchingRecord
    duplicaterecordid>entitlementtemplate=entitlementtemplate_DuplicateMatchingRecord
    duplicaterecordid>equipment=Equipment_DuplicateMatchingRecord
    duplicaterecordid>fax=Fax_DuplicateMatchingRecord
    duplicaterecordid>goal=Goal_DuplicateMatchingRecord
    duplicaterecordid>goalrollupquery=GoalRollupQuery_DuplicateMatchingRecord
    duplicaterecordid>incident=Incident_DuplicateMatchingRecord
    duplicaterecordid>kbarticle=KbArticle_DuplicateMatchingRecord
    duplicaterecordid>knowledgearticle=knowledgearticle_DuplicateMatchingRecord
    duplicaterecordid>knowledgebaserecord=KnowledgeBaseRecord_DuplicateMatchingRecord
    duplicaterecordid>lead=Lead_DuplicateMatchingRecord
    duplicaterecordid>letter=Letter_DuplicateMatchingRecord
    duplicaterecordid>list=List_DuplicateMatchingRecord
    duplicaterecordid>opportunity=Opportunity_DuplicateMatchingRecord
    duplicaterecordid>phonecall=PhoneCall_DuplicateMatchingRecord
    duplicaterecordid>publisher=Publisher_DuplicateMatchingRecord
    duplicaterecordid>queue=Queue_DuplicateMatchingRecord
    duplicaterecordid>quote=Quote_DuplicateMatchingRecord
    duplicaterecordid>ratingmodel=ratingmodel_DuplicateMatchingRecord
    duplicaterecordid>ratingvalue=ratingvalue_DuplicateMatchingRecord
    duplicaterecordid>recurringappointmentmaster=RecurringAppointmentMaster_DuplicateMatchingRecord
    duplicaterecordid>resourcegroup=ResourceGroup_DuplicateMatchingRecord
    duplicaterecordid>service=Service_DuplicateMatchingRecord
    duplicaterecordid>sharepointdocumentlocation=SharePointDocumentLocation_DuplicateMatchingRecord
    duplicaterecordid>sharepointsite=SharePointSite_DuplicateMatchingRecord
    duplicaterecordid>socialactivity=SocialActivity_DuplicateMatchingRecord
    duplicaterecordid>socialprofile=SocialProfile_DuplicateMatchingRecord
    duplicaterecordid>systemuser=SystemUser_DuplicateMatchingRecord
    duplicaterecordid>task=Task_DuplicateMatchingRecord
    duplicaterecordid>team=Team_DuplicateMatchingRecord
    duplicaterecordid>territory=Territory_DuplicateMatchingRecord
    duplicaterecordid>transactioncurrency=TransactionCurrency_DuplicateMatchingRecord
    duplicateruleid>duplicaterule=DuplicateRule_DuplicateBaseRecord
  `,
  activitymimeattachment: `
    attachmentid>attachment=attachment_activity_mime_attachments
    objectid>activitypointer=activity_pointer_activity_mime_attachment
    objectid>appointment=appointment_activity_mime_attachment
    objectid>email=email_activity_mime_attachment objectid>template=template_activity_mime_attachments
  `,
  resourcespec: `
    groupobjectid>constraintbasedgroup:groupobjectid_constraintbasedgroup=constraint_based_group_resource_specs
    groupobjectid>team:groupobjectid_team=team_resource_specs
    lk_resourcespec_* businessunitid>businessunit=business_unit_resource_specs
    organizationid=organization_resource_specs
  `,
  entitlementtemplate: `
    lk_entitlementtemplate_* organizationid=entitlementtemplate_organization
    slaid>sla=sla_entitlementtemplate transactioncurrencyid=TransactionCurrency_entitlementtemplate
  `,
  kbarticletemplate: `
    createdby=lk_kbarticletemplatebase_createdby
    createdonbehalfby=lk_kbarticletemplate_createdonbehalfby
    modifiedby=lk_kbarticletemplatebase_modifiedby
    modifiedonbehalfby=lk_kbarticletemplate_modifiedonbehalfby
    organizationid=organization_kb_article_templates
  `,
  salesliterature: `
    createdby=lk_salesliteraturebase_createdby createdonbehalfby=lk_salesliterature_createdonbehalfby
    employeecontactid>systemuser=system_user_sales_literature
    modifiedby=lk_salesliteraturebase_modifiedby
    modifiedonbehalfby=lk_salesliterature_modifiedonbehalfby
    organizationid=organization_sales_literature subjectid>subject=subject_sales_literature
    transactioncurrencyid=TransactionCurrency_SalesLiterature
  `,
  knowledgebaserecord: `
    lk_KnowledgeBaseRecord_* organizationid=organization_KnowledgeBaseRecord
    transactioncurrencyid=TransactionCurrency_KnowledgeBaseRecord
  `,
  ratingmodel: `
    lk_ratingmodel_* ownerid=owner_ratingmodel owningbusinessunit=business_unit_ratingmodel
    owningteam=team_ratingmodel owninguser=user_ratingmodel
    transactioncurrencyid=TransactionCurrency_ratingmodel
  `,
  bookableresourcebookingheader: `
    lk_bookableresourcebookingheader_* ownerid=owner_bookableresourcebookingheader
    owningbusinessunit=business_unit_bookableresourcebookingheader
    owningteam=team_bookableresourcebookingheader owninguser=user_bookableresourcebookingheader
    transactioncurrencyid=TransactionCurrency_bookableresourcebookingheader
  `,
  bookableresourcecategoryassn: `
    lk_bookableresourcecategoryassn_* ownerid=owner_bookableresourcecategoryassn
    owningbusinessunit=business_unit_bookableresourcecategoryassn
    owningteam=team_bookableresourcecategoryassn owninguser=user_bookableresourcecategoryassn
    resource>bookableresource:Resource=bookableresource_bookableresourcecategoryassn_Resource
    resourcecategory>bookableresourcecategory:ResourceCategory=bookableresourcecategory_bookableresourcecategoryassn_ResourceCategory
    transactioncurrencyid=TransactionCurrency_bookableresourcecategoryassn
  `,
  businessunitnewsarticle: `
    createdby=lk_businessunitnewsarticlebase_createdby
    createdonbehalfby=lk_businessunitnewsarticle_createdonbehalfby
    modifiedby=lk_businessunitnewsarticlebase_modifiedby
    modifiedonbehalfby=lk_businessunitnewsarticle_modifiedonbehalfby
    organizationid=organization_business_unit_news_articles
  `,
  activitypointer: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_ActivityPointers
    regardingobjectid>entitlementtemplate=entitlementtemplate_ActivityPointers
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_ActivityPointers
  `,
  annotation: `
    objectid>bookableresourcebookingheader=bookableresourcebookingheader_Annotations
    objectid>bookableresourcecategoryassn=bookableresourcecategoryassn_Annotations
    objectid>contractdetail=ContractDetail_Annotation
    objectid>entitlementchannel=entitlementchannel_Annotations
    objectid>entitlementtemplate=entitlementtemplate_Annotations
    objectid>knowledgebaserecord=KnowledgeBaseRecord_Annotations
    objectid>resourcespec=ResourceSpec_Annotation
  `,
  appointment: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_Appointments
    regardingobjectid>entitlementtemplate=entitlementtemplate_Appointments
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_Appointments
  `,
  asyncoperation: `
    regardingobjectid>activitymimeattachment=ActivityMimeAttachment_AsyncOperations
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_AsyncOperations
    regardingobjectid>bookableresourcecategoryassn=bookableresourcecategoryassn_AsyncOperations
    regardingobjectid>businessunitnewsarticle=BusinessUnitNewsArticle_AsyncOperations
    regardingobjectid>contractdetail=ContractDetail_AsyncOperations
    regardingobjectid>discount=Discount_AsyncOperations
    regardingobjectid>entitlementchannel=entitlementchannel_AsyncOperations
    regardingobjectid>entitlementtemplate=entitlementtemplate_AsyncOperations
    regardingobjectid>importdata=ImportData_AsyncOperations
    regardingobjectid>importlog=ImportLog_AsyncOperations
    regardingobjectid>invoicedetail=InvoiceDetail_AsyncOperations
    regardingobjectid>kbarticlecomment=KbArticleComment_AsyncOperations
    regardingobjectid>kbarticletemplate=KbArticleTemplate_AsyncOperations
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_AsyncOperations
    regardingobjectid>opportunityproduct=OpportunityProduct_AsyncOperations
    regardingobjectid>post=post_AsyncOperations
    regardingobjectid>productassociation=ProductAssociation_AsyncOperations
    regardingobjectid>productpricelevel=ProductPriceLevel_AsyncOperations
    regardingobjectid>productsubstitute=ProductSubstitute_AsyncOperations
    regardingobjectid>quotedetail=QuoteDetail_AsyncOperations
    regardingobjectid>ratingmodel=ratingmodel_AsyncOperations
    regardingobjectid>resourcespec=ResourceSpec_AsyncOperations
    regardingobjectid>salesliterature=SalesLiterature_AsyncOperations
    regardingobjectid>salesliteratureitem=SalesLiteratureItem_AsyncOperations
    regardingobjectid>salesorderdetail=SalesOrderDetail_AsyncOperations
  `,
  bookableresourcebooking: `
    header>bookableresourcebookingheader:Header=bookableresourcebookingheader_bookableresourcebooking_Header
  `,
  bulkdeletefailure: `
    regardingobjectid>activitymimeattachment=ActivityMimeAttachment_BulkDeleteFailures
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_BulkDeleteFailures
    regardingobjectid>bookableresourcecategoryassn=bookableresourcecategoryassn_BulkDeleteFailures
    regardingobjectid>businessunitnewsarticle=BusinessUnitNewsArticle_BulkDeleteFailures
    regardingobjectid>contractdetail=ContractDetail_BulkDeleteFailures
    regardingobjectid>discount=Discount_BulkDeleteFailures
    regardingobjectid>entitlementchannel=entitlementchannel_BulkDeleteFailures
    regardingobjectid>entitlementtemplate=entitlementtemplate_BulkDeleteFailures
    regardingobjectid>importdata=ImportData_BulkDeleteFailures
    regardingobjectid>importlog=ImportLog_BulkDeleteFailures
    regardingobjectid>invoicedetail=InvoiceDetail_BulkDeleteFailures
    regardingobjectid>kbarticlecomment=KbArticleComment_BulkDeleteFailures
    regardingobjectid>kbarticletemplate=KbArticleTemplate_BulkDeleteFailures
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_BulkDeleteFailures
    regardingobjectid>opportunityproduct=OpportunityProduct_BulkDeleteFailures
    regardingobjectid>post=post_BulkDeleteFailures
    regardingobjectid>productpricelevel=ProductPriceLevel_BulkDeleteFailures
    regardingobjectid>productsubstitute=ProductSubstitute_BulkDeleteFailures
    regardingobjectid>quotedetail=QuoteDetail_BulkDeleteFailures
    regardingobjectid>ratingmodel=ratingmodel_BulkDeleteFailures
    regardingobjectid>resourcespec=ResourceSpec_BulkDeleteFailures
    regardingobjectid>salesliterature=SalesLiterature_BulkDeleteFailures
    regardingobjectid>salesliteratureitem=SalesLiteratureItem_BulkDeleteFailures
    regardingobjectid>salesorderdetail=SalesOrderDetail_BulkDeleteFailures
  `,
  connection: `
    record1id>knowledgebaserecord=KnowledgeBaseRecord_connections1
    record2id>knowledgebaserecord=KnowledgeBaseRecord_connections2
  `,
  email: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_Emails
    regardingobjectid>entitlementtemplate=entitlementtemplate_Emails
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_Emails
  `,
  entitlement: `
    entitlementtemplateid>entitlementtemplate=entitlementtemplateid_RelationShip
  `,
  fax: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_Faxes
    regardingobjectid>entitlementtemplate=entitlementtemplate_Faxes
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_Faxes
  `,
  incident: `
    contractdetailid>contractdetail=contract_detail_cases
  `,
  kbarticle: `
    kbarticletemplateid>kbarticletemplate=kb_article_template_kb_articles
  `,
  letter: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_Letters
    regardingobjectid>entitlementtemplate=entitlementtemplate_Letters
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_Letters
  `,
  phonecall: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_PhoneCalls
    regardingobjectid>entitlementtemplate=entitlementtemplate_PhoneCalls
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_PhoneCalls
  `,
  ratingvalue: `
    ratingmodel>ratingmodel:RatingModel=ratingmodel_ratingvalue_RatingModel
  `,
  recurringappointmentmaster: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_RecurringAppointmentMasters
    regardingobjectid>entitlementtemplate=entitlementtemplate_RecurringAppointmentMasters
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_RecurringAppointmentMasters
  `,
  sdkmessageprocessingstep: `
    sdkmessageprocessingstepsecureconfigid>sdkmessageprocessingstepsecureconfig=sdkmessageprocessingstepsecureconfigid_sdkmessageprocessingstep
  `,
  service: `
    resourcespecid>resourcespec=resource_spec_services
  `,
  serviceappointment: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_ServiceAppointments
    regardingobjectid>entitlementtemplate=entitlementtemplate_ServiceAppointments
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_ServiceAppointments
  `,
  sharepointdocumentlocation: `
    regardingobjectid>salesliterature=SalesLiterature_SharepointDocumentLocation
  `,
  socialactivity: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_SocialActivities
    regardingobjectid>entitlementtemplate=entitlementtemplate_SocialActivities
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_SocialActivities
  `,
  task: `
    regardingobjectid>bookableresourcebookingheader=bookableresourcebookingheader_Tasks
    regardingobjectid>entitlementtemplate=entitlementtemplate_Tasks
    regardingobjectid>knowledgebaserecord=KnowledgeBaseRecord_Tasks
  `,
};
