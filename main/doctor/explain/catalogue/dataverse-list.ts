/**
 * Error codes of Dataverse, a line each: eight hex digits, name, and the template of the message where one is published
 * (Microsoft Learn: web-service-error-codes). Only facts: what a code means for an app stands elsewhere.
 */
export const DATAVERSE_LIST = `
00000001 ImportSolutionPackageMinimumVersionNeeded Deprecated, not removing now as it might cause issues during integrations.
0000000F INTERVAL
001F1BBE linkid
08006074 CaseStateChangeInvalid Because of the status transition rules, you can't resolve a case in the current status. Change the case status, and then try resolving it, or contact your system administrator.
8003F450 NoIncidentMergeHavingSameParent Child cases having different parent case associated can not be merged.
8003F451 CancelActiveChildCaseFirst Cancel active child case before canceling parent case.
8003F452 CloseActiveChildCaseFirst Close active child case before closing parent case.
8003F453 MultilevelParentChildRelationshipNotAllowed Associating child cases to the existing child case is not allowed.
8003F454 MaxChildCasesLimitExceeded A Parent Case cannot have more than maximum child cases allowed. Contact your administrator for more details
8003F455 ParentCaseNotAllowedAsAChildCase You can't add a parent case as a child case
800401FF SearchTextLenExceeded Search Text Length Exceeded.
80040200 RequiredFieldMissing Required field missing.
80040201 InvalidXml Invalid XML.
80040202 EmptyXml Empty XML.
80040203 InvalidArgument Invalid argument.
80040204 InvalidUserAuth User does not have the privilege to act on behalf another user.
80040205 InvalidParent The parent object is invalid or missing.
80040206 InvalidParentId The parent id is invalid or missing.
80040207 unManagedidsinvaliduserid The user id is invalid or missing.
80040208 unManagedidsinvalidteamid Invalid team id.
80040209 unManagedidsinvalidbusinessid Invalid business id.
8004020A unManagedidsinvalidorgid Invalid organization id.
8004020B unManagedidsinvaliditemid Invalid item id.
8004020C InvalidSharee Invalid share id.
8004020D InvalidAccessRights Invalid access rights.
8004020E unManagedidsinvalidvisibility Invalid visibility.
8004020F unManagedidsfailureinittoken Failure in obtaining user token.
80040210 InvalidAssigneeId Invalid assignee id.
80040211 unManagedidsinvalidassociation Invalid association.
80040212 unManagedidsinvalidowninguser Item does not have an owning user.
80040213 unManagedidsinvalidvisibilitymodificationaccess User does not have access to modify the visibility of this item.
80040214 CannotShareWithOwner An item cannot be shared with the owning user.
80040215 MissingOwner Item does not have an owner.
80040216 UnExpected An unexpected error occurred.
80040217 ObjectDoesNotExist The specified object was not found.
80040218 InvalidPointer The object is disposed.
80040219 NotImplemented The requested functionality is not yet implemented.
8004021A MissingBusinessId The business id is missing or invalid.
8004021B MissingUserId The user id or the team id is missing.
8004021C unManagedidspresentuseridandteamid Both the user id and team id are present. Only one should be present.
8004021D unManagedidsinvaliduseridorbusinessidorusersbusinessinvalid One of the following occurred: invalid user id, invalid business id or the user does not belong to the business.
8004021E unManagedidscannotgrantorrevokeaccesstobusiness Cannot grant or revoke access rights to a merchant.
8004021F InvalidObjectTypes Invalid object type.
80040220 PrivilegeDenied The user does not hold the necessary privileges.
80040221 unManagedidscannotassigntobusiness Cannot assign an object to a merchant.
80040222 unManagedidsoutofmemory Out of memory.
80040223 OnlyOwnerCanRevoke Only the owner of an object can revoke the owner's access to that object.
80040224 IsvUnExpected An unexpected error occurred from ISV code.
80040225 unManagedidsusernotenabled The specified user is either disabled or is not a member of any business unit.
80040226 unManagedidsanonymousenabled The logged-in user was not found in the Active Directory.
80040227 CannotDeleteDueToAssociation The object you tried to delete is associated with another object and cannot be deleted.
80040228 CannotDeleteAsItIsReadOnly The object cannot be deleted because it is read-only.
80040229 InvalidOwnerID The owner ID is invalid or missing.
8004022A BusinessManagementObjectAlreadyExists An object with the specified name already exists.
8004022B unManagedidsownernotenabled The specified owner has been disabled.
8004022C unManagedidsdataoutofrange Data out of range
8004022D InvalidCustomer The customer is invalid.
8004022E CannotUpdateBecauseItIsReadOnly The object cannot be updated because it is read-only.
8004022F CannotDeleteCannedView System-defined views cannot be deleted.
80040230 CannotUpdateObjectBecauseItIsInactive The object cannot be updated because it is inactive.
80040231 PrincipalPrivilegeDenied Target user or team does not hold required privileges.
80040232 unManagedidsviewisnotsharable The view is not sharable.
80040233 InvalidState The object is not in a valid state to perform this operation.
80040234 InvalidRollupType The rollup type is invalid.
80040235 MissingQueryType The query type is missing.
80040236 unManagedidsnorelationship No relationship exists between the objects specified.
80040237 DuplicateRecord Operation failed due to a SQL integrity violation.
80040238 unManagedidscannotdefaultprivateview Private views cannot be default.
80040239 InvalidDateTime The date-time format is invalid, or value is outside the supported range.
8004023A InvalidMetadata Invalid Metadata.
8004023B InvalidOperation Invalid Operation performed.
8004023C InvalidVersion Unhandled Version mismatch found.
8004023D UnpopulatedPrimaryKey Primary Key must be populated for calls to platform on rich client in offline mode.
8004023E OpenCrmDBConnection Db Connection is Open, when it should be Closed.
8004023F InvalidConnectionString The connection string not found or invalid.
80040240 UserTimeZoneException Failed to retrieve user time zone information.
80040241 UserTimeConvertException Failed to convert user time zone information.
80040242 FormTransitionError The import has failed because the system cannot transition the entity form {0} from unmanaged to managed. Add at least one full (root) component to the managed solution, and then try to import it again.
80040243 EntityInstantiationFailed Instantiation of an Entity instance Service failed.
80040244 ServiceInstantiationFailed Instantiation of an Entity failed.
80040245 CrmImpersonationError Error occurred in the Crm AutoReimpersonator.
80040246 InvalidRecurrenceRule Error in RecurrencePatternFactory.
80040247 InvalidXmlCollectionNameException Invalid Xml collection name.
80040248 InvalidXmlEntityNameException Invalid Xml entity name.
80040249 InvalidEntityClassException Invalid entity class.
8004024A MetadataNotFound Metadata not found.
8004024B InvalidPriv Invalid privilege type.
8004024C InvalidRegistryKey Invalid registry key specified.
8004024D CrmQueryExpressionNotInitialized The QueryExpression has not been initialized. Please use the constructor that takes in the entity name to create a correctly initialized instance
8004024E FailedToLoadAssembly Failed to load assembly
8004024F InvalidSingletonResults Crm Internal Exception: Singleton Retrieve Query should not return more than 1 record.
80040250 MultipleChildPicklist Crm Internal Exception: Picklists with more than one childAttribute are not supported.
80040251 TransactionNotStarted Transaction not started.
80040252 TransactionNotCommited Transaction not committed.
80040253 SessionTokenUnavailable Session token is not available unless there is a transaction in place.
80040254 CannotBindToSession Cannot bind to another session, session already bound.
80040255 TransactionAborted Transaction Aborted.
80040256 CrmSecurityError A failure occurred in CrmSecurity.
80040257 InvalidCaller Cannot switch ExecutionContext to system user without setting Caller first.
80040258 InvalidRestore RestoreCaller must be called after SwitchToSystemUser.
80040259 NumberFormatFailed Failed to produce a formatted numeric value.
8004025A DateTimeFormatFailed Failed to produce a formatted datetime value.
8004025B CalloutException Callout Exception occurred.
8004025C CrmMalformedExpressionError Crm malformed expression error occurred.
8004025D CrmExpressionParsingError Crm expression parsing error occurred.
8004025E CrmExpressionBodyParsingError Crm expression body parsing error occurred.
8004025F CrmExpressionParametersParsingError Crm expression parameters parsing error occurred.
80040260 CrmExpressionEvaluationError Crm expression evaluation error occurred.
80040261 CrmConstraintEvaluationError Crm constraint evaluation error occurred.
80040262 CrmConstraintParsingError Crm constraint parsing error occurred.
80040263 CannotCreateOutlookFilters Cannot create outlook filters
80040264 CannotAssignOutlookFilters Cannot assign outlook filters
80040265 IsvAborted ISV code aborted the operation.
80040266 InvalidPrimaryKey Invalid primary key.
80040268 CannotGrantAccessToOutlookFilters Cannot grant access to outlook filters
80040269 CannotModifyAccessToOutlookFilters Cannot modify access for outlook filters
8004026A CannotResetAppointmentsToDraft
8004026B SaveAsDraftAppointmentNotAllowed
80040270 CannotRevokeAccessToOutlookFilters Cannot revoke access for outlook filters
80040271 CannotGrantAccessToOfflineFilters Cannot grant access to offline filters
80040272 CannotModifyAccessToOfflineFilters Cannot modify access for offline filters
80040273 CannotRevokeAccessToOfflineFilters Cannot revoke access for offline filters
80040274 DuplicateOutlookAppointment The Appointment being promoted from Outlook is already tracked in Dynamics 365
80040275 AppointmentScheduleNotSet Scheduled End and Scheduled Start must be set for Appointments in order to sync with Outlook.
80040276 PrivilegeCreateIsDisabledForOrganization Privilege Create is disabled for organization.
80040277 UnauthorizedAccess Attempted to perform an unauthorized operation.
80040278 InvalidCharactersInField The field '{0}' contains one or more invalid characters.
80040279 CannotChangeStateOfNonpublicView Only public views can be deactivated and activated.
8004027A CannotDeactivateDefaultView Default views cannot be deactivated.
8004027B CannotSetInactiveViewAsDefault Inactive views cannot be set as default view.
8004027C CannotExceedFilterLimit Cannot exceed synchronization filter limit.
8004027D CannotHaveMultipleDefaultFilterTemplates Cannot have multiple default synchronization templates for a single entity.
80040301 UnsupportedListMemberType Unsupported list member type.
80040302 InvalidOperationWhenListLocked List is Locked. Cannot perform this action.
80040303 InvalidFetchXml Malformed FetchXml.
80040304 CannotAssociateInactiveItemToCampaign Cannot associate an inactive item to a Campaign.
80040305 InvalidActivityTypeForList Cannot create activities of the specified list type.
80040306 CannotCopyIncompatibleListType Cannot copy lists of different types.
80040307 CannotRelateObjectTypeToCampaign Specified Object Type not supported
80040309 CampaignNotSpecifiedForCampaignActivity RegardingObjectId is a required field.
8004030A CampaignNotSpecifiedForCampaignResponse RegardingObjectId is a required field.
8004030B CannotUpdateCampaignForCampaignActivity Parent campaign is not updatable.
8004030C CannotUpdateCampaignForCampaignResponse Parent campaign is not updatable.
8004030D CannotRelateObjectTypeToCampaignActivity Specified Object Type not supported
8004030E ObjectNotRelatedToCampaign Specified Object not related to the parent Campaign
8004030F InvalidActivityTypeForCampaignActivityPropagate Must specify a valid CommunicationActivity
80040310 InvalidChannelForCampaignActivityPropagate Cannot distribute activities for campaign activities of the specified channel type.
80040311 CannotPropagateCamapaignActivityForTemplate Cannot execute (distribute) a CampaignActivity for a template Campaign.
80040312 CannotCreateResponseForTemplate CampaignResponse can not be created for Template Campaign.
80040313 InvalidEmailTemplate Must specify a valid Template Id
80040314 InvalidOperationForClosedOrCancelledCampaignActivity Can not add items to closed (cancelled) campaignactivity.
80040315 NotSupported This action is not supported.
80040316 ExtraPartyInformation Extra party information should not be provided for this operation.
80040317 MoneySizeExceeded Supplied value exceeded the MIN/MAX value of Money Type field.
80040318 UnspecifiedActivityXmlForCampaignActivityPropagate Must specify an Activity Xml for CampaignActivity Execute/Distribute
80040319 InvalidRegardingObjectTypeCode The regarding Object Type Code is not valid for the Bulk Operation.
8004031A CannotSpecifyOrganizerForAppointmentPropagation Cannot specify an organizer for appointment distribution
8004031B CannotSpecifySenderForActivityPropagation Cannot specify a sender for appointment distribution
8004031C CannotSpecifyAttendeeForAppointmentPropagation Cannot specify an attendee for appointment distribution.
8004031D CannotSpecifyRecipientForActivityPropagation Cannot specify a recipient for activity distribution.
8004031E CannotSpecifyCommunicationAttributeOnActivityForPropagation Cannot specify communication attribute on activity for distribution
8004031F MissingParameter A required parameter is missing for the Bulk Operation
80040320 UnsupportedParameter A parameter specified is not supported by the Bulk Operation
80040321 InvalidActivityType An invalid object type was specified for distributing activities.
80040322 ImportConfigNotSpecified Cannot process with Bulk Import as Import Configuration not specified.
80040323 ErrorInImportConfig Cannot process with Bulk Import as Import Configuration has some errors.
80040324 TemplateTypeNotSupportedForUnsubscribeAcknowledgement This template type is not supported for unsubscribe acknowledgement.
80040325 FilteredDuetoAntiSpam This customer is filtered due to AntiSpam settings.
80040326 CampaignActivityAlreadyPropagated This campaign activity has been distributed already. Campaign activities cannot be distributed more than one time.
80040327 CannotSpecifyOwnerForActivityPropagation Cannot specify owner on activity for distribution
80040328 AsyncOperationPostponed This operation has been postponed because it failed for more than {0} times in {1} minutes
80040329 MissingBOWFRules Bulk Operation related workflow rules are missing.
8004032A FilteredDuetoInactiveState This customer is filtered due to inactive state.
8004032B CannotDeleteAsBackgroundOperationInProgress This record is currently being used by Microsoft Dynamics 365 and cannot be deleted. Try again later. If the problem persists, contact your system administrator.
8004032C BusinessNotEnabled The specified business unit is disabled.
8004032D CannotAssignToDisabledBusiness The specified business unit cannot be assigned to because it is disabled.
8004032E FilteredDuetoMissingEmailAddress This customer is filtered due to missing email address.
8004032F UserCancelledMailMerge The mail merge operation was cancelled by the user.
80040330 UnexpectedErrorInMailMerge There was an unexpected error during mail merge.
80040331 CampaignActivityClosed This Campaign Activity is closed or canceled. Campaign activities cannot be distributed after they have been closed or canceled.
80040333 DuplicateRecordsFound A record was not created or updated because a duplicate of the current record already exists.
80040334 OperationCanBeCalledOnlyOnce The specified action can be done only one time.
80040335 TransformMustBeCalledBeforeImport Cannot call import before transform.
80040336 InvalidColumnNumber The column number specified in the data map does not exist.
80040337 EmptyHeaderColumn The column heading cannot be empty.
80040338 DuplicateHeaderColumn A duplicate column heading exists.
80040339 AsyncOperationSuspendedOrLocked >A background job associated with this import is either suspended or locked. In order to delete this import, in the Workplace, click Imports, open the import, click System Jobs, and resume any suspended jobs.
8004033A InvalidOperationWhenListIsNotActive List is not active. Cannot perform this operation.
8004033B InvalidOperationWhenPartyIsNotActive The party is not active. Cannot perform this operation.
8004033C AttributeNotOfTypePicklist This attribute is not mapped to a drop-down list, Boolean, or state/status attribute. However, you have included a ListValueMap element for it. Fix this inconsistency, and then import this data map again.
8004033D SourceEntityMappedToMultipleTargets This source entity is mapped to more than one Microsoft Dynamics 365 entity. Remove any duplicate mappings, and then import this data map again.
8004033E MappingExistsForTargetAttribute This attribute is mapped more than once. Remove any duplicate mappings, and then import this data map again.
8004033F PickListMappingExistsForTargetValue This list value is mapped more than once. Remove any duplicate mappings, and then import this data map again.
80040340 InvalidValueForFieldDelimiter The field delimiter is invalid.
80040341 InvalidValueForDataDelimiter The data delimiter is invalid.
80040342 PickListMappingExistsWithSourceValue The data map already contains this list value mapping.
80040343 OwnerMappingExistsWithSourceSystemUserName The data map already contains this owner mapping.
80040344 InvalidHeaderColumn The column heading contains an invalid combination of data delimiters.
80040345 DataColumnsNumberMismatch The number of fields differs from the number of column headings.
80040346 ErrorInParseRow The row could not be parsed. This is typically caused by a row that is too long.
80040347 EmptyImportFileRow Empty row.
80040348 InvalidValueForFileType The file type is invalid.
80040349 InvalidImportFileParseData Field and data delimiters for this file are not specified.
8004034A ErrorsInImportFiles Invalid File(s) for Import
80040350 InvalidXmlSSContent The data file can’t be imported because it contains invalid entity data or it’s in the wrong format. Make sure that the file contains correct data and that it’s in the XML Spreadsheet 2003 format, and then try uploading again.
80040351 InvalidImportFileData The data is not in the required format
80040352 DuplicateLookupFound A duplicate lookup reference was found
80040353 LookupNotFound The lookup reference could not be resolved
80040354 CRMUserDoesNotExist No Microsoft Dynamics 365 user exists with the specified domain name and user ID
80040355 InvalidFormatForDataDelimiter Mismatched data delimiter: only one delimiter was found.
80040356 InvalidDataFormat The source data is not in the required format
80040357 ErrorInSetState The status or status reason of the Microsoft Dynamics 365 record could not be set
80040358 ErrorInUpdate The Microsoft Dynamics 365 record could not be updated
80040359 ErrorIncreate The Microsoft Dynamics 365 record could not be created
8004035A ErrorInDelete The Microsoft Dynamics 365 record could not be deleted
80040360 PicklistValueNotMapped The record could not be processed as the Option set value could not be mapped.
80040361 OwnerValueNotMapped The owner value is not mapped
80040362 GuidNotPresent The required globally unique identifier (GUID) in this row is not present
80040363 InvalidGuid The globally unique identifier (GUID) in this row is invalid
80040364 InvalidIsFirstRowHeaderForUseSystemMap The first row of the file does not contain column headings.
80040365 EmptyContent The file is empty.
80040366 EmptyHeaderRow The first row of the file is empty.
80040367 ParsingMetadataNotFound Data required to parse the file, such as the data delimiter, field delimiter, or column headings, was not found.
80040368 NoHeaderColumnFound A column heading is missing.
80040369 InvalidTargetEntity The specified target record type does not exist.
80040370 HeaderValueDoesNotMatchAttributeDisplayLabel The column heading does not match the attribute display label.
80040371 ParseMustBeCalledBeforeTransform Cannot call transform before parse.
80040372 LongParseRow The row is too long to import
80040373 EmptyRecord The record is empty
80040374 InvalidImportFileContent The content of the import file is not valid. You must select a text file.
80040375 ImportFileTooLargeToUpload The import file is too large to upload.
80040376 CannotModifyOldDataFromImport The corresponding record in Microsoft Dynamics 365 has more recent data, so this record was ignored.
80040377 InvalidColumnMapping ColumnMapping is Invalid. Check that the target attribute exists.
80040378 UnableToLoadTransformationAssembly Unable to load the transformation assembly.
80040379 UnableToLoadTransformationType Unable to load the transformation type.
8004037A InvalidTransformationType The specified transformation type is not supported.
8004037B GenericTransformationInvocationError The transformation returned invalid data.
8004037C InvalidTransformationParameterMappings One or more transformation parameter mappings are invalid or do not match the transformation parameter description.
8004037D IncompleteTransformationParameterMappingsFound One or more mandatory transformation parameters do not have mappings defined for them.
8004037E SingletonMappingFoundForArrayParameter A single transformation parameter mapping is defined for an array parameter.
8004037F ArrayMappingFoundForSingletonParameter An array transformation parameter mapping is defined for a single parameter.
80040380 InvalidTransformationParameterDataType The data type of one or more of the transformation parameters is unsupported.
80040381 UnmappedTransformationOutputDataFound One or more outputs returned by the transformation is not mapped to target fields.
80040382 InvalidTransformationParameterMapping The transformation parameter mapping defined is invalid. Check that the target attribute name exists.
80040383 RequiredColumnsNotFoundInImportFile One or more source columns used in the transformation do not exist in the source file.
80040384 NoOutputTransformationParameterMappingFound There is no output transformation parameter mapping defined. A transformation mapping must have atleast one output transformation parameter mapping.
80040385 UnsupportedProcessCode The process code is not supported on this entity.
80040386 EntityLoopExists Loop exists in this entity hierarchy.
80040387 EntityLoopBeingCreated Creating this parental association would create a loop in this entity hierarchy.
80040388 ReflexiveEntityParentOrChildDoesNotExist Either the parent or child entity does not exist
80040389 InvalidTransformationParameter A parameter for the transformation is either missing or invalid.
80040390 AttributeNotOfTypeReference This attribute is not mapped as a reference attribute. However, you have included a ReferenceMap for it. Fix this inconsistency, and then import this data map again.
80040391 TargetEntityNotFound The file specifies an entity that does not exist in Microsoft Dynamics 365.
80040392 TargetAttributeNotFound The file specifies an attribute that does not exist in Microsoft Dynamics 365.
80040393 PicklistValueNotFound The file specifies a list value that does not exist in Microsoft Dynamics 365.
80040394 TargetAttributeInvalidForMap This attribute is not valid for mapping.
80040395 TargetEntityInvalidForMap The file specifies an entity that is not valid for data migration.
80040396 InvalidFileBadCharacters The file could not be uploaded because it contains invalid character(s)
80040484 ReportingServicesReportExpected The report is not a Reporting Services report.
80040485 MultipleParentReportsFound More than one report link found. Each report can have only one parent.
80040486 ParentReportDoesNotReferenceChild Specified parent report does not reference the current one. Only SQL Reporting Services reports can have parent reports.
80040487 ParentReportNotSupported Parent report is not supported for the type of report specified. Only SQL Reporting Services reports can have parent reports.
80040488 ExistingExternalReport The report could not be published for external use because a report of the same name already exists. Delete that report in SQL Server Reporting Services or rename this report, and try again.
80040489 SnapshotReportNotReady The selected report is not ready for viewing. The report is still being created or a report snapshot is not available. ReportId:{0}
80040490 UpdateNonCustomReportFromTemplate Cannot update a report from a template if the report was not created from a template
80040491 InvalidCustomReportingWizardXml Invalid wizard xml
80040492 SrsDataConnectorNotInstalled MSCRM Data Connector Not Installed
80040493 SubReportDoesNotExist Subreport does not exist. ReportId:{0}
80040494 ReportRenderError An error occurred during report rendering.
80040495 DuplicateReportVisibility A ReportVisibility with the same ReportId and VisibilityCode already exists. Duplicates are not allowed.
80040496 ParentReportLinksToSameNameChild Parent report already links to another report with the same name.
80040497 ReportLoopExists Loop exists in the reports hierarchy.
80040498 ReportLoopBeingCreated Creating this parental association would create a loop in Reports hierarchy.
80040499 ReportDoesNotExist Report does not exist. ReportId:{0}
8004049E unManagedinvalidprincipal The principal id is missing or invalid.
8004049F unManagedproxycreationfailed Cannot create an instance of managed proxy.
800404A0 unManagedunabletoretrieveprivileges Failed to retrieve privileges.
800404A1 unManagedinvalidescapedxml Escaped xml size not as expected.
800404A2 unManagedinvalidtlsmananger Failed to retrieve TLS Manager.
800404A4 unManagedparentattributenotfound The parent attribute was not found for the child attribute.
800404A5 unManagedunabletoaccessqueryplan Unable to access the query plan.
800404A6 unManagedmorethanonesortattribute More than one sort attributes were defined.
800404A7 unManagedinvalidbusinessunitid The businessunitid is missing or invalid.
800404A8 unManagedinvalidowningbusinessunit The owningbusinessunit is missing or invalid.
800404A9 unManagedcihldofconditionforoffilefilters Child-of condition is only allowed on offline filters.
800404AA unManagedentityisnotintersect The entity is not an intersect entity.
800404AB unManagedfilterindexoutofrange The filter index is out of range.
800404AC unManagedinvalidequalityoperand Only QB_LITERAL is supported for equality operand.
800404AD unManagedmissingfilterattribute Missing filter attribute.
800404AE unManagedfieldnotvalidatedbyplatform A field was not validated by the platform.
800404AF unManagedunusablevariantdata Variant supplied contains data in an unusable format.
800404B0 unManagedemptyprocessliteralcondition No data specified for ProcessLiteralCondition.
800404B1 unManagedinvalidprocessliternalcondition ProcessLiteralCondition is only valid for use with Rollup queries.
800404B2 unManagedmissinglinkentity Unexpected error locating link entity.
800404B3 unManagedunexpectedrimarykey Primary key attribute was not as expected.
800404B4 unManagedinvalidprocesschildofcondition ProcessChildOfCondition was called with non-child-of condition.
800404B5 unManagedmissingparentattributeonentity The parent attribute was not found on the expected entity.
800404B6 unManagedunknownaggregateoperation An unknown aggregate operation was supplied.
800404B7 unManagedinvalidargumentsforcondition An invalid number of arguments was supplied to a condition.
800404B8 unManagedpartylistattributenotsupported Attributes of type partylist are not supported.
800404BA unManagedinvalidlinkobjects Invalid link entity, link to attribute, or link from attribute.
800404BB unManagedinvalidprivilegeedepth Invalid privilege depth for user.
800404BC unManagedinvalidowningbusinessunitorbusinessunitid The owningbusinessunit or businessunitid is missing or invalid.
800404BD unManagedinvalidowninguser The owninguser is mising or invalid.
800404BE unManagedinvalidorganizationid The organizationid is missing or invalid.
800404BF unManagedinvalidvaluettagoutsideconditiontag A invalid value tag was found outside of it's condition tag.
800404C0 unManagedinvalidversionvalue The version value is invalid or missing.
800404C1 unManagedinvalidcountvalue The count value is invalid or missing.
800404C2 unManagedinvalidpagevalue The page value is invalid or missing.
800404C3 unManagedunabletolocateconditionfilter Unexpected error locating the filter for the condition.
800404C4 unManagederrorprocessingfilternodes An unexpected error occurred processing the filter nodes.
800404C5 unManagedmissingattributefortag An expected attribute was not found for the tag specified.
800404C6 unManagedunabletoaccessqueryplanfilter Unable to access a filter in the query plan.
800404C7 unManagedinvalidoperator The operator provided is not valid.
800404C8 unManagedmissingreferencingattribute The relationship's ReferencingAttribute is missing or invalid.
800404C9 unManagedmissingreferencesfromrelationship Unable to access a relationship in an entity's ReferencesFrom collection.
800404CA unManagederroraddingfiltertoqueryplan An error occurred adding a filter to the query plan.
800404CB unManagedmissingaddressentity The address entity could not be found.
800404CC unManagedunexpectedpropertytype Unexpected type for the property.
800404CD unManagedinvalidprivilegeusergroup The privilege user group id is invalid or missing.
800404CE unManagedinvalidprivilegeid The privilege id is invalid or missing.
800404CF CaseAlreadyResolved This case has already been resolved. Close and reopen the case record to see the updates.
800404D0 unManagedmissingpreviousownertype Unable to determine the previous owner's type.
800404D2 unManagedinvalidsecurityprincipal The security principal is invalid or missing.
800404D3 unManagedunablegetsessiontoken Unable to retrieve the session token.
800404D4 unManagedunablegetsessiontokennotrx Unable to retrieve the session token as there are no pending transactions.
800404D5 unManagedinvaliddynamicparameteraccessor SetParam failed processing the DynamicParameterAccessor parameter.
800404D6 unManagedinvalidparametertypeforparameterizedquery A parameterized query is not supported for the supplied parameter type.
800404D7 unManagedinvalidstreamfield The platform cannot handle stream fields.
800404D8 unManagedinvalidfieldtype The platform cannot handle the specified field type.
800404D9 unManagedinvalddbtimefield The platform cannot handle dbtime fields.
800404DA unManagedinvaliddbdatefield The platform cannot handle dbdate fields.
800404DB unManagedinvaludidispatchfield The platform cannot handle idispatch fields.
800404DC unManagedinvalidbinaryfield The platform cannot handle binary fields.
800404DD unManagedtrxinterophandlerset The TrxInteropHandler has already been set.
800404DE unManagedinvalidcharacterdataforaggregate Character data is not valid when clearing an aggregate.
800404DF unManagedmissingdataaccess The data access could not be retrieved from the ExecutionContext.
800404E0 unManagedunableswitchusercontext Cannot set to a different user context.
800404E1 unManagedinvalidtrxcountforrollback The transaction count was expected to be 1 in order to rollback.
800404E2 unManagedinvalidtrxcountforcommit The transaction count was expected to be 1 in order to commit.
800404E3 unManagedpendingtrxexists A pending transaction already exists.
800404E4 unManagedunablegetexecutioncontext Failed to retrieve execution context (TLS).
800404E5 unManagedmissingparententity The parent entity could not be located.
800404E6 unManagedchildentityisnotchild The child entity supplied is not a child.
800404E7 RoutingNotAllowed This object type can not be routed.
800404E8 UserIdOrQueueNotSet Primary User Id or Destination Queue Type code not set
800404E9 RouteTypeUnsupported The route type is unsupported
800404EA CannotRouteToQueue Cannot route to Work in progress queue
800404EB CannotFindObjectInQueue The object was not found in the given queue
800404EC CannotFindUserQueue Cannot find user queue
800404EE CannotUpdatePrivateOrWIPQueue The private or WIP Bin queue is not allowed to be updated or deleted
800404EF InvalidAllotmentsCalc Allotments: remaining + used != total
800404F0 InvalidAllotmentsTotal The total allotments is invalid
800404F1 InvalidAllotmentsUsed The allotments used is invalid
800404F2 InvalidAllotmentsRemaining The allotments remaining is invalid
800404F3 InvalidNetPrice The net price is invalid
800404F4 InvalidTotalDiscount The total discount is invalid
800404F5 InvalidTotalPrice The total price is invalid
800404F6 InvalidContractDetailId The Contract detail id is invalid
800404F7 NullArticleXml The article xml cannot be NULL
800404F8 NullArticleTemplateFormatXml The article template formatxml cannot be NULL
800404F9 NullArticleTemplateStructureXml The article template structurexml cannot be NULL
800404FA NullKBArticleTemplateId The kbarticletemplateid cannot be NULL
800404FB InvalidArticleState The article state is undefined
800404FC InvalidArticleStateTransition This article state transition is invalid because of the current state of the article
800404FD InvalidArticleTemplateState The article template state is undefined
800404FE ArticleIsPublished The article cannot be updated or deleted because it is in published state
800404FF CannotAssignOfflineFilters Cannot assign offline filters
80040500 unManagedidsopportunitydoesnotexist Opportunity does not exist.
80040501 unManagedidsleaddoesnotexist Lead does not exist.
80040502 AccountDoesNotExist Account does not exist.
80040503 ContactDoesNotExist Contact does not exist.
80040504 unManagedidsopportunityinvalidparent The parent of an opportunity must be an account or contact.
80040505 unManagedidsopportunitymissingparent The parent of the opportunity is missing.
80040506 AccountLoopExists Loop exists in the accounts hierarchy.
80040507 AccountLoopBeingCreated Creating this parental association would create a loop in Accounts hierarchy.
80040508 PresentParentAccountAndParentContact You can either specify a contacts parent contact or its account, but not both.
80040509 ContactLoopExists Loop exists in the contacts hierarchy.
8004050A ContactLoopBeingCreated Creating this parental association would create a loop in Contacts hierarchy.
8004050B unManagedidsleadnoparent The lead does not have a parent.
8004050C unManagedidsleadnotassigned The lead has not been assigned.
8004050D unManagedidsleadusercannotreject The user does not have the privilege to reject a lead, so he cannot be assigned the lead for acceptance.
8004050E unManagedidsopportunityoneaccount An opportunity can be associated with only one account.
8004050F unManagedidsopportunityorphan Removing this association will make the opportunity an orphan.
80040510 unManagedidsleadoneaccount A lead can be associated with only one account.
80040511 unManagedidsaccounthaschildopportunities The Account has child opportunities.
80040512 unManagedidscontacthaschildopportunities The Contact has child opportunities.
80040513 unManagedidsleadnotassignedtocaller The lead is not being assigned to the caller for acceptance.
80040514 unManagedidscustomeraddresstypeinvalid Invalid customer address type.
80040515 OpportunityIsAlreadyClosed The opportunity is already closed.
80040516 OpportunityCannotBeClosed The opportunity cannot be closed.
80040517 CustomerIsInactive An inactive customer cannot be set as the parent of an object.
80040518 LeadAlreadyInOpenState The lead is already in the open state.
80040519 LeadAlreadyInClosedState The lead is already closed.
8004051A OpportunityAlreadyInOpenState The opportunity is already in the open state.
8004051B CannotRouteToSameQueue The queue item cannot be routed to the same queue
8004051C CannotAddSingleQueueEnabledEntityToQueue The entity record cannot be added to the queue as it already exists in other queue.
8004051D CannotUpdateDeactivatedQueueItem This item is deactivated. To work with this item, reactivate it and then try again.
8004051E CannotCreateQueueItemInactiveObject Deactivated object cannot be added to queue.
80040520 InsufficientPrivilegeToQueueOwner The owner of this queue does not have sufficient privileges to work with the queue.
80040521 NoPrivilegeToWorker You cannot add items to an inactive queue. Select another queue and try again.
80040522 CannotAddQueueItemsToInactiveQueue The selected user does not have sufficient permissions to work on items in this queue.
80040523 EmailAlreadyExistsInDestinationQueue You cannot add this e-mail to the selected queue. A queue item for this e-mail already exists in the queue. You can delete the item from the queue, and then try again.
80040524 CouldNotFindQueueItemInQueue Could not find any queue item associated with the Target in the specified SourceQueueId. Either the SourceQueueId or Target is invalid or the queue item does not exist.
80040525 MultipleQueueItemsFound This item occurs in more than one queue and cannot be routed from this list. Locate the item in a queue and try to route the item again.
80040526 ActiveQueueItemAlreadyExists An active queue item already exists for the given object. Cannot create more than one active queue item for this object.
80040527 CannotRouteInactiveQueueItem You can't route a queue item that has been deactivated.
80040528 QueueIdNotPresent You must enter the target queue. Provide a valid value in the Queue field and try again.
80040529 QueueItemNotPresent You must enter the name of the record that you would like to put in the queue. Provide a valid value in the Queue Item field and try again.
80040800 SdkEntityDoesNotSupportMessage The method being invoked does not support provided entity type.
80040801 unManagedidsjournalingunsupportedobjecttype Unsupported type of objects passed in operation.
80040802 unManagedidsjournalingmissingeventdirection Event direction code missed.
80040803 unManagedidsjournalinginvalideventtype Invalid event type.
80040804 unManagedidsjournalingmissingeventtype Event type missed.
80040805 unManagedidsjournalingmissingleadid Lead Id missed.
80040806 unManagedidsjournalingmissingaccountid Account Id missed.
80040807 unManagedidsjournalingmissingopportunityid Opportunity Id missed.
80040808 unManagedidsjournalingmissingcontactid Contact Id missed.
80040809 unManagedidsjournalingmissingincidentid Incident Id missed.
80040B00 unManagedidscommunicationsnopartyaddress Object address not found on party or party is marked as non-emailable
80040B01 unManagedidscommunicationsbadsender More than one sender specified
80040B02 unManagedidscommunicationsnosender No email address was specified, and the calling user does not have an email address set
80040B04 EmailRecipientNotSpecified The e-mail must have at least one recipient before it can be sent
80040B05 unManagedidscommunicationsnorecipients At least one system user or queue in the organization must be a recipient
80040B06 unManagedidscommunicationsnoparticipationmask Participation type is missing from an activity
80040B07 unManagedidscommunicationstemplateinvalidtemplate The template body is invalid
80040B08 unManagedidscommunicationsnosenderaddress The sender does not have an email address on the party record
80040E00 unManagedidsmetadatanoentity The specified entity does not exist
80040E01 MetadataNoMapping The mapping between specified entities does not exist
80040E02 unManagedidsmetadatanorelationship The relationship does not exist
80040E03 MetadataNotSerializable The given metadata entity is not serializable
800410FD QueryBuilderDeserializeInvalidUseRawOrderBy
800410FE QueryBuilderInvalidLogicalOperator Unsupported logical operator: {0}. Accepted values are ('and', 'or').
80041100 QueryBuilderInvalidUpdate An attempt was made to update a non-updateable field.
80041101 QueryBuilderUnexpected An unexpected error occurred.
80041102 QueryBuilderNoEntity The specified entity was not found.
80041103 QueryBuilderNoAttribute The specified attribute does not exist on this entity.
80041106 QueryBuilderBad_Condition Incorrect filter condition or conditions.
80041107 QueryBuilderAttribute_With_Aggregate Attributes can not be returned when aggregate operation is specified.
80041108 QueryBuilderInvalid_Value Invalid value specified for type.
80041109 QueryBuilderInvalid_Alias Invalid alias for aggregate operation.
8004110A QueryBuilderAlias_Does_Not_Exist The specified alias for the given entity in the condition does not exist.
8004110B QueryBuilderNoAlias No alias for the given entity in the condition was found.
8004110C QueryBuilderValue_GreaterThanZero A value greater than zero must be specified.
8004110D QueryBuilderReportView_Does_Not_Exist A report view does not exist for the specified entity.
8004110E QueryBuilderMultipleIntersectEntities More than one intersect entity exists between the two entities specified.
8004110F QueryBuilderByAttributeMismatch QueryByAttribute must specify a non-empty value array with the same number of elements as in the attributes array.
80041110 QueryBuilderByAttributeNonEmpty QueryByAttribute must specify a non-empty attribute array.
80041111 QueryBuilderAttributePairMismatch AttributeFrom and AttributeTo must be either both specified or both omitted.
80041112 QueryBuilderInvalidColumnSetVersion The specified columnset version is invalid.
80041113 QueryBuilderColumnSetVersionMissing The specified columnset version is invalid.
80041114 QueryBuilderSerialzeLinkTopCriteria Fetch does not support where clause with conditions from linkentity.
80041115 QueryBuilderDeserializeInvalidDistinct The only valid values for distinct attribute are 'true', 'false', '1', and '0'.
80041116 QueryBuilderDeserializeInvalidMapping The only valid values for mapping are 'logical' or 'internal' which is deprecated.
80041117 QueryBuilderDeserializeInvalidLinkType The only valid values for link-type attribute are 'natural', 'inner', and 'outer'.
80041118 QueryBuilderDeserializeInvalidNoLock The only valid values for no-lock attribute are 'true', 'false', '1', and '0'.
80041119 QueryBuilderDeserializeInvalidDescending The only valid values for descending attribute are 'true', 'false', '1', and '0'.
8004111A QueryBuilderDeserializeInvalidAggregate An error occurred while processing Aggregates in Query
8004111B QueryBuilderDeserializeInvalidGetMinActiveRowVersion The only valid values for GetMinActiveRowVersion attribute are 'true', 'false', '1', and '0'.
8004111C QueryBuilderDeserializeInvalidNode The element node encountered is invalid.
8004111D QueryBuilderDeserializeInvalidUtcOffset The utc-offset attribute is not supported for deserialization.
8004111E QueryBuilderAttributeNotFound A required attribute was not specified.
8004111F QueryBuilderInvalidOrderType A valid order type must be set in the order before calling this method.
80041120 QueryBuilderInvalidConditionOperator Unsupported condition operator.
80041121 QueryBuilderInvalidJoinOperator Unsupported join operator.
80041122 QueryBuilderInvalidFilterType Unsupported filter type. Valid values are 'and', or 'or'.
80041123 QueryBuilderElementNotFound A required element was not specified.
80041124 QueryBuilderDeserializeEmptyXml Xml String can't be null.
80041125 QueryBuilderDeserializeNoDocElemXml Document Element can't be null.
80041126 QueryBuilderLinkNodeForOrderNotFound Converting from Query to EntityExpression failed. Link Node for order was not found.
80041128 QueryBuilderEntitiesDontMatch The entity name specified in fetchxml does not match the entity name specified in the Entity or Query Expression.
80041129 QueryBuilderPagingOrderBy Order by columns do not match those in paging cookie.
8004112A QueryBuilderInvalidPagingCookie Invalid page number in paging cookie.
8004112C QueryBuilderNoAttrsDistinctConflict The no-attrs tag cannot be used in conjuction with Distinct set to true.
8004112E QueryBuilderDeserializeInvalidGroupBy The only valid values for groupby attribute are 'true', 'false', '1', and '0'.
8004112F QueryBuilderInvalidAggregateAttribute Aggregate {0} is not supported for attribute of type {1}.
80041130 QueryBuilderDuplicateAlias FetchXML should have unique aliases.
80041131 QueryBuilderAttributeNotAllowedForAggregateOrderBy An attribute cannot be specified for an order clause for an aggregate Query. Use an alias.
80041132 QueryBuilderAliasNotAllowedForNonAggregateOrderBy An alias cannot be specified for an order clause for a non-aggregate Query. Use an attribute.
80041133 QueryBuilderAttributeRequiredForNonAggregateOrderBy An attribute is required for an order clause for a non-aggregate Query.
80041134 QueryBuilderAliasRequiredForAggregateOrderBy An alias is required for an order clause for an aggregate Query.
80041135 QueryBuilderInvalidDateGrouping An invalid value was specified for dategrouping.
80041136 SqlArithmeticOverflowError A SQL arithmetic overflow error occurred
80041137 QueryBuilderAttributeCannotBeGroupByAndAggregate An attribute can either be an aggregate or a Group By but not both
80041138 QueryBuilderSerializationInvalidIsQuickFindFilter The only valid values for isquickfindfields attribute are 'true', 'false', '1', and '0'.
80041139 QueryBuilderInvalidAttributeValue The attribute value provided is invalid.
80041140 QueryBuilderNoEntityKey The specified entitykey was not found.
80041400 unManagedidsrolesinvalidroledata The role data is invalid.
80041401 unManagedidsrolesinvalidroleid Invalid role ID.
80041402 unManagedidsrolesroledoesnotexist The specified role does not exist.
80041403 RoleAlreadyExists A role with the specified name already exists.
80041404 unManagedidsrolesinvalidtemplateid Invalid role template ID.
80041405 unManagedidsrolesmissroleid The role ID was unexpectedly missing.
80041406 unManagedidsrolesmissbusinessid The role's business unit ID was unexpectedly missing.
80041407 unManagedidsrolesmissrolename The role name was unexpectedly missing.
80041408 unManagedidsrolesmissprivid The privilege ID was unexpectedly missing.
80041409 UserInWrongBusiness The user belongs to a different business unit than the role.
8004140A unManagedidsrolesinvalidrolename The role name is invalid.
8004140B InvalidPrivilegeDepth Invalid privilege depth.
8004140C unManagedidsrolesdeletenonparentrole Cannot delete a role that is inherited from a parent business.
8004140D TeamInWrongBusiness The team belongs to a different business unit than the role.
8004140E MemberHasAlreadyBeenContacted This marketing list member was not contacted, because the member has previously received this communication.
8004140F DuplicatedPrivilege Privilege {0} is duplicated.
80041700 unManagedidsnotesnotedoesnotexist The specified note does not exist.
80041701 unManagedidsnotesalreadyattached The specified note is already attached to an object.
80041702 unManagedidsnotesloopexists A loop exists in the annotation hierarchy.
80041703 unManagedidsnotesloopbeingcreated Creating this parental association would create a loop in the annotation hierarchy.
80041704 unManagedidsnotesnoattachment The specified note has no attachments.
80041A00 unManagedidsxmlinvalidentityname The entity name specified is incorrect
80041A01 unManagedidsxmlinvalidcreate A field that is not valid for create was specified
80041A02 unManagedidsxmlinvalidupdate A field that is not valid for update was specified
80041A03 unManagedidsxmlinvalidcollectionname The collection name specified is incorrect
80041A04 unManagedidsxmlparseerror A parse error was encountered in the XML
80041A05 unManagedidsxmlunexpected An unexpected error has occurred
80041A06 unManagedidsxmlinvalidentityattributes Invalid attributes
80041A07 unManagedidsxmlinvalidfield An invalid value was passed in for a field
80041A08 unManagedidsxmlinvalidread A field that is not valid for read was specified
80041D00 unManagedidsbizmgmtmissbusinessname The business name was unexpectedly missing.
80041D01 unManagedidsbizmgmtmissuserdomainname The user's domain name was unexpectedly missing.
80041D02 unManagedidsbizmgmtmissparentbusiness The parent business was unexpectedly missing.
80041D03 unManagedidsbizmgmtdefaultusernotinbusiness The default user is not in the business.
80041D04 unManagedidsbizmgmtbusinessparentdiffmerchant The business is not in the same merchant as parent business.
80041D05 unManagedidsbizmgmtcannotmovedefaultuser unManagedidsbizmgmtcannotmovedefaultuser
80041D06 unManagedidsbizmgmtusercannotbeownparent The user can not be its own parent user.
80041D07 UserNotInParentHierarchy The user is not in parent user's business hierarchy.
80041D0A TeamAdministratorMissedPrivilege The team administrator does not have privilege read team.
80041D0B MissingTeamName The team name was unexpectedly missing.
80041D0E unManagedidsbizmgmtmissprimarybusiness The partnership primary business was unexpectedly missing.
80041D0F unManagedidsbizmgmtmisspartnerbusiness The partnership partner business was unexpectedly missing.
80041D10 unManagedidsbizmgmtprimarysameaspartner The primary business is the same as partner business.
80041D11 unManagedidsbizmgmtpartnershipalreadyexists A partnership between specified primary business and partner business already exists.
80041D12 unManagedidsbizmgmtcallernotinprimarybusiness The caller is not from primary business.
80041D13 unManagedidsbizmgmtdefaultusernotinprimarybusiness The default user is not from primary business.
80041D14 unManagedidsbizmgmtcallernotinpartnerbusiness The caller is not from partner business.
80041D15 unManagedidsbizmgmtdefaultusernotinpartnerbusiness The default user is not from partner business.
80041D16 unManagedidsbizmgmtpartnershipnotinpendingstatus The partnership has been accepted or declined.
80041D17 unManagedidsbizmgmtcannotremovepartnershipdefaultuser The default user of a partnership can not be removed.
80041D18 unManagedidsbizmgmtcannotdeletebusiness This is a sub-business. Use IBizMerchant::Delete to delete this sub-business.
80041D19 unManagedidsbizmgmtcannotdeleteprovision This is a provisioned root-business. Use IBizProvision::Delete to delete this root-business.
80041D1A unManagedidsbizmgmtcannotdisablebusiness This business unit cannot be disabled.
80041D1B unManagedidsbizmgmtcannotdisableprovision This is a provisioned root-business. Use IBizProvision::Disable to disable this root-business.
80041D1C unManagedidsbizmgmtcannotenablebusiness This is a sub-business. Use IBizMerchant::Enable to enable this sub-business.
80041D1D unManagedidsbizmgmtcannotenableprovision This is a provisioned root-business. Use IBizProvision::Enable to enable this root-business.
80041D1E unManagedidsbizmgmtuserdoesnothaveparent This user does not have a parent user.
80041D1F BusinessManagementInvalidUserId The user Id(s) [{0}] is invalid.
80041D20 BusinessManagementLoopExists Loop exists in the business hierarchy.
80041D21 BusinessManagementLoopBeingCreated Creating this parental association would create a loop in business hierarchy.
80041D22 ChildBusinessDoesNotExist The child businesss Id is invalid.
80041D23 ParentBusinessDoesNotExist The parent business Id is invalid.
80041D24 UserLoopExists A manager for this user cannot be set because an existing relationship in the management hierarchy is causing a circular relationship. This is usually caused by a manual edit of the Microsoft Dynamics 365 database. To fix this, the hierarchy in the database must be changed to remove the circular relationship.
80041D25 UserLoopBeingCreated You cannot set the selected user as the manager for this user because the selected user is either already the manager or is in the user's immediate management hierarchy. Either select another user to be the manager or do not update the record.
80041D26 ChildUserDoesNotExist The child user Id is invalid.
80041D27 ParentUserDoesNotExist The parent user Id is invalid.
80041D29 unManagedidsbizmgmtnoparentbusiness The specified business does not have a parent business.
80041D2A ObjectNotFoundInAD The object does not exist in active directory.
80041D2B unManagedidsbizmgmtusersettingsnotcreated The specified user's settings have not yet been created.
80041D2C UserAlreadyExists The specified Active Directory user already exists as a Dynamics 365 user.
80041D2D unManagedidsbizmgmtcannotreadaccountcontrol Insufficient permissions to the specified Active Directory user. Contact your System Administrator.
80041D2E CannotDeleteSysAdmin The System Administrator Role cannot be deleted.
80041D2F CannotDisableSysAdmin A user cannot be disabled if they are the only user that has the System Administrator Role.
80041D30 CannotRemoveFromSysAdmin A user cannot be removed from the System Administrator Role if they are the only user that has the role.
80041D31 CannotModifySysAdmin The System Administrator Role cannot be modified.
80041D32 unManagedidsbizmgmtcannotaddlocaluser A local user cannot be added to the Dynamics 365.
80041D33 CannotModifySpecialUser No modifications to the 'SYSTEM' or 'INTEGRATION' user are permitted.
80041D34 UserSettingsInvalidAdvancedFindStartupMode Invalid advanced find startup mode.
80041D35 MultipleOrganizationsNotAllowed Only one organization and one root business are allowed.
80041D36 unManagedidsbizmgmtcantchangeorgname The organization name cannot be changed.
80041D37 GenericActiveDirectoryError Active Directory Error.
80041D38 CannotMakeReadOnlyUser A user cannot be made a read only user if they are the last non read only user that has the System Administrator Role.
80041D39 CannotMakeSelfReadOnlyUser You cannot make yourself a read only user
80041D40 ReadOnlyUserNotSupported The read-only access mode is not supported
80041D41 SupportUserCannotBeCreateNorUpdated The support user cannot be updated
80041D42 CannotDeleteSupportUser The Support User Role cannot be deleted.
80041D43 CannotModifySupportUser The Support User Role cannot be modified.
80041D44 CannotAssignSupportUser The Support User Role cannot be assigned to a user.
80041D45 CannotRemoveFromSupportUser A user cannot be removed from the Support User Role.
80041D46 CannotCreateFromSupportUser Cannot create a role from Support User Role.
80041D47 CannotUpdateSupportUser Cannot update the Support User Role.
80041D48 ApplicationUserCannotBeUpdated The user representing an OAuth application cannot not be updated
80041D49 ApplicationNotRegisteredWithDeployment Application needs to be registered and enabled at deployment level before it can be created for this organization
80041D4A CannotDeleteSystemCustomizer The System Customizer Role cannot be deleted.
80041D4B CannotCreateSyncUserObjectMissing This is not a valid Microsoft Online Services ID for this organization.
80041D4C CannotUpdateSyncUserIsLicensedField The property IsLicensed cannot be modified.
80041D4D CannotCreateSyncUserIsLicensedField The property IsLicensed cannot be set for Sync User Creation.
80041D4E CannotUpdateSyncUserIsSyncWithDirectoryField The property IsSyncUserWithDirectory cannot be modified.
80041D4F CannotUpdateAzureActiveDirectoryObjectIdField The property AzureActiveDirectoryObjectId cannot be modified.
80041D50 InvalidOAuthToken The OAuth token is invalid
80041D51 CannotAssignRolesToSupportUser The support user are read-only, which cannot be assigned with other roles
80041D52 ExpiredOAuthToken The OAuth token has expired
80041D53 UserSettingsInvalidSearchExperienceValue Invalid search experience value.
80041D54 GenericAzureActiveDirectoryError Azure Active Directory Error.
80041D59 BusinessUnitCannotBeDisabled Business unit cannot be disabled: no active user with system admin role exists outside of business unit subtree.
80041D5A CannotDeleteCDSUser
80041D60 BusinessUnitIsNotDisabledAndCannotBeDeleted Not disabled business unit cannot be deleted.
80041D61 BusinessUnitHasChildAndCannotBeDeleted Business unit has a child business unit and cannot be deleted.
80041D62 BusinessUnitDefaultTeamOwnsRecords Business unit default team owns records. Business unit cannot be deleted.
80041D63 RootBusinessUnitCannotBeDisabled Root Business unit cannot be disabled.
80041D64 CannotRemoveTenantAdminFromSysAdminRole Users who are granted the Microsoft Office 365 Global administrator or Service administrator role cannot be removed from the Microsoft Dynamics 365 System Administrator security role. You must first remove the Microsoft Office 365 role, and then try again.
80041D65 CannotDisableTenantAdmin Users who are granted the Microsoft Office 365 Global administrator or Service administrator role cannot be disabled in Microsoft Dynamics 365 Online. You must first remove the Microsoft Office 365 role, and then try again.
80041D66 InvalidAccessModeTransition The client access license cannot be changed because the user does not have a Microsoft Dynamics 365 Online license. To change the access mode, you must first add a license for this user in the Microsoft Online Service portal.
80041D67 DelegatedAdminUserCannotBeCreateNorUpdated The delegated admin user cannot be updated
80042000 unManagedidspropbagpropertynotfound The specified property was not found in the property bag.
80042001 unManagedidspropbagnointerface The property bag interface could not be found.
80042002 unManagedidspropbagnullproperty The specified property was null in the property bag.
80042003 unManagedMissingObjectType Object type must be specified for one of the attributes.
80042004 unManagedObjectTypeUnexpected Object type was specified for one of the attributes that does not allow it.
8004201E unManagedidspropbagcolloutofrange The bag index in the collection was out of range.
8004203C unManagedidsrspropbagdbinfonotset The DB info for the recordset property bag has not been set.
8004203D unManagedidsrspropbagdbinfoalreadyset The DB info for the recordset property bag has already been set.
8004203E unManagedidspropbagattributenotnullable One of the attributes passed cannot be NULL
8004203F unManagedidspropbagattributealreadyset One of the attributes passed has already been set
80042300 unManagedidsdataaccessunexpected Unexpected error in data access. DB Connection may not have been opened successfully.
80042900 unManagedidscpuserdoesnotexist The customer portal user does not exist, or the password was incorrect.
80042901 unManagedidscpbadpassword Incorrect password for the specified customer portal user.
80042902 unManagedidscpencryptfailed Encryption of the supplied password failed.
80042903 unManagedidscpdecryptfailed Decryption of the password failed.
80042C00 unManagedidsevalupdateshouldhave3parameters Update action should have 3 parameters.
80042C01 unManagedidsevalassignshouldhave4parameters Assign action should have 4 parameters.
80042C02 unManagedidsevalallaborted Evaluation aborted and stop further processing.
80042C03 unManagedidsevalaborted Evaluation aborted.
80042C04 unManagedidsevalcompleted Evaluation completed.
80042C05 unManagedidsevalobjectnotfound The required object does not exist.
80042C06 unManagedidsevalpropertynotfound The required property of the object was not found.
80042C07 unManagedidsevalmetabaseentitycompoundkeys The specified metabase object has compound keys. We do not support compound-key entities yet.
80042C08 unManagedidsevalmetabaseattributenotfound The specified metabase attribute does not exist.
80042C09 unManagedidsevalpropertyisnull The required property of the object was not set.
80042C0A unManagedidsevalmetabaseentitynotmatchquery The specified refentityid does not the query for a WFPM_SELECT parameter.
80042C0B unManagedidsevalmetabaseattributenotmatchquery The specified refattributeid does not the query for a WFPM_SELECT parameter.
80042C0C unManagedidsevalallcompleted Evaluation completed and stop further processing.
80042C0D unManagedidsevalchangetypeerror Change type error.
80042C0E unManagedidsevalmissselectquery Missing the query subparameter in a select parameter.
80042C0F unManagedidsevalerroraddparameter Error occurred when evaluating a WFPM_ADD parameter.
80042C10 unManagedidsevalerrorsubtractionparameter Error occurred when evaluating a WFPM_SUBTRACTION parameter.
80042C11 unManagedidsevalerrormultiplicationparameter Error occurred when evaluating a WFPM_MULTIPLICATION parameter.
80042C12 unManagedidsevalerrordivisionparameters Division parameter can have only two subparameters.
80042C13 unManagedidsevalerrordivisionparameter Error occurred when evaluating a WFPM_DIVISION parameter.
80042C14 unManagedidsevalerrormodulusparameters Modulus parameter can have only two subparameters.
80042C15 unManagedidsevalerrormodulusparameter Error occurred when evaluating a WFPM_MODULUR parameter.
80042C16 unManagedidsevalerrordividedbyzero Divided by zero.
80042C17 unManagedidsevalerrorcreateactivity Error in action create activity.
80042C18 unManagedidsevalerroractivityattachment Error in action activity attachment.
80042C19 unManagedidsevalerrorhandleactivity Error in action handle activity.
80042C1A unManagedidsevalerrorunhandleactivity Error in action unhandle activity.
80042C1B unManagedidsevalerrorcreatenote Error in action create note.
80042C1C unManagedidsevalerrornoteattachment Error in action note attachment.
80042C1D unManagedidsevalerrorcreateincident Error in action create incident.
80042C1E unManagedidsevalerrorhandleincident Error in action handle incident.
80042C1F unManagedidsevalerrorunhandleincident Error in action unhandle incident.
80042C20 unManagedidsevalerrorsendemail Error in action send email.
80042C21 unManagedidsevalerroremailtemplate Error in action email template.
80042C22 unManagedidsevalerrorassign Error in action assign.
80042C23 unManagedidsevalerrorupdate Error in action update.
80042C24 unManagedidsevalerrorroute Error in action route.
80042C25 unManagedidsevalerrorsetstate Error in action set state.
80042C26 unManagedidsevalerrorposturl Error in action posturl.
80042C27 unManagedidsevalerrorexec Error in action exec.
80042C28 unManagedidsevalerrorhalt Error in action halt.
80042C29 unManagedidsevalerrorincidentqueue Failed to evaluate INCIDENT_QUEUE.
80042C2A unManagedidsevalgenericerror Evaluation error.
80042C2B unManagedidsevalerrorinvalidparameter Invalid parameter.
80042C2C unManagedidsevalerrorabsparameter Error occurred when evaluating a WFPM_ABS parameter.
80042C2D unManagedidsevalerrorgtparameter Error occurred when evaluating a WFPM_GT parameter.
80042C2E unManagedidsevalerrorgeqparameter Error occurred when evaluating a WFPM_GEQ parameter.
80042C2F unManagedidsevalerrorltparameter Error occurred when evaluating a WFPM_LT parameter.
80042C30 unManagedidsevalerrorleqparameter Error occurred when evaluating a WFPM_LEQ parameter.
80042C31 unManagedidsevalerroreqparameter Error occurred when evaluating a WFPM_EQ parameter.
80042C32 unManagedidsevalerrorneqparameter Error occurred when evaluating a WFPM_NEQ parameter.
80042C33 unManagedidsevalerrorbetweenparameter Error occurred when evaluating a WFPM_BETWEEN parameter.
80042C34 unManagedidsevalerrorinparameter Error occurred when evaluating a WFPM_IN parameter.
80042C35 unManagedidsevalerrorinvalidrecipient Invalid email recipient.
80042C36 unManagedidsevalerrorsubstrparameter Error occurred when evaluating a WFPM_SUBSTR parameter.
80042C37 unManagedidsevalerrorstrlenparameter Error occurred when evaluating a WFPM_STRLEN parameter.
80042C38 unManagedidsevalerrorbeginwithparameter Error occurred when evaluating a WFPM_BEGIN_WITH parameter.
80042C39 unManagedidsevalerrorendwithparameter Error occurred when evaluating a WFPM_END_WITH parameter.
80042C3A unManagedidsevalerrorcontainparameter Error occurred when evaluating a WFPM_CONTAIN parameter.
80042C3B unManagedidsevalerrorcreate Error in create update.
80042C3C unManagedidsevalcreateshouldhave2parameters Create action should have 2 parameters.
80042C3D unManagedidsevaltimerinvalidparameternumber Invalid parameters for Timer action.
80042C3E unManagedidsevaltimererrorcalculatescheduletime Failed to calculate the schedule time for the timer action.
80042C3F unManagedidsevalerrorappendtoactivityparty unManagedidsevalerrorappendtoactivityparty
80042C40 unManagedidsevalerrorremovefromactivityparty unManagedidsevalerrorremovefromactivityparty
80042C41 unManagedidsevalerrorsetactivityparty unManagedidsevalerrorsetactivityparty
80042C42 unManagedidsevalerrorinlistparameter unManagedidsevalerrorinlistparameter
80042C43 unManagedidsevalerrorisnulllistparameter unManagedidsevalerrorisnulllistparameter
80042C44 unManagedidsevalerrorformatdatetimeparameter Error happens when evaluating WFPM_FORMAT_DATETIME parameter.
80042C45 unManagedidsevalerrorformatbooleanparameter Error happens when evaluating WFPM_FORMAT_BOOLEAN parameter.
80042C46 unManagedidsevalerrorformatpicklistparameter Error happens when evaluating WFPM_FORMAT_PICKLIST parameter.
80042C47 unManagedidsevalerrorqueueidparameter unManagedidsevalerrorqueueidparameter
80042C48 unManagedidsevalerrorobjecttype Error happens when evaluating WFPM_GetObjectType parameter.
80042C49 unManagedidsevalerrorformatintegerparameter Error happens when evaluating WFPM_FORMAT_INTEGER parameter.
80042C4A unManagedidsevalerrorformatdecimalparameter Error happens when evaluating WFPM_FORMAT_DECIMAL parameter.
80042C4B unManagedidsevalerrorformattimezonecodeparameter unManagedidsevalerrorformattimezonecodeparameter
80042C4C unManagedidsevalerrorformatlookupparameter Error happens when evaluating WFPM_FORMAT_LOOKUP parameter.
80042F09 UserNotAssignedRoles The user has not been assigned any roles.
80042F0A TeamNotAssignedRoles The team has not been assigned any roles.
80042F14 LicenseNotEnoughToActivate There are not enough licenses available for the number of users being activated.
80043200 unManagedidscontractunexpected An unexpected error occurred in Contracts.
80043201 unManagedidscontractaccountmissing Account is required to save a contract.
80043202 ContractInvalidStartEndDate Start date / end date or billing start date / billing end date is invalid.
80043203 ContractInvalidState The state of the contract is invalid.
80043204 ContractLineInvalidState The state of the contract line item is invalid.
80043205 ContractInvalidAllotmentTypeCode The allotment type code is invalid.
80043206 ContractTemplateDoesNotExist The contract template does not exist.
80043207 unManagedidscontractdoesnotexist The contract does not exist.
80043208 unManagedidscontractlineitemdoesnotexist The contract line item does not exist.
8004320A unManagedidscontractopencasesexist There are open cases against this contract line item.
8004320B ContractTemplateNoAbbreviation Abbreviation can not be NULL.
8004320C ContractNoLineItems There are no contract line items for this contract.
8004320D ContractInvalidCustomer The customer of the contract is invalid.
8004320E ContractInvalidServiceAddress The service address of the contract is invalid.
8004320F ContractInvalidBillToAddress The bill-to address of the contract is invalid.
80043210 ContractInvalidBillToCustomer The bill-to customer of the contract is invalid.
80043211 ContractInvalidContractTemplate The contract template is invalid.
80043212 unManagedidscontractinvalidowner The owner of the contract is invalid.
80043213 ContractInvalidContract The contract is invalid.
80043214 unManagedidscontractinvalidtotalallotments The totalallotments is invalid.
80043215 ContractInvalidPrice The price is invalid.
80043216 unManagedidscontracttemplateabbreviationexists The value for abbreviation already exists.
80043217 unManagedidscontractinvalidstartdateforrenewedcontract The start date of the renewed contract can not be earlier than the end date of the originating contract.
80043218 ContractInvalidDatesForRenew The start date / end date of this renewed contract can not overlap with any other invoiced / active contracts with the same contract number.
80043500 unManagedidsactivityinvalidstate Invalid activity state
80043501 unManagedidsactivityinvalidtype Invalid activity type code
80043502 unManagedidsactivityobjectidortypemissing Activity regarding object Id or type is missing
80043503 unManagedidsactivityinvalidobjecttype Activity regarding object type is invalid
80043504 unManagedidsactivitypartyobjectidortypemissing Activity party object Id or type is missing
80043505 unManagedidsactivityinvalidpartyobjecttype Activity party object type is invalid
80043506 ActivityPartyObjectTypeNotAllowed Cannot create activity party of specified object type.
80043507 unManagedidsactivityinvalidregardingobject Invalid activity regarding object, it probably does not exist
80043508 unManagedidsactivityinvalidtimeformat Invalid activity time, check format
80043509 unManagedidsactivityinvalidduration Invalid activity duration
8004350A unManagedidsactivitydurationdoesnotmatch Activity duration does not match start/end time
8004350B unManagedidsactivitynotroutable This type of activity is not routable
8004350D MissingRecipient The fax must have a recipient before it can be sent.
8004350E TooManyRecipients Sending to multiple recipients is not supported.
8004350F NoDialNumber There is no fax number specified on the fax or for the recipient.
80043510 FaxSendBlocked The recipient is marked as "Do Not Fax".
80043511 FaxServiceNotRunning The Microsoft Windows fax service is not running or is not installed.
80043512 ActivityInvalidSessionToken An Invalid session token was passed into the throwing method
80043513 ActivityInvalidObjectTypeCode An Invalid type code was specified by the throwing method
80043514 InvalidActivityXml Invalid Xml in an activity config file.
80043515 InvalidPartyMapping Invalid party mapping.
80043516 FaxNoData The fax cannot be sent because there is no data to send. Specify at least one of the following: a cover page, a fax attachment, a fax description.
80043517 FaxNoSupport The fax cannot be sent because this type of attachment is not allowed or does not support virtual printing to a fax device.
80043518 InvalidActivityPartyAddress One or more activity parties have invalid addresses.
80043700 InvalidNumberGroupFormat Invalid input string for numbergroupformat. The input string should contain an array of integers. Every element in the value array should be between one and nine, except for the last element, which can be zero.
80043800 SalesPeopleEmptySalesPerson Parent salesperson cannot be empty
80043801 SalesPeopleEmptyEffectiveDate Fiscal calendar effective date cannot be empty
80043802 unManagedidssalespeopleduplicatecalendarfound Duplicate fiscal calendars found for this salesperson/year
80043803 SalesPeopleDuplicateCalendarNotAllowed Fiscal calendar already exists for this salesperson/year
80043804 unManagedidssalespeopleinvalidterritoryobjecttype Territories cannot be retrieved by this kind of object
80043805 SalesPeopleManagerNotAllowed Territory manager cannot belong to other territory
80043807 unManagedidssalespeopleinvalidfiscalperiodindex Invalid fiscal period index
80043808 unManagedidssalespeopleinvalidfiscalcalendartype Invalid fiscal calendar type
80043809 FiscalSettingsAlreadyUpdated Fiscal settings have already been updated. They can be updated only once.
80043810 BaseUomNameNotSpecified baseuomname not specified
80043AF9 unManagedidsstatedoesnotexist The state is not valid for this object.
80043AFA CannotSpecifyBothUomAndProductDesc You cannot set both 'uomid' and 'productdescription' for the same record.
80043AFB CannotSpecifyBothProductAndProductDesc You cannot set both 'productid' and 'productdescription' for the same record.
80043AFC InvalidQuantityDecimalCode The quantity decimal code is invalid.
80043AFD InvalidKit The product is not a kit.
80043AFE InvalidKitProduct You cannot add a product kit to itself. Select a different product or product kit.
80043AFF InvalidSubstituteProduct A product can't have a relationship with itself.
80043B00 LowQuantityLessThanZero Low quantity should be greater than zero.
80043B01 LowQuantityGreaterThanHighQuantity Low quantity should be less than high quantity.
80043B02 DiscountRangeOverlap The new quantities overlap the range covered by existing quantities.
80043B03 BaseUnitNotDeletable The base unit of a schedule cannot be deleted.
80043B04 unManagedidscannotdeactivatepricelevel The price level cannot be deactivated because it is the default price level of an account, contact or product.
80043B05 ProductNoProductNumber The product number can not be null.
80043B06 ProductProductNumberExists The specified product ID conflicts with the product ID of an existing record. Specify a different product ID and try again.
80043B07 ProductInvalidQuantityDecimal The number of decimal places on the quantity is invalid.
80043B08 DuplicateProductPriceLevel This product and unit combination has a price for this price list.
80043B09 ParentReadOnly The parent is read only and cannot be edited.
80043B0A MissingUomScheduleId The unit schedule id is missing.
80043B0B InvalidBaseUnit The base unit does not belong to the schedule.
80043B0C ProductInvalidPriceLevelPercentage The pricing percentage must be greater than or equal to zero and less than 100000.
80043B0D MissingUomId The unit id is missing.
80043B0E PriceLevelNoName The name can not be null.
80043B0F PriceLevelNameExists The name already exists.
80043B10 InvalidPricePerUnit The price per unit is invalid.
80043B11 MissingProductId The product id is missing.
80043B12 MissingPriceLevelId The price level id is missing.
80043B13 ProductMissingUomSheduleId The unit schedule id of the product is missing.
80043B14 ProductInvalidUnit The specified unit is not valid for this product.
80043B15 MissingOpportunityId The opportunity id is missing or invalid.
80043B16 UnitNotInSchedule The unit does not exist in the specified unit schedule.
80043B17 BaseUnitNotNull Do not use a base unit as the value for a primary unit. This value should always be null.
80043B18 QuantityReadonly Do not modify the Quantity field when you update the primary unit.
80043B19 UnitLoopExists Loop exists in the unit hierarchy.
80043B1A UnitLoopBeingCreated Using this base unit would create a loop in the unit hierarchy.
80043B1B UnitDoesNotExist The unit does not exist.
80043B1C BaseUnitDoesNotExist The base unit does not exist.
80043B1D EntityIsLocked This entity is already locked.
80043B1E EntityIsUnlocked This entity is already unlocked.
80043B1F DiscountAmountAndPercent Both 'amount' and 'percentage' cannot be set.
80043B20 DiscountAmount The discount type does not support 'percentage' discounts.
80043B21 DiscountPercent The discount type does not support 'amount' discounts.
80043B22 ProductKitLoopExists Loop exists in the kit hierarchy.
80043B23 ProductKitLoopBeingCreated You can’t add a kit to itself.
80043B24 ProductDoesNotExist The product does not exist.
80043B25 unManagedidsinvoicecloseapideprecated The Invoice Close API is deprecated. It has been replaced by the Pay and Cancel APIs.
80043B26 UnitNoName The unit name cannot be null.
80043E00 SubjectLoopExists Loop exists in the subjects hierarchy.
80043E01 SubjectLoopBeingCreated Creating this parental association would create a loop in Subjects hierarchy.
80043E02 SubjectDoesNotExist Subject does not exist.
80043E03 unManagedidsqueuemissingbusinessunitid Missing businessunitid.
80043E04 unManagedidsqueueorganizationidnotmatch Callers' organization Id does not match businessunit's organization Id.
80043E05 unManagedidsarticletemplatecontainsarticles Cannot change article template because there are knowledge base articles using it.
80043E06 unManagedidsfulltextoperationfailed Full text operation failed.
80043E07 unManagedidsarticletemplateisnotactive KB article template is inactive.
80043E09 AttachmentBlocked The attachment is either not a valid type or is too large. It cannot be uploaded or downloaded.
80044100 unManagedidsrcsyncinvalidsynctime The specified sync time is invalid. Sync times must not be earlier than those returned by the previous sync. Please reinitialize your subscription.
80044101 unManagedidsrcsyncmsxmlfailed unManagedidsrcsyncmsxmlfailed
80044102 unManagedidsrcsyncsoapgenfailed unManagedidsrcsyncsoapgenfailed
80044103 unManagedidsrcsyncsoapconnfailed unManagedidsrcsyncsoapconnfailed
80044104 unManagedidsrcsyncsoapsendfailed unManagedidsrcsyncsoapsendfailed
80044105 unManagedidsrcsyncsoapservererror unManagedidsrcsyncsoapservererror
80044106 unManagedidsrcsyncsoapfaulterror unManagedidsrcsyncsoapfaulterror
80044107 unManagedidsrcsyncsoapreaderror unManagedidsrcsyncsoapreaderror
80044108 unManagedidsrcsyncsoapparseerror unManagedidsrcsyncsoapparseerror
80044109 unManagedidsrcsyncinvalidsubscription The specified subscription does not exist.
8004410A unManagedidsrcsyncsubscriptionowner The caller id does not match the subscription owner id. Only subscription owners may perform subscription operations.
8004410B unManagedidsrcsyncsqlstoppederror unManagedidsrcsyncsqlstoppederror
8004410C unManagedidsrcsyncsqlpausederror unManagedidsrcsyncsqlpausederror
8004410D unManagedidsrcsyncinvalidfiltererror Invalid filter specified.
8004410E InvalidOfflineOperation Operation not valid when offline.
8004410F unManagedidsrcsyncfilternoaccess Cannot go offline: missing access rights on required entity.
80044110 unManagedidsrcsyncsqlgenericerror unManagedidsrcsyncsqlgenericerror
80044111 unManagedidsrcsyncnotprimary Cannot sync: not the primary OutlookSync client.
80044112 unManagedidsrcsyncnoprimary No primary client exists.
80044113 unManagedidsrcsyncnoclient Client does not exist.
80044114 unManagedidsrcsyncmethodnone Synchronization tasks can’t be performed on this computer since the synchronization method is set to None.
80044150 unManagedidssqlerror Generic SQL error.
80044151 unManagedidssqltimeouterror SQL timeout expired.
80044152 RestrictInheritedRole Inherited roles cannot be modified.
80044153 unManagedidsfetchbetweentext between, not-between, in, and not-in operators are not allowed on attributes of type text or ntext.
80044154 unManagedidscantdisable The user cannot be disabled because they have workflow rules running under their context.
80044155 CascadeInvalidLinkTypeTransition Invalid link type for system entity cascading actions.
80044156 InvalidOrgOwnedCascadeLinkType Cascade User-Owned is not a valid cascade link type for org-owned entity relationships.
80044157 SqlMaxRecursionExceeded The maximum recursion has reached before statement completion.
80044158 IsKitCannotBeNull Attribute iskit cannot be null
80044159 OrganizationUIDeprecated The OrganizationUI entity is deprecated. It has been replaced by the SystemForm entity.
8004415C LicenseTrialExpired The trial installation of Microsoft Dynamics 365 has expired.
8004415D LicenseRegistrationExpired The registration period for Microsoft Dynamics 365 has expired.
8004415F LicenseTampered The licensing for this installation of Microsoft Dynamics 365 has been tampered with. The system is unusable. Please contact Microsoft Product Support Services.
80044160 NonInteractiveUserCannotAccessUI Non-interactive users cannot access the web user interface. Contact your organization system administrator.
80044161 CallerCannotChangeOwnDomainName The caller cannot change their own domain name
80044162 AsyncOperationInvalidStateChange The target state could not be set because the state transition is not valid.
80044163 AsyncOperationInvalidStateChangeUnexpected The target state could not be set because the state was changed by another process.
80044164 AsyncOperationMissingId The AsyncOperationId is required to do the update.
80044165 AsyncOperationInvalidStateChangeToComplete The target state could not be set to complete because the state transition is not valid.
80044166 AsyncOperationInvalidStateChangeToReady The target state could not be set to ready because the state transition is not valid.
80044167 AsyncOperationInvalidStateChangeToSuspended The target state could not be set to suspended because the state transition is not valid.
80044168 AsyncOperationCannotUpdateNonrecurring Cannot update recurrence pattern for a job that is not recurring.
80044169 AsyncOperationCannotUpdateRecurring Cannot update recurrence pattern for a job type that is not supported.
8004416A AsyncOperationCannotDeleteUnlessCompleted Cannot delete async operation unless it is in Completed state.
8004416B SdkInvalidMessagePropertyName Message property name '{0}' is not valid on message {1}.
8004416C PluginAssemblyMustHavePublicKeyToken Public assembly must have public key token.
8004416D SdkMessageInvalidImageTypeRegistration Message {0} does not support this image type.
8004416E SdkMessageDoesNotSupportPostImageRegistration PreEvent step registration does not support Post Image.
8004416F CannotDeserializeRequest The SDK request could not be deserialized.
80044170 InvalidPluginRegistrationConfiguration The plug-in assembly registration configuration is invalid.
80044171 SandboxClientPluginTimeout The plug-in execution failed because the operation has timed-out at the Sandbox Client.
80044172 SandboxHostPluginTimeout The plug-in execution failed because the operation has timed-out at the Sandbox Host.
80044173 SandboxWorkerPluginTimeout The plug-in execution failed because the operation has timed-out at the Sandbox Worker.
80044174 SandboxSdkListenerStartFailed The plug-in execution failed because the Sandbox Client encountered an error during initialization.
80044175 ServiceBusPostFailed The service bus post failed.
80044176 ServiceBusIssuerNotFound Cannot find service integration issuer information.
80044177 ServiceBusIssuerCertificateError Service integration issuer certificate error.
80044178 ServiceBusExtendedTokenFailed Failed to retrieve the additional token for service bus post.
80044179 ServiceBusPostPostponed Service bus post is being postponed.
8004417A ServiceBusPostDisabled Service bus post is disabled for the organization.
8004417B InvalidPluginAssemblyVersion Plug-in assembly fullnames must be unique (ignoring the version build and revision number).
8004417C PluginTypeMustBeUnique Multiple plug-in types from the same assembly and with the same typename are not allowed.
8004417D InvalidAssemblySourceType The given plugin assembly source type is not supported for isolated plugin assemblies.
8004417E InvalidAssemblyProcessorArchitecture The given plugin assembly was built with an unsupported target platform and cannot be loaded.
8004417F CyclicReferencesNotSupported The input contains a cyclic reference, which is not supported.
80044180 SdkMessageNotSupportedOnServer The message requested is not supported on the server.
80044181 SdkMessageNotSupportedOnClient The message requested is not supported on the client.
80044182 SdkCorrelationTokenDepthTooHigh This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again. For information about workflow logic, see Help.
80044183 InvalidQuery The query specified for this operation is invalid
80044184 OnlyStepInPredefinedStagesCanBeModified Invalid plug-in registration stage. Steps can only be modified in stages BeforeMainOperationOutsideTransaction, BeforeMainOperationInsideTransaction, AfterMainOperationInsideTransaction and AfterMainOperationOutsideTransaction.
80044185 OnlyStepInServerOnlyCanHaveSecureConfiguration Only SdkMessageProcessingStep with ServerOnly supported deployment can have secure configuration.
80044186 OnlyStepOutsideTransactionCanCreateCrmService Only SdkMessageProcessingStep in parent pipeline and in stages outside transaction can create CrmService to prevent deadlock.
80044187 SdkCustomProcessingStepIsNotAllowed Custom SdkMessageProcessingStep is not allowed on the specified message and entity.
80044188 SdkEntityOfflineQueuePlaybackIsNotAllowed Entity '{0}' is not allowed in offline queue playback.
80044189 SdkMessageDoesNotSupportImageRegistration Message '{0}' does not support image registration.
8004418A RequestLengthTooLarge Request message length is too large.
8004418B InvalidPluginAssemblyContent Plug-in assembly does not contain the required types or assembly content cannot be updated.
8004418C InvalidPluginTypeImplementation Plug-in type must implement exactly one of the following classes or interfaces: Microsoft.Crm.Sdk.IPlugin, Microsoft.Xrm.Sdk.IPlugin, System.Activities.Activity and System.Workflow.ComponentModel.Activity.
8004418D SandboxWorkerNotAvailable The plug-in execution failed because no Sandbox Worker processes are currently available. Please try again.
8004418E SandboxHostNotAvailable The plug-in execution failed because no Sandbox Hosts are currently available. Please check that you have a Sandbox server configured and that it is running.
8004418F PluginAssemblyContentSizeExceeded The assembly content size '{0} bytes' has exceeded the maximum value allowed for isolated plug-ins '{1} bytes'.
80044190 UnableToLoadPluginType Unable to load plug-in type.
80044191 UnableToLoadPluginAssembly Unable to load plug-in assembly.
80044192 InvalidEmailAddressFormat Invalid e-mail address. For more information, contact your system administrator.
80044193 ContractInvalidDiscount Discount cannot be greater than total price.
80044195 InvalidLanguageCode The specified language code is not valid for this organization.
80044196 ConfigNullPrimaryKey Primary Key cannot be nullable.
80044197 ConfigMissingDescription Description must be specified.
80044198 AttributeDoesNotSupportLocalizedLabels The specified attribute does not support localized labels.
80044199 NoLanguageProvisioned There is no language provisioned for this organization.
8004419B InvalidXrmSdkReference
80044200 DisabledCRMGoingOffline Microsoft Dynamics 365 functionality is not available while Offline Synchronization is occuring
80044201 DisabledCRMGoingOnline Microsoft Dynamics 365 functionality is not available while Online Synchronization is occuring
80044202 DisabledCRMAddinLoadFailure An error occurred loading Microsoft Dynamics 365 functionality. Try restarting Outlook. Contact your system administrator if errors persist.
80044203 DisabledCRMClientVersionLower You're running a version of Microsoft Dynamics 365 for Outlook that is not supported for offline mode with this Microsoft Dynamics 365 organization {0}. You'll need to upgrade to a compatible version of Dynamics 365 for Outlook. Make sure your current version of Dynamics 365 for Outlook is supported for upgrading to the compatible version.
80044204 DisabledCRMClientVersionHigher The Microsoft Dynamics 365 server needs to be upgraded before Microsoft Dynamics 365 client can be used. Contact your system administrator for assistance.
80044205 DisabledCRMPostOfflineUpgrade Microsoft Dynamics 365 functionality is not available until the Microsoft Dynamics 365 client is taken back online
80044206 DisabledCRMOnlineCrmNotAvailable Microsoft Dynamics 365 server is not available
80044207 InvalidEntitlementContacts The specified contact isn’t associated with the selected customer.
80044208 EntitlementAlreadyInCanceledState You can't cancel an entitlement when it's in the Canceled state.
8004420B InvalidTargetFrameworkVersion
80044220 GoOfflineMetadataVersionsMismatch Client and Server metadata versions are different due to new customization on the server. Please try going offline again.
80044221 GoOfflineGetBCPFileException Dynamics 365 server was not able to process your request. Contact your system administrator for assistance and try going offline again.
80044222 GoOfflineDbSizeLimit You have exceeded the storage limit for your offline database. You must reduce the amount of data to be taken offline by changing your Local Data Groups.
80044223 GoOfflineServerFailedGenerateBCPFile Dynamics 365 server was not able to generate BCP file. Contact your system administrator for assistance and try going offline again.
80044224 GoOfflineBCPFileSize Client was not able to download BCP file. Contact your system administrator for assistance and try going offline again.
80044225 GoOfflineFailedMoveData Client was not able to download data. Contact your system administrator for assistance and try going offline again.
80044226 GoOfflineFailedPrepareMsde Prepare MSDE failed. Contact your system administrator for assistance and try going offline again.
80044227 GoOfflineFailedReloadMetadataCache The Microsoft Dynamics 365 for Outlook was unable to go offline. Please try going offline again.
80044228 DoNotTrackItem Selected item will not be tracked.
80044229 GoOfflineFileWasDeleted Data file was deleted on server before it was sent to client.
80044230 GoOfflineEmptyFileForDelete Data file for delete is empty.
80044231 InvalidForOfficeGraph One or both entities are not enabled for officegraph and they cannot be used for officegraph.
80044232 TrendingDocumentsOnpremiseDeploymentError The Trending Documents dashboard component isn't supported by your company's Microsoft Office service.
80044233 TrendingDocumentsIntegrationDisabledError Trending Documents is disabled for your Microsoft Dynamics 365 account.
80044234 TrendingDocumentsDataRetrievalFailure We can't get to the trending documents. Try again later.
80044235 RelationshipNotCreatedForOfficeGraphError This relationship cannot be created because neither entity is enabled for officegraph.
80044236 RelationshipNotUpdatedForOfficeGraphError This relationship cannot be updated for officegraph because neither entity is enabled for officegraph.
80044237 AttributeNotCreatedForOfficeGraphError This attribute cannot be created since support to enable attribute for officegraph is not available.
80044238 AttributeNotUpdatedForOfficeGraphError This attribute cannot be updated since support to enable attribute for officegraph is not available.
80044239 OfficeGraphDisabledError Document Recommendations has been disabled for this organization.
80044240 BaseAttributeNameNotPresentError BaseAttribute name should be present in condition xml.
80044241 OperatorCodeNotPresentError OperatorCode should be present in condition xml.
80044242 InvalidBaseAttributeError Invalid Base attribute.
80044243 MatchingAttributeNameNotNullError Matching attribute name should be null single entity rule.
80044244 InvalidMatchingAttributeError Invalid Matching attribute.
80044245 BaseMatchingAttributeNotSameError Base and Matching attribute should be of same type.
80044246 CannotImportNullStringsForBaseLanguage The base language translation string present in worksheet {0}, row {1}, column {2} is null.
80044247 CannotUpdateNonCustomizableString The translation string present in worksheet {0}, row {1}, column {2} is not customizable.
80044248 InvalidOrganizationId The Organization ID present in the translations file does not match the current Organization ID.
80044249 InvalidTranslationsFile The translations file is invalid or does not confirm to the required schema.
80044250 MetadataRecordNotDeletable The metadata record being deleted cannot be deleted by the end user
80044251 InvalidImportJobTemplateFile The ImportJobTemplate.xml file is invalid.
80044252 InvalidImportJobId The requested importjob does not exist.
80044253 InvalidOperatorCodeError Invalid operator code.
80044254 InvalidSimilarityRuleStateError Invalid similarity rule state.
80044255 TrendingDocumentsIntegrationTurnedOffError Trending Documents is turned off. Please contact your system administrator to turn this feature on in System Settings.
80044257 OfficeGraphSiteNotConfigured No default SharePoint site has been configured.
80044258 TrendingDocumentsOfflineModeError Trending Documents isn't available in offline mode.
80044259 S2SNotConfigured Office Graph Integration relies on server-based SharePoint integration. To use this feature, enable server-based integration and have at least one active SharePoint site.
80044260 GraphApiS2SSetupFailureException Server to Server Authentication with Exchange for Office Graph Api is not set up.
80044270 ProvisionRIAccessNotAllowed You need system administrator privileges to turn Relationship Insights on for your organization.
80044271 InvalidRequestDataFormat The updated configuration includes invalid data.
80044272 InvalidFeatureType The feature type isn’t valid.
80044273 UpdateRIOrganizationDataAccessNotAllowed This feature configuration can only be updated by a system administrator.
80044274 DeprovisionRIAccessNotAllowed Relationship Insights can only be turned off by a system administrator.
80044275 ActivityAnalysisOrganizationUpdateError Relationship Analytics organization setting can only be enabled if Relationship Analytics solution is installed.
80044276 RelationshipIntelligenceSDKInvocationError You need Dynamics 365 (online) to use the Relationship Insights SDK.
80044279 EnableRIFeatureNotAllowed You need system administrator privileges to update Relationship Insights tenant information.
80044280 DisableRIFeatureNotAllowed You need system administrator privileges to turn Relationship Insights off for your organization.
80044281 RINotProvisioned Relationship Insights hasn’t been turned on for your organization {0}.
80044282 ErrorOnGetRIProvisionStatus We can’t get the Relationship Insights provisioning status for organization ID {0}. Exception details {1}.
80044283 ErrorOnGetRITenantEndPoint We can’t get the Relationship Insights tenant endpoint information for organization ID {0}. Exception details {1}.
80044284 ErrorOnStartOfRIProvision We can’t start provisioning for organization ID {0}. Exception details {1}.
80044285 ErrorOnTenantVerifyUpdate We can’t verify or update tenant information for organization ID {0}. Exception details {1}.
80044286 ErrorOnGetRecord There was an error fetching a record for table {0}. Exception details {1}.
80044287 ErrorOnQryPropertyBagCollection The query didn’t return all {0} columns.
80044288 ErrorPropertyBagCollectionMissedColumn {0} column for table {1} is missing.
80044289 ErrorOnFeatureStatusChange We can’t enable/disable the {0} feature for organization Id {1}. Exception details {2}.
80044290 ErrorFetchingBaseUrl We can't fetch base URL for organization Id {0}. Exception details {1}
80044291 ErrorFetchingRIProvisionStatus We can't fetch RI provisioning status for organization Id {0}. Exception details {1}
80044292 RelationshipInsightsFeatureDisableError Relationship Insights feature can't be disabled
80044293 RelationshipInsightsFeatureNotEnabledError Relationship Insights feature is not enabled or RI package is not installed
80044300 MissingCrmAuthenticationToken CrmAuthenticationToken is missing.
80044301 IntegratedAuthenticationIsNotAllowed Integrated authentication is not allowed.
80044302 RequestIsNotAuthenticated Request is not authenticated.
80044303 AsyncOperationTypeIsNotRecognized The operation type of the async operation was not recognized.
80044304 FailedToDeserializeAsyncOperationData Failed to deserialize async operation data.
80044305 UserSettingsOverMaxPagingLimit Paging limit over maximum configured value.
80044306 AsyncNetworkError An error occurred while accessing the network.
80044307 AsyncCommunicationError A communication error occurred while processing the async operation.
80044308 MissingCrmAuthenticationTokenOrganizationName Organization Name must be specified in CrmAuthenticationToken.
80044309 SdkNotEnoughPrivilegeToSetCallerOriginToken Caller does not have enough privilege to set CallerOriginToken to the specified value.
8004430A OverRetrievalUpperLimitWithoutPagingCookie Over upper limit of records that can be requested without a paging cookie. A paging cookie is required when retrieving a high page number.
8004430B InvalidAllotmentsOverage Allotment overage is invalid.
8004430C TooManyConditionsInQuery Number of conditions in query exceeded maximum limit.
8004430D TooManyLinkEntitiesInQuery Number of link entities in query exceeded maximum limit.
8004430E TooManyConditionParametersInQuery Number of parameters in a condition exceeded maximum limit.
8004430F InvalidOneToManyRelationshipForRelatedEntitiesQuery An invalid OneToManyRelationship has been specified for RelatedEntitiesQuery. Referenced Entity {0} should be the same as primary entity {1}
80044310 PicklistValueNotUnique The picklist value already exists. Picklist values must be unique.
80044311 UnableToLogOnUserFromUserNameAndPassword The specified user name and password can not logon.
8004431A PicklistValueOutOfRange The picklist value is out of the range.
8004431B WrongNumberOfBooleanOptions Boolean attributes must have exactly two option values.
8004431C BooleanOptionOutOfRange Boolean attribute options must have a value of either 0 or 1.
8004431D CannotAddNewBooleanValue You cannot add an option to a Boolean attribute.
8004431E CannotAddNewStateValue You cannot add state options to a State attribute.
8004431F NoMoreCustomOptionValuesExist All available custom option values have been used.
80044320 InsertOptionValueInvalidType You can add option values only to picklist and status attributes.
80044321 NewStatusRequiresAssociatedState The new status option must have an associated state value.
80044322 NewStatusHasInvalidState The state value that was provided for this new status option does not exist.
80044323 CannotDeleteEnumOptionsFromAttributeType You can delete options only from picklist and status attributes.
80044324 OptionReorderArrayIncorrectLength The array of option values that were provided for reordering does not match the number of options for the attribute.
80044325 ValueMissingInOptionOrderArray The options array is missing a value.
80044327 NavPaneOrderValueNotAllowed The provided nav pane order value is not allowed
80044328 EntityRelationshipRoleCustomLabelsMissing Custom labels must be provided if an entity relationship role has a display option of UseCustomLabels
80044329 NavPaneNotCustomizable The nav pane properties for this relationship are not customizable
8004432A EntityRelationshipSchemaNameRequired Entity relationships require a name
8004432B EntityRelationshipSchemaNameNotUnique A relationship with the specified name already exists. Please specify a unique name.
8004432C CustomReflexiveRelationshipNotAllowedForEntity This entity is not valid for a custom reflexive relationship
8004432D EntityCannotBeChildInCustomRelationship This entity is either not valid as a child in a custom parental relationship or is already a child in a parental relationship
8004432E ReferencedEntityHasLogicalPrimaryNameField This entity has a primary field that is logical and therefore cannot be the referenced entity in a one-to-many relationship
8004432F IntegerValueOutOfRange A validation error occurred. An integer provided is outside of the allowed values for this attribute.
80044330 DecimalValueOutOfRange A validation error occurred. A decimal value provided is outside of the allowed values for this attribute.
80044331 StringLengthTooLong A validation error occurred. A string value provided is too long.
80044332 EntityCannotParticipateInEntityAssociation This entity cannot participate in an entity association
80044333 DataMigrationManagerUnknownProblem The Data Migration Manager encountered an unknown problem and cannot continue. To try again, restart the Data Migration Manager.
80044334 ImportOperationChildFailure One or more of the Import Child Jobs Failed
80044335 AttributeDeprecated Attribute '{0}' on entity '{1}' is deprecated.
80044336 DataMigrationManagerMandatoryUpdatesNotInstalled First-time configuration of the Data Migration Manager has been canceled. You will not be able to use the Data Migration Manager until configuration is completed.
80044337 ReferencedEntityMustHaveLookupView Referenced entities of a relationship must have a lookup view
80044338 ReferencingEntityMustHaveAssociationView Referencing entities of a relationship must have an association view
80044339 CouldNotObtainLockOnResource Database resource lock could not be obtained
80044340 SourceAttributeHeaderTooBig Column headers must be 160 or fewer characters. Fix the column headers, and then run Data Migration Manager again.
80044341 CannotDeleteDefaultStatusOption Default Status options cannot be deleted.
80044342 CannotFindDomainAccount Invalid domain account
80044343 CannotUpdateAppDefaultValueForStateAttribute The default value for a status (statecode) attribute cannot be updated.
80044344 CannotUpdateAppDefaultValueForStatusAttribute The default value for a status reason (statuscode) attribute is not used. The default status reason is set in the associated status (statecode) attribute option.
80044345 InvalidOptionSetSchemaName An OptionSet with the specified name already exists. Please specify a unique name.
80044350 ReferencingEntityCannotBeSolutionAware Referencing entities in a relationship cannot be a component in a solution.
80044351 ErrorInFieldWidthIncrease An error occurred while increasing the field width.
80044352 ExpiredVersionStamp Version stamp associated with the client has expired. Please perform a full sync.
80044353 OrgIdNotDetermined Error. The current organization ID couldn’t be determined
80044354 IncorrectAttributeValueType
80044355 PrimaryNameAttributeNotFound
80044361 SchemaNameMatchesExistingIdentifier
80044362 SchemaNameMatchesReservedSqlKeywords
80044363 SchemaNameisNotUnique
80044364 SchemaNameContainsNonAlphaNumericCharacters
80044365 SchemaNameNotStartwithLetter
80044366 InvalidNamePrefix
80044367 SchemaNameLengthExceedsLimit
800443FF InvalidEntitlementTotalTerms
80044400 IncidentInvalidContractStateForCreate The case can not be created against this contract because of the contract state.
80044401 IncidentMissingContractDetail The contract detail id is missing.
80044402 unManagedidsincidentcontractdetaildoesnotmatchcontract The contract line item is not in the specified contract.
80044403 IncidentContractDoesNotHaveAllotments The contract does not have enough allotments. The case can not be created against this contract.
80044404 unManagedidsincidentinvalidstate Incident state is invalid.
80044405 unManagedidsincidentassociatedactivitycorrupted The activity associated with this case is corrupted.
80044406 unManagedidsincidentinvalidactivitytypecode The activitytypecode is wrong.
80044407 unManagedidsincidentnullactivitytypecode The activitytypecode can't be NULL.
80044408 unManagedidsincidentmissingactivityobjecttype Missing object type code.
80044409 IncidentMissingActivityRegardingObject The incident id is missing.
8004440A unManagedidsincidentcannotclose The incident can not be closed because there are open activities for this incident.
8004440B IncidentInvalidAllotmentType The allotment type for the contract is invalid.
8004440C IncidentNullSpentTimeOrBilled The timespent on the Incident is NULL or IncidentResolution Activity's IsBilled is NULL.
8004440D IncidentInvalidContractLineStateForCreate The case can not be created against this contract line item because the contract line item is cancelled or expired.
8004440E IncidentCannotCancel The incident can not be cancelled because there are open activities for this incident.
8004440F unManagedidsincidentparentaccountandparentcontactpresent You can either specify a parent contact or account, but not both.
80044410 unManagedidsincidentparentaccountandparentcontactnotpresent You should specify a parent contact or account.
80044411 IncidentIsAlreadyClosedOrCancelled Already Closed or Canceled
80044412 ContractDetailDiscountPercent The contract's discount type does not support 'amount' discounts.
80044413 ContractDetailDiscountAmount The contract's discount type does not support 'percentage' discounts.
80044414 ContractDetailDiscountAmountAndPercent Both 'amount' and 'percentage' cannot be set.
80044500 ClientVersionTooLow This version of Outlook client isn't compatible with your Dynamics 365 organization (current version {0} is too low).
80044501 ClientVersionTooHigh This version of Outlook client isn't compatible with your Dynamics 365 organization (current version {0} is too high).
80044502 InsufficientAccessMode User does not have read-write access to the Dynamics 365 organization.
80044503 ClientServerDateTimeMismatch Your computer's date/time is out of sync with the server by more than 5 minutes.
80044504 ClientServerEmailAddressMismatch The Outlook email address and Dynamics 365 user email address do not match.
80044505 FederatedEndpointError The username ADFS endpoint is enabled, which is blocking the intended authentication endpoint from being reached.
80044506 CommunicationBlocked Communication is blocked due to a socket exception.
80044507 UserDoesNotHaveAccessToTheTenant User does not have access to the tenant.
80044508 ConfiguredUserIsDifferentThanSuppliedUser Configured user is different than supplied user.
80044509 OutlookClientConfigActionFailed Dynamics 365 Outlook client configuration action failed.
80044510 CDSOrgNotSupported
80044700 unManagedidscustomizationtransformationnotsupported Transformation is not supported for this object.
80044800 CannotDeleteMetricWithGoals This goal metric is being used by one or more goals and cannot be deleted.
80044801 CannotUpdateRollupAttributeWithClosedGoals The changes made to the roll-up field definition cannot be saved because the related goal metric is being used by one or more closed goals.
80044802 MetricNameAlreadyExists A goal metric with the same name already exists. Specify a different name, and try again.
80044803 CannotUpdateMetricWithGoals The changes made to this record cannot be saved because this goal metric is being used by one or more goals.
80044804 CannotCreateUpdateSourceAttribute Source Attribute Not Valid For Create/Update if Metric Type is Count.
80044805 InvalidDateAttribute Date Attribute specified is not an attribute of Source Entity.
80044806 InvalidSourceEntityAttribute Attribute {0} is not an attribute of Entity {1}.
80044807 GoalAttributeAlreadyMapped The Metric Detail for Specified Goal Attribute already exists.
80044808 InvalidSourceAttributeType Source Attribute Type does not match the Amount Data Type specified.
8004480A MaxLimitForRollupAttribute Only three metric details per metric can be created.
8004480B InvalidGoalAttribute Goal Attribute does not match the specified metric type.
8004480C CannotUpdateParentAndDependents Cannot update metric or period attributes when parent is being updated.
8004480D UserDoesNotHaveSendAsAllowed User does not have send-as privilege
8004480E CannotUpdateQuoteCurrency The currency cannot be changed because this quote has Products associated with it. If you want to change the currency please delete all of the Products and then change the currency or create a new quote with the appropriate currency.
8004480F UserDoesNotHaveSendAsForQueue You do not have sufficient privileges to send e-mail as the selected queue. Contact your system administrator for assistance.
80044810 InvalidSourceStateValue The source state specified for the entity is invalid.
80044811 InvalidSourceStatusValue The source status specified for the entity is invalid.
80044812 InvalidEntityForDateAttribute Entity For Date Attribute can be either source entity or its parent.
80044813 InvalidEntityForRollup The entity {0} is not a valid entity for rollup.
80044814 InvalidFiscalPeriod The fiscal period {0} does not fall in the permitted range of fiscal periods as per organization's fiscal settings.
80044815 InvalidAttributeDataType Attribute data type: {0} is not valid for this entity.
80044816 InvalidAttributeFieldType Attribute field type: {0} is not valid for virtual entity.
80044817 FieldLevelSecurityNotSupported Field level security is not supported for virtual entity.
80044818 EmptySecretInDataSource Data Source secrets are not included in solutions. You'll need to edit your data sources to add secrets back following solution import.
80044820 ManyToManyVirtualEntityNotSupported An N:N relationship between virtual entities is not supported.
80044821 VirtualEntityNotSupportedInMobileOffline
80044822 InvalidQueryForVirtualEntity The query specified is not supported for virtual entity.
80044824 SdkMessageNotImplemented Sdk message is not implemented.
80044826 InvalidDataSourceEndPoint Invalid URI: A fully qualified URI without a query string must be provided.
80044828 InvalidRequestParameter Both name and value should be specified for request parameter.
80044900 CannotUpdateMetricOnChildGoal You cannot update metric on a child goal.
80044901 CannotUpdateGoalPeriodInfoChildGoal You cannot update goal period related attributes on a child goal.
80044902 CannotUpdateMetricOnGoalWithChildren You cannot update metric on a goal which has associated child goals.
80044903 FiscalPeriodGoalMissingInfo For a goal of fiscal period type, the fiscal period attribute must be set.
80044904 CustomPeriodGoalHavingExtraInfo For a goal of custom period type, fiscal year and fiscal period attributes must be left blank.
80044905 ParentChildMetricIdDiffers The metricid of child goal should be same as the parent goal.
80044906 ParentChildPeriodAttributesDiffer The period settings of child goal should be same as the parent goal.
80044907 CustomPeriodGoalMissingInfo For a goal of custom period type, goalstartdate and goalenddate attributes must have data.
80044908 GoalMissingPeriodTypeInfo Goal Period Type needs to be specified when creating a goal. This field cannot be null.
80044909 ParticipatingQueryEntityMismatch The entitytype of participating query should be the same as the entity specified in fetchxml.
80044910 CannotUpdateGoalPeriodInfoClosedGoal You cannot change the time period of this goal because there are one or more closed subordinate goals.
80044911 CannotUpdateRollupFields You cannot write on rollup fields if isoverride is not set to true in your create/update request.
80044A00 unManagedidsattachmentcannotopentempfile Cannot open temporary attachment file.
80044A01 unManagedidsattachmentcannotgetfilesize Cannot get temporary attachment file size.
80044A02 unManagedidsattachmentinvalidfilesize Attachment file size is too big.
80044A03 unManagedidsattachmentcannotreadtempfile Cannot read temporary attachment file.
80044A04 unManagedidsattachmentisempty Attachment is empty.
80044A05 unManagedidsattachmentcannotcreatetempfile Cannot create temporary attachment file.
80044A06 unManagedidsattachmentcannotunmaptempfile Cannot unmap temporary attachment file.
80044A07 unManagedidsattachmentcannottruncatetempfile Cannot truncate temporary attachment file.
80044A08 AttachmentInvalidFileName Attachment file name contains invalid characters.
80044D00 unManagedidscalendarinvalidcalendar The calendar is invalid.
80044F00 AsyncOperationCannotCancel This system job cannot be canceled.
80044F01 AsyncOperationCannotPause This system job cannot be paused.
80044F02 CannotDeleteOrCancelSystemJobs You can't cancel or delete this system job because it's required by the system. You can only pause, resume, or postpone this job.
80045000 HonorPauseWithoutSLAKPIError SLA can be set to honor pause and resume only if Use SLA KPI is set to Yes.
80045001 WorkflowCompileFailure An error has occurred during compilation of the workflow.
80045002 UpdatePublishedWorkflowDefinition Cannot update a published workflow definition.
80045003 UpdateWorkflowActivation Cannot update a workflow activation.
80045004 DeleteWorkflowActivation Cannot delete a workflow activation.
80045005 DeleteWorkflowActivationWorkflowDependency Cannot delete a workflow dependency associated with a workflow activation.
80045006 DeletePublishedWorkflowDefinitionWorkflowDependency Cannot delete a workflow dependency for a published workflow definition.
80045007 UpdateWorkflowActivationWorkflowDependency Cannot update a workflow dependency associated with a workflow activation.
80045008 UpdatePublishedWorkflowDefinitionWorkflowDependency Cannot update a workflow dependency for a published workflow definition.
80045009 CreateWorkflowActivationWorkflowDependency Cannot create a workflow dependency associated with a workflow activation.
8004500A CreatePublishedWorkflowDefinitionWorkflowDependency Cannot create a workflow dependency for a published workflow definition.
8004500B WorkflowPublishedByNonOwner The workflow cannot be published or unpublished by someone who is not its owner.
8004500C PublishedWorkflowOwnershipChange A published workflow can only be assigned to the caller.
8004500D OnlyWorkflowDefinitionOrTemplateCanBePublished Only workflow definition or draft workflow template can be published.
8004500E OnlyWorkflowDefinitionOrTemplateCanBeUnpublished Only workflow definition or workflow template can be unpublished.
8004500F DeleteWorkflowActiveDefinition Cannot delete an active workflow definition.
80045010 WorkflowConditionIncorrectUnaryOperatorFormation Incorrect formation of unary operator.
80045011 WorkflowConditionIncorrectBinaryOperatorFormation Incorrect formation of binary operator.
80045012 WorkflowConditionOperatorNotSupported Condition operator not supported for specified type.
80045013 WorkflowConditionTypeNotSupport Invalid type specified on condition.
80045014 WorkflowValidationFailure Validation failed on the specified workflow.
80045015 PublishedWorkflowLimitForSkuReached This workflow cannot be published because your organization has reached its limit for the number of workflows that can be published at the same time. (There is no limit on the number of draft workflows.) You can publish this workflow by unpublishing a different workflow, or by upgrading your license to a license that supports more workflows.
80045016 NoPrivilegeToPublishWorkflow User does not have sufficient privileges to publish workflows.
80045017 WorkflowSystemPaused Workflow should be paused by system.
80045018 WorkflowPublishNoActivationParameters Automatic workflow cannot be published if no activation parameters have been specified.
80045019 CreateWorkflowDependencyForPublishedTemplate Cannot create a workflow dependency for a published workflow template.
8004501A DeleteActiveWorkflowTemplateDependency Cannot delete workflow dependency from a published workflow template .
8004501B UpdatePublishedWorkflowTemplate Cannot update a published workflow template.
8004501C DeleteWorkflowActiveTemplate Cannot delete an active workflow template.
8004501D CustomActivityInvalid Invalid custom activity.
8004501E PrimaryEntityInvalid Invalid primary entity.
8004501F CannotDeserializeWorkflowInstance Workflow instance cannot be deserialized. A possible reason for this failure is a workflow referencing a custom activity that has been unregistered.
80045020 CannotDeserializeXamlWorkflow Xaml representing workflow cannot be deserialized into a DynamicActivity.
8004502C CannotDeleteCustomEntityUsedInWorkflow Cannot delete entity because it is used in a workflow.
8004502D BulkMailOperationFailed The bulk e-mail job completed with {0} failures. The failures might be caused by missing e-mail addresses or because you do not have permission to send e-mail. To find records with missing e-mail addresses, use Advanced Find. If you need increased e-mail permissions, contact your system administrator.
8004502E WorkflowExpressionOperatorNotSupported Expression operator not supported for specified type.
8004502F ChildWorkflowNotFound This workflow cannot run because one or more child workflows it uses have not been published or have been deleted. Please check the child workflows and try running this workflow again.
80045030 CannotDeleteAttributeUsedInWorkflow This attribute cannot be deleted because it is used in one or more workflows. Cancel any system jobs for workflows that use this attribute, then delete or modify any workflows that use the attribute, and then try to delete the attribute again.
80045031 CannotLocateRecordForWorkflowActivity A record required by this workflow job could not be found.
80045032 PublishWorkflowWhileActingOnBehalfOfAnotherUserError Publishing Workflows while acting on behalf of another user is not allowed.
80045033 CannotDisableInternetMarketingUser You cannot disable the Internet Marketing Partner user. This user does not consume a user license and is not charged to your organization.
80045034 CannotSetWindowsLiveIdForInternetMarketingUser You cannot change the Windows Live ID for the Internet Marketing Partner user. This user does not consume a user license and is not charged to your organization.
80045035 CannotChangeAccessModeForInternetMarketingUser Internet Marketing User is a system user. You cannot change its access mode.
80045036 CannotChangeInvitationStatusForInternetMarketingUser Internet Marketing User is a system user. You cannot change its invitation status.
80045037 UIDataGenerationFailed There was an error generating the UIData from XAML.
80045038 WorkflowReferencesInvalidActivity The workflow definition contains a step that references and invalid custom activity. Remove the invalid references and try again.
80045039 PublishWorkflowWhileImpersonatingError Publishing Workflows while impersonating another user is not allowed.
8004503A ExchangeAutodiscoverError Autodiscover could not find the Exchange Web Services URL for the specified mailbox. Verify that the mailbox address and the credentials provided are correct and that Autodiscover is enabled and has been configured correctly.
80045040 NonCrmUIWorkflowsNotSupported This workflow cannot be created, updated or published because it was created outside the Microsoft Dynamics 365 Web application. Your organization does not allow this type of workflow.
80045041 NotEnoughPrivilegesForXamlWorkflows Not enough privileges to complete the operation. Only the deployment administrator can create or update workflows that are created outside the Microsoft Dynamics 365 Web application.
80045042 WorkflowAutomaticallyDeactivated The original workflow definition has been deactivated and replaced.
80045043 StepAutomaticallyDisabled The original sdkmessageprocessingstep has been disabled and replaced.
80045044 NonCrmUIInteractiveWorkflowNotSupported This interactive workflow cannot be created, updated or published because it was created outside the Microsoft Dynamics 365 Web application.
80045045 WorkflowActivityNotSupported This workflow cannot be created, updated or published because it's referring unsupported workflow step.
80045046 ExecuteNotOnDemandWorkflow Workflow must be marked as on-demand or child workflow.
80045047 ExecuteUnpublishedWorkflow Workflow must be in Published state.
80045048 ChildWorkflowParameterMismatch This workflow cannot run because arguments provided by parent workflow does not match with the specified parameters in linked child workflow. Check the child workflow reference in parent workflow and try running this workflow again.
80045049 InvalidProcessStateData ProcessState is not valid for given ProcessSession instance.
80045050 OutOfScopeSlug The data required to display the next dialog page cannot be found. To resolve this issue, contact the dialog owner or the system administrator.
80045051 CustomWorkflowActivitiesNotSupported Custom Workflow Activities are not enabled.
80045052 CustomOperationNotActivated Process action associated with this process is not activated.
80045053 ProcessActionIsNotActive Process Action should be active to be used on Action Step.
80045054 ProcessActionDoesNotExist Process Action does not exist.
80045055 WorkflowIsNotActive Workflow must be active to be used on Action Step.
80045056 ProcessActionWithInvalidOutputParam Process Action contains a field in output parameter that is unsupported on Action Steps. Refer to {0}.
80045057 ProcessActionWithInvalidInputParam Process Action contains a field in input parameter that is unsupported on Action Steps. Refer to {0}
80045058 ProcessActionWithInvalidInputOutputParam Process Action contains a parameter that is not supported. Name: {0}, type: {1}, direction: {2}.
80045059 WorkflowIsNotOnDemand Workflow must be marked as On Demand.
8004505A UnableToLoadCustomActivity
80045100 unManagedidscalendarruledoesnotexist The calendar rule does not exist.
80045300 MergeCyclicalParentingError Merge could create cyclical parenting.
80045301 MergeSecurityError Merge is not allowed: caller does not have the privilege or access.
80045302 MergeActiveQuoteError Merge cannot be performed on sub-entity that has active quote.
80045303 unManagedidsmergedifferentbizorgerror Merge cannot be performed on entities from different business entity.
80045304 MergeEntityNotActiveError Merge cannot be performed on entity that is inactive.
80045305 MergeEntitiesIdenticalError Merge cannot be performed on master and sub-entities that are identical.
80045316 MergeDifferentlyParentedWarning Merge warning: sub-entity will be differently parented.
80045317 MergeLossOfParentingWarning Merge warning: sub-entity might lose parenting
80045600 unManagedidscascadeinconsistencyerror Cascade map information is inconsistent.
80045601 unManagedidscascadeundefinedrelationerror Relationship type is not supported
80045602 unManagedidscascadeemptylinkerror The relationship link is empty
80045603 unManagedidscascadeunexpectederror Unexpected error occurred in cascading operation
80045900 unManagedidscustomentitynameviolation Supplied entity found, but it is not a custom entity.
80045901 unManagedidscustomentityalreadyinitialized Custom entity interface already initialized on this thread.
80045902 unManagedidscustomentitynotinitialized Custom entity interface was not properly initialized.
80045903 unManagedidscustomentityinvalidownership Custom entity ownership type mask is improperly set.
80045904 unManagedidscustomentitytlsfailure Custom entity MD TLS not initialized.
80045905 unManagedidscustomentitystackoverflow Custom entity MD stack overflow.
80045906 unManagedidscustomentitystackunderflow Custom entity MD stack underflow.
80045907 unManagedidscustomentityexistingloop There is an existing loop in the database.
80045908 unManagedidscustomentitywouldcreateloop This association would create a loop in the database.
80045909 unManagedidscustomentityinvalidchild The supplied child passed in is not a valid entity.
8004590A unManagedidscustomentityinvalidparent The supplied parent passed in is not a valid entity.
8004590B unManagedidscustomentityparentchildidentical The supplied parent and child entities are identical.
8004590C unManagedidscustomentitynorelationship No relationship exists between the requested entities.
8004590D unManagedidscustomentityambiguousrelationship More than one relationship between the requested entities exists.
80045F00 unManagedidscalloutisvexception Callout ISV code throws exception
80045F01 unManagedidscalloutisvabort Callout ISV code aborted the operation
80045F02 unManagedidscalloutisvstop Callout ISV code stopped the operation
80045F03 unManagedidscalloutinvalidconfig Invalid callout configuration
80045F04 unManagedidscalloutinvalidevent Invalid callout event
80045F05 unManagedidsCalloutException Callout code throws exception
80046200 NonMappableEntity NonMappableEntity Error Occurred
80046201 UpdateEntityMap UpdateEntityMap Error Occurred
80046202 SystemEntityMap SystemEntityMap Error Occurred
80046203 InvalidAttributeMap InvalidAttributeMap Error Occurred
80046204 UpdateAttributeMap UpdateAttributeMap Error Occurred
80046205 SystemAttributeMap SystemAttributeMap Error Occurred
80046BA7 InvalidExternalCollectionName The specified External Collection name is not valid.
80046BC0 InvalidExternalName The specified External name is not valid.
80046F8F ExternalNameExists An entity with the specified name already exists for data source - {0}. Please specify a new external name.
80046FFF CannotDeleteLastEmailAttribute You cannot delete this field because the record type has been enabled for e-mail.
80047000 FailedToScheduleActivity Failed to schedule activity.
80047001 RowGuidIsNotValidName rowguid is a reserved name and cannot be used as an identifier
80047002 CannotDeletePrimaryUIAttribute The Primary UI Attribute is not valid for deletion
80047003 InvalidRelationshipDescription The specified relationship cannot be created
80047004 CyclicalRelationship The specified relationship will result in a cycle.
80047006 CannotCreateActivityRelationship Relationship with activities cannot be created through this operation
80047007 MultipleParentsNotSupported An entity can have only one parental relationship
80047008 EntityIsNotCustomizable The specified entity is not customizable
80047009 AttributeIsNotCustomAttribute The specified attribute is not a custom attribute
8004700A RelationshipIsNotCustomRelationship The specified relationship is not a custom relationship
8004700B InvalidSchemaName An entity with the specified name already exists. Please specify a unique name.
8004700C InvalidDisplayName The specified display name is not valid
8004700D InvalidOwnershipTypeMask The specified ownership type mask is not valid for this operation
8004700E InvalidPrimaryFieldType Primary UI Attribute has to be of type String
8004700F InvalidRelationshipType The specified relationship type is not valid for this operation
80047010 DuplicateName An object with the specified name already exists
80047011 DuplicateDisplayName An object with the specified display name already exists.
80047012 DuplicateDisplayCollectionName An object with the specified display collection name already exists.
80047013 DuplicateAttributeSchemaName An attribute with the specified name already exists
80047014 NoAttributesForEntityCreate No attributes for Create Entity action.
80047015 EntityHasNoStateCode Specified entity does not have a statecode.
80047016 CannotDeleteChildAttribute The Child Attribute is not valid for deletion
80047017 SavedQueryIsNotCustomizable The specified view is not customizable
80047018 CannotHaveDuplicateYomi One attribute can be tied to only one yomi at a time
80047019 InvalidLanguageForSolution Solution and Publisher Options are not available since your language does not match system base language.
8004701A InvalidHierarchicalRelationshipChange You can’t change this entity’s hierarchy because the {0} hierarchical relationship can’t be customized.
8004701B InvalidSolutionConfigurationPage The specified configuration page for this solution is invalid.
8004701C SolutionConfigurationPageMustBeHtmlWebResource The solution configuration page must exist within the solution it represents.
8004701D ConfigurationPageNotValidForSolution The solution configuration page must exist within the solution it represents.
8004701E DuplicatePrimaryNameAttribute The new {2} attribute is set as the primary name attribute for the {1} entity. The {1} entity already has the {0} attribute set as the primary name attribute. An entity can only have one primary name attribute.
8004701F InvalidHierarchicalRelationship This relationship is not self-referential and therefore cannot be made hierarchical.
80047020 MissingHierarchicalRelationshipForOperator This query uses a hierarchical operator, but the {0} entity doesn't have a hierarchical relationship.
80047101 InvalidFormatParameters The number of format parameters passed into the input string is incorrect
80047102 CustomParentingSystemNotSupported A custom entity can not have a parental relationship to a system entity
80047103 FailedToGetNetworkServiceName Failed to obtain the localized name for NetworkService account
80048000 ImportInvalidFileError Invalid Import File
80048001 ImportEntityIconError Invalid Icon in the Import File
80048002 ImportEntityCustomResourcesError Invalid Custom Resources in the Import File
80048003 ImportEntityCustomResourcesNewStringError Invalid Entity new string in the Custom Resources
80048004 ImportSavedQueryOtcMismatchError There was an error processing saved queries of the same object type code (unresolvable system collision)
80048005 ImportSavedQueryExistingError The number of format parameters passed into the input string is incorrect
80048006 ImportFieldXmlError The number of format parameters passed into the input string is incorrect
80048007 ImportFormXmlError The number of format parameters passed into the input string is incorrect
80048008 ImportEntityNameMismatchError The number of format parameters passed into the input string is incorrect
80048009 ImportRelationshipRolesError The number of format parameters passed into the input string is incorrect
8004800A ImportRelationshipRoleMapsError The number of format parameters passed into the input string is incorrect
8004800B ImportContractTemplateError There was an error in parsing the contract templates in Import Xml
8004800C ImportEmailTemplateError There was an error in parsing the email templates in Import Xml
8004800D ImportArticleTemplateError There was an error in parsing the article templates in Import Xml
8004800E ImportIsvConfigError There was an error parsing the IsvConfig during Import
8004800F ImportMappingsSystemMapError Import cannot create system attribute mappings
80048010 ImportMappingsMissingEntityMapError This customization file contains a reference to an entity map that does not exist on the target system.
80048011 ImportSiteMapError An error occurred while importing the Site Map.
80048012 ImportPluginTypesError An error occurred while importing plug-in types.
80048013 ImportNonWellFormedFileError Invalid customization file. This file is not well formed.
80048014 ImportEmailTemplatePersonalError E-mail Template was not imported. The Template is a personal template on the target system; import cannot overwrite personal templates.
80048015 InvalidDomainName The domain logon for this user is invalid. Select another domain logon and try again.
80048016 ImportSdkMessagesError An error occurred while importing Sdk Messages.
80048017 ImportRoleError Cannot import security role. The role with specified role id is not updatable or role name is not unique.
80048018 ImportRolePermissionError You do not have the necessary privileges to import security roles.
80048019 ImportOrgSettingsError There was an error parsing the Organization Settings during Import.
8004801A ImportXsdValidationError The import file is invalid. XSD validation failed with the following error: '{0}'. The validation failed at: '...{1} <<<<<ERROR LOCATION>>>>> {2}...'."
8004801B ImportSavedQueryDeletedError A saved query with the same id is marked as deleted in the system. Please first publish the customized entity and import again.
8004801C ImportWrongPublisherError The following managed solution cannot be imported: {0}. The publisher name cannot be changed from {1} to {2}.
8004801D ImportMissingDependenciesError The following solution cannot be imported: {0}. Some dependencies are missing.
8004801E ImportGenericError The import failed. For more information, see the related error messages.
8004801F ImportMissingComponent Cannot add a Root Component {0} of type {1} because it is not in the target system.
80048020 ImportGenericEntitiesError An error occurred while importing generic entities.
80048021 ImportWorkflowError Cannot import workflow definition. The workflow with specified workflow id is not updatable or workflow name is not unique.
80048022 ImportWorkflowAttributeDependencyError Cannot import workflow definition. Required attribute dependency is missing.
80048023 ImportWorkflowEntityDependencyError Cannot import workflow definition. Required entity dependency is missing.
80048024 ImportEntitySystemUserOnPremiseMismatchError The systemuser entity was imported, but customized forms for the entity were not imported. Systemuser entity forms from Microsoft Dynamics 365 Online cannot be imported into on-premises or hosted versions of Microsoft Dynamics 365.
80048025 ImportEntitySystemUserLiveMismatchError The systemuser entity was imported but customized forms for the entity were not imported. Systemuser entity forms from on-premises or hosted versions of Microsoft Dynamics 365 cannot be imported into Microsoft Dynamics 365 Online.
80048026 ImportLanguagesIgnoredError Translated labels for the following languages could not be imported because they have not been enabled for this organization: {0}
80048027 ImportWorkflowNameConflictError Workflow {0} cannot be imported because a workflow with same name and different unique identifier exists in the target system. Change the name of this workflow, and then try again.
80048028 ImportWorkflowPublishedError Workflow {0}({1}) cannot be imported because a workflow with same unique identifier is published on the target system. Unpublish the workflow on the target system before attempting to import this workflow again.
80048029 IsvExtensionsPrivilegeNotPresent To import ISV.Config, your user account must be associated with a security role that includes the ISV Extensions privilege.
8004802A RelationshipNameLengthExceedsLimit Relationship name cannot be more than 50 characters long.
8004802B ImportEmailTemplateErrorMissingFile E-mail Template '{0}' import: The attachment '{1}' was not found in the import zip file.
8004802C ImportInvalidXmlError This solution package cannot be imported because it contains invalid XML. You can attempt to repair the file by manually editing the XML contents using the information found in the schema validation errors, or you can contact your solution provider.
8004802F ImportRelationshipRolesPrivilegeError {0} cannot be imported. The {1} privilege is required to import this component.
80048030 ImportOptionSetsError An error occurred while importing OptionSets.
80048031 ImportRibbonsError An error occurred while importing Ribbons.
80048032 ImportReportsError An error occurred while importing Reports.
80048033 ImportSolutionError An error occurred while importing a Solution.
80048034 ImportDependencySolutionError {0} requires solutions that are not currently installed. Import the following solutions before Importing this one. {1}
80048035 ExportSolutionError An error occurred while exporting a Solution.
80048036 ExportManagedSolutionError An error occurred while exporting a solution. Managed solutions cannot be exported.
80048037 ExportMissingSolutionError An error occurred while exporting a solution. The solution does not exist in this system.
80048038 ImportSolutionManagedError Solution '{0}' already exists in this system as managed and cannot be upgraded.
80048039 ImportOptionSetAttributeError Attribute '{0}' was not imported as it references a non-existing global Option Set ('{1}').
8004803A ImportMissingRootComponentEntry The import has failed because component {0} of type {1} is not declared in the solution file as a root component. To fix this, import again using the XML file that was generated when you exported the solution.
8004803B UnmanagedComponentParentsManagedComponent Found {0} dependency records where unmanaged component is the parent of a managed component. First record (dependentcomponentobjectid = {1}, type = {2}, requiredcomponentobjectid = {3}, type= {4}, solution = {5}).
80048040 ImportSolutionManagedToUnmanagedMismatch The solution is already installed on this system as an unmanaged solution and the package supplied is attempting to install it in managed mode. Import can only update solutions when the modes match. Uninstall the current solution and try again.
80048041 ImportSolutionUnmanagedToManagedMismatch The solution is already installed on this system as a managed solution and the package supplied is attempting to install it in unmanaged mode. Import can only update solutions when the modes match. Uninstall the current solution and try again.
80048042 ImportSolutionIsvConfigWarning ISV Config was overwritten.
80048043 ImportSolutionSiteMapWarning SiteMap was overwritten.
80048044 ImportSolutionOrganizationSettingsWarning Organization settings were overwritten.
80048045 ImportExportDeprecatedError This message is no longer available. Please consult the SDK for alternative messages.
80048046 ImportSystemSolutionError System solution cannot be imported.
80048047 ImportTranslationMissingSolutionError An error occurred while importing the translations. The solution associated with the translations does not exist in this system.
80048048 ExportDefaultAsPackagedError The default solution cannot be exported as a package.
80048049 ImportDefaultAsPackageError The package supplied for the default solution is trying to install it in managed mode. The default solution cannot be managed. In the XML for the default solution, set the Managed value back to "false" and try to import the solution again.
80048052 InvalidSharePointSiteCollectionUrl The URL must conform to the http or https schema.
80048053 InvalidSiteRelativeUrlFormat The relative url contains invalid characters. Please use a different name. Valid relative url names cannot end with the following strings: .aspx, .ashx, .asmx, .svc , cannot begin or end with a dot or /, cannot contain consecutive dots or / and cannot contain any of the following characters: ~ " # % & * : < > ? / { | }.
80048054 InvalidRelativeUrlFormat The relative url contains invalid characters. Please use a different name. Valid relative url names cannot ends with the following strings: .aspx, .ashx, .asmx, .svc , cannot begin or end with a dot, cannot contain consecutive dots and cannot contain any of the following characters: ~ " # % & * : < > ? / / { | }.
80048055 InvalidAbsoluteUrlFormat The absolute url contains invalid characters. Please use a different name. Valid absolute url cannot ends with the following strings: .aspx, .ashx, .asmx, .svc
80048056 InvalidUrlConsecutiveSlashes The Url contains consecutive slashes which is not allowed.
80048057 SharePointRecordWithDuplicateUrl There is already a record with the same Url.
80048060 ImportCustomizationsBadZipFileError The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, customizations.xml, and [Content_Types].xml. Customization files exported from previous versions of Microsoft Dynamics 365 are not supported.
80048061 ImportTranslationsBadZipFileError The translation file is invalid. The compressed file must contain the following files at its root: {0}, [Content_Types].xml.
80048062 ImportAttributeNameError Invalid name for attribute {0}. Custom attribute names must start with a valid customization prefix. The prefix for a solution component should match the prefix that is specified for the publisher of the solution.
80048063 ImportFieldSecurityProfileIsSecuredMissingError Some field security permissions could not be imported because the following fields are not securable: {0}.
80048064 ImportFieldSecurityProfileAttributesMissingError Some field security permissions could not be imported because the following fields are not in the system: {0}.
80048065 ImportFileSignatureInvalid The import file has an invalid digital signature.
80048066 ImportSolutionPackageNotValid The solution package you are importing was generated on a version of Microsoft Dynamics 365 that cannot be imported into this system. Package Version: {0} {1}, System Version: {2} {3}.
80048067 ImportSolutionPackageNeedsUpgrade The solution package you are importing was generated on a different version of Microsoft Dynamics 365. The system will attempt to transform the package prior to import. Package Version: {0} {1}, System Version: {2} {3}.
80048068 ImportSolutionPackageInvalidSolutionPackageVersion You can only import solutions with a package version of {0} or earlier into this organization. Also, you can't import any solutions into this organization that were exported from Microsoft Dynamics 365 2011 or earlier.
80048069 ImportSolutionPackageRequiresOptInAvailable Some components in the solution package you are importing require opt in. Opt in is available, please consult your administrator.
8004806A ImportSolutionPackageRequiresOptInNotAvailable The solution package you are importing was generated on a SKU of Microsoft Dynamics 365 that supports opt in. It cannot be imported in your system.
8004806B ImportSolutionPackageInvalidSku
80048070 DefaultSiteMapDeleteFailure Cannot delete default site map.
80048071 ImportNewPluginTypesError Existing plug-in types have been removed. Please update major or minor verion of plug-in assembly.
80048095 InvalidUserName You must enter the user name in the format <name>@<domain>. Correct the format and try again.
80048101 CascadeInvalidExtraConditionValue Invalid Extra-condition value
80048102 CascadeInvalidLinkType Invalid CascadeLink Type
80048103 CascadeDeleteNotAllowDelete Object is not allowed to be deleted
80048104 CascadeRemoveLinkOnNonNullable CascadeDelete is defined as RemoveLink while the foreign key is not nullable
80048106 CascadeMergeInvalidSpecialColumn Invalid Column Name for Merge Special Casing
80048107 CascadeReparentOnNonUserOwned Cannot perform Cascade Reparent on Non-UserOwned entities
80048108 CascadeFailToCreateNativeDAWrapper Failed to create unmanaged data access wrapper
80048109 CascadeProxyInvalidNativeDAPtr Invalid pointer of unmanaged data access object
8004810A CascadeProxyInvalidPrincipalType Invalid security principal type
8004810B CascadeProxyEmptyCallerId Empty Caller Id
8004810C ImportDuplicateEntity This import has failed because a different entity with the identical name, {0}, already exists in the target organization.
80048149 SharePointAbsoluteAndRelativeUrlEmpty Both absolute URL and relative URL cannot be null.
80048200 MultipleRelationshipsNotSupported Multiple relationships are not supported
80048201 CustomerRelationshipExists Customer relationship already exists.
80048202 CustomerOpportunityRoleExists Customer opportunity role exists.
80048203 InvalidDeleteModification A system relationship's delete cascading action cannot be modified.
80048204 InvalidCascadeLinkType The cascade link type is not valid for the cascade action.
80048205 ExistingParentalRelationship A parental relationship already exists.
80048206 DecoupleChildEntity Cannot decouple a child entity.
80048207 DecoupleUserOwnedEntity Can only decouple user owned entities.
80048208 ConnectionExists Connection already exists.
80048209 ConnectionInvalidStartEndDate Start date / end date is invalid.
80048210 ConnectionObjectsMissing Both objects being connected are missing.
80048213 ConnectionNotSupported The selected record does not support connections. You cannot add the connection.
80048214 ConnectionCannotBeEnabledOnThisEntity Connections cannot be enabled on this entity
80048215 ConnectionRoleNotValidForObjectType The record type {0} is not defined for use with the connection role {1}.
80048216 UnrelatedConnectionRoles The connection roles are not related.
80048217 CannotConnectToSelf Cannot connect a record to itself.
80048218 BothConnectionSidesAreNeeded You must provide a name or select a role for both sides of this connection.
80048292 SrsDataConnectorNotInstalledUpload This report can’t upload because Dynamics 365 Reporting Extensions, required components for reporting, are not installed on the server that is running Microsoft SQL Server Reporting Services.
80048293 ReportRdlSandboxing Report upload failed due to RDL Sandboxing limitations on the Report Server.
80048294 ReportUploadDisabled Reporting Services reports cannot be uploaded. If you want to create a new report, please use the Report Wizard.
80048295 ReportTypeBlocked The report is not a valid type. It cannot be uploaded or downloaded.
80048296 ReportFileZeroLength You have uploaded an empty file. Please select a new file and try again.
80048297 ReportFileTooBig The file is too large and cannot be uploaded. Please reduce the size of the file and try again.
80048298 ErrorUploadingReport An error occurred while trying to add the report to Microsoft Dynamics 365. Try adding the report again. If this problem persists, contact your system administrator.
80048299 ReportNotAvailable Report not available
80048300 ReportServerUnknownException Unknown exception thrown by report server
80048301 ReportServerInvalidUrl Cannot contact report server from given URL
80048302 ReportServerNoPrivilege Not enough privilege to configure report server
80048303 ReportServerVersionLow Report server does not meet the minimal version requirement
80048304 BulkMailServiceNotAccessible The Microsoft Dynamics 365 Bulk E-Mail Service is not running.
80048305 TeamNameTooLong The specified name for the team is too long.
80048306 unManagedIdsAccessDenied Not enough privilege to access the Microsoft Dynamics 365 object or perform the requested operation.
80048307 CannotDeleteDefaultTeam The default business unit team can't be deleted.
80048308 CannotSetParentDefaultTeam The default business unit team parent can't be set.
80048309 ReportServerSP2HotFixNotApplied Report server SP2 Workgroup does not have the hotfix for role creation
8004830A CannotUpdateNameDefaultTeam The default business unit team name can't be updated.
8004830B CannotAddMembersToDefaultTeam Can't add members to the default business unit team.
8004830C CannotRemoveMembersFromDefaultTeam Can't remove members from the default business unit team.
8004830D DataSourceProhibited A non fetch based data source is not permitted on this report
8004830E CannotDeleteTeamOwningRecords Can't delete a team which owns records. Reassign the records and try again.
8004830F EntityIsIntersect The specified entity is intersect entity
80048310 ReportLocalProcessingError Error occurred while viewing locally processed report. ReportId:{0}
80048311 ReportMissingDataSourceCredentialsError Credentials have not been supplied for a data source used by the report. ReportId:{0}
80048312 ReportMissingDataSourceError A data source expected by the report has not been supplied. ReportId:{0}
80048313 ReportMissingEndpointError The SOAP endpoint used by the ReportViewer control could not be accessed.
80048314 ReportMissingParameterError A parameter expected by the report has not been supplied. ReportId:{0}
80048315 ReportMissingReportSourceError No source has been specified for the report. ReportId:{0}
80048316 ReportSecurityError The report contains a security violation. ReportId:{0}
80048317 RSDeleteItemError Error occurred while deleting an item from the report server.
80048318 RSFindItemsError Error occurred while finding an item on the report server.
80048319 RSSetDataSourceContentsError Error occurred while setting the data source contents.
8004831A RSGetDataSourceContentsError Error occurred while getting the data source contents.
8004831B RSListExtensionsError Error occurred while fetching the list of data extensions installed on the report server.
8004831C RSCancelBatchError Error occurred while canceling the batch operation.
8004831D RSExecuteBatchError Error occurred while performing the batch operation.
8004831E RSGetReportHistoryLimitError Error occurred while fetching the number of snapshots stored for the report.
8004831F RSListReportHistoryError Error occurred while fetching the report history snapshots.
80048320 RSCreateBatchError Error occurred while creating a batch operation.
80048321 RSGetItemDataSourcesError Error occurred while fetching current data sources.
80048322 RSSetItemDataSourcesError Error occurred while setting the data source.
80048323 RSGetReportParametersError Error occurred while getting report parameters.
80048324 RSSetReportParametersError Error occurred while setting report parameters.
80048325 RSSetExecutionOptionsError Error occurred while setting execution options.
80048326 RSSetReportHistoryOptionsError Error occurred while setting report history snapshot options.
80048327 RSSetReportHistoryLimitError Error occurred while setting report history snapshot limit.
80048328 RSUpdateReportExecutionSnapshotError Error occurred while taking snapshot of a report.
80048329 RSReportParameterTypeMismatchError The parameter type of the report is not valid.
8004832A RSSetPropertiesError Error occurred while setting property values for the report.
8004832B RSGetItemTypeError Error occurred while fetching the report.
8004832C ReportViewerError An error occurred during report rendering. ReportId:{0}
8004832D ConvertReportToCrmError An unexpected error occurred while converting supplied report to Dynamics 365 format.
8004832E ConvertFetchDataSetError An unexpected error occurred while processing the Fetch data set.
8004832F ReportParentChildNotCustomizable The report could not be updated because either the parent report or the child report is not customizable.
80048330 RSMoveItemError Cannot move report item {0} to {1}
80048331 CannotAssignRolesOrProfilesToAccessTeam Cannot assign roles or profiles to an access team.
80048332 TooManyEntitiesEnabledForAutoCreatedAccessTeams Too many entities enabled for auto created access teams.
80048333 TooManyTeamTemplatesForEntityAccessTeams Too many team templates for auto created access teams for this entity.
80048334 EntityNotEnabledForAutoCreatedAccessTeams This entity is not enabled for auto created access teams.
80048335 InvalidAccessMaskForTeamTemplate Invalid access mask is specified for team template.
80048336 CannotChangeTeamTypeDueToRoleOrProfile You cannot modify the type of the team because there are security roles or field security profiles assigned to the team.
80048337 CannotChangeTeamTypeDueToOwnership You cannot modify the type of the team because there are records owned by the team.
80048338 CannotDisableAutoCreateAccessTeams You cannot disable the auto create access team setting while there are associated team templates.
80048339 CannotShareSystemManagedTeam You can't share or unshare a record with a system-generated access team.
80048340 CannotAssignToAccessTeam You cannot assign a record to the access team. You can assign a record to the owner team.
80048341 DuplicateSalesTeamMember The user you're trying to add is already a member of the sales team.
80048342 TargetUserInsufficientPrivileges The user can't be added to the team because the user doesn't have the "{0}" privilege.
80048343 CannotDisableOrDeletePositionDueToAssociatedUsers This position can’t be deleted until all associated users are removed from this position.
80048344 CannotCreateOrEnablePositionDueToParentPositionIsDisabled A child position cannot be created/enabled under a disabled parent position.
80048345 InsufficientPrivilegesSupportUser
80048346 InvalidPrincipalType
80048347 InvalidAccessRightsPassed
80048348 InvalidPrincipalId
80048400 CheckPrivilegeGroupForUserOnSplaError Please select a Dynamics 365 System Administrator account that belongs to the root business unit and try again.
80048401 CheckPrivilegeGroupForUserOnPremiseError Please select an account that is a member of the PrivUserGroup security group and try again.
80048402 OptionValuePrefixOutOfRange CustomizationOptionValuePrefix must be a number between {0} and {1}
80048403 InvalidOptionSetOperation Invalid OptionSet
80048404 CannotDeleteOptionSet The selected OptionSet cannot be deleted
80048405 AccessDenied Access is denied.
80048406 FormDoesNotExist Form doesn't exist
80048407 SyncToMsdeFailure Failed to start or connect to the offline mode MSDE database.
80048408 InvalidStateCodeStatusCode State code is invalid or state code is valid but status code is invalid for a specified state code.
80048409 InvalidOptionSetNameChange
80048410 DuplicateCheckNotSupportedOnEntity Duplicate detection is not supported on this record type.
80048412 DuplicateCheckNotEnabled Duplicate detection is not enabled. To enable duplicate detection, click Settings, click Data Management, and then click Duplicate Detection Settings.
80048413 CannotPublishInactiveRule The selected duplicate detection rule is marked as Inactive. Before publishing, you must activate the rule.
80048414 CannotPublishEmptyRule No criteria have been specified. Add criteria, and then publish the duplicate detection rule.
80048415 InvalidOperatorCode The operator is not valid or it is not supported.
80048416 InvalidEntityName The record type does not match the base record type and the matching record type of the duplicate detection rule.
80048417 CannotDeleteInUseOptionSet This option set cannot be deleted. The current set of entities that reference this option set are: {0}. These references must be removed before this option set can be deleted
80048418 CannotDeleteInUseAttribute The selected attribute cannot be deleted because it is referenced by one or more duplicate detection rules that are being published.
80048419 CannotPublishMoreRules The selected record type already has the maximum number of published rules. Unpublish or delete existing rules for this record type, and then try again.
8004841A MaximumNumberOfAttributesForEntityReached The maximum number of attributes allowed for an entity has already been reached. The attribute cannot be created.
80048420 CannotDeleteInUseEntity The selected entity cannot be deleted because it is referenced by one or more duplicate detection rules that are in process of being published.
80048421 CannotEnableDuplicateDetection Duplicate detection cannot be enabled because one or more rules are being published.
80048422 BulkDetectInvalidEmailRecipient The e-mail recipient either does not exist or the e-mail address for the e-mail recipient is not valid.
80048423 RulesInInconsistentStateFound One or more rules cannot be unpublished, either because they are in the process of being published, or are in a state where they cannot be unpublished.
80048424 DuplicateDetectionTemplateNotFound Microsoft Dynamics 365 could not retrieve the e-mail notification template.
80048425 NoncompliantXml The input XML does not comply with the XML schema.
80048426 NotAWellFormedXml The input XML is not well-formed XML.
80048427 ImportMappingsInvalidIdSpecified The XML file has one or more invalid IDs. The specified ID cannot be used as a unique identifier.
80048428 CannotDeleteUpdateInUseRule The duplicate detection rule is currently in use and cannot be updated or deleted. Please try again later.
80048429 MaxMatchCodeLengthExceeded The rule condition cannot be created or updated because it would cause the matchcode length to exceed the maximum limit.
80048430 DuplicateDetectionNotSupportedOnAttributeType The rule condition cannot be created or updated because duplicate detection is not supported on the data type of the selected attribute.
80048431 EntityDupCheckNotSupportedSystemWide Duplicate detection is not enabled for one or more of the selected entities. The duplicate detection job cannot be started.
80048432 CannotDeleteSystemEmailTemplate System e-mail templates cannot be deleted.
80048433 RuleNotFound No rules were found that match the criteria.
80048434 RuleAlreadyPublishing The selected duplicate detection rule is already being published.
80048435 BulkDeleteRecordDeletionFailure The record cannot be deleted.
80048436 NoPublishedDuplicateDetectionRules There are no published duplicate detection rules in the system. To run duplicate detection, you must create and publish one or more rules.
80048437 FileReadError There was an error reading the file from the file system. Make sure you have read permission for this file, and then try migrating the file again.
80048438 InvalidAttributeMapping One or more attribute mappings is invalid.
80048439 MultipleFilesFound The attachment file name is not unique.
80048440 FileNotFound The attachment file was not found.
80048441 InvalidWordXmlFile Only Microsoft Word xml format files can be uploaded.
80048442 NoEntitiesForBulkDelete The Bulk Delete Wizard cannot be opened because there are no valid entities for deletion.
80048443 DuplicateMapName A data map with the specified name already exists.
80048444 CannotRevokeAccessToAddressBookFilters Cannot revoke access for address book filters
80048445 CannotModifyAccessToAddressBookFilters Cannot modify access for address book filters
80048446 CannotGrantAccessToAddressBookFilters Cannot grant access to address book filters
80048447 CannotCreateAddressBookFilters Cannot create address book filters
80048448 CannotAssignAddressBookFilters Cannot assign address book filters
80048449 DuplicateOfflineFilter You can create only one local data group for each record type.
80048450 OfflineFilterNestedDateTimeOR You cannot use nested date time conditions within an OR clause in a local data group.
80048451 OfflineFilterParentDownloaded You cannot use the Parent Downloaded condition in a local data group.
80048453 DistributeListAssociatedVary This campaign activity cannot be distributed. Mail merge activities can be done only on marketing lists that are all the same record type. For this campaign activity, remove marketing lists so that the remaining ones are the same record type, and then try again.
80048454 DistributeNoListAssociated This campaign activity cannot be distributed. No marketing lists are associated with it. Add at least one marketing list and try again.
80048455 ErrorsInWorkflowDefinition The selected workflow has errors and cannot be published. Please open the workflow, remove the errors and try again.
80048456 ImportMailMergeTemplateError There was an error in parsing the mail merge templates in Import Xml
80048457 JobNameIsEmptyOrNull Job Name can not be null or empty.
80048458 CannotRemoveNonListMember Specified Item not a member of the specified List.
80048459 BulkDeleteChildFailure One of the Bulk Delete Child Jobs Failed
80048460 TargetEntityNotMapped Target Entity Name not defined for source:{0} file.
80048462 CannotDisableDuplicateDetection Duplicate detection cannot be disabled because a duplicate detection job is currently in progress. Try again later.
80048463 TransformationResumeNotSupported The resume/retry of Transformation job of Import is not supported.
80048464 PreviousOperationNotComplete An operation on which this operation depends did not complete successfully.
80048465 ImportMapInUse One or more of the selected data maps cannot be deleted because it is currently used in a data import.
80048467 RelationshipRoleMismatch The relationship role name {0} does not match either expected entity name of {1} or {2}.
80048468 AssociationRoleOrdinalInvalid The association role ordinal is not valid - it must be 1 or 2.
80048469 RelationshipRoleNodeNumberInvalid There must be two entity relationship role nodes when creating a new many-to-many entity relationship.
80048470 RefEntityRelationshipRoleRequired The entity relationship role of the referencing entity is required when creating a new one-to-many entity relationship.
80048471 UIDataMissingInWorkflow The workflow does not contain UIData.
80048472 ImportNotComplete One or more imports are not in completed state. Imported records can only be deleted from completed jobs. Wait until job completes, and then try again.
80048473 MissingOrInvalidRedirectId The RedirId parameter is missing for the partner redirect.
80048474 CopyNotAllowedForInternetMarketing Duplicating campaigns that have Internet Marketing Campaign Activities is not allowed
80048475 TemplateNotAllowedForInternetMarketing Creating Templates with Internet Marketing Campaign Activities is not allowed
80048476 InvalidWebToLeadRedirect The redirectto is invalid for web2lead redirect.
80048477 MissingWebToLeadRedirect The redirectto is missing for web2lead redirect.
80048478 ParentRecordAlreadyExists This record cannot be added because it already has a parent record.
80048479 CannotUpdateOpportunityCurrency The currency cannot be changed because this opportunity has Products Quotes, and/ or Orders associated with it. If you want to change the currency please delete all of the Products/quotes/orders and then change the currency or create a new opportunity with the appropriate currency.
8004847A ImportTemplateLanguageIgnored You cannot import this template because its language is not enabled in your Microsoft Dynamics 365 organization.
8004847B ImportTemplatePersonalIgnored You cannot import this template because it is set as "personal" in your Microsoft Dynamics 365 organization.
8004847C ImportComponentDeletedIgnored You cannot update this component because it does not exist in this Microsoft Dynamics 365 organization.
8004847D CustomerRelationshipCannotBeDeleted This relationship {1} is required by the {0} attribute and can't be deleted. To delete this relationship, first delete the lookup attribute.
80048480 ImportMailMergeTemplateEntityMissingError The {0} mail merge template was not imported because the {1} entity associated with this template is not in the target system.
80048481 InvalidLookupMapNode The lookup entity provided is not valid for the given target attribute.
80048482 InvalidZipFileForImport The selected compressed (.zip) file contains files that can't be imported. A .zip file can contain only .xlsx, .csv, or .xml files.
80048483 ErrorInUnzip An error occurred while extracting the uploaded compressed (.zip) or .cab file. Make sure that the file isn't password protected, and try uploading the file again. If this problem persists, contact your system administrator.
80048484 DuplicateFileNamesInZip Two or more files have the same name. File names must be unique.
80048485 ZipFileHasMixOfCsvAndXmlFiles The compressed (.zip) file that you're trying to upload contains more than one type of file. The file can contain either Excel (.xlsx) files, comma-delimited (.csv) files or XML Spreadsheet 2003 (.xml) files, but not a combination of file types.
80048486 EmptyFilesInZip One or more files in the compressed (.zip) or .cab file don't contain data. Check the files and try again.
80048487 EmptyFileForImport The selected file contains no data.
80048488 InvalidZipFileFormat The file that you're trying to upload isn't a valid file. Check the file and try again.
80048489 ZipInsideZip The compressed (.zip) file that you are trying to upload contains another .zip file within it.
80048490 InvalidAttachmentsFolder The compressed (.zip) file can't be uploaded because the folder "Attachments" contains one or more subfolders. Remove the subfolders and try again.
80048491 VeryLargeFileInZipImport One of the files in the compressed (.zip) or .cab file that you're trying to import exceeds the size limit.
80048492 TooManyPicklistValues Number of distinct picklist values exceed the limit.
80048493 AttachmentNotFound The reference to the attachment couldn't be found.
80048494 UnzipProcessCountLimitReached Cannot start a new process to unzip.
80048495 UnsupportedZipFileForImport The compressed (.zip) or .cab file couldn't be uploaded because the file is corrupted or doesn't contain valid importable files.
80048496 UnzipTimeout Timeout happened in unzipping the zip file uploaded for import.
80048497 ErrorInStoringImportFile An error occurred while storing the import file in database.
80048498 InvalidMultipleMapping A source field is mapped to more than one Dynamics 365 fields of lookup/picklist type.
80048499 MaxUnzipFolderSizeExceeded The selected compressed (.zip) file can't be unzipped because it's too large.
80048500 TargetAttributeInvalidForIgnore Target attribute name should be empty when the processcode is ignore.
80048501 ActivityEntityCannotBeActivityParty An activity entity cannot be also an activity party
80048502 IncorrectSingleFileMultipleEntityMap There should be two or more Entity Mappings defined when EntitiesPerFile in ImportMap is set to Multiple
80048503 ErrorInUnzipAlternate An error occurred while the uploaded compressed (.zip) file was being extracted. Try to upload the file again. If the problem persists, contact your system administrator.
80048505 MaximumNumberHandlersExceeded This solution adds form event handlers so the number of event handlers for a form event exceeds the maximum number.
80048506 InsufficientTransformationParameters Insufficient parameters to execute transformation mapping.
80048507 InvalidTransformationParametersGeneric The transformation parameter: {0} has an invalid input value: {1}. The parameter must be of type: {2}.
80048508 InvalidTransformationParameterString The transformation parameter: {0} has an invalid input value: {1}. The parameter must be a string that is not empty.
80048509 InvalidTransformationParameterZeroToRange The transformation parameter: {0} has an invalid input value: {1}. The parameter value must be greater than 0 and less than the length of the parameter 1.
80048510 InvalidTransformationParameterOutsideRange The transformation parameter: {0} has an invalid input value: {1}. The parameter is out of the permissible range: {2}.
80048511 InvalidTransformationParameterEmptyCollection The transformation parameter: {0} has an invalid input value length: {1}. The parameter length cannot be an empty collection.
80048512 InvalidTransformationParameterOutsideRangeGeneric One or more input transformation parameter values are outside the permissible range: {0}.
80048513 UnknownInvalidTransformationParameterGeneric One or more input transformation parameter values are invalid: {0}.
80048514 InvalidOrgDBOrgSetting Invalid Organization Setting passed in. Please check the datatype and pass in an appropriate value.
80048515 CannotUpdateOrgDBOrgSettingWhenOffline Organization Settings stored in Organization Database cannot be set when offline.
80048516 InvalidAuth Organization Authentication does not match the current discovery service Role.
80048518 SqlEncryption There was an error in Data Encryption.
80048519 SqlEncryptionDatabaseMasterKeyDoesNotExist Database Master Key does not exist in the database.
8004851A SqlEncryptionCannotOpenSymmetricKeyBecauseDatabaseMasterKeyDoesNotExistOrIsNotOpened Cannot open Symmetric Key because Database Master Key does not exist in the database or is not opened.
8004851B SqlEncryptionCreateDatabaseMasterKeyError Cannot create Database Master Key because already exists.
8004851C SqlEncryptionDeleteDatabaseMasterKeyError Cannot delete Database Master Key because it does not exist.
8004851D SqlEncryptionCertificateDoesNotExist Certificate with Name='{0}' does not exist in the database.
8004851E SqlEncryptionCreateCertificateError Cannot create Certificate with Name='{0}' because it already exists.
8004851F SqlEncryptionDeleteCertificateError Cannot delete Certificate with Name='{0}' because it does not exist.
80048520 SqlEncryptionSymmetricKeyDoesNotExist Symmetric Key with Name='{0}' does not exist in the database.
80048521 SqlEncryptionCreateSymmetricKeyError Cannot create Symmetric Key with Name='{0}' because it already exists.
80048522 SqlEncryptionDeleteSymmetricKeyError Cannot delete Symmetric Key with Name='{0}' because it does not exist.
80048523 SqlEncryptionEncryptionDecryptionTestError Error while testing data encryption and decryption.
80048524 SqlEncryptionKeyCannotDecryptExistingData Cannot decrypt existing encrypted data (Entity='{0}', Attribute='{1}') using the current encryption key. Use 'activate' encryption key to set the correct encryption key.
80048525 SqlEncryptionIsActiveCannotRestoreEncryptionKey Cannot perform 'activate' encryption key because the encryption key is already set and is working. Use 'change' encryption key instead.
80048526 SqlEncryptionDeleteEncryptionKeyError Cannot delete the encryption key.
80048527 SqlEncryptionIsInactiveCannotChangeEncryptionKey Cannot perform 'change' encryption key because the encryption key is not already set or is not working. First use 'activate' encryption key instead to set the correct current encryption key and then use 'change' encryption if you want to re-encrypt data using a new encryption key.
80048528 SqlEncryptionEncryptionKeyValidationError The new encryption key does not meet the strong encryption key requirements. The key must be between 10 and 100 characters in length, and must have at least one numeral, at least one letter, and one symbol or special character. {0}
80048529 SqlEncryptionChangeEncryptionKeyExceededQuotaForTheInterval 'Change' encryption key has already been executed {0} times in the last {1} minutes. Please wait a couple of minutes and then try again.
8004852A SqlEncryptionSetEncryptionKeyIsAlreadyRunningCannotRunItInParallel The system is currently running a request to 'change' or 'activate' the encryption key. Please wait before making another request.
8004852B SqlEncryptionRestoreEncryptionKeyCannotDecryptExistingData Cannot perform 'activate' because the encryption key doesn’t match the original encryption key that was used to encrypt the data.
8004852C CannotExecuteRequestBecauseHttpsIsRequired HTTPS protocol is required for this type of request, please enable HTTPS protocol and try again.
8004852D SqlEncryptionSymmetricKeySourceDoesNotExistInConfigDB Encryption Symmetric Key Source does not exist in Config DB.
8004852E SqlEncryptionSymmetricKeyPasswordDoesNotExistInConfigDB Encryption Symmetric Key password does not exist in Config DB.
8004852F SqlEncryptionSymmetricKeyDoesNotExistOrNoPermission Cannot open encryption Symmetric Key because it does not exist in the database or user does not have permission.
80048530 SqlEncryptionSymmetricKeyCannotOpenBecauseWrongPassword Cannot open encryption Symmetric Key because the password is wrong.
80048531 CustomImageAttributeOnlyAllowedOnCustomEntity A custom image attribute can only be added to a custom entity.
80048532 OnPremiseRestoreOrganizationManifestFailed Failed to restore Organization's configdb state from manifest
80048533 InvalidManifestFilePath Failed to locate the manifest file in the specified location
80048534 ManifestParsingFailure Failed to parse the specified manifest file to retrieve OrganizationId
80048535 ErrorsInSlaWorkflowActivation You can't activate this service level agreement (SLA). You don't have the required permissions on the record types that are referenced by this SLA.
80048536 SubcomponentMissingARoot Subcomponent {0} cannot be added to the solution because the root component {1} is missing.
80048537 SubcomponentDoesNotExist Subcomponent {0} of type {1} is not found in the organization, it can not be added to the SolutionComponents.
80048538 CannotModifyPatchedSolution Cannot modify solution because it has the following patches: {0}.
80048539 CloneSolutionException Operation on clone solution failed.
8004853A QuickFindSavedQueryAlreadyExists Only one quickfind saved query can exist for an entity. There already exists a quick-find saved query for entity with objecttypecode: {0}
8004853B SolutionUpgradeNotAvailable The {0} solution doesn’t have an upgrade that is ready to be applied.
8004853C SolutionUpgradeWrongSolutionSelected To use this action, you must first select the old solution and then try again.
80048540 PatchMissingBase You can't import the patch ({0}) for the solution ({1}) because the solution isn't present. The operation has been canceled.
80048541 LowerVersionUpgrade The import solution must have a higher version than the existing solution it is upgrading.
80048542 VersionedRowNotFoundInTempDB
80048543 SolutionImportCauseTimeout
80048544 DataEngineQueryThrottling
80048837 FileInUse Could not read the file because another application is using the file.
80048838 ViewForDuplicateDetectionNotDefined Required view for viewing duplicates of an entity not defined.
80048CEA CurrencyNotEqual The currency of the {0} does not match the currency of the {1}.
80048CEB BaseCurrencyUnderflow The exchange rate set for the currency specified in this record has generated a value for {0} that is smaller than the minimum allowed for the base currency ({1}).
80048CEC BaseCurrencyOverflow The exchange rate set for the currency specified in this record has generated a value for {0} that is larger than the maximum allowed for the base currency ({1}).
80048CED SalesOrderAndInvoiceCurrencyNotEqual The currency of the record does not match the currency of the price list.
80048CEE QuoteAndSalesOrderCurrencyNotEqual The currency of the record does not match the currency of the price list.
80048CEF RecordAndOpportunityCurrencyNotEqual The currency of the record does not match the currency of the price list.
80048CF1 PercentageDiscountCannotHaveCurrency Currency cannot be set when discount type is percentage.
80048CF2 InvalidIsoCurrencyCode Invalid ISO currency code.
80048CF3 DuplicateIsoCurrencyCode Cannot insert duplicate currency record. Currency with the same currency code already exist in the system.
80048CF4 BaseCurrencyCannotBeDeactivated The base currency cannot be deactivated.
80048CF5 ExchangeRateOfBaseCurrencyNotUpdatable The exchange rate of the base currency cannot be modified.
80048CF6 RecordAndPricelistCurrencyNotEqual The currency of the record does not match the currency of the price list.
80048CF7 CurrencyRequiredForDiscountTypeAmount The currency cannot be null for discount type amount.
80048CF8 DiscountTypeAndPriceLevelCurrencyNotEqual The currency of the discount needs to match the currency of the price list for discount type amount.
80048CF9 InvalidPriceLevelCurrencyForPricingMethod The currency of the price list needs to match the currency of the product for pricing method percentage.
80048CFA CannotUpdateProductCurrency The currency of the product cannot be updated because there are associated price list items with pricing method percentage.
80048CFB CurrencyCannotBeNullDueToNonNullMoneyFields The currency cannot be null.
80048CFC InvalidCurrency The currency is invalid.
80048CFD InvalidExchangeRate The exchange rate is invalid.
80048CFE CannotDeleteBaseMoneyCalculationAttribute The base money calculation Attribute is not valid for deletion
80048CFF BaseCurrencyNotDeletable The base currency of an organization cannot be deleted.
80048D00 QuoteReviseExistingActiveQuote Quote cannot be revised as there already exists another quote in Draft/Active state and with same quote number.
80048DFA InvalidSubmitFromPublishedArticle You are trying to submit an article that has a status of published. You can only submit an article with the status of draft.
80048DFB InvalidApproveFromPublishedArticle You are trying to approve an article that has a status of published. You can only approve an article with the status of unapproved.
80048DFC InvalidUnpublishFromDraftArticle You are trying to unpublish an article that has a status of draft. You can only unpublish an article with the status of published.
80048DFD InvalidApproveFromDraftArticle You are trying to approve an article that has a status of draft. You can only approve an article with the status of unapproved.
80048DFE InvalidUnpublishFromUnapprovedArticle You are trying to unpublish an article that has a status of unapproved. You can only unpublish an article with the status of publish.
80048DFF InvalidSubmitFromUnapprovedArticle You are trying to submit an article that has a status of unapproved. You can only submit an article with the status of draft.
8004A001 CrmSqlGovernorDatabaseRequestDenied The server is busy and the request was not completed. Try again later.
8004A100 InvalidAuthTicket The ticket specified for authentication didn't pass validation
8004A101 ExpiredAuthTicket The ticket specified for authentication is expired
8004A102 BadAuthTicket The ticket specified for authentication is invalid
8004A103 InsufficientAuthTicket The ticket specified for authentication didn't meet policy
8004A104 OrganizationDisabled The Dynamics 365 organization you are attempting to access is currently disabled. Please contact your system administrator
8004A105 TamperedAuthTicket The ticket specified for authentication has been tampered with or invalidated.
8004A106 ExpiredKey The key specified to compute a hash value is expired, only active keys are valid. Expired Key : {0}.
8004A107 ScaleGroupDisabled The specified scalegroup is disabled. Access to organizations in this scalegroup are not allowed.
8004A108 SupportLogOnExpired Support login is expired
8004A109 InvalidPartnerSolutionCustomizationProvider Invalid partner solution customization provider type
8004A10A MultiplePartnerSecurityRoleWithSameInformation More than one security role found for partner user
8004A10B MultiplePartnerUserWithSameInformation More than one partner user found with same information
8004A10C MultipleRootBusinessUnit More than one root business unit found
8004A10D CannotDeletePartnerWithPartnerSolutions Can not delete partner as one or more solutions are associated with it
8004A10E CannotDeletePartnerSolutionWithOrganizations Can not delete partner solution as one or more organizations are associated with it
8004A10F CannotProvisionPartnerSolution Can not provision partner solution as it is either already provisioned or going through provisioning.
8004A110 CannotActOnBehalfOfAnotherUser User does not have the privilege to act on behalf another user.
8004A112 SystemUserDisabled The system user was disabled therefore the ticket expired.
8004A113 UserDoesNotHaveAdminOnlyModePermissions User does not have required privileges (or role membership) to access the org when it is in Admin Only mode.
8004A200 PluginDoesNotImplementCorrectInterface The plug-in specified does not implement the required interface Microsoft.Xrm.Sdk.IPlugin or Microsoft.Crm.Sdk.IPlugin.
8004A201 CannotCreatePluginInstance Can not create instance of a plug-in. Verify that plug-in type is not defined as abstract and it has a public constructor supported by Dynamics 365 SDK.
8004B000 CrmLiveGenericError An error has occurred while processing your request.
8004B001 CrmLiveOrganizationProvisioningFailed An error has occurred when provisioning the organization.
8004B002 CrmLiveMissingActiveDirectoryGroup The specified Active Directory Group does not exist.
8004B003 CrmLiveInternalProvisioningError An unexpected error happened in the provisioning system.
8004B004 CrmLiveQueueItemDoesNotExist The specified queue item does not exist in the queue. It may have been deleted or its ID may not have been specified correctly
8004B005 CrmLiveInvalidSetupParameter The parameter to Dynamics 365 Online Setup is incorrect or not specified.
8004B006 CrmLiveMultipleWitnessServersInScaleGroup The ScaleGroup has multiple witness servers specified. There should be only 1 witness server in a scale group.
8004B007 CrmLiveMissingServerRolesInScaleGroup The scalegroup is missing some required server roles. 1 Witness Server and 2 Sql Servers are required for Provisioning.
8004B008 CrmLiveServerCannotHaveWitnessAndDataServerRoles A server cannot have both Witness and Data Server Roles.
8004B009 IsNotLiveToSendInvitation This functionality is not supported, its only available for Online solution.
8004B00A MissingOrganizationFriendlyName Cannot install Dynamics 365 without an organization friendly name.
8004B00B MissingOrganizationUniqueName Cannot install Dynamics 365 without an organization unique name.
8004B00C OfferingCategoryAndTokenNull Offer category and Billing Token are both missing, but at least one is required.
8004B00D OfferingIdNotSupported This version does not support search for offering id.
8004B00E OrganizationTakenByYou The organization {0} is already purchased by you.
8004B00F OrganizationTakenBySomeoneElse The organization {0} is already purchased by another customer.
8004B010 InvalidTemplate The Invitation Email template is not valid
8004B011 InvalidUserQuota You have reached the maximum number of user quota
8004B012 InvalidRole You have not assigned roles to this user
8004B013 ErrorGeneratingInvitation Some Internal error occurred in generating invitation token, Please try again later
8004B014 CrmLiveOrganizationUpgradeFailed Upgrade Of Crm Organization Failed.
8004B015 UnableToSendEmail Some Internal error occurred in sending invitation, Please try again later
8004B016 InvalidEmail Email generated from the template is not valid
8004B020 VersionMismatch Unsupported version - This is {0} version {1}, but version {2} was requested.
8004B021 MissingParameterToMethod Missing parameter {0} to method {1}
8004B022 InvalidValueForCountryCode Account Country/Region code must not be {0}
8004B023 InvalidValueForCurrency Account currency code must not be {0}
8004B024 InvalidValueForLocale Account locale code must not be {0}
8004B025 CrmLiveSupportOrganizationExistsInScaleGroup Only one support organization is allowed in a scalegroup.
8004B026 CrmLiveMonitoringOrganizationExistsInScaleGroup Only one monitoring organization is allowed in a scalegroup.
8004B027 InvalidUserLicenseCount Cannot purchase {0} user licenses for the Offering {1}.
8004B028 MissingColumn The property bag is missing an entry for {0}.
8004B029 InvalidResourceType The requested action is not valid for resource type {0}.
8004B02A InvalidMinimumResourceLimit The resource type {0} cannot have a minimum limit of {1}.
8004B02B InvalidMaximumResourceLimit The resource type {0} cannot have a maximum limit of {1}.
8004B02C ConflictingProvisionTypes The service component {0} has conflicting provision types.
8004B02D InvalidAmountProvided The service component {0} cannot have a provide {1} of resource type {2}.
8004B02E CrmLiveOrganizationDeleteFailed An error has occurred when deleting the organization.
8004B02F OnlyDisabledOrganizationCanBeDeleted Can not delete enabled organization. Organization must be disabled before it can be deleted.
8004B030 CrmLiveOrganizationDetailsNotFound Unable to find organization details.
8004B031 CrmLiveOrganizationFriendlyNameTooShort The organization name provided is too short.
8004B032 CrmLiveOrganizationFriendlyNameTooLong The organization name provided is too long.
8004B033 CrmLiveOrganizationUniqueNameTooShort The unique name provided is too short.
8004B034 CrmLiveOrganizationUniqueNameTooLong The unique name provided is too long.
8004B035 CrmLiveOrganizationUniqueNameInvalid The unique name provided is not valid.
8004B036 CrmLiveOrganizationUniqueNameReserved The unique name is already reserved.
8004B037 ValueParsingError Error parsing parameter {0} of type {1} with value {2}
8004B038 InvalidGranularityValue The Granularity column value is incorrect. Each rule part must be a name-value pair separated by an equal sign (=). For example: FREQ=Minutes;INTERVAL=15
8004B039 CrmLiveInvalidQueueItemSchedule The QueueItem has an invalid schedule of start time {0} and end time {1}.
8004B040 CrmLiveQueueItemTimeInPast A QueueItem cannot be scheduled to start or end in the past.
8004B041 CrmLiveUnknownSku This Sku specified is not valid.
8004B042 ExceedCustomEntityQuota The custom entity limit has been reached.
8004B043 ImportWillExceedCustomEntityQuota This import process is trying to import {0} new custom entities. This would exceed the custom entity limits for this organization.
8004B044 OrganizationMigrationUnderway Organization migration is already underway.
8004B045 CrmLiveInvoicingAccountIdMissing Invoicing Account Number (SAP Id) cannot be empty for an invoicing sku.
8004B046 CrmLiveDuplicateWindowsLiveId A user with this username already exists.
8004B047 CrmLiveDnsDomainNotFound Domain was not found in the DNS table.
8004B048 CrmLiveDnsDomainAlreadyExists Domain already exists in the DNS table.
8004B049 InvalidInteractiveUserQuota You have reached the maximum number of interactive/full users.
8004B050 InvalidNonInteractiveUserQuota You have reached the maximum number of non-interactive users/
8004B051 CrmLiveCannotFindExternalMessageProvider External Message Provider could not be located for queue item type of: {0}.
8004B052 CrmLiveInvalidExternalMessageData External Message Data has some invalid data. Data: {0} External Message: {1}
8004B053 CrmLiveOrganizationEnableFailed Enabling Organization Failed.
8004B054 CrmLiveOrganizationDisableFailed Disabling Organization Failed.
8004B055 CrmLiveAddOnUnexpectedError There was an error contacting the billing system. Your request cannot be processed at this time. No changes have been made to your account. Close this wizard, and try again later. If the problem persists, please contact our sales organization at 1-877-Dynamics 365-CHOICE (276-2464).
8004B056 CrmLiveAddOnAddLicenseLimitReached Your subscription has the maximum number of user licenses available. For additional licenses, please contact our sales organization at 1-877-Dynamics 365-CHOICE (276-2464).
8004B057 CrmLiveAddOnAddStorageLimitReached Your subscription has the maximum amount of storage available. For additional storage, please contact our sales organization at 1-877-Dynamics 365-CHOICE (276-2464).
8004B058 CrmLiveAddOnRemoveStorageLimitReached Your organization has the minimum amount of storage allowed. You can remove only storage that has been added to your organization, and is not being used.
8004B059 CrmLiveAddOnOrgInNoUpdateMode Your changes cannot be processed at this time. Your organization is currently being updated. No changes have been made to your account. Close this wizard, and try again later. If the problem persists, please contact our sales organization at 1-877-Dynamics 365-CHOICE (276-2464).
8004B05A CrmLiveUnknownCategory This Category specified is not valid.
8004B05B CrmLiveInvalidInvoicingAccountNumber This Invoicing Account Number is not valid because it contains an invalid character.
8004B05C CrmLiveAddOnDataChanged Due to recent changes you have made to your account, these changes cannot be made at this time. Close this wizard, and try again later. If the problem persists, please contact our sales organization at 1-877-Dynamics 365-CHOICE (276-2464).
8004B05D CrmLiveInvalidEmail Invalid email address entered.
8004B05E CrmLiveInvalidPhone Invalid phone number entered.
8004B05F CrmLiveInvalidZipCode Invalid zip code entered.
8004B060 InvalidAmountFreeResourceLimit The resource type {0} cannot have an amount free value of {1}.
8004B061 InvalidToken The token is invalid.
8004B062 CrmLiveRegisterCustomCodeDisabled Registration of custom code feature for this organization is disabled.
8004B063 CrmLiveExecuteCustomCodeDisabled Execution of custom code feature for this organization is disabled.
8004B064 CrmLiveInvalidTaxId Invalid TaxId entered.
8004B065 DatacenterNotAvailable This datacenter endpoint is not currently available for this organization.
8004B066 ErrorConnectingToDiscoveryService Error when trying to connect to customer's discovery service.
8004B067 OrgDoesNotExistInDiscoveryService Organization not found in customer's discovery service
8004B068 ErrorConnectingToOrganizationService Error when trying to connect to customer's organization service.
8004B069 UserIsNotSystemAdminInOrganization Current user is not a system admin in customer's organization
8004B070 MobileServiceError Error communicating with mobile service
8004B521 LivePlatformEmailInvalidTo The "To" parameter is blank or null
8004B522 LivePlatformEmailInvalidFrom The "From" parameter is blank or null
8004B523 LivePlatformEmailInvalidSubject The "Subject" parameter is blank or null
8004B524 LivePlatformEmailInvalidBody The "Body" parameter is blank or null
8004B530 BillingPartnerCertificate Could not determine the right Partner certificate to use with Billing. Issuer: {0} Subject: {1} Distinguished matches: [{2}] Name matches: [{3}] All valid certificates: [{4}].
8004B531 BillingNoSettingError No Billing application configuration setting [{0}] was found.
8004B532 BillingTestConnectionError Billing is not available: Call to IsServiceAvailable returned 'False'.
8004B533 BillingTestConnectionException Billing TestConnection exception.
8004B534 BillingUserPuidNullError User Puid is required, but is null.
8004B535 BillingUnmappedErrorCode Billing error code [{0}] was thrown with exception {1}
8004B536 BillingUnknownErrorCode Billing error code [{0}] was thrown with exception {1}
8004B537 BillingUnknownException Billing error was thrown with exception {0}
8004B538 BillingRetrieveKeyError Could not retrieve Billing session key: "{0}"
8004B540 BDK_E_ADDRESS_VALIDATION_FAILURE {0}
8004B541 BDK_E_AGREEMENT_ALREADY_SIGNED {0}
8004B542 BDK_E_AUTHORIZATION_FAILED {0}
8004B543 BDK_E_AVS_FAILED {0}
8004B544 BDK_E_BAD_CITYNAME_LENGTH {0}
8004B545 BDK_E_BAD_STATECODE_LENGTH {0}
8004B546 BDK_E_BAD_ZIPCODE_LENGTH {0}
8004B547 BDK_E_BADXML {0}
8004B548 BDK_E_BANNED_PAYMENT_INSTRUMENT {0}
8004B549 BDK_E_BANNEDPERSON {0}
8004B54A BDK_E_CANNOT_EXCEED_MAX_OWNERSHIP {0}
8004B54B BDK_E_COUNTRY_CURRENCY_PI_MISMATCH {0}
8004B54C BDK_E_CREDIT_CARD_EXPIRED {0}
8004B54D BDK_E_DATE_EXPIRED {0}
8004B54E BDK_E_ERROR_COUNTRYCODE_MISMATCH {0}
8004B54F BDK_E_ERROR_COUNTRYCODE_REQUIRED {0}
8004B550 BDK_E_EXTRA_REFERRAL_DATA {0}
8004B551 BDK_E_GUID_EXISTS {0}
8004B552 BDK_E_INVALID_ADDRESS_ID {0}
8004B553 BDK_E_INVALID_BILLABLE_ACCOUNT_ID {0} The specified Billing account is invalid. Or, although the objectID is of the correct type, the account it identifies does not exist in the system.
8004B554 BDK_E_INVALID_BUF_SIZE {0}
8004B555 BDK_E_INVALID_CATEGORY_NAME {0}
8004B556 BDK_E_INVALID_COUNTRY_CODE {0}
8004B557 BDK_E_INVALID_CURRENCY {0}
8004B558 BDK_E_INVALID_CUSTOMER_TYPE {0}
8004B559 BDK_E_INVALID_DATE {0}
8004B55A BDK_E_INVALID_EMAIL_ADDRESS {0}
8004B55B BDK_E_INVALID_FILTER {0}
8004B55C BDK_E_INVALID_GUID {0}
8004B55D BDK_E_INVALID_INPUT_TO_TAXWARE_OR_VERAZIP {0}
8004B55E BDK_E_INVALID_LOCALE {0}
8004B55F BDK_E_INVALID_OBJECT_ID {0} The Billing system cannot find the object (e.g. account or subscription or offering).
8004B560 BDK_E_INVALID_OFFERING_GUID {0}
8004B561 BDK_E_INVALID_PAYMENT_INSTRUMENT_STATUS {0}
8004B562 BDK_E_INVALID_PAYMENT_METHOD_ID {0}
8004B563 BDK_E_INVALID_PHONE_TYPE {0}
8004B564 BDK_E_INVALID_POLICY_ID {0}
8004B565 BDK_E_INVALID_REFERRALDATA_XML {0}
8004B566 BDK_E_INVALID_STATE_FOR_COUNTRY {0}
8004B567 BDK_E_INVALID_SUBSCRIPTION_ID {0} The subscription id specified is invalid. Or, although the objectID is of correct type and also points to a valid account in SCS, the subscription it identifies does not exist in SCS.
8004B568 BDK_E_INVALID_TAX_EXEMPT_TYPE {0}
8004B569 BDK_E_MEG_CONFLICT {0}
8004B56A BDK_E_MULTIPLE_CITIES_FOUND {0}
8004B56B BDK_E_MULTIPLE_COUNTIES_FOUND {0}
8004B56C BDK_E_NON_ACTIVE_ACCOUNT {0}
8004B56D BDK_E_NOPERMISSION {0} The calling partner does not have access to this method or when the requester does not have permission to search against the supplied search PUID.
8004B56E BDK_E_OBJECT_ROLE_LIMIT_EXCEEDED {0}
8004B56F BDK_E_OFFERING_ACCOUNT_CURRENCY_MISMATCH {0}
8004B570 BDK_E_OFFERING_COUNTRY_ACCOUNT_MISMATCH {0}
8004B571 BDK_E_OFFERING_NOT_PURCHASEABLE {0}
8004B572 BDK_E_OFFERING_PAYMENT_INSTRUMENT_MISMATCH {0}
8004B573 BDK_E_OFFERING_REQUIRES_PI {0}
8004B574 BDK_E_PARTNERNOTINBILLING {0}
8004B575 BDK_E_PAYMENT_PROVIDER_CONNECTION_FAILED {0}
8004B576 BDK_E_PRIMARY_PHONE_REQUIRED {0}
8004B577 BDK_E_POLICY_DEAL_COUNTRY_MISMATCH {0}
8004B578 BDK_E_PUID_ROLE_LIMIT_EXCEEDED {0}
8004B579 BDK_E_RATING_FAILURE {0}
8004B57A BDK_E_REQUIRED_FIELD_MISSING {0}
8004B57B BDK_E_STATE_CITY_INVALID {0}
8004B57C BDK_E_STATE_INVALID {0}
8004B57D BDK_E_STATE_ZIP_CITY_INVALID {0}
8004B57E BDK_E_STATE_ZIP_CITY_INVALID2 {0}
8004B57F BDK_E_STATE_ZIP_CITY_INVALID3 {0}
8004B580 BDK_E_STATE_ZIP_CITY_INVALID4 {0}
8004B581 BDK_E_STATE_ZIP_COVERS_MULTIPLE_CITIES {0}
8004B582 BDK_E_STATE_ZIP_INVALID {0}
8004B583 BDK_E_TAXID_EXPDATE {0}
8004B584 BDK_E_TOKEN_BLACKLISTED {0}
8004B585 BDK_E_TOKEN_EXPIRED {0}
8004B586 BDK_E_TOKEN_NOT_VALID_FOR_OFFERING {0}
8004B587 BDK_E_TOKEN_RANGE_BLACKLISTED {0}
8004B588 BDK_E_TRANS_BALANCE_TO_PI_INVALID {0}
8004B589 BDK_E_UNKNOWN_SERVER_FAILURE {0} Unknown server failure.
8004B58A BDK_E_UNSUPPORTED_CHAR_EXIST {0}
8004B58B BDK_E_VATID_DOESNOTHAVEEXPDATE {0}
8004B58C BDK_E_ZIP_CITY_MISSING {0}
8004B58D BDK_E_ZIP_INVALID {0} Billing zip code error.
8004B58E BDK_E_ZIP_INVALID_FOR_ENTERED_STATE {0} Billing zip code error.
8004B58F BDK_E_USAGE_COUNT_FOR_TOKEN_EXCEEDED {0} Billing token is already spent.
8004C000 MissingParameterToStoredProcedure Missing parameter to stored procedure: {0}
8004C001 SqlErrorInStoredProcedure SQL error {0} occurred in stored procedure {1}
8004C002 StoredProcedureContext Dynamics 365 error {0} in {1}:{2}
8004D200 InvitingOrganizationNotFound {0} -- Inviting organization not found -- {1}
8004D201 InvitingUserNotInOrganization {0} -- Inviting user is not in the inviting organization -- {1}
8004D202 InvitedUserAlreadyExists {0} -- Invited user is already in an organization -- {1}
8004D203 InvitedUserIsOrganization {0} -- The user {1} has authentication {2} and is already related to organization {3} with relation id {4}
8004D204 InvitationNotFound {0} -- Invitation not found or status is not Open -- Token={1} Puid={2} Id={3} Status={4}
8004D205 InvitedUserAlreadyAdded {0} -- The crm user {1} is already added, but to organization {2} instead of the inviting organization {3}
8004D206 InvitationWrongUserOrgRelation {0} -- The pre-created userorg relation {1} is wrong. Authentication {2} is already used by another user
8004D207 InvitationIsExpired {0} -- Invitation is expired -- Token={1} Puid={2} Id={3} Status={4}
8004D208 InvitationIsAccepted {0} -- Invitation has already been accepted -- Token={1} Puid={2} Id={3} Status={4}
8004D209 InvitationIsRejected {0} -- Invitation has already been rejected by the new user-- Token={1} Puid={2} Id={3} Status={4}
8004D20A InvitationIsRevoked {0} -- Invitation has been revoked by the organization -- Token={1} Puid={2} Id={3} Status={4}
8004D20B InvitedUserMultipleTimes The Dynamics 365 user {0} has been invited multiple times.
8004D20C InvitationStatusError The invitation has status {0}.
8004D20D InvalidInvitationToken The invitation token {0} is not correctly formatted.
8004D20E InvalidInvitationLiveId A user with this e-mail address was not found. Sign in to Windows Live ID with the same e-mail address where you received the invitation. If you do not have a Windows Live ID, please create one using that e-mail address.
8004D20F InvitationSendToSelf The invitation cannot be sent to yourself.
8004D210 InvitationCannotBeReset The invitation for the user cannot be reset.
8004D211 UserDataNotFound The user data could not be found.
8004D212 CannotInviteDisabledUser An invitation cannot be sent to a disabled user
8004D213 InvitationBillingAdminUnknown You are not a billing administrator for this organization and therefore, you cannot send invitations. You can either contact your billing administrator and ask him or her to send the invitation, or the billing administrator can visit https://billing.microsoft.com and make you a delegate billing administrator. You can then send invitations.
8004D214 CannotResetSysAdminInvite An invitation cannot be reset for a user if they are the only user that has the System Administrator Role.
8004D215 CannotSendInviteToDuplicateWindowsLiveId An invitation cannot be sent because there are multiple users with this WLID.
8004D216 UserInviteDisabled Invitation cannot be sent because user invitations are disabled.
8004D217 InvitationOrganizationNotEnabled The organization for the invitation is not enabled.
8004D221 ClientAuthSignedOut The user signed out.
8004D223 ClientAuthSyncIssue Synchronization between processes failed.
8004D224 ClientAuthCanceled Authentication was canceled by the user.
8004D225 ClientAuthNoConnectivityOffline There is no connectivity when running in offline mode.
8004D226 ClientAuthNoConnectivity There is no connectivity.
8004D227 ClientAuthOfflineInvalidCallerId Offline SDK calls must be made in the offline user context.
8004D228 AuthenticateToServerBeforeRequestingProxy Authenticate to serverType: {0} before requesting a proxy.
8004D230 ConfigDBObjectDoesNotExist '{0}' with Value = ({1}) does not exist in MSCRM_CONFIG database
8004D231 ConfigDBDuplicateRecord Duplicate '{0}' with Value = ({1}) exists in MSCRM_CONFIG database
8004D232 ConfigDBCannotDeleteObjectDueState Cannot delete '{0}' with Value = ({1}) in this State = ({2}) from MSCRM_CONFIG database
8004D233 ConfigDBCascadeDeleteNotAllowDelete Cannot delete '{0}' with Value = ({1}) due to child '{2}' references from MSCRM_CONFIG database
8004D234 MoveBothToPrimary Move operation would put both instances on the same server: Database = {0} Old Primary = {1} Old Secondary = {2} New Secondary = {3}
8004D235 MoveBothToSecondary Move operation would put both instances on the same server: Database = {0} Old Primary = {1} Old Secondary = {2} New Secondary = {3}
8004D236 MoveOrganizationFailedNotDisabled Move operation failed because organization {0} is not disabled
8004D237 ConfigDBCannotUpdateObjectDueState Cannot update '{0}' with Value = ({1}) in this State = ({2}) from MSCRM_CONFIG database
8004D238 LiveAdminUnknownObject Unknown administration target {0}
8004D239 LiveAdminUnknownCommand Unknown administration command {0}
8004D23A OperationOrganizationNotFullyDisabled The {1} operation failed because organization {0} is not fully disabled yet. Use FORCE to override
8004D23B ConfigDBCannotDeleteDefaultOrganization The default {0} organization cannot be deleted from the MSCRM_CONFIG database.
8004D240 InvalidLicenseKey Invalid license key ({0}).
8004D241 NoLicenseInConfigDB No license exists in MSCRM_CONFIG database.
8004D242 InvalidLicensePid Invalid license. Invalid PID (Product Id) ({0}).
8004D243 InvalidLicensePidGenCannotLoad Invalid license. PidGen.dll cannot be loaded from this path {0}
8004D244 InvalidLicensePidGenOtherError Invalid license. Cannot generate PID (Product Id) from License key. PidGen error code ({0}).
8004D245 InvalidLicenseCannotReadMpcFile Invalid license. MPC code cannot be read from MPC.txt file with this path {0}.
8004D246 InvalidLicenseMpcCode Invalid license. Invalid MPC code ({0}).
8004D247 LicenseUpgradePathNotAllowed Cannot upgrade to specified license type.
8004D24A OrgsInaccessible The client access license (CAL) results were not returned because one or more organizations in the deployment cannot be accessed.
8004D24B UserNotAssignedLicense The user has not been assigned any License
8004D24C UserCannotEnableWithoutLicense Cannot enable an unlicensed user
8004D250 LicenseConfigFileInvalid The provided configuration file {0} has invalid formatting.
8004D251 InvalidOrganizationUniqueName Invalid organization unique name ({0}). Reason: ({1})
8004D252 InvalidOrganizationFriendlyName Invalid organization friendly name ({0}). Reason: ({1})
8004D253 OrganizationNotConfigured Organization is not configured yet
8004D254 InvalidDeviceToConfigureOrganization Mobile device cannot be used to configured organization
8004D255 InvalidBrowserToConfigureOrganization Browser not compatible to configure organization
8004D260 DeploymentServiceNotAllowSetToThisState Deployment Service for {0} allows the state Enabled or Disabled. Cannot set state to {1}.
8004D261 DeploymentServiceNotAllowOperation Deployment Service for {0} does not allow {1} operation.
8004D262 DeploymentServiceCannotChangeStateForDeploymentService You cannot change the state of this server because it contains the Deployment Service server role.
8004D263 DeploymentServiceRequestValidationFailure The Deployment Service cannot process the request because one or more validation checks failed.
8004D264 DeploymentServiceOperationIdentifierNotFound The Deployment Service could not find a deferred operation having the specified identifier.
8004D265 DeploymentServiceCannotDeleteOperationInProgress The Deployment Service cannot delete the specified operation because it is currently in progress.
8004D266 ConfigureClaimsBeforeIfd You must configure claims-based authentication before you can configure an Internet-facing deployment.
8004D291 EndUserNotificationTypeNotValidForEmail Cannot send Email for EndUserNotification Type: {0}.
8004D292 StringAttributeIndexError One of the attributes of the selected entity is a part of database index and so it cannot be greater than 900 bytes.
8004D293 CannotChangeAttributeRequiredLevel An attribute's required level cannot be changed from SystemRequired
8004D294 ClientUpdateAvailable There's an update available for Dynamics 365 for Outlook.
8004D2A0 InvalidRecurrenceRuleForBulkDeleteAndDuplicateDetection Bulk Delete and Duplicate Detection recurrence must be specified as daily.
8004D2A1 InvalidRecurrenceInterval To set recurrence, you must specify an interval that is between 1 and 365.
8004D2A2 InvalidRecurrenceIntervalForRollupJobs To set recurrence, you must specify an interval that should be greater than 1 hour.
8004D2B0 QueriesForDifferentEntities The Inner and Outer Queries must be for the same entity.
8004D2B1 AggregateInnerQuery The Inner Query must not be an aggregate query.
8004E000 InvalidDataDescription The data description for the visualization is invalid.
8004E001 NonPrimaryEntityDataDescriptionFound The data description for the visualization is invalid .The data description for the visualization can only have attributes either from the primary entity of the view or the linked entities.
8004E002 InvalidPresentationDescription The presentation description is invalid.
8004E003 SeriesMeasureCollectionMismatch Number of series for chart area and number of measure collections for category should be same.
8004E004 YValuesPerPointMeasureMismatch Number of YValuesPerPoint for series and number of measures for measure collection for category should be same.
8004E005 ChartAreaCategoryMismatch Number of chart areas and number of categories should be same.
8004E006 MultipleSubcategoriesFound The data XML for the visualization cannot contain more than two Group By clauses.
8004E007 MultipleMeasuresFound More than one measure is not supported for charts with subcategory i.e. comparison charts
8004E008 MultipleChartAreasFound Multiple Chart Areas are not supported.
8004E009 InvalidCategory Category is invalid. All the measures in the category either do not have same primary group by or are a mix of aggregate and non-aggregate data.
8004E00A InvalidMeasureCollection Measure collection is invalid. Not all the measures in the measure collection have the same group bys.
8004E00B DuplicateAliasFound Data Description is invalid. Duplicate alias found.
8004E00C EntityNotEnabledForCharts Charts are not enabled on the specified primary entity type code: {0}.
8004E00D InvalidPageResponse Invalid Page Response generated.
8004E00E VisualizationRenderingError An error occurred while the chart was rendering
8004E00F InvalidGroupByAlias Data Description is invalid. Same group by alias cannot be used for different attributes.
8004E010 MeasureDataTypeInvalid The Data Description for the visualization is invalid. The attribute type for one of the non aggregate measures is invalid. Correct the Data Description.
8004E011 NoDataForVisualization There is no data to create this visualization.
8004E012 VisualizationModuleNotFound No visualization module found with the given name.
8004E013 ImportVisualizationDeletedError A saved query visualization with id {0} is marked for deletion in the system. Please publish the customized entity first and then import again.
8004E014 ImportVisualizationExistingError A saved query visualization with id {0} already exists in the system, and cannot be resused by a new custom entity.
8004E015 VisualizationOtcNotFoundError Object type code is not specified for the visualization.
8004E016 InvalidDundasPresentationDescription The presentation description is not valid for dundas chart.
8004E017 InvalidWebResourceForVisualization The web resource type {0} is not supported for visualizations.
8004E018 ChartTypeNotSupportedForComparisonChart This chart type is not supported for comparison charts.
8004E019 InvalidFetchCollection The fetch collection for the visualization is invalid.
8004E01A CategoryDataTypeInvalid The Data Description for the visualization is invalid. The attribute type for the group by of one of the categories is invalid. Correct the Data Description.
8004E01B DuplicateGroupByFound Data Description is invalid. Same attribute cannot be used as a group by more than once.
8004E01C MultipleMeasureCollectionsFound More than one measure collection is not supported for charts with subcategory i.e. comparison charts
8004E01D InvalidGroupByColumn Group by not allowed on the attribute.
8004E01E InvalidFilterCriteriaForVisualization The visualization cannot be rendered for the given filter criteria.
8004E01F CountSpecifiedWithoutOrder The Data Description for the visualization is invalid as it does not specify an order node for the count attribute.
8004E020 NoPreviewForCustomWebResource This chart uses a custom Web resource. You cannot preview this chart.
8004E021 ChartTypeNotSupportedForMultipleSeriesChart Series of chart type {0} is not supported for multi-series charts.
8004E022 InsufficientColumnsInSubQuery One or more columns required by the outer query are not available from the sub-query.
8004E023 AggregateQueryRecordLimitExceeded The maximum record limit is exceeded. Reduce the number of records.
8004E024 QuickFindQueryRecordLimitExceeded QuickFindQueryRecordLimit exceeded. Cannot perform this operation.
8004E025 RollupAggregateQueryRecordLimitExceeded Calculations can't be performed online because the calculation limit of {0} related records has been reached.
8004E026 CurrencyFieldMissing Record currency is required to calculate rollup field of type currency. Provide a currency and try again.
8004E027 RollupFieldNoWriteAccess User does not have write permission on {0} record {1} with ID:{2} to calculate rollup field.
8004E100 InvalidRecurrencePattern Invalid recurrence pattern.
8004E101 CreateRecurrenceRuleFailed Cannot create the recurrence rule.
8004E102 PartialExpansionSettingLoadError Failed to retrieve partial expansion settings from the configuration database.
8004E103 InvalidCrmDateTime Invalid CrmDateTime.
8004E104 InvalidAppointmentInstance Invalid appointment entity instance.
8004E105 InvalidSeriesId SeriesId is null or invalid.
8004E106 AppointmentDeleted The appointment entity instance is already deleted.
8004E107 InvalidInstanceTypeCode Invalid instance type code.
8004E108 OverlappingInstances Two instances of the series cannot overlap.
8004E109 InvalidSeriesIdOriginalStart Invalid seriesid or original start date.
8004E10A ValidateNotSupported Validate method is not supported for recurring appointment master.
8004E10B RecurringSeriesCompleted The series has invalid ExpansionStateCode.
8004E10C ExpansionRequestIsOutsideExpansionWindow The series is already expanded for CutOffWindow.
8004E10D InvalidInstanceEntityName Invalid instance entity name.
8004E10E BookFirstInstanceFailed Failed to book first instance.
8004E10F InvalidSeriesStatus Invalid series status.
8004E110 RecurrenceRuleUpdateFailure Cannot update a rule that is attached to an existing rule master. Update the rule by using the parent entity.
8004E111 RecurrenceRuleDeleteFailure Cannot delete a rule that is attached to an existing rule master. Delete the rule by using the parent entity.
8004E112 EntityNotRule The collection name is not a recurrence rule.
8004E113 RecurringSeriesMasterIsLocked The recurring series master record is locked by some other process.
8004E114 UpdateRecurrenceRuleFailed Failed to update the recurrence rule. A corresponding recurrence rule cannot be found.
8004E115 InstanceOutsideEffectiveRange Cannot perform the operation. An instance is outside of series effective expansion range.
8004E116 RecurrenceCalendarTypeNotSupported The calendar type is not supported.
8004E117 RecurrenceHasNoOccurrence The recurrence pattern has no occurrences.
8004E118 RecurrenceStartDateTooSmall The recurrence pattern start date is invalid.
8004E119 RecurrenceEndDateTooBig The recurrence pattern end date is invalid.
8004E120 OccurrenceCrossingBoundary Two occurrences cannot overlap.
8004E121 OccurrenceTimeSpanTooBig Cannot perform the operation. An instance is outside of series effective expansion range.
8004E122 OccurrenceSkipsOverForward Cannot reschedule an occurrence of the recurring appointment if it skips over a later occurrence of the same appointment.
8004E123 OccurrenceSkipsOverBackward Cannot reschedule an occurrence of the recurring appointment if it skips over an earlier occurrence of the same appointment.
8004E124 InvalidDaysInFebruary February 29 can occur only when pattern start date is in a leap year.
8004E125 InvalidOccurrenceNumber The effective end date of the series cannot be earlier than today. Select a valid occurrence number.
8004E200 InvalidNumberOfPartitions You cannot delete audit data in the partitions that are currently in use, or delete the partitions that are created for storing future audit data.
8004E300 InvalidElementFound A dashboard Form XML cannot contain element: {0}.
8004E301 MaximumControlsLimitExceeded The dashboard Form XML contains more than the maximum allowed number of control elements: {0}.
8004E302 UserViewsOrVisualizationsFound A system dashboard cannot contain user views and visualizations.
8004E303 InvalidAttributeFound A dashboard Form XML cannot contain attribute: {0}.
8004E304 MultipleFormElementsFound A dashboard Form XML can contain only one form element.
8004E305 NullDashboardName The name of a dashboard cannot be null.
8004E306 InvalidFormType The type of the form must be set to {0} in the Form XML.
8004E307 InvalidControlClass The dashboard Form XML cannot contain controls elements with class id: {0}.
8004E308 ImportDashboardDeletedError A dashboard with the same id is marked as deleted in the system. Please first publish the system form entity and import again.
8004E309 PersonalReportFound A system dashboard cannot contain personal reports.
8004E30A ObjectAlreadyExists An object with id {0} already exists. Please change the id and try again.
8004E30B EntityTypeSpecifiedForDashboard An entity type cannot be specified for a dashboard.
8004E30C UnrestrictedIFrameInUserDashboard A user dashboard Form XML cannot have Security = false.
8004E30D MultipleLabelsInUserDashboard A user dashboard can have at most one label for a form element.
8004E30E UnsupportedDashboardInEditor The dashboard could not be opened.
8004E30F InvalidUrlProtocol The specified URL is invalid.
8004ED43 CannotAddOrActonBehalfAnotherUserPrivilege Act on Behalf of Another User privilege cannot be added or removed.
8004ED44 HipNoSettingError No Hip application configuration setting [{0}] was found.
8004ED45 HipInvalidCertificate Invalid Certificate for using HIP.
8004ED46 NoSettingError No configdb configuration setting [{0}] was found.
8004ED47 AppLockTimeout Timeout expired before applock could be acquired.
8004F000 CannotRemoveComponentFromDefaultSolution A Solution Component cannot be removed from the Default Solution.
8004F002 InvalidSolutionUniqueName Invalid character specified for solution unique name. Only characters within the ranges [A-Z], [a-z], [0-9] or _ are allowed. The first character may only be in the ranges [A-Z], [a-z] or _.
8004F003 CannotUndeleteLabel Attempting to undelete a label that is not marked as delete.
8004F004 ErrorReactivatingComponentInstance After undeleting a label, there is no underlying label to reactivate.
8004F005 CannotDeleteRestrictedSolution Attempting to delete a restricted solution.
8004F006 CannotDeleteRestrictedPublisher Attempting to delete a restricted publisher.
8004F007 ImportRestrictedSolutionError Solution ID provided is restricted and cannot be imported.
8004F008 CannotSetSolutionSystemAttributes System attributes ({0}) cannot be set outside of installation or upgrade.
8004F009 CannotUpdateDefaultSolution Default solution attribute{0} {1} can only be set on installation or upgrade. The value{0} cannot be modified.
8004F00A CannotUpdateRestrictedSolution Restricted solution ({0}) cannot be updated.
8004F00C CannotAddWorkflowActivationToSolution
8004F00D CannotQueryBaseTableWithAggregates Invalid query on base table. Aggregates cannot be included in base table query.
8004F00E InvalidStateTransition The {0} (Id={1}) entity or component has attempted to transition from an invalid state: {2}.
8004F00F CannotUpdateUnpublishedDeleteInstance The component that you are trying to update has been deleted.
8004F010 UnsupportedComponentOperation {0} is not recognized as a supported operation.
8004F011 InvalidCreateOnProtectedComponent You cannot create {0} {1}. Creation cannot be performed when {0} is managed.
8004F012 InvalidUpdateOnProtectedComponent You cannot update {0} {1}. Updates cannot be performed when {0} is managed.
8004F013 InvalidDeleteOnProtectedComponent You cannot delete {0} {1}. Deletion cannot be performed when {0} is managed.
8004F014 InvalidPublishOnProtectedComponent You cannot publish {0} {1}. Publish cannot be performed when {0} is managed.
8004F015 CannotAddNonCustomizableComponent The component {0} {1} cannot be added to the solution because it is not customizable
8004F016 CannotOverwriteActiveComponent A managed solution cannot overwrite the {0} component with Id={1} which has an unmanaged base instance. The most likely scenario for this error is that an unmanaged solution has installed a new unmanaged {0} component on the target system, and now a managed solution from the same publisher is trying to install that same {0} component as managed. This will cause an invalid layering of solutions on the target system and is not allowed.
8004F017 CannotUpdateRestrictedPublisher Restricted publisher ({0}) cannot be updated.
8004F018 CannotAddSolutionComponentWithoutRoots
8004F019 ComponentDefinitionDoesNotExists No component definition exists for the component type {0}.
8004F01A DependencyAlreadyExists A {0} dependency already exists between {1}({2}) and {3}({4}). Cannot also create {5} dependency.
8004F01B DependencyTableNotEmpty The dependency table must be empty for initialization to complete successfully.
8004F01C InvalidPublisherUniqueName Publisher uniquename is required.
8004F01D CannotUninstallWithDependencies Solution dependencies exist, cannot uninstall.
8004F01E InvalidSolutionVersion An invalid solution version was specified.
8004F01F CannotDeleteInUseComponent The {0}({1}) component cannot be deleted because it is referenced by {2} other components. For a list of referenced components, use the RetrieveDependenciesForDeleteRequest.
8004F020 CannotUninstallReferencedProtectedSolution This solution cannot be uninstalled because the '{0}' with id '{1}' is required by the '{2}' solution. Uninstall the {2} solution and try again.
8004F021 CannotRemoveComponentFromSolution Cannot find solution component {0} {1} in solution {2}.
8004F022 RestrictedSolutionName The solution unique name '{0}' is restricted and can only be used by internal solutions.
8004F023 SolutionUniqueNameViolation The solution unique name '{0}' is already being used and cannot be used again.
8004F024 CannotUpdateManagedSolution Cannot update solution '{0}' because it is a managed solution.
8004F025 DependencyTrackingClosed Invalid attempt to process a dependency after the current transaction context has been closed.
8004F026 GenericManagedPropertyFailure The evaluation of the current component(name={0}, id={1}) in the current operation ({2}) failed during managed property evaluation of condition: {3}
8004F027 CombinedManagedPropertyFailure The evaluation of the current component(name={0}, id={1}) in the current operation ({2}) failed during at least one managed property evaluations: {3}
8004F028 ReportImportCategoryOptionNotFound A category option for the reports was not found.
8004F029 RequiredChildReportHasOtherParent A category option for the reports was not found.
8004F030 InvalidManagedPropertyException Managed property {0} does not contain enough information to be created. Please provide (assembly, class), or (entity, attribute) or set the managed property to custom.
8004F031 OnlyOwnerCanSetManagedProperties Cannot import component {0}: {1} because managed property {2} with value {3} is different than the current value {4} and the publisher of the solution that is being imported does not match the publisher of the solution that installed this component.
8004F032 CannotDeleteMetadata The '{2}' operation on the current component(name='{0}', id='{1}') failed during managed property evaluation of condition: '{3}'
8004F033 CannotUpdateReadOnlyPublisher Attempting to update a readonly publisher.
8004F034 CannotSelectReadOnlyPublisher Attempting to select a readonly publisher for solution.
8004F035 CannotRemoveComponentFromSystemSolution A Solution Component cannot be removed from the System Solution.
8004F036 InvalidDependency The {2} component {1} (Id={0}) does not exist. Failure trying to associate it with {3} (Id={4}) as a dependency. Missing dependency lookup type = {5}.
8004F037 InvalidDependencyFetchXml The FetchXml ({2}) is invalid. Failure while calculating dependencies for {1} (Id={0}).
8004F038 CannotModifyReportOutsideSolutionIfManaged Managed solution cannot update reports which are not present in solution package.
8004F039 DuplicateDetectionRulesWereUnpublished The duplicate detection rules for this entity have been unpublished due to possible modifications to the entity.
8004F040 InvalidDependencyComponent The required component {1} (Id={0}) that was defined for the {2} could not be found in the system.
8004F041 InvalidDependencyEntity The required component {1} (Name={0}) that was defined for the {2} could not be found in the system.
8004F042 CannotUpdateSolutionPatch Solution patch with version {0} already exists. Updating patch is not supported.
8004F043 InconsistentAttributeNameCasing
8004F044 UnexpectedNullReferenceError
8004F045 RetryFailed
8004F046 SolutionUpgradeFailed
8004F0F0 SPFolderCreationFailure Cannot Create Folder with this name
8004F0F1 SharePointUnableToAddUserToGroup Microsoft Dynamics 365 cannot add this user {0} to the group {1} in SharePoint. Verify that the information for this user and group are correct and that the group exists in SharePoint, and then try again.
8004F0F2 SharePointUnableToRemoveUserFromGroup Unable to remove user {0} from group {1} in SharePoint.
8004F0F3 SharePointSiteNotPresentInSharePoint Site {0} does not exists in SharePoint.
8004F0F4 SharePointUnableToRetrieveGroup Unable to retrieve the group {0} from SharePoint.
8004F0F5 SharePointUnableToAclSiteWithPrivilege Unable to ACL site {0} with privilege {1} in SharePoint.
8004F0F6 SharePointUnableToAclSite Unable to ACL site {0} in SharePoint.
8004F0F7 SharePointUnableToCreateSiteGroup Unable to create site group {0} in SharePoint.
8004F0F8 SharePointSiteCreationFailure Failed to create the site {0} in SharePoint.
8004F0F9 SharePointTeamProvisionJobAlreadyExists A system job to provision the selected team is pending. Any changes made to the team record before this system job starts will be applied to this system job.
8004F0FA SharePointRoleProvisionJobAlreadyExists A system job to provision the selected security role is pending. Any changes made to the security role record before this system job starts will be applied to this system job.
8004F0FB SharePointSiteWideProvisioningJobFailed SharePoint provisioning job has failed.
8004F0FC DataTypeMismatchForLinkedAttribute Data type mismatch found for linked attribute.
8004F0FD InvalidEntityForLinkedAttribute Not a valid entity for linked attribute.
8004F0FE AlreadyLinkedToAnotherAttribute Given linked attribute is alreadly linked to other attribute.
8004F0FF DocumentManagementDisabled Document Management has been disabled for this organization.
8004F100 DefaultSiteCollectionUrlChanged Default site collection url has been changed this organization after this operation was created.
8004F101 RibbonImportHidingBasicHomeTab The definition of the ribbon being imported will remove the Microsoft Dynamics 365 home tab. Include a home tab definition, or a ribbon will not be displayed in areas of the application that display the home tab.
8004F102 RibbonImportInvalidPrivilegeName The RibbonDiffXml in this solution contains a reference to an invalid privilege: {0}. Update the RibbonDiffXml to reference a valid privilege and try importing again.
8004F103 RibbonImportEntityNotSupported The solution cannot be imported because the {0} entity contains a Ribbon definition, which is not supported for that entity. Remove the RibbonDiffXml node from the entity definition and try to import again.
8004F104 RibbonImportDependencyMissingEntity The ribbon item '{0}' is dependent on entity {1}.
8004F105 RibbonImportDependencyMissingRibbonElement The ribbon item '{0}' is dependent on <{1} Id="{2}" />.
8004F106 RibbonImportDependencyMissingWebResource The ribbon item '{0}' is dependent on Web resource id='{1}'.
8004F107 RibbonImportDependencyMissingRibbonControl The ribbon item '{0}' is dependent on ribbon control id='{1}'.
8004F108 RibbonImportModifyingTopLevelNode Ribbon customizations cannot be made to the following top-level ribbon nodes: <Ribbon>, <ContextualGroups>, and <Tabs>.
8004F109 RibbonImportLocationAndIdDoNotMatch CustomAction Id '{0}' cannot override '{1}' because '{2}' does not match the CustomAction Location value.
8004F10A RibbonImportHidingJewel Ribbon customizations cannot hide the <Jewel> node. Any ribbon customization that hides this node is ignored during import and will not be exported.
8004F10B RibbonImportDuplicateElementId The ribbon element with the Id:{0} cannot be imported because an existing ribbon element with the same Id already exists.
8004F10C RibbonImportRibbonDiffIdInvalidLength
8004F111 WebResourceInvalidType Invalid web resource type specified.
8004F112 WebResourceEmptySilverlightVersion Silverlight version cannot be empty for silverlight web resources.
8004F113 WebResourceInvalidSilverlightVersion Silverlight version can only be of the format xx.xx[.xx.xx].
8004F114 WebResourceContentSizeExceeded Webresource content size is too big.
8004F115 WebResourceDuplicateName A webresource with the same name already exists. Use a different name.
8004F116 WebResourceEmptyName Webresource name cannot be null or empty.
8004F117 WebResourceNameInvalidCharacters Web resource names may only include letters, numbers, periods, and nonconsecutive forward slash characters.
8004F118 WebResourceNameInvalidPrefix Webresource name does not contain a valid prefix.
8004F119 WebResourceNameInvalidFileExtension A Web resource cannot have the following file extensions: .aspx, .ascx, .asmx or .ashx.
8004F11A WebResourceImportMissingFile The file for this Web resource does not exist in the solution file.
8004F11B WebResourceImportError An error occurred while importing a Web resource. Try importing this solution again. For further assistance, contact Microsoft Dynamics 365 technical support.
8004F120 InvalidActivityOwnershipTypeMask A custom entity defined as an activity must be user or team owned.
8004F121 ActivityCannotHaveRelatedActivities A custom entity defined as an activity must not have a relationship with Activities.
8004F122 CustomActivityMustHaveOfflineAvailability A custom entity defined as an activity must have Offline Availability.
8004F123 ActivityMustHaveRelatedNotes A custom entity defined as an activity must have a relationship to Notes by default.
8004F124 CustomActivityCannotBeMailMergeEnabled A custom entity defined as an activity already cannot have MailMerge enabled.
8004F125 InvalidCustomActivityType A custom entity defined as an activity must be of communicaton activity type.
8004F126 ActivityMetadataUpdate The metadata specified for activity is invalid.
8004F127 InvalidPrimaryFieldForActivity A custom entity defined as an activity cannot have primary attribute other than subject.
8004F200 CannotDeleteNonLeafNode Only a leaf statement can be deleted. This statement is parenting some other statement.
8004F201 DuplicateUIStatementRootsFound There can be only one root statement for a given uiscript.
8004F202 ErrorUpdateStatementTextIsReferenced You cannot update this UI script statement text because it is being referred to by one or more published ui scripts.
8004F203 ErrorDeleteStatementTextIsReferenced You cannot delete the UI script statement text because it is being referred by one or more ui script statements.
8004F204 ErrorScriptSessionCannotCreateForDraftScript You cannot create a UI script session for a UI script which is not published.
8004F205 ErrorScriptSessionCannotUpdateForDraftScript You cannot update a UI script session for a UI script which is not published.
8004F206 ErrorScriptLanguageNotInstalled The language specified is not supported in your Dynamics 365 install. Please check with your system administrator on the list of "enabled" languages.
8004F207 ErrorScriptInitialStatementNotInScript The initial statement for this script does not belong to this script.
8004F208 ErrorScriptInitialStatementNotRoot The initial statement should the root statement and cannot have a previous statement set.
8004F209 ErrorScriptCannotDeletePublishedScript You cannot delete a UI script that is published. You must unpublish it first.
8004F20A ErrorScriptPublishMissingInitialStatement The selected UI script cannot be published. Provide a value for "First statement number" and try to publish again.
8004F20B ErrorScriptPublishMalformedScript The selected UI script cannot be published. The UI script contains one or more paths which do not end in an end-script or next-script action node. Correct the paths and try to publish again.
8004F20C ErrorScriptUnpublishActiveScript This script is in use and has active sessions (status-reason=incomplete). Please terminate the active sessions (i.e. status-reason=cancelled) and try to unpublish again.
8004F20D ErrorScriptSessionCannotSetStateForDraftScript You cannot set the state of a UI script session for a UI script which is not published.
8004F20E ErrorScriptStatementResponseTypeOnlyForPrompt You cannot associate the response control type for a statement which is not a prompt.
8004F20F ErrorStatementOnlyForDraftScript You cannot create a UI script statement for a UI script which is not draft.
8004F210 ErrorStatementDeleteOnlyForDraftScript You cannot delete a UI script statement for a UI script which is not draft.
8004F211 ErrorInvalidUIScriptImportFile File type is not supported. Select an xml file for import.
8004F212 ErrorScriptFileParse Error occurred while parsing the XML file.
8004F213 ErrorScriptCannotUpdatePublishedScript You cannot update a UI script that is published. You must unpublish it first.
8004F214 ErrorInvalidFileNameChars The Microsoft Excel file name cannot contain the following characters: * / : > < | ? " /. Rename the file using valid characters, and try again.
8004F215 ErrorMimeTypeNullOrEmpty The MimeType property value of the UploadFromBase64DataUIScriptRequest method is null or empty. Specify a valid property value, and try again.
8004F216 ErrorImportInvalidForPublishedScript You cannot save data to a published UI script. Unpublish the UI script, and try again.
8004F217 UIScriptIdentifierDuplicate A variable or input argument with the same name already exists. Choose a different name, and try again.
8004F218 UIScriptIdentifierInvalid The variable or input argument name is invalid. The name can only contain '_', numerical, and alphabetical characters. Choose a different name, and try again.
8004F219 UIScriptIdentifierInvalidLength The variable or input argument name is too long. Choose a smaller name, and try again.
8004F220 ErrorNoQueryData An error has occurred. Either the data does not exist or you do not have sufficient privileges to view the data. Contact your system administrator for help.
8004F221 ErrorUIScriptPromptMissing The dialog that is being activated has no prompt/response.
8004F222 NoConnectionRoleAndObjectTypeCodePairPresent
8004F301 SharePointUrlHostValidator The URL cannot be resolved into an IP.
8004F302 SharePointCrmDomainValidator The SharePoint and Microsoft Dynamics 365 Servers are on different domains. Please ensure a trust relationship between the two domains.
8004F303 SharePointServerDiscoveryValidator The URL is incorrect or the site is not running.
8004F304 SharePointServerVersionValidator The SharePoint Site Collection must be running a supported version of Microsoft Office SharePoint Server or Microsoft Windows SharePoint Services. Please refer the implementation guide.
8004F305 SharePointSiteCollectionIsAccessibleValidator The URL is incorrect or the site is not running.
8004F306 SharePointUrlIsRootWebValidator The URL is not valid. The URL must be a valid site collection and cannot include a subsite. The URL must be in a valid form, such as http://SharePointServer/sites/CrmSite.
8004F307 SharePointSitePermissionsValidator The current user does not have the appropriate privileges. You must be a SharePoint site administrator on the SharePoint site.
8004F308 SharePointServerLanguageValidator Microsoft Dynamics 365 and Microsoft Office SharePoint Server must have the same base language.
8004F309 SharePointCrmGridIsInstalledValidator The Microsoft Dynamics 365 Grid component must be installed on the SharePoint server. This component is required for SharePoint integration to work correctly.
8004F310 SharePointErrorRetrieveAbsoluteUrl An error occurred while retrieving the absolute and site collection url for a SharePoint object.
8004F311 SharePointInvalidEntityForValidation Entity Does not support SharePoint Url Validation.
8004F312 DocumentManagementIsDisabled Document Management is not enabled for this Organization.
8004F313 DocumentManagementNotEnabledNoPrimaryField Document management could not be enabled because a primary field is not defined for this entity.
8004F314 SharePointErrorAbsoluteUrlClipped The URL exceeds the maximum number of 256 characters. Use shorter names for sites and folders, and try again.
8004F401 SiteMapXsdValidationError Sitemap xml failed XSD validation with the following error: '{0}' at line {1} position {2}.
8004F402 EmptySiteMapXml
8004F456 CannotCloseCase This operation can't be completed. One or more child cases can't be closed because of the status transition rules that are defined for cases.
8004F457 CannotMergeCase The merge couldn't be performed. One or more of the selected cases couldn't be cancelled because of the status transition rules that are defined for cases.
8004F501 CannotSecureAttribute The field '{0}' is not securable
8004F502 AttributePrivilegeCreateIsMissing The user does not have create permissions to a secured field. The requested operation could not be completed.
8004F503 AttributePermissionUpdateIsMissingDuringShare The user does not have update permissions to a secured field. The requested operation could not be completed.
8004F504 AttributePermissionReadIsMissing The user does not have read permissions to a secured field. The requested operation could not be completed.
8004F505 CannotRemoveSysAdminProfileFromSysAdminUser The Sys Admin Profile cannot be removed from a user with a Sys Admin Role
8004F506 QueryContainedSecuredAttributeWithoutAccess The Query contained a secured attribute to which the caller does not have access
8004F507 AttributePermissionUpdateIsMissingDuringUpdate The user doesn't have AttributePrivilegeUpdate and not granted shared access for a secured attribute during update operation
8004F508 AttributeNotSecured One or more fields are not enabled for field level security. Field level security is not enabled until you publish the customizations.
8004F509 AttributeSharingCreateShouldSetReadOrAndUpdateAccess You must set read and/or update access when you share a secured attribute. Attribute ID: {0}
8004F50A AttributeSharingUpdateInvalid Both readAccess and updateAccess are false: call Delete instead of Update.
8004F50B AttributeSharingCreateDuplicate Attribute has already been shared.
8004F50C AdminProfileCannotBeEditedOrDeleted The System Administrator field security profile cannot be modified or deleted.
8004F50D AttributePrivilegeInvalidToUnsecure You must have sufficient permissions for a secured field before you can change its field level security.
8004F50E AttributePermissionIsInvalid Permission '{0}' for field '{1}' with id={2} is invalid.
8004F50F ApplicationUserAllowCustomRoleOnly Application user must have a custom security role. Role = {0} can not be assigned to Application UserId = {1}
8004F510 AzureApplicationIdNotFound We didn’t find that application ID {0} in your Azure Active Directory (Azure AD). Make sure your application is registered in Azure AD.
8004F511 DuplicateApplicationUser You are attempting to create an Application ID = {0} that already exists.
8004F512 AzureApplicationIdNotFoundInOrgDB Azure applicationid not found. We didn’t find the application ID {0} in your CRM database. Correct the application ID and resubmit the update.
8004F600 RequireValidImportMapForUpdate The update operation cannot be completed because the import map used for the update is invalid.
8004F601 InvalidFormatForUpdateMode The file that you uploaded is invalid and cannot be used for updating records.
8004F602 MaximumCountForUpdateModeExceeded In an update operation, you can import only one file at a time.
8004F603 RecordResolutionFailed The record could not be updated because the original record no longer exists in Microsoft Dynamics 365.
8004F652 CannotDeleteSystemForm System forms cannot be deleted.
8004F653 CannotUpdateSystemEntityIcons System entity icons cannot be updated.
8004F654 FallbackFormDeletion You cannot delete this form because it is the only fallback form of type {0} for the {1} entity. Each entity must have at least one fallback form for each form type.
8004F655 SystemFormImportMissingRoles The unmanaged solution you are importing has displaycondition XML attributes that refer to security roles that are missing from the target system. Any displaycondition attributes that refer to these security roles will be removed.
8004F656 SystemFormCopyUnmatchedEntity The entity for the Target and the SourceId must match.
8004F657 SystemFormCopyUnmatchedFormType The form type of the SourceId is not valid for the Target entity.
8004F658 SystemFormCreateWithExistingLabel The label '{0}', id: '{1}' already exists. Supply unique labelid values.
8004F659 QuickFormNotCustomizableThroughSdk The SDK does not support creating a form of type "Quick". This form type is reserved for internal use only.
8004F660 InvalidDeactivateFormType You can’t deactivate {0} forms. Only Main forms can be inactive.
8004F661 FallbackFormDeactivation This operation can’t be completed. You must have at least one active Main form.
8004F662 DeprecatedFormActivation This form has been deprecated in the previous release and cannot be used anymore. Please migrate your changes to a different form. Deprecated forms will be removed from the system in the future.
8004F663 CannotUpdateEntitySetName EntitySetName cannot be updated for OOB entities
8004F664 FallbackCardFormDeactivation This operation can’t be completed. You must have at least one active Card form.
8004F665 FallbackQuickFormDeactivation This operation can’t be completed. You must have at least one active Quick form.
8004F666 FallbackMainInteractionCentricFormDeactivation This operation can’t be completed. You must have at least one active MainInteractionCentric form.
8004F667 DeprecatedMobileFormsCreation Mobile forms have been deprecated. Cannot create new mobile express forms.
8004F668 DeprecatedMobileFormsEdit Mobile forms have been deprecated. Cannot open mobile forms editor.
8004F671 RuntimeRibbonXmlValidation The most recent customized ribbon for a tab on this page cannot be generated. The out-of-box version of the ribbon is displayed instead.
8004F681 NoRollupAttributesDefined For rollup to succeed atleast one rollup attribute needs to be associated with the goal metric
8004F682 GoalPercentageAchievedValueOutOfRange The percentage achieved value has been set to 0 because the calculated value is not in the allowed range.
8004F683 InvalidRollupQueryAttributeSet A Rollup Query cannot be set for a Rollup Field that is not defined in the Goal Metric.
8004F684 InvalidGoalManager The manager of a goal can only be a user and not a team.
8004F685 InactiveRollupQuerySetOnGoal An inactive rollup query cannot be set on a goal.
8004F686 InactiveMetricSetOnGoal An inactive metric cannot be set on a goal.
8004F687 MetricEntityOrFieldDeleted The entity or field that is referenced in the goal metric is not valid
8004F6A0 ExceededNumberOfRecordsCanFollow You have exceeded the number of records you can follow. Please unfollow some records to start following again.
8004F6A1 EntityIsNotEnabledForFollowUser This entity is not enabled to be followed.
8004F6A2 EntityIsNotEnabledForFollow This entity is not enabled to be followed.
8004F6A3 CannotFollowInactiveEntity Can't follow inactive record.
8004F6A4 MustContainAtLeastACharInMention The display name must contain atleast one non-whitespace character.
8004F701 InvalidOperationForDynamicList This action is not available for a dynamic marketing list.
8004F702 QueryNotValidForStaticList Query cannot be specified for a static list.
8004F703 LockStatusNotValidForDynamicList Lock Status cannot be specified for a dynamic list.
8004F704 CannotCopyStaticList This action is valid only for dynamic list.
8004F710 LanguageProvisioningSrsDataConnectorNotInstalled The Microsoft Dynamics 365 Reporting Extensions must be installed before the language can be provisioned for this organization.
8004F800 InitializeErrorNoReadOnSource The operation could not be completed because you donot have read access on some of the fields in {0} record.
8004F850 CannotDeleteActiveRule You can not delete an active routing rule. Deactivate the rule to delete it.
8004F851 CannotEditActiveRule You can not edit an active routing rule. Deactivate the rule to delete it.
8004F852 RuleAlreadyInactiveState This routing rule is already in Active state.
8004F853 RuleAlreadyInDraftState You can not deactivate a draft routing rule.
8004F854 StateTransitionActiveToResolve Because of the status transition rules, you can't resolve a case in the current status.Change the case status, and then try resolving it, or contact your system administrator.
8004F855 StateTransitionActiveToCanceled Because of the status transition rules, you can't cancel the case in the current status.Change the case status, and then try canceling it, or contact your system administrator.
8004F856 StateTransitionResolvedOrCanceledToActive Because of the status transition rules, you can't activate the case from the current status.Contact your system administrator.
8004F857 StateTransitionActivateNewStatus You can't activate this record because of the status transition rules.Contact your system administrator.
8004F858 StateTransitionDeactivateNewStatus You can't deactivate this record because of the status transition rules.Contact your system administrator.
8004F859 CannotDeleteRelatedSla The SLA record couldn't be deleted. Please try again or contact your system administrator
8004F860 CannotEditActiveSla You can't delete active SLA .Please deactivate the SLA to delete or Contact your system administrator.
8004F861 SlaAlreadyInactiveState You can't activate this record because it's already active.
8004F862 SlaAlreadyInDraftState
8004F863 CannotChangeState Error occured during activating SLA..Please check your privileges on Workflow and kindly try again or Contact your system administrator.
8004F864 InvalidPrimaryContactBasedOnAccount The specified contact doesn't belong to the account selected as the customer. Specify a contact that belongs to the selected account, and then try again.
8004F865 InvalidPrimaryContactBasedOnContact The specified contact doesn't belong to the contact that was specified in the customer field. Remove the value from the contact field, or select a contact associated to the selected customer, and then try again.
8004F866 InvalidEntitlementForSelectedCustomerOrProduct Select an active entitlement that belongs to the specified customer, contact, or product, and then try again.
8004F867 ImportRoutingRuleError An error occurred while importing Routing Rule Sets.
8004F868 ImportSlaError An error occurred while importing SLAs.
8004F869 ImportConvertRuleError An error occurred while importing Convert Rules.
8004F870 CannotDeleteActiveSla You can't delete an active SLA. Deactivate the SLA, and then try deleting it.
8004F871 ActiveSlaCannotEdit You can't edit an active SLA. Deactivate the SLA, and then try editing it.
8004F872 SlaActivateDeactivateByNonOwner This SLA cannot be activated or deactivated by someone who is not its owner.
8004F873 PartialHolidayScheduleCreation Partial holiday schedule can not be created.
8004F874 ErrorNoActiveRoutingRuleExists Currently there's no active rule to route this case.
8004F875 SlaPermissionToPerformAction You don't have the required permissions on SLAs and processes to perform this action.
8004F876 RoutingRulePublishedByOwner Your rule can't be activated until the current active rule is deactivated. The active rule can only be deactivated by the rule owner.
8004F877 RoutingRuleMissingRuleCriteria You can't activate this rule until you resolve any missing rule criteria information in the rule items.
8004F878 RoutingRulePublishedByNonOwner The Routing Rule Set cannot be published or unpublished by someone who is not its owner.
8004F879 ConvertRuleInvalidAutoResponseSettings Select an email template for an autoresponse or set the autoresponse option to No.
8004F880 CannotDeleteActiveCaseCreationRule You can't delete an active rule. Deactivate the Record Creation and Update Rule, and then try deleting it.
8004F883 RecordCanOnlyBeRevisedFromActiveState You can only revise an active product.
8004F884 RuleAlreadyExistsWithSameQueueAndChannel Record creation rule for the specified channel and queue already exists. You can't create another one.
8004F885 RoutingRuleActivateDeactivateByNonOwner This Routing Rule Set cannot be activated or deactivated by someone who is not its owner.
8004F886 ConvertRuleActivateDeactivateByNonOwner This Convert Rule Set cannot be activated or deactivated by someone who is not its owner.
8004F887 CannotOverrideProperty You can't override this property as another overriden version of this property already exists. Please delete the previously overridden version, and then try again.
8004F888 ParentHierarchyExistProperty A parent should exist for each node in hierarchy except the root node.
8004F889 CreatePropertyError An error occurred while saving the {0} property.
8004F890 CreatePropertyInstanceError An error occurred while saving the {0} property instance.
8004F891 DuplicateProductRelationship A product relationship with the same product and related product already exists.
8004F892 CannotDeleteDynamicPropertyInRetiredState You can't delete a property of a retired product.
8004F894 CannotDeleteActiveRecordCreationRuleItem You can’t delete an active record creation rule item. Deactivate the record creation rule, and then try deleting it.
8004F896 ConvertRuleQueueIdMissingForEmailSource Queue value required. Provide a value for the queue.
8004F897 MaxActiveSLAError You can’t activate this SLA because you’ve exceeded the maxiumum number of entities that can have active SLAs for your organization.
8004F898 MaxActiveSLAKPIError You can’t activate this SLA because you’ve exceeded the maxiumum number of SLA KPIs that are allowed per entity for your organization.
8004F900 TraceMessageConstructionError The trace record has an invalid trace code or an insufficient number of trace parameters.
8004F901 TooManyBytesInInputStream The stream being read from has too many bytes.
8004F902 CannotAddPricelistToProductFamily You can't add a product family to a pricelist.
8004F903 SdkMessagesDeprecatedError This message is no longer available. Please consult the SDK for alternative messages.
8004F906 CanOnlySetActiveOrDraftProductFamilyAsParent You can only set product families in a draft or active state as parent.
8004F907 CannotPublishBundleWithProductStateDraftOrRetire You can't publish this bundle because its associated products are in a draft state, are retired, or are being revised.
8004F908 CannotAddProduct You can only add Active products.
8004F909 CannotPublishChildOfNonActiveProductFamily You can't publish this record because it belongs to a product family that isn't published.
8004F90A InvalidStateForPublish The specified ProductFamily, Product or Bundle can only be published from Draft state or ActiveDraft status
8004F910 ProductHasUnretiredChild You can't retire this product family because one or more of its child records aren't retired.
8004F912 ProductFromActiveToDraftState You can't set a published product to the draft state.
8004F913 ProductFromDraftToRevisedState You can't revise a draft or a retired product.
8004F914 CannotOverridePropertyFromDifferentHierarchy You can't override a property that belongs to a different product hierarchy.
8004F915 CannotRetireProduct You can't retire this product because it belongs to active bundles or price lists. Remove it from any bundles or price lists before you retire it.
8004F916 CannotPublishKitWithProductStateDraftOrRetire You can't publish this kit because its associated products are in a draft state, are retired, or are being revised.
8004F972 BundleCannotContainBundle You can't add a bundle to a bundle.
8004F973 ProductOrBundleCannotBeAsParent Only Product Families can be parents to products.
8004F974 CannotAssociateRetiredProducts You can't create a product relationship with a retired product.
8004F975 CannotUpdateDraftProducts You can Only update draft products.
8004F976 CannotAddProductToBundle You cannot add products to this bundle.The limit of {0} has been reached for this bundle.
8004F977 ProductFromRetiredToActiveState You can't set a retired property to an active state.
8004F978 ProductFromDraftToRetiredState You can't retire a product that's in the draft state.
8004F979 ProductFromRetiredToDraftState It is not possible to move product from Retired to Draft State.
8004F980 ProductFromRetiredToRetiredState Product is already in Retired State.
8004F981 ProductFromDraftToDraftState Product is already in Draft State.
8004F982 ProductFromActiveToActiveState Product is already in Active State.
8004F983 SaveRecordBeforeAddingBundle After you select a price list, you must save the record before you can add a bundle with optional products.
8004F984 CannotAddDraftFamilyProductBundleToCases You can't add a product family, a draft product, or a draft bundle.
8004F985 CannotCloneBundleAsProductLimitExceeded You can't create this new bundle because it contains more than the allowed number of {0} products that a bundle can contain.
8004F986 CannotChangeSelectedBundleToAnotherValue If a bundle is selected as an existing product, you can't change it to another value.
8004F987 CannotChangeSelectedProductWithBundle If a product is selected as an existing product, you can't change it to a bundle.
8004F988 InvalidRelationshipTypeForUpSell An upsell relationship is always unidirectional and can't be changed.
8004F989 InvalidRelationshipTypeForAccessory An accessory relationship is always unidirectional and can't be changed.
8004F990 ProductNoSubstitutedProductNumber The substituted Product number cannot be a NULL.
8004F992 BundleCannotContainProductFamily You can't add a product family to a bundle.
8004F993 RetiredProductToBundle You can't add a retired product to a bundle.
8004F994 DraftBundleToProduct You can only add products to a draft bundle.
8004F995 ProductCanOnlyBeUpdatedInDraft Product, product family and bundle can only be updated in draft state.
8004F996 InconsistentProductRelationshipState The other row for the product relationship is not available.
8004F997 CannotRetireProductFromActiveBundle This product cannot be retired because it is a part of some active bundles or pricelists. Please remove it from all bundles or pricelists before retiring.
8004F998 CannotSetProductAsParent You can only select a product family as the parent.
8004F999 CannotAssociateProductFamily You can't create a relationship with a product family.
8004F9A1 ImportHierarchyRuleDeletedError A hierarchy rule with the same id is marked as deleted in the system,So first publish the customized entity and import again.
8004F9A2 ImportHierarchyRuleExistingError Cannot reuse existing hierarchy rule.
8004F9A3 ImportHierarchyRuleOtcMismatchError There was an error processing hierarchy rules of the same object type code.(unresolvable system collision)
80050001 CannotUpdateEmailStatisticForEmailNotSent We can’t update email statistics because the email hasn’t been sent.
80050002 CannotUpdateEmailStatisticForEmailNotFollowed We can’t update email statistics because the email isn’t being followed.
80050003 EmailEngagementFeatureDisabled Please enable Email Engagement feature for current org to follow or unfollow email attachment.
80050004 OneDriveForBusinessDisabled Following attachments requires OneDrive for Business. Please contact your administrator to enable OneDrive for Business in the organization.
80050005 InvalidActivityMimeAttachmentId Invalid activityMimeAttachmentId.
80050006 AttachmentNotRelatedToEmail This attachment does not belong to an email.
80050007 EmailDoesNotExist Email does not exist for given attachment.
80050008 EmailNotFollowed This attachment cannot be followed as its corresponding email is not followed.
80050009 OneDriveForBusinessLocationNotFound No One Drive for Business active location found.
80050010 DocumentManagementDisabledForEmail Document Management must be enabled on the Email entity in order to follow attachments. Please contact your administrator to enable Document Management.
80050011 EmailMonitoringNotProvisioned RI provisioning service failed.
80050012 EmailMonitoringProvisionFailed Email engagement feature provisioning failed
80050013 ErrorInFetchingEmailEngagementProvisioningStatus Error in fetching email engagement feature provisioning status.
80050014 EmailMonitoringDeProvisionFailed Email engagement feature deprovisioning failed
80050015 EmailEngagementFeatureDisabledForAttachmentTracking Please enable Email Engagement feature for this organization to follow email attachments.
80050016 SiteMapMissing You don’t have permissions for these records or something may be wrong with the site map. Contact your system administrator.If you are the administrator, you can go to the solutions page and import a different solution.
80050017 CannotUpdateTemplateIdForEmailInNonDraftState We can’t update the template because the email has already been sent or is not in a Draft state.
80050018 CannotUpdateEmailStatisticWhenEEFeatureNotEnabled We can’t update email statistics because Email Engagement isn’t turned on for the organization.
80050019 InvalidTemplateId That’s not a valid template.
80050020 CannotUpdateDelaySendTimeForEmailWhenEmailIsNotInProperState We can’t update the delay send time because the email is not a draft or isn’t scheduled to be sent.
80050021 CannotUpdateDelaySendTimeWhenEEFeatureNotEnabled We can’t update the delay send time because Email Engagement isn’t turned on for the organization.
80050022 EmailInteractionsFetchFailure Unable to fetch email interactions.
80050023 EmailReminderActionCardCreationFailure We can’t create email reminder action card.
80050024 EmailOpenActionCardCreationFailure We can’t create email open action card.
80050025 EESiteDBFetchFailure Unable to fetch data from site DB.
80050100 DesignerAccessDenied You do not have enough privileges to perform the requested operation. For more information, contact your administrator.
80050101 DesignerInvalidParameter The {0} provided is incorrect or missing. Please try again with the correct {1}.
80050102 ErrorTemplate {0}
80050109 InvalidAppModuleSiteMapXml
80050110 InvalidAppModuleSiteMap The customized site map for this app module could not be used because it is configured incorrectly. To resolve this issue, navigate to the full experience to repair the customized site map and import it again.
80050111 InvalidMultipleSiteMapReferenceSingleAppModule An app can’t have multiple site maps.
80050112 InvalidAppModuleComponentType An app can’t reference the component type “{0}”.
80050113 InvalidAppModuleComponent The ID {0} doesn’t exist or isn’t valid for the component type “{1}”.
80050114 CannotPublishAppModule We can’t publish the app because it has validation errors.
80050115 AppModuleComponentEntityMustHaveFormOrView The entity “{0}” must have at least one form or view in the app.
80050116 InvalidAppModuleId The app ID is invalid or you don’t have access to the app.
80050117 AppModuleFeatureNotEnabled The feature isn’t turned on for this organization.
80050118 AppModuleNotContainMOCAEnabledEntity App Module with MOCA as a supported client should have at least one MOCA enabled entity
80050119 CannotUpdateAppModuleUniqueName You can’t change the unique name .
8005011A InvalidAppModuleUrl The app URL is not unique or the format is invalid.
8005011B NoAppModuleComponentReferred No component is referenced
8005011C NoSiteMapReferenceInAppModule App Module does not contain Site Map
8005011D AppModuleNotReferEntity App Module does not reference at least one entity
8005011E InvalidAppModuleUniqueName The unique name exceeds the maximum length of 40 characters or contains invalid characters. Only letters and numbers are allowed.
8005011F DuplicateAppModuleUniqueName The name you entered is already in use.
80050120 MultipleSitemapsFound Found {0} unpublished site maps but expected only 1
80050122 RefferedSolutionIsDifferent Found unpublished row outside of active solution: SiteMapId = {0}, SolutionId = {1}
80050123 AppModulesImportError An error occurred while importing App Modules
80050124 DiskSpaceNotEnough There is not enough space in the Temp Folder.
80050125 ImportFileFailed Import and extraction of the file failed.
80050126 InvalidAppModuleClientType The client type value passed is incorrect and not in the valid range.
80050127 AppModuleWithClientExists Couldn’t create the app. There’s already an app for this client type.
80050128 CannotUpdateAppModuleClientType Can’t change the client type of this app.
80050129 CannotDeleteAppModuleClientType This app can’t be deleted.
8005012A AppModuleMustHaveOnlyValidClientEntity The “{0}” entity isn’t valid for the chosen client, and won’t be shown at runtime.
8005012B InvalidWebresourceId The webresource ID is invalid.
8005012C InvalidWelcomePageId The welcome page ID is invalid.
8005012D InvalidWebresourceType The web resource provided for the app icon is invalid.
8005012E InvalidWelcomePageType The web resource provided for the app Welcome page is invalid.
8005012F InvalidAppModuleEventHandlers
80050130 CannotDeleteAppModuleAdministration
80050201 WebhooksNonSuccessHttpResponse The webhook call failed because the http request received non-success httpStatus code. Please check your webhook request handler.
80050202 WebhooksHttpRequestTimedOut The webhook call failed because the Http request timed out at client side. Please check your webhook request handler.
80050203 WebhooksInvalidHttpHeaders The webhook call failed because of invalid http headers in authValue. Check if the authValue format, header names and values are valid for your Service Endpoint entity.
80050204 WebhooksInvalidHttpQueryParams The webhook call failed because of invalid http query params in authValue. Check if the authValue format, query parameter names and values are valid for your Service Endpoint entity.
80050205 WebhooksPostRequestFailed The webhook call failed during http post. Please check the exception for more details.
80050206 WebhooksPostDisabled The Webhook post is disabled for the organization.
80050207 WebhooksMaxSizeExceeded The webhook call failed because the http request payload has exceeded maximum allowed size. Please reduce your request size and retry.
80050208 ServiceBusMaxSizeExceeded The service bus call failed because the request payload has exceeded maximum allowed size. Please reduce your request size and retry.
80050209 ServiceEndpointAcsAuthNotSupported
80050221 AttributeTypeNotSupportedForCalculatedField Calculated/RollUp Field is not supported for MultiSelectPicklist Attribute Type.
80050222 TooManySelectionsForAttributeType Number of selections for MultiSelectPicklist Attribute Type exceeded maximum limit: {0}.
80050223 TooManyMultiSelectConditionParametersInQuery Number of multiselect condition parameters in query exceeded maximum limit: {0}.
80050224 AttributeTypeNotSupportedForGroupByOrderByQuery GroupBy or OrderBy Query is not supported for MultiSelectPickList Attribute Type.
80050241 AzureWebAppPluginsDisabled Azure WebApp based plugins disabled for the organization.
80050261 TriggerFlowFailure An error has occurred when trying to run this flow.
80050262 FlowMissingRecord You need to select at least one record to trigger this flow.
80050263 VirtualEntityFailure Virtual Entity Operation Failed.
80055000 CannotSetCaseOnHold You do not have the permissions to set this case to an on hold status type. Please contact your system administrator.
80055001 ApplyActiveSLAOnly You can only apply active service level agreements (SLAs) to cases.
80055002 NoPrivilegeToApplyManualSLA You don't have appropriate permissions to apply Servie Level Agreement (SLA) to this case record.
80055003 SlaNotEnabledEntity SLA is not enabled for this entity.
80055004 CannotSetEntityOnHold You don’t have permission to put this record on hold. Contact your system administrator.
80055005 CannotCreateSLAForEntity You can't create a service level agreement (SLA) for this entity because it’s not enabled for creating SLAs
8005B520 LivePlatformGeneralEmailError An Email Error Occurred
8005E000 BidsInvalidConnectionString Input connection string is invalid. Usage: ServerUrl[;OrganizationName][;HomeRealmUrl]
8005E001 BidsInvalidUrl Input url {0} is invalid.
8005E002 BidsServerConnectionFailed Failed to connect to server {0}.
8005E003 BidsAuthenticationError An error occured while authenticating with server {0}.
8005E004 BidsNoOrganizationsFound No organizations found for the user.
8005E005 BidsOrganizationNotFound Organization {0} cannot be found for the user.
8005E006 BidsAuthenticationFailed Authentication failed when trying to connect to server {0}. The username or password is incorrect.
8005E007 TransactionNotSupported The operation that you are trying to perform does not support transactions.
8005E008 IndexOutOfRange The index {0} is out of range for {1}. Number of elements present are {2}.
8005E009 InvalidAttribute Attribute {0} cannot be found for entity {1}.
8005E00A MultiValueParameterFound Fetch xml parameter {0} cannot obtain multiple values. Change report parameter {0} to single value parameter and try again.
8005E00B QueryParameterNotUnique Query parameter {0} must be defined only once within the data set.
8005E00C InvalidEntity Entity {0} cannot be found.
8005E00D UnsupportedAttributeType Attribute type {0} is not supported. Remove attribute {1} from the query and try again.
8005E00E FetchDataSetQueryTimeout The fetch data set query timed out after {0} seconds. Increase the query timeout, and try again.
8005E100 InvalidCommand Invalid command.
8005E101 InvalidDataXml Invalid data xml.
8005E102 InvalidLanguageForProcessConfiguration Process configuration is not available since your language does not match system base language.
8005E103 InvalidComplexControlId The complex control id is invalid.
8005E104 InvalidProcessControlEntity The process control definition contains an invalid entity or invalid entity order.
8005E105 InvalidProcessControlAttribute The process control definition contains an invalid attribute.
8005E200 CannotDeleteUserMailbox The mailbox associated to a user or a queue cannot be deleted.
8005E201 EmailServerProfileSslRequiredForOnline You cannot set SSL as false for Microsoft Dynamics 365 Online.
8005E202 EmailServerProfileInvalidCredentialRetrievalForOnline Windows integrated or Anonymous authentication cannot be used as a connection type for Microsoft Dynamics 365 Online.
8005E203 EmailServerProfileInvalidCredentialRetrievalForExchange No credentials (Anonymous) cannot be used a connection type for exchange e-mail server type.
8005E204 EmailServerProfileAutoDiscoverNotAllowed Auto discover server URL can location can only be used for an exchange e-mail server type.
8005E205 EmailServerProfileLocationNotRequired You cannot specify the incoming/outgoing e-mail server location when Autodiscover server location has been set to true.
8005E207 ForwardMailboxCannotAssociateWithUser A forward mailbox cannot be created for a specific user or a queue. Please remove the regarding field and try again.
8005E208 MailboxCannotModifyEmailAddress E-mail Address of a mailbox cannot be updated when associated with an user/queue.
8005E209 MailboxCredentialNotSpecified Username is not specified
8005E20A EmailServerProfileInvalidServerLocation The specified server location {0} is invalid. Correct the server location and try again.
8005E20B CannotAcceptEmail The email that you are trying to deliver cannot be accepted by Microsoft Dynamics 365. Reason Code: {0}.
8005E210 QueueMailboxUnexpectedDeliveryMethod Delivery method for mailbox associated with a queue cannot be outlook client.
8005E211 ForwardMailboxEmailAddressRequired An e-mail address is a required field in case of forward mailbox.
8005E212 ForwardMailboxUnexpectedIncomingDeliveryMethod Forward mailbox incoming delivery method can only be none or router.
8005E213 ForwardMailboxUnexpectedOutgoingDeliveryMethod Forward mailbox outgoing delivery method can only be none.
8005E214 InvalidCredentialTypeForNonExchangeIncomingConnection For a POP3 email server type, you can only connect using credentials that are specified by a user or queue.
8005E215 Pop3UnexpectedException Exception occur while polling mails using Pop3 protocol.
8005E216 OpenMailboxException Exception occurs while opening mailbox for Exchaange mail server.
8005E217 InvalidMailbox Invalid mailboxId passed in. Please check the mailboxid.
8005E218 InvalidEmailServerLocation The server location is either not present or is not valid. Please correct the server location.
8005E219 InactiveMailbox The mailbox is in inactive state. Send/Receive mails are allowed only for active mailboxes.
8005E220 UnapprovedMailbox The mailbox is not in approved state. Send/Receive mails are allowed only for approved mailboxes.
8005E221 InvalidEmailAddressInMailbox The email address in the mailbox is not correct. Please enter the correct email address to process mails.
8005E222 EmailServerProfileNotAssociated Email Server Profile is not associated with the current mailbox. Please associate a valid profile to send/receive mails.
8005E223 IncomingDeliveryIsForwardMailbox Cannot poll mails from the mailbox. Its incoming delivery method is Forward mailbox.
8005E224 InvalidIncomingDeliveryExpectingEmailConnector The incoming delivery method is not email connector. To receive mails its incoming delivery method should be Email Connector.
8005E225 OutgoingNotAllowedForForwardMailbox Mailbox is a forward mailbox. A forward mailbox cannot send the mails.
8005E226 InvalidOutgoingDeliveryExpectingEmailConnector The outgoing delivery method is not email connector. To send mails its outgoing delivery method should be Email Connector.
8005E227 InaccessibleSmtpServer Cannot reach to the smtp server. Please check that the smtp server is accessible.
8005E228 InactiveEmailServerProfile Email server profile is disabled. Cannot process email for disabled profile.
8005E229 CannotUseUserCredentials Email connector cannot use the credentials specified in the mailbox entity. This might be because user has disallowed it. Please use other mode of credential retrieval or allow the use of credential by email connector.
8005E230 CannotActivateMailboxForDisabledUserOrQueue Mailbox cannot be activated because the user or queue associated with the mailbox is in disabled state. Mailbox can only be activated for Active User/Queue.
8005E231 ZeroEmailReceived There were no email available in the mailbox or could not be retrieved.
8005E232 NoTestEmailAccessPrivilege There is not sufficient privilege to perform the test access.
8005E233 MailboxCannotDeleteEmails The Delete Emails after Processing option cannot be set to Yes for user mailboxes.
8005E234 EmailServerProfileSslRequiredForOnPremise Usage of SSL while contacting external email servers is mandatory for this Dynamics 365 deployment.
8005E235 EmailServerProfileDelegateAccessNotAllowed For an SMTP email server type, auto-granted delegate access cannot be used.
8005E236 EmailServerProfileImpersonationNotAllowed For a Non Exchange email server type, impersonation cannot be used.
8005E237 EmailMessageSizeExceeded Email Size Exceeds the MaximumMessageSizeLimit specified by the deployment.
8005E238 OutgoingSettingsUpdateNotAllowed Different outgoing connection settings cannot be specified because the "Use Same Settings for Outgoing Connections" flag is set to True.
8005E239 CertificateNotFound The given certificate cannot be found.
8005E23A InvalidCertificate The given certificate is invalid.
8005E23B EmailServerProfileInvalidAuthenticationProtocol The authentication protocol is invalid for the specified server and connection type. For more information, contact your system administrator.
8005E23C EmailServerProfileADBasedAuthenticationProtocolNotAllowed The authentication protocol cannot be set to Negotiate or NTLM for your organization because these require Active Directory. Use a different authentication protocol or contact your system administrator to enable an Active Directory-based authentication protocol.
8005E23D EmailServerProfileBasicAuthenticationProtocolNotAllowed The specified authentication protocol cannot be used because the protocol requires sending credentials on a secure channel. Use a different authentication protocol or contact your administrator to enable Basic authentication protocol on a non-secure channel.
8005E23E IncomingServerLocationAndSslSetToNo The URL specified for Incoming Server Location uses HTTPS but the Use SSL for Incoming Connection option is set to No. Set this option to Yes, and then try again.
8005E23F OutgoingServerLocationAndSslSetToNo The URL specified for Outgoing Server Location uses HTTPS but the Use SSL for Outgoing Connection option is set to No. Set this option to Yes, and then try again.
8005E240 IncomingServerLocationAndSslSetToYes The URL specified for Incoming Server Location uses HTTP but the Use SSL for Incoming Connection option is set to Yes. Specify a server location that uses HTTPS, and then try again.
8005E241 OutgoingServerLocationAndSslSetToYes The URL specified for Outgoing Server Location uses HTTP but the Use SSL for Outgoing Connection option is set to Yes. Specify a server location that uses HTTPS, and then try again.
8005E242 UnsupportedEmailServer The email server isn't supported.
8005E243 S2SAccessTokenCannotBeAcquired Failed to acquire S2S access token from authorization server.
8005E244 InvalidValueProcessEmailAfter The date in the Process Email From field is earlier than what is allowed for your organization. Enter a date that is later than the one specified, and try again.
8005E245 InvalidS2SAuthentication You can use server-to-server authentication only for email server profiles created for a Microsoft Dynamics 365 Online organization that was set up through the Microsoft online services environment (Office 365).
8005E246 RouterIsDisabled Microsoft Dynamics 365 has been configured to use server-side synchronization to process email. If you want to use the Email Router to process email, go to System Settings and change the Process Email Using field to Microsoft Dynamics 365 2016 Email Router.
8005E247 MailboxUnsupportedEmailServerType Server-side synchronization for appointments, contacts, and tasks isn't supported for POP3 or SMTP server types. Select a supported email type or change the synchronization method for appointments, contacts, and tasks to None.
8005E248 TestEmailConfigurationScheduledInProgress Test email configuration scheduled is in progress. Please save after completion of test.
8005E249 ServiceAccountMailboxesCountIsZero No service account mailbox is associated for the email server profile.
8005E24A ServiceAccountMailboxesCountIsGreaterThanOne More no of service account mailboxes is associated to emailserver profile
8005E24B SpecifyIncomingServerLocation Specify the URL of the incoming server location
8005E24C SpecifyOutgoingServerLocation Specify the URL of the outgoing server location
8005E24D UserNameRequiredForImpersonation Type in a user name and save again
8005E24E PasswordRequiredForImpersonation Type in a password and save again
8005E24F SpecifyInComingPort Specify Incomming Port and save again
8005E250 ServerLocationIsEmpty Server Location Field cannot be Empty
8005E251 SpecifyIncomingUserName Specify username for Incoming Connection
8005E252 SpecifyOutgoingUserName Specify username for Outgoing Connection
8005E253 SpecifyIncomingPassword Specify password for Incoming Connection
8005E254 SpecifyOutgoingPassword Specify password for Outgoing Connection
8005E255 ServerLocationAndSSLSetToYes The URL specified for Server Location uses HTTP but Secure Sockets Layer(SSL) is required for Exchange Online.
8005E256 SpecifyOutgoingPort Specify Outgoing Port and save again
8005E25A TenantIDIsEmpty Exchange Online Tenant ID field cannot be empty.
8005E25B InvalidTenantIDValue Exchange Online Tenant ID value is not valid.The Field value should be a string in the structure of GUID.
8005E25C TenantIDValueChanged The detected tenantId for your exchange is different than the once you saved.
8005F031 EmailRouterFileTooLargeToProcess One or more of the email router configuration files is too large to get processed.
8005F032 ErrorsInEmailRouterMigrationFiles Invalid File(s) for Email Router Migration
8005F033 InvalidMigrationFileContent The content of the import file is not valid. You must select a text file.
8005F034 ErrorMigrationProcessExcessOnServer The server is busy handling other migration processes. Please try after some time.
8005F100 BadRequest The request could not be understood by the server.
8005F101 AccessTokenExpired The requested resource requires authentication.
8005F102 Forbidden The server refuses to fulfill the request.
8005F103 Throttling Too many requests.
8005F104 NetworkIssue Request failed due to unknown network issues or GateWay issues or server issues.
8005F105 CouldNotReadAccessToken The system was not able to read users Yammer access token although a non-empty code was passed.
8005F106 NotVerifiedAdmin You need an enterprise account with Yammer in order to complete this setup. Please sign in with a Yammer administrator account or contact a Yammer administrator for help.
8005F107 YammerAuthTimedOut You have waited too long to complete the Yammer authorization. Please try again.
8005F108 NoYammerNetworksFound You are not authorized for any Yammer network. Please reauthorize the Yammer setup with a Yammer administrator account or contact a Yammer administrator for help.
8005F109 OAuthTokenNotFound Yammer OAuth token is not found. You should configure Yammer before accessing any related feature.
8005F110 CouldNotDecryptOAuthToken Yammer OAuth token could not be decrypted. Please try to reconfigure Yammer once again.
8005F111 UserNeverLoggedIntoYammer To follow other users, you must be logged in to Yammer. Log in to your Yammer account, and try again.
8005F200 EntityNotEnabledForThisDevice Entity not enabled to be viewed in this device
8005F201 MobileClientLanguageNotSupported The application could not find a supported language on the server. Contact an administrator to enable a supported language
8005F202 MobileClientVersionNotSupported Mobile Client version is not supported
8005F203 RoleNotEnabledForTabletApp You haven't been authorized to use this app./nCheck with your system administrator to update your settings.
8005F204 FilePickerErrorAttachmentTypeBlocked Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F205 FilePickerErrorFileSizeBreached Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F206 FilePickerErrorFileSizeCannotBeZero Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F207 FilePickerErrorUnableToOpenFile Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F208 GetPhotoFromGalleryFailed Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F209 SaveDataFileErrorOutOfSpace Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F20A OpenDocumentErrorCodeUnableToFindAnActivity Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F20B OpenDocumentErrorCodeUnableToFindTheDataId Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F20C OpenDocumentErrorCodeGeneric Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F20D FilePickerErrorApplicationInSnapView Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F20E MobileClientNotConfiguredForCurrentUser Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F20F NoMinimumRequiredPrivilegesForTabletApp You do not have sufficient permissions on the server to load the application./nPlease contact your administrator to update your permissions.
8005F210 DataSourceInitializeFailedErrorCode Try this action again. If the problem continues, check the {0} for solutions or contact your organization's {#Brand_CRM} Administrator. Finally, you can contact {1}.
8005F211 DataSourceOfflineErrorCode This operation failed because you're offline. Reconnect and try again.
8005F212 PingFailureErrorCode The system couldn't reconnect with your {#Brand_CRM} server.
8005F213 RetrieveRecordOfflineErrorCode This record isn't available while you're offline. Reconnect and try again.
8005F214 CantSaveRecordInOffline You can't save this record while you're offline.
8005F215 NotMobileEnabled You can't view this type of record on your tablet. Contact your system administrator.
8005F219 InvalidPreviewModeOperation You can’t perform this operation in preview mode.
8005F21A PageNotFound Page not found. The record might not exist, or the link might be incorrect.
8005F21B ViewNotAvailableForMobileOffline Currently view is not available Offline. Please try switching view or contact administrator
8005F21C NotMobileWriteEnabled You can't create this type of record on your device. Contact your system administrator.
8005F21D DataStoreKeyNotFoundErrorCode Not in local store with key '{0}'
8005F21E RelatedEntityAlreadyExistsInProfile The related entity already exists in this profile.
8005F21F RelatedEntityDoesNotExistsInProfile The related entity doesn’t exist in the profile items.
8005F220 RelatedEntityGenericError An unexpected error occurred while creating the profile association. Please try again.
8005F221 RelatioshipAlreadyExists Selected Relationship for entity already exists in profile.
8005F222 InvalidDataDownloadFilterBusinessUnit For an entity owned by the Business Owner, you can only use the following data download filters: All records or Download related data only.
8005F223 InvalidDataDownloadFilterOrganization For an entity owned by the Organization, you can only use the following data download filters: All records or Download related data only.
8005F224 CantUpdateOnlineRecord You can’t update this record because it doesn’t exist in the offline mode.
8005F225 ApplicationMetadataUserValidationUnknownError Sorry, something went wrong. Please try again, or restart the app.
8005F226 ApplicationMetadataPrepareCustomizationsUnknownError Sorry, something went wrong. Please try again, or restart the app.
8005F227 ApplicationMetadataRetrieveUserContextUnknownError Sorry, something went wrong. Please try again, or restart the app.
8005F228 ApplicationMetadataSyncUnknownError Sorry, something went wrong. Please try again, or restart the app.
8005F229 ApplicationMetadataRetrieveUnknownError Sorry, something went wrong. Please try again, or restart the app.
8005F230 ApplicationMetadataGetPreviewMetadataUnknownError Sorry, something went wrong. Please try again, or restart the app.
8005F231 ApplicationMetadataConverterFailed Sorry, something went wrong. Please try again, or restart the app.
8005F232 ApplicationMetadatadaNullData Sorry, something went wrong. Please try again, or restart the app.
8005F233 ApplicationMetadatadaCreateFailed Sorry, something went wrong. Please try again, or restart the app.
8005F234 ApplicationMetadatadaUpdateFailed Sorry, something went wrong. Please try again, or restart the app.
8005F235 ApplicationMetadataPrepareCustomizationsRetrieverError There was a problem with the server configuration changes. Users can continue using the application, but may experience difficulties, including the inability to save changes.
8005F236 ApplicationMetadataPrepareCustomizationsTimeout Sorry, but your client customization changes could not be processed. This may be due to a large number of entities enabled for your users, or the number of languages enabled. Users will not receive customizations until this issue is resolved.
8005F237 ApplicationMetadataPrepareCustomizationsAppLock We encountered some issues when we tried to prepare your customizations for your users. Users on some clients won't be able to download your customization updates until this issue is resolved.
8005F238 EntityMetadataSyncFailed There were problems with the server configurations. There was a problem with the server configuration changes. We are unable to load the application, please contact your Dynamics 365 administrator.
8005F239 EntityMetadataSyncFailedWithContinue There were difficulties with the server configuration changes. You can continue to use the app with the older configuration, however, you may experience problems including errors when saving. Please contact your Dynamics 365 administrator.
8005F240 ApplicationMetadataSyncFailed There was a problem with the server configuration changes. We are unable to load the application, please contact your Dynamics 365 administrator.
8005F241 ApplicationMetadataFailedWithContinue There was a problem with the server configuration changes. You can continue using the application, but may experience difficulties, including the inability to save changes. Please contact your Dynamics 365 administrator and give them the information available in ‘more information’.
8005F242 ApplicationMetadataSyncTimeout Sorry, but your server configuration changes could not be downloaded. This may be due to a slow connection, or due to a large number of entities enabled for mobile use. Please verify your connection and try again. If this issue continues please contact your Dynamics 365 administrator.
8005F243 ApplicationMetadataSyncTimeoutWithContinue Sorry, but your server configuration changes could not be downloaded. This may be due to a slow connection, or due to a large number of entities enabled for mobile use. Please verify your connection and try again. You can continue to use the app with the older configuration, however you may experience problems including errors when saving. If this issue continues please contact your Dynamics 365 administrator.
8005F244 ApplicationMetadataSyncAppLock Sorry, your server is busy so configurations can’t be downloaded right now. Your changes should be available in a few minutes. Wait a few minutes, and sign in again.
8005F245 ApplicationMetadataSyncAppLockWithContinue Sorry, your server is busy so configuration changes can’t be downloaded right now. Your changes should be available in a few minutes. In the meantime, you can continue using the app, and you’ll be reminded later to try downloading the changes. Or, you can wait a few minutes, restart the app, and accept the prompt to try again.
8005F246 GenericMetadataSyncFailed Sorry, something went wrong. Please try again, or restart the app.
8005F247 GenericMetadataSyncFailedWithContinue Sorry, something went wrong downloading server configuration changes. You can continue to use the app with the older configuration, however you may experience problems including errors when saving. If this issue continues please contact your Dynamics 365 administrator and provide the information available when you choose ‘more information’.
8005F248 CannotDeleteOnlineRecord You can’t delete this record because it doesn’t exist in the offline mode.
80060000 StepNotSupportedForClientBusinessRule Step {0} is not supported for client side business rule.
80060001 EventNotSupportedForBusinessRule Event {0} is not supported for client side business rule.
80060002 CannotUpdateTriggerForPublishedRules A trigger cannot be added/deleted/updated for a published rule.
80060003 EventTypeAndControlNameAreMismatched This combination of event type and control name is unexpected
80060004 ExpressionNotSupportedForEditor Rule contain an expression that is not supported by the editor.
80060005 EditorOnlySupportAndOperatorForLogicalConditions The rule expression contains logical operator which is not supported. The editor only support And operator for Logical conditions.
80060006 UnexpectedRightOperandCount The right operand array in the expression contain unexpected no. of operand.
80060007 RuleNotSupportedForEditor The current rule definition cannot be edited in the Business rule editor.
80060008 BusinessRuleEditorSupportsOnlyIfConditionBranch The business rule editor only supports one if condition. Please fix the rule.
80060009 UnsupportedStepForBusinessRuleEditor The rule contain a step which is not supported by the editor.
80060010 UnsupportedAttributeForEditor The rule contain an attribute which is not supported.
80060011 ExpectingAtLeastOneBusinessRuleStep There should be a minimum of one Business rule step.
80060012 RuleCreationNotAllowedForCyclicReferences You can't create this rule because it contains a cyclical reference. Fix the rule and try again.
80060013 NoConditionRuleCreationNotAllowedForSetValueShowError The "Show error message" and "Set value" actions can't be used in a business rule that doesn't have a condition.
80060014 RuleActivationNotAllowedWithDeletedStages You can't activate this rule because it contains a deleted stage or stage category. Fix the rule and try again.
80060200 EntityLimitExceeded MultiEntitySearch exceeded Entity Limit defined for the Organization.
80060201 InvalidSearchEntity Invalid Search Entity - {0}.
80060202 InvalidSearchEntities Search - {0} did not find any valid Entities.
80060203 NoQuickFindFound Entity - {0} did not have a valid Quickfind query.
80060204 InvalidSearchName Invalid Search Name - {0}.
80060205 EntityGroupNameOrEntityNamesMustBeProvided Missing parameter. You must provide EntityGroupName or EntityNames.
80060206 OnlyOneSearchParameterMustBeProvided Extra parameter. You only need to provide EntityGroupName or EntityNames, not both.
80060300 ExternalSearchAttributeLimitExceeded The maximum number of indexed fields has been reached. Update the Relevance Search configuration to reduce the total number of indexed fields {1} below {0}.
80060302 CannotEnableEntityForRelevanceSearch Entity {0} can’t be enabled for relevance search because of the configuration of its managed properties.
80060303 CannotDisableRelevanceSearchManagedProperty The {0} entity is currently syncing to an external search index. You must remove the entity from the external search index before you can set the "Can Enable Sync to External Search Index" property to False.
80060304 DuplicateAttributePhysicalName Attrtibute {0} already exists for entity {1}.
80060305 AttributeIsNotFacetable Cannot set user search facets for entity {0} as attribute {1} is not facetable. Kindly remove it from the list to proceed.
80060306 ExceededLimitForAllowedFacetableAttributes Cannot set user search facets for entity {0} as the limit for allowed facetable attributes is 4. Kindly remove few attributes to proceed.
80060374 SetActiveNotSupportedOnNewRecords
80060375 BusinessProcessFlowDefinitionOutdated This action cannot be completed because the Business Process Flow definition is out of sync with the Process Action. Please contact your Dynamics 365 System Administrator to update the Business Process Flow.
80060376 InvalidExportProcessFlowNotActivated Failed to export Business Process “{0}” because solution does not include corresponding Business Process entity “{1}”. If this is a newly created Business Process in Draft state, activate it once to generate the Business Process entity and include it in the solution.
80060377 InvalidStageTransitionOnInactiveInstance Invalid stage transition. Stage transition is not allowed on inactive processes.
80060378 InputParameterFieldIncorrect Input parameter “{0}” does not match the input parameter field configured. Contact your system administrator to check the configuration metadata if the error persists.
80060379 ProcessActionNameIncorrect Process Action “{0}” does not match the name configured: “{1}”. Contact your system administrator to check the configuration metadata if the error persists.
80060380 ProcessActionWorkflowNotEnabledForOnDemand Process Action or Workflow must be enabled for on-demand execution to be available for action steps.
80060381 CustomActionMustBeMarked Custom Action must be marked ‘As a Business Process Flow action step’ to use as BPF action step.
80060382 ActionSupportNotEnabled Business Processes containing an Action Step cannot be exported because Action Step support is still a Public Preview feature and it is not currently enabled for this organization.
80060383 ManagedBpfDeletionInvalid The business process flow is part of a managed solution and cannot be individually deleted. Uninstall the parent solution to remove the business process flow.
80060384 BPFEntityAlreadyExists BPF entity with this name already exists.
80060385 MissingControlStep Required control step is missing.
80060386 InvalidUniqueName Invalid unique name for action.
80060387 ArgumentTypeMismatch Type mismatch for argument {0}.
80060388 ArgumentDirectionMismatch Direction mismatch for argument {0}.
80060389 InvalidBusinessProcess Invalid Business Process.
80060390 UnsupportedActionType Missing Control Step.
80060391 NotExistBusinessProcess Business Process does not exist.
80060392 InvalidTaskFlow Task Flow is invalid.
80060393 NotExistArgumentInAction Argument {0} does not exist in Action.
80060394 UnsupportedArgumentsMarkedRequired Unsupported arguments should not be marked as required.
80060395 EntityReferenceArgumentsNotBound Required arguments of type EntityReference must be bound to some entity.
80060396 NoDefaultValueForOptionSetArgument Arguments of type OptionSet must have a default value set.
80060397 BpfInstanceAlreadyExists A business process flow already exists for the target record and could not be created. Please contact your system administrator.
80060398 ProcessNameContainsInvalidCharacters The business process name contains invalid characters.
80060399 ProcessEmptyBranches This process contains empty branches. Define or delete these branches and try again.
80060400 WorkflowIdIsNull Workflow Id cannot be NULL while creating business process flow category
80060401 PrimaryEntityIsNull Primary Entity cannot be NULL while creating business process flow category
80060402 TypeNotSetToDefinition Type should be set to Definition while creating business process flow category
80060403 ScopeNotSetToGlobal Scope should be set to Global while creating business process flow category
80060404 CategoryNotSetToBusinessProcessFlow Category should be set to BusinessProcessFlow while creating business process flow category
80060405 BusinessProcessFlowStepHasInvalidParent {0} parent is not of type {1}
80060406 NullOrEmptyAttributeInXaml Attribute - {0} of {1} cannot be null or empty
80060407 InvalidGuidInXaml Guid - {0} in the Xaml is not valid
80060408 NoLabelsAssociatedWithStep {0} does not have any labels associated with it
80060409 StepStepDoesNotHaveAnyControlStepAsItsChildren StepStep does not have any ControlStep as its children
8006040A InvalidWorkflowOrWorkflowDoesNotExist Invalid workflow or workflow does not exist.
8006040B WorkflowDoesNotExist Workflow does not exist.
8006040C ActionStepInvalidStageid ActionStep references invalid Stage Id.
8006040D ActionStepInvalidProcessid ActionStep references invalid Process Id.
8006040E ActionStepInvalidPipelineStageid ActionStep references invalid Pipeline Stage Id.
80060410 InvalidXmlForParameters Parameters node for ControlStep have invalid XML in it
80060411 ControlIdIsNotUnique Control id {0} in the Xaml is not unique
80060412 InvalidAttributeInXaml Attribute - {0} in the XAML is invalid
80060413 AttributeCannotBeUpdated Attribute - {0} cannot be updated for a Business Process Flow
80060414 StepCountInXamlExceedsMaxAllowed There are {0} {1} in the Xaml. Max allowed is {2}.
80060415 EntitiesExceedMaxAllowed You can't cover more than five entities in a process flow. Remove some entities and try again.
80060416 StepDoesNotHaveAnyChildInXaml {0} does not have at least one {1} as its child.
80060417 InvalidXaml XAML for workflow is NULL or Empty
80060418 ProcessNameIsNullOrEmpty The business process flow name is NULL or empty.
80060419 LabelIdDoesNotMatchStepId The label ID {0} doesn’t match the step ID {1}.
8006041A RequiredProcessStepIsNull To move to the next stage, complete the required steps.
8006041B DatafieldNameShouldBeNull ActionStep {0} references invalid DataFieldName {1}.
8006041C ActionStepInvalidProcessAction ActionStep {0} references invalid Process Action {1}.
80060420 EntityExceedsMaxActiveBusinessProcessFlows The {0} entity exceeds the maximum number of active business process flows. The limit is {1}.
80060421 EntityIsNotBusinessProcessFlowEnabled The IsBusinessProcessEnabled property of the {0} entity is false.
80060422 CalculatedFieldsFeatureNotEnabled Calculated Field feature is not available
80060423 CalculatedFieldsInvalidEntity The formula contains an invalid reference: {0}.
80060424 CalculatedFieldsInvalidXaml The {0} field has an invalid XAML formula definition.
80060425 CalculatedFieldsNonCalculatedFieldAssignment Only calculated fields can have a formula definition.
80060426 CalculatedFieldsTypeMismatch You can't use {0}, which is of type {1}, with the current operator.
80060427 CalculatedFieldsInvalidFunction The {0} function doesn't exist.
80060428 CalculatedFieldsInvalidAttribute The {0} field doesn't exist.
80060429 TooManyCalculatedFieldsInQuery Number of calculated fields in query exceeded maximum limit of {0}.
8006042A CalculatedFieldsPrimitiveOverflow Cannot convert the value {0} into type {1}.
8006042B CalculatedFieldsAssignmentMismatch You can’t set the value {0}, which is of type {1}, to type {2}.
8006042C CalculatedFieldsFunctionMismatch You can't use {0}, which is of type {1}, with the current function.
8006042D CalculatedFieldsDivideByZero You cannot divide by {0}, which evaluates to zero.
8006042E CalculatedFieldsInvalidAttributes The formula references the following attributes that don't exist: {0}.
8006042F CalculatedFieldsInvalidValue The formula references a value that doesn't exist.
80060430 CalculatedFieldsInvalidValues The formula references the following values that don't exist: {0}.
80060431 CalculatedFieldsCyclicReference Field {0} cannot be used in calculated field {1} because it would create a circular reference.
80060432 CalculatedFieldsDepthExceeded You can’t create or update the {0} field because the {1} field already has a calculated field chain of {2} deep.
80060433 CalculatedFieldsEntitiesExceeded Field {0} cannot be created or updated because field {1} contains an additional formula that uses a parent record.
80060434 ConditionBranchDoesHaveSetNextStageOnlyChildInXaml Branch condition can contain only SetNextStage as a child.
80060435 ConditionStepCountInXamlExceedsMaxAllowed {0} cannot have more than one {1}.
80060436 ConditionAttributesNotAnSubsetOfStepAttributes Attributes of the condition are not the subset of attributes in the Step, for the Stage : {0}
80060437 InvalidSourceType SourceType {0} isn't valid for the {1} data type.
80060438 CalculatedFieldsInvalidSourceTypeMask The formula can't be saved because it contains references to the following fields that have invalid definitions: {0}.
80060439 AttributeFormulaDefinitionIsEmpty The formula is empty.
8006043A CalculatedFieldsDateOnlyBehaviorTypeMismatch You can only use a Date Only type of field.
8006043B CalculatedFieldsTimeInvBehaviorTypeMismatch You can only use a Time-Zone Independent Date Time type of field.
8006043C CalculatedFieldsUserLocBehaviorTypeMismatch You can only use a User Local Date Time type of field.
80060440 BusinessProcessFlowMissingEntityErrorMessage Failed to import Business Process '{0}' because solution does not include corresponding Business Process entity '{1}'.
80060441 ParticipatingEntityDoesNotAppearInTraversedPath Error displaying Business Process control. Participating entity must be part of traversed path, but entity '{0}' does not appear in path '{1}'. Please contact your system administrator.
80060442 ValidationContextIsNull Error creating or updating Business Process: validation context cannot be null.
80060443 FinalMergedEntityIsNull Error creating or updating Business Process: final merged entity cannot be null.
80060444 EntityInstanceIsNull Error creating or updating Business Process: entity instance cannot be null.
80060445 ContextIsNull Error creating or updating Business Process: context cannot be null.
80060446 BpfEntityServiceIsNull Error creating or updating Business Process: BpfEntityService cannot be null.
80060447 BpfFactoryIsNull Error creating or updating Business Process: BpfFactory cannot be null.
80060448 BpfVisitorIsNull Error creating or updating Business Process: BpfVisitor cannot be null.
80060449 ActiveStageIDIsNull Error updating the Business Process: Active Stage ID cannot be empty.
80060450 StageIdIsNotPresentInBusinessProcess Validation error: Stage ID ‘{0}’ is not present in Business Process. Please contact your system administrator.
80060451 StageEntityIsNull Validation error: stage entity cannot be null.
80060452 InvalidStage Validation error: invalid stage.
80060453 PrimaryParticipatingEntityIsNotPresent Validation error: primary participating entity is not present and is required for every Business Process entity record.
80060454 StageIdIsEmpty Validation error: Stage ID cannot be empty.
80060455 ActiveStageIdDoesNotMatchLastStageInTraversedPath Active Stage ID ‘{0}’ does not match last Stage ID in Traversed Path ‘{1}’. Please contact your system administrator.
80060456 FirstStageIdInTraversedPathDoesNotMatchFirstStageIdInBusinessProcess First Stage ID in traversed path ‘{0}’ does not match first Stage ID in Business Process ‘{1}’. Please contact your system administrator.
80060458 StageIdIsNotValid Validation error: Stage ID is not valid for Business Process.
80060459 ProcessIdIsEmpty Validation error: Process ID cannot be empty.
80060460 ProcessIdDoesNotMatchBusinessProcessDefinition Validation error: Process ID does not match Business Process definition.
80060461 ProcessStageIdIsEmpty Validation error: Primary Stage ID cannot be empty.
80060462 IncorrectActiveStageEntity
80060463 AttributeUpdateNotAllowed
80060464 ModernFlowProcessesNotEnabled
80060465 ModernFlowProcessesOnlyAvailableOnline
80060466 CannotUpdateActiveModernFlow
80060467 FlowServiceClientError
80060468 InvalidFlowProcessClientData
80060469 FlowIsNotActive
80060533 RollupFieldsTargetRelationshipNull The related entity is empty. It must be provided when the source entity hierarchy isn’t used for the rollup.
80060534 RollupFieldsTargetRelationshipNotPartOfOneToNRelationship 1:N relationship {0} from the source entity {1} to the related entity {2} doesn’t exist.
80060535 RollupFieldsSourceEntityNotHierarchical The source entity {0} hierarchy doesn’t exist.
80060536 RollupFieldsAggregateNotDefined An aggregate function and an aggregated field must be provided for the rollup.
80060537 RollupFieldsAggregateFieldNotPartOfEntity Aggregated field {0} does not belong to entity {1}
80060538 RollupFieldsSourceFilterConditionInvalid The source entity {0} filter condition {1} isn’t valid.
80060539 RollupFieldsTargetFilterConditionInvalid The related entity {0} filter condition {1} isn’t valid.
8006053A RollupFieldsAggregateFunctionTypeMismatch The {0} data type isn’t allowed for the aggregated field when the aggregate function is {1}.
8006053B RollupFieldsGeneric The rollup field definition isn't valid.
8006053C RollupFieldsAggregateOnRollupFieldOrComplexCalcFieldNotAllowed The aggregated field must be either a simple field or a basic calculated field.
8006053D RollupFieldsAggregateFieldDataTypeNotAllowedSimilarRollupFieldDataType The {0} data type isn’t allowed for the aggregated field when the rollup field is a {1} data type.
8006053E RollupFieldsDataTypeNotValid The {0} data type isn’t valid for the rollup field.
8006053F RollupFieldsAggregateFieldNotBelongToSourceEntity The aggregated field {0} doesn’t belong to the source entity {1}.
80060540 RollupFieldsAggregateFieldNotBelongToRelatedEntity The aggregated field {0} doesn’t belong to the related entity {1}.
80060541 RollupFieldDependentFieldCannotDeleted Rollup field {0} depends on this field. It can only be deleted by deleting the corresponding rollup field {0}.
80060542 ExceededRollupFieldsPerOrgQuota You can't add a rollup field. You’ve reached the maximum number of {0} allowed for your organization.
80060543 ExceededRollupFieldsPerEntityQuota You can't add a rollup field. You’ve reached the maximum number of {0} allowed for this record type.
80060544 RollupFieldAndAggregateFieldDataTypeFormatMismatch The {0} data type with format {1} isn’t allowed for the aggregated field when the rollup field is a {2} data type with format {3}.
80060545 RollupFieldAggregateFunctionNotAllowedForRollupFieldDataType The aggregate function {0} isn’t allowed when the rollup field is a {1} data type.
80060546 RollupFieldAggregateFunctionNotAllowed The aggregate function {0} isn’t allowed.
80060547 HierarchyCalculateLimitReached Calculations can't be performed online because the master record hierarchy depth limit of {0} has been reached.
80060548 RollupFieldSourceFilterFieldNotAllowed The source entity filter must use either a simple field or a basic calculated field. It can't use a rollup field, or a calculated field that is using a rollup field.
80060549 RollupFieldTargetFilterFieldNotAllowed The target entity filter must use either a simple field or a basic calculated field. It can't use a rollup field, or a calculated field that is using a rollup field.
80060550 CalculatedFieldUsedInRollupFieldCannotBeComplex One or more rollup fields depend on this calculated field. This calculated field can't use a rollup field, another calculated field that is using a rollup field or a field from related entity.
80060551 RollupFieldsTargetSameAsSourceEntity Self referential 1:N relationships are not allowed for the rollup field.
80060552 RollupFieldsTargetEntityNotValid Related entity {0} is not allowed for rollups.
80060553 RollupFieldDefinitionNotValid The calculation failed because the rollup field definition is invalid. Contact your system administrator.
80060554 RecalculateNotSupportedOnNonRollupField Field {0} of type {1} does not support Recalculate action. Recalculate action can only be invoked for rollup field.
80060555 CannotModifyRollupDependentField Rollup field {0} created this field. It can’t be modified directly.
80060556 RollupDependentFieldNameAlreadyExists Required dependent field {0} for rollup field cannot be created as another field with same name already exists. Please use an alternative name to create the rollup field.
80060557 RollupOrCalcNotAllowedInWorkflowWaitCondition The field {0} is either a rollup field or a rollup dependent field or a calculated field. Such fields are not allowed in workflow wait condition.
80060558 CalculateNowOverflowError The calculation failed due to an overflow error.
80060559 AttributeCannotBeUsedInAggregate The {0} attribute cannot be used with an aggregation function in a formula.
80060560 RollupFormulaFieldInvalid The formula field isn’t valid.
80060561 RollupCalculationLimitReached Calculations can't be performed at this time because the calculation limit has been reached. Please wait and try again.
80060562 RollupTargetLinkedEntityOnlySupportedForActivityEntities Target related entity is only supported for rollup over {0} type entities.
80060563 RollupTargetLinkedEntityCanOnlyUsedForActivityPartyEntities Target related entity can only be used for {0} entity for rollup over {1} type entities.
80060564 RollupInvalidAttributeForFilterCondition The {0} attribute is not allowed for filter condition.
80060565 RollupFieldsV2FeatureNotEnabled The feature is not supported in the current version of the product
80060566 RollupTargetLinkedRelationshipNotValid Target Linked Relationship {0} is not valid.
80060600 EntitlementInvalidStartEndDate Start Date cannot be more than the End Date
80060601 EntitlementInvalidState You cannot delete an entitlement that is in active or waiting state
80060602 InvalidChannelOrigin An entitlement channel term with the same channel already exists. Specify a different channel and try again.
80060603 EntitlementChannelInvalidState An entitlement channel term cannot be created, modified or deleted when the associated entitlement is not in draft state.
80060604 EntitlementInvalidTerms Specify a higher value for total terms so the remaining terms won't be a negative value.
80060605 InvalidEntitlementChannelTerms Total terms for a specific case origin on an entitlement channel cannot be more than the total terms of the corresponding entitlement.
80060606 InvalidEntitlementActivate You can't activate an expired, waiting or canceled entitlement.
80060607 InvalidEntitlementCancel You can't cancel an entitlement that's in the Draft or Expired state.
80060608 InvalidEntitlementDeactivate You can deactivate only entitlements that are active or waiting
80060609 InvalidEntitlementAssociationToCase You can't create a case for this entitlement because there are no available terms.
80060610 InvalidEntitlementRenew You can renew only the entitlements that are expired or canceled.
80060611 InvalidEntitlementStateAssociateToCase You can only associate a case with an active entitlement.
80060612 EntitlementChannelWithoutEntitlementId Associate the entitlement channel with an entitlement or entitlement template.
80060613 EntitlementEditDraft You can only edit a draft entitlement.
80060614 EntitlementAlreadyInDraftState You can't deactivate an entitlement when it's in the draft state.
80060615 EntitlementAlreadyInactiveState You can't activate an entitlement when it's in the active state.
80060616 EntitlementNotActiveInAssociationToCase You can't create a case for this entitlement because the entitlement is not in active state.
80060617 ExpiredEntitlementActivate You can't activate an expired entitlement.
80060618 InvalidEntitlementExpire You can't set an entitlement to the Expired state. Active entitlements automatically expire when their end date passes.
80060619 EntitlementTotalTerms If the allocation type is the number of cases, the total terms can't be a decimal value. Specify a whole number.
80060620 EntitlementTemplateTotalTerms If the allocation type is the number of cases, the total terms can't be a decimal value. Specify a whole number.
80060621 SocialCareDisabledError There's a problem communicating with the Dynamics 365 Organization. The organization might be unavailable or the feature is set so that it can't receive social data. Try again later. If the problem persists, contact your Microsoft Dynamics 365 administrator.
80060622 EntitlementBlankTerms Total terms can't be blank. Enter a value and try again.
80060623 InvalidProduct You can't add a product family.
80060624 EntitlementInvalidRemainingTerms The number of remaining terms can't be greater than the number of total terms.
80060691 InvalidDeleteProcess This process can't be deleted because it is a system-generated process.
80060700 SPFileNotCheckedOutErrorCode File is not checked out
80060701 SPUnauthorizedAccessErrorCode Current user have insufficient privileges
80060702 SPFileAlreadyCheckedOutErrorCode File is already checked out
80060703 SPFileCheckedOutInvalidArgsErrorCode Checkout arguments are not valid
80060704 SPSharedLockOnFileErrorCode Shared lock on the file
80060705 SPExclusiveLockOnFileErrorCode Exclusive lock on the file
80060706 SPFileNotFoundErrorCode File cannot be found
80060707 SPFileNotLockedErrorCode The file in the collection is not locked
80060708 SPDuplicateValuesFoundErrorCode The list item could not be updated because duplicate values were found for one or more field(s) in the list
80060709 SPFileTooLargeOrInfectedErrorCode Virus checking indicates the file is infected with a virus or the file is too large
8006070A SPBadLockInFileCollectionErrorCode The file in the collection has bad lock
8006070B SPInvalidLookupValuesErrorCode List item could not be updated because invalid lookup values were found for one or more field(s) in the list
8006070C SPNullFileUrlErrorCode URL of the file creation information must not be null and URL of the file creation information must not be invalid
8006070D SPFileContentNullErrorCode Content of the file creation information must not be null
8006070E SPFileSizeMismatchErrorCode There is a mismatch between the size of the document stream written and the size of the input document stream
8006070F SPFileIsReadOnlyErrorCode Field is read-only
80060710 SPModifiedOnServerErrorCode List item was modified on the server so changes cannot be committed
80060711 SPDataValidationFiledOnFieldErrorCode Data validation has failed on the field
80060712 SPDataValidationFiledOnListErrorCode Data validation has failed on the list
80060713 SPDataValidationFiledOnFieldAndListErrorCode Data validation has failed on the field and the list
80060714 SPThrottlingLimitExceededErrorCode Throttling limit is exceeded by the operation
80060715 SPOperationNotSupportedErrorCode List does not support this operation
80060716 SPInstanceOfRecurringEventErrorCode List item is an instance of a recurring event which is not a recurrence exception, the list item is a workflow task whose parent workflow is in the recycle bin, or the parent list is a document library
80060717 SPItemNotExistErrorCode List item does not exist
80060718 SPInvalidSavedQueryErrorCode Error while doing this operation on SharePoint
80060719 SPGenericErrorCode Error while doing this operation on SharePoint
8006071A SPSiteNotFoundErrorCode Site Not Found
8006071B SPFolderNotFoundErrorCode Folder Not Found
8006071C SPNoActiveDocumentLocationErrorCode No Active Document Location
8006071D SPIllegalFileTypeErrorCode Illegal file type
8006071E SPInvalidFieldValueErrorCode Invalid Field Value
8006071F SPIllegalCharactersInFileNameErrorCode Illegal characters in filename
80060720 SPCurrentDocumentLocationDisabledErrorCode Current document location is disabled by administrator
80060721 SPCurrentFolderAlreadyExistErrorCode Record already present in db
80060723 SPNullRegardingObjectErrorCode Regarding object id is null
80060724 SPOperatorNotSupportedErrorCode {0} does not support the selected operator
80060725 SPRequiredColCheckInErrorCode Exception occurred while doing document check-in as some columns are made required at SharePoint
80060728 SPFileIsCheckedOutByOtherUser File is checked out to a user other than the current user
80060729 SPFileNameModifiedErrorCode The folder can't be found. If you changed the automatically generated folder name for this document location directly in SharePoint, you must change the folder name in Dynamics 365 to match the renamed folder. To do this, select Edit Location and type the matching name in Folder Name field.
8006072A SPAccountNameFetchFailure Exception occured while fetching account name from Sharepoint.
8006072B SPPersonalSiteNotFound Personal Site not found for the user.
8006072C SPFolderRenameFailure Exception occurred while Editing Sharepoint Document Proeprties.
8006072D SPMultipleOdbSitesError More than one site with One Drive enabled is not allowed.
8006072E SPOdbDisabledError Please enable ODB(One Drive for Business) feature to create ODB site.
8006072F SPOdbUpdateDeleteError You cannot update or delete ODB(One Drive for Business) site.
80060730 ConvertRuleResponseTemplateValidity Please select either a global or case template.
80060731 ConvertRuleAlreadyActive Selected ConvertRule is already in active state. Please select another record and try again
80060732 ConvertRuleAlreadyInDraftState
80060733 ConvertRulePermissionToPerformAction You don't have the required permissions on ConvertRules and processes to perform this action.
80060734 SPDocumentMappingFailure Can't map documents to their location.
80060735 SPOdbDuplicateLocationError More than one ODB (OneDrive for Business) location is not allowed.
80060736 SPOdbUpdateDeleteLocationError You cannot update or delete SharePoint Document Location of type ODB (OneDrive for Business).
80060737 SPSearchOneDriveNotCreated OneDrive location is not created yet. Please create the location before searching.
80060738 SPSiteProtocolError Protocol error in accessing SharePoint
80060739 SPDefaultSiteNotPresent OneDrive activation needs a default SharePoint site.
8006073A SPNotEnabledError
8006073B SPNotEnabledForEntity
80060740 SPUploadFailure Upload failed on SharePoint due to unknown reasons. Probably the file is too large
80060741 SyncAttributeMappingCannotBeUpdated The sync attribute mapping cannot be updated.
80060742 InvalidSyncDirectionValueForUpdate The sync direction is invalid as per the allowed sync direction for one or more attribute mappings.
80060750 InvalidLanguageForCreate Rows with localizable attributes can only be created when the user interface (UI) language for the current user is set to the organization's base language.
80060751 InvalidLanguageForUpdate Localizable attributes can only be updated via the string property when the user interface (UI) language for the current user is set to the organization's base language. Use SetLocLabels to update the localized values for the following attributes: [{0}].
80060752 GenericImportTranslationsError Errors were encountered while processing the translations import file.
80060760 SPAllFilesErrorScenario One or more sites in all files view of SharePointDocument failed.
80060761 SPConnectionFailure
80060762 SPInvalidDocumentLocation
80060763 SPInvalidSubSite
80060764 SPIntermittentError
80060765 SPNotAdminError
80060766 SPMalFormedRelativeUrl
80060767 SPCertificationError
80060800 WopiDiscoveryFailed Request for retrieving the WOPI discovery XML failed.
80060802 WopiApplicationUrl Error in retrieving information from WOPI application url.
80060803 WopiMaxFileSizeExceeded {0} file exceeded size limit of {1}.
80060804 ExportToExcelOnlineFeatureNotEnabled Export to Excel Online feature is not enabled.
80060805 ExcelFileNotFound The requested file was not found.
80060806 InvalidUserToViewExcelOnlineFile You don't have permission to view this file. Only the user who exported this data can view this file.
80060807 InvalidUserToImportExcelOnlineFile You don't have permission to import this file. Only the user who exported this data can import this file.
80060808 ExcelOnlineNotUpdated
80060851 CannotSetEntitlementTermsDecrementBehavior You do not have appropriate privileges to specify whether entitlement terms can be decremented for this case record.
80060852 CannotUpdateEntitlement You can only set Active entitlement records as default.
80060853 CannotCreateCase You can't create this case as the default entitlement for the specified customer has no remaining terms.
80060861 KBInvalidCreateAssociation This KB article is already linked to the {0}.
80060871 InvalidNumberOfTabsInDialog A dialog Form XML cannot contain more than one tab.
80060872 InvalidNumberOfSectionsInTab A dialog Form XML cannot contain more than one section.
80060873 DialogNameCannotBeNull "DialogName cannot be null for type Dialog
80060874 InvalidFormTypeCalledThroughSdk "Invalid Formtype used in Create call
80060875 InvalidFormatForControl Invalid Precision Parameter specified for control {0}. It Dosent Contain Expected Value
80060876 InvalidOptionSetIdForControl An invalid OptionSetId specified for control {0}.OptionSet Id is an non-empty Guid.
80060877 InvalidRelationshipNameForControl Relationship Name not specified for control {0}.Relationship Name is an mandatory Field.
80060878 InvalidTargetEntityTypeForControl Target Entity Type not specified for control {0}.Target Entity is an mandatory Field.
80060879 InvalidMaxLengthForControl
8006087A InvalidMinValueForControl
8006087B InvalidMaxValueForControl
8006087C InvalidMinAndMaxValueForControl
8006087D InvalidPrecisionForControl
80060881 ReadIntentIncompatible Plugin Execution Intent of current execution context is not compatible with its parent context
80060882 ConcurrencyVersionMismatch The version of the existing record doesn't match the RowVersion property provided.
80060883 ConcurrencyVersionNotProvided The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.
8006088A CrmHttpError A failure occurred in Wep Api in Dynamics 365.
8006088B IncompatibleStepsEncountered You can't enable the EnforceReadOnlyPlugins setting because plug-ins that change data are registered on read-only SDK messages. {0}
8006088C MailboxTrackingFolderMappingCannotBeUpdated The mailbox tracking folder mapping cannot be updated.
8006088D OptimisticConcurrencyNotEnabled Optimistic concurrency isn't enabled for entity type {0}. The IfVersionMatches value of ConcurrencyBehavior can only be used if optimistic concurrency is enabled.
8006088E InvalidCollectionName An entity with that collection name already exists. Specify a unique name.
8006088F InvalidEntityKeyOperation Invalid EntityKey Operation performed : {0}
80060890 EntityKeyNotDefined The specified key attributes are not a defined key for the {0} entity
80060891 RecordNotFoundByEntityKey A record with the specified key values does not exist in {0} entity
80060892 DuplicateRecordEntityKey Entity Key {0} violated. A record with the same value for {1} already exists. A duplicate record cannot be created. Select one or more unique values and try again.
80060893 EntityKeyNameExists An entity key with the name {0} already exists on entity {1}.
80060894 EntityKeyWithSelectedAttributesExists An entity key with the selected attributes already exists on entity.
80060895 IndexSizeConstraintViolated Index size exceeded the size limit of {0} bytes. The key is too large. Try removing some columns or making the strings in string columns shorter.
80060896 CannotSecureEntityKeyAttribute The field {0} is not securable as it is part of entity keys ( {1} ). Please remove the field from all entity keys to make it securable.
80060897 ReactivateEntityKeyOnlyForFailedJobs Reactivate entity key is only supported for failed job
80060898 RefRoleNavPaneDisplayOptionRequired The NavPaneDisplayOption attribute is required for the Referencing Role of a one-to-many relationship {0}.
80060899 InvalidRoleTypeForOneToManyRelationship This relationship role type isn't valid for a one-to-many relationship {0}.
8006089A InvalidRoleOccurrencesForOneToManyRelationship There can't be more than two entity relationship roles for a one-to-many relationship {0}.
8006089B InvalidEntitySetName An entity with the specified entity set name {0} already exists. Specify a unique name.
8006089C IncorrectEntitySetName The entity set name {0} must start with a valid customization prefix.
8006089D MultipleRecordsFoundByEntityKey
800608A0 InvalidBehaviorSelection The behavior of this Date and Time field can only be changed to “Date Only".
800608A1 InvalidBehavior The Behavior value of this attribute can't be changed.
800608A2 InvalidDateTimeFormat You can’t change the format value of this attribute to “Date and Time” when the behavior is “Date Only.”
800608A3 SkipValidDateTimeBehavior The behavior value for this field was ignored. A System Customizer will need to configure the behavior value for this field directly.
800608A4 ValidDateTimeBehaviorWarning The behavior of this field was changed. You should review all the dependencies of this field, such as business rules, workflows, and calculated or rollup fields, to ensure that issues won't occur. Attribute: {0}
800608A5 ValidDateTimeBehaviorExportAsWarning The {0} field will be a User Local Date and Time since the Date Only and Time Zone Independent behaviors won't work in earlier versions of Dynamics 365.
800608B1 SharePointCertificateExpired Certificate used for Sharepoint validation has expired
800608B2 SharePointRealmMismatch Sharepoint realm ID entered does not match with the registered realm at Sharepoint side.
800608B3 SharePointAuthenticationFailure Microsoft Dynamics 365 cannot authenticate this user {0} . Verify that the information for this user is correct, and then try again.
800608B4 SharePointAuthorizationFailure Microsoft Dynamics 365 cannot authorize this user {0} . Verify that the information for this user is correct, and then try again.
800608B5 SharePointConnectionFailure Microsoft Dynamics 365 cannot connect this user {0} to SharePoint. Verify that the information for this user is correct and exists in SharePoint, and then try again.
800608B6 SharePointVersionUnsupported Microsoft Dynamics 365 cannot connect to Sharepoint as the Sharepoint Version is unsupported. Install the correct version, and then try again.
800608B7 CannotDeleteOneNoteTableOfContent You can’t delete this file because it contains links to OneNote notebook sections. To delete notebook contents, open the notebook in OneNote and delete the contents from there. To delete a notebook, open SharePoint and delete the notebook from there.
800608C1 ExportToXlsxFeatureNotEnabled Export to excel file feature is not enabled.
800608C2 XlsxImportInvalidExcelDocument Invalid file to import.
800608C3 XlsxImportInvalidFileData Invalid format in import file.
800608C4 XlsxImportHiddenColumnAbsent Required columns missing.
800608C5 XlsxImportInvalidColumnCount Column mismatch.
800608C6 XlsxImportColumnHeadersInvalid Invalid columns.
800608C7 XlsxExportGeneratingExcelFailed Failed to generate excel.
800608C8 XlsxImportExcelFailed Failed to import data.
800608C9 DocumentTemplateFeatureNotEnabled Document template feature is not enabled.
800608CA MobileExcelFeatureNotEnabled Mobile export to excel feature is not enabled.
800608CB InvalidDocumentTemplate Invalid document template.
800608CC InvalidFileType Invalid File Type.
800608CD DocxExportGeneratingWordFailed An error occurred while generating the Word document. Please try again.
800608CE DocxValidationFailed We could not validate this Word document.
800608CF LegacyXlsxFileNotSupported Legacy .xlsx files cannot be used for Excel Templates.
800608D0 InvalidHexColorValue Only hexadecimal values are allowed.
800608D1 ThemeIdOrUpdateTimestampIsNull Theme Id or Update Timestamp value is not present in theme data.
800608D2 LogoImageNodeDoesNotExist Logo Image node in organization cache theme data doesnot exist.
800608D3 InvalidLogoImageId Invalid logo image web resource id.
800608D4 InvalidThemeId Invalid theme id.
800608D5 CannotCreateSystemOrDefaultTheme You can’t create system or default themes. System or default theme can only be created out of box.
800608D6 CannotUpdateSystemTheme You can’t modify system themes.
800608D7 InvalidThemeDeleteOperation You can’t delete system or default themes.
800608D8 CannotUpdateDefaultField You can’t update the isdefaultTheme attribute.
800608D9 InvalidLogoImageWebResourceType Invalid WebResource Type for Logo Image.
800608DA CannotDeleteSystemTheme You can't delete system themes.
800608DB WordTemplateFeatureNotEnabled Word document template feature is not enabled.
800608EA InvalidSourceTypeCode Please select valid property bag for the selected source type.
800608EB CannotDeleteChannelProperty You can’t delete a channel property which is being referred in a convert rule.
800608EC ChannelPropertyGroupAlreadyExistsWithSameSourceType A record for the specified source type already exists. You can't create another one.
800608ED CannotClearChannelPropertyGroupFromConvertRule The Channel Property Group is used by one or more steps. Delete the properties from the conditions and steps that use the record before you save or activate the rule.
800608EE InvalidWordFileType The file type isn't supported.
800608EF InvalidWordDocumentTemplate The document template is not valid.
800608F1 DuplicateChannelPropertyName A channel property with the specified name already exists. You can't create another one.
800608F2 ChannelPropertyNameInvalid The channel property name is invalid. The name can only contain '_', numerical, and alphabetical characters. Choose a different name, and try again.
800608F3 ImportChannelPropertyGroupError An error occurred while importing Channel Property Group.
800608F4 CannotChangeConvertRuleState Error occured during activating Convert Rule.Please check your privileges on Workflow and kindly try again or Contact your system administrator.
800608F5 NoConversionRule A ConversionRule is required for the tool to run.
800608F6 InvalidConversionRule The ConversionRule specified {0} is invalid. Please specify a valid ConversionRule.
800608F7 InvalidTimeZoneCode Time Zone Code {0} specified is not recognized. Please specify a valid Time Zone Code value.
800608F8 UserDoesNotHavePrivilegesToRunTheTool You must be a system administrator to execute this request.
800608F9 NoTimeZoneCodeForConversionRule The TimeZoneCode property is required when the value of the ConversionRule property is SpecificTimeZone.
800608FA NoEntitySpecified At least one Entity is expected by the tool to process.
800608FB InvalidWordTemplateContent The template content is not valid.
800608FC PowerBICannotBeSystemDashboard A Power BI Dashboard cannot be a System Dashboard.
800608FD PowerBIDashboardControlLimitation A Power BI Dashboard can only contain one control and that control must be a Power BI control.
80060900 NoActiveLocation No active location found.
80060901 FolderDoesNotExist Folder doesn't exist.
80060902 OneNoteCreationFailed OneNote creation failed.
80060903 OneNoteRenderFailed OneNote render failed.
80060904 AccessDeniedSharePointRecord Access denied on SharePoint record in Dynamics 365.
80060905 CouldNotSetLocationTypeToOneNote Couldn't set location type of document location to OneNote.
80060906 OneNoteLocationNotCreated OneNote location not created.
80060907 OneNoteLocationDeactivated The location mapping for OneNote is inactive. Contact your administrator to activate the OneNote location record for this Dynamics 365 record.
80060908 DocumentManagementDisabledOnEntity You must enable document management for this Entity in order to enable OneNote integration.
80060910 QuickCreateInvalidEntityName The entityLogicalName isn't valid. This value can't be null or empty, and it must represent an entity in the organization.
80060911 QuickCreateDisabledOnEntity The {0} entity doesn't have a quick create form or the number of nested quick create forms has exceeded the maximum number allowed.
80060912 OperationCanceled Refresh was canceled by user.
80060913 SavePending Save operation is already running in the background.
80060914 SchedulingFailedForInvalidData Book or Reschedule operation failed due to invalid data.
80060915 SchedulingFailedForBookingValidation Book or Reschedule operation failed due to booking validation.
80060916 AsyncOperationTypeThrottled The job could not be completed because the server is busy. We will retry the job again soon.
80060917 AsyncOperationPostponedByExceptionCountThrottle Currently, we are unable to complete this action. It has been postponed. We will try again later.
8006098D InvalidOtherDataFilterOptions You should select at least one option from Download My Records, My Team Records or My Business Unit's Records for Other Data Filter
8006098E RelatedEntityDoesNotExistInProfileItem The related entity {0} of the mobile offline profile item association {1} of the mobile offline profile item {2} doesn’t exist in the profile items of profile {3}.
8006098F DownloadAllEntityRecordsChangedOrCreatedWithinTheseDays Download all entity records changed or created within this number of days.
80060990 MobileOfflineDaysSinceRecordLastModifiedZero No records will be available in the mobile offline mode if the value for number of days is 0.
80060991 IncreasingDaysWillResetMobileOfflineData Increasing the number of days will cause a reset of mobile offline data and a resynchronization with mobile devices.
80060992 DecreasingDaysWillDeleteOlderData Decreasing the number of days will delete mobile offline data older than the number of days specified.
80060993 InvalidDataFiltersForUnownedEntities You can’t set the All Record or Other Data filters for unowned entities.
80060994 InvalidDataFiltersForBUOwnedEntities You can’t set Records Owned By Me or Records Owned By My Team for business unit-owned entities.
80060995 InvalidDataFiltersForOrgOwnedEntities You can’t set the Other Data filter for organization-owned entities.
80060996 InvalidCustomDataDownloadFilters You can’t set custom download filters because Record Distribution Criteria isn’t set to Other Data Filters.
80060997 MOPIAssociationNameCannotBeEmptyOrSpace The Mobile Offline Profile Item Association name can’t be a space or an empty string.
80060998 NoDefinedRelationshipsForMOPIAssociation The Profile Item Association entity doesn’t have any defined relationships.
80060999 InvalidRelationshipInMOPIAssociation This relationship doesn’t exist with the entity selected in the parent profile item.
8006099A CannotDeleteDefaultProfile To delete this profile, you first need to set it so that it’s no longer a default mobile offline profile.
8006099B CannotAssociateInvalidEntityToProfileItem Invalid object type code.
8006099C CanAssociateOnlyMobileOfflineEnableEntityToProfileItem This entity needs to be enabled for mobile offline.
8006099D CanAssociateOnlyOneEntityPerProfileItem You can only add one mobile offline profile item record per entity to a mobile offline profile record.
8006099E CanAssociateOnlyMobileOfflineEnabledEntityToProfileItem {0} needs to be enabled for mobile offline.
8006099F ImportMobileOfflineProfileError An error occurred while importing Mobile Offline Profiles.
800609A0 SavedQueryValidationError You can’t publish profile {0} because one of its profile items {1} has an entity {2} in the saved query {3}, which isn’t part of this profile.
800609A1 ChangeTrackingDisabledForMobileOfflineError You can not disable change tracking for this entity since mobile offline is already enabled.
800609A2 EnableMobileOfflineDisableChangeTrackingError You must enable change tracking for this entity since mobile offline client is enabled.
800609A3 CannotDeleteUserProfile You can’t delete an active mobile offline profile. Remove all users from the profile and try again.
800609A4 CannotChangeDaysSinceRecordLastModified You need to enable this entity for mobile offline before you can set or change the number of days since the record was last modified.
800609A5 CannotDisableMobileOfflineFlagForEntity You cannot disable Mobile Offline flag for this entity as it is being used in Mobile Offline Profiles
800609A6 CannotAddUserToMobileOfflineProfile You can’t add this user to this mobile offline profile because the user’s role is either missing or doesn’t have the Dynamics 365 for mobile privilege.
800609A7 MobileOfflineProfileNameAlreadyExists A mobile offline profile with this name already exists. Enter a unique name.
800609A8 MobileOfflineProfileItemNameAlreadyExists A mobile offline profile item with this name already exists for this mobile offline profile. Enter a unique name.
800609A9 MobileOfflineProfileNameCanNotBeNullOrEmpty The mobile offline profile name can’t be null or empty. Enter a name for this profile.
800609AA MobileOfflineProfileItemNameCanNotBeNullOrEmpty The mobile offline profile item name can’t be null or empty. Enter a name for this profile item.
800609AB CannotAddIntersectEntityToMobileOfflineProfileItem You can’t add the intersect entity to the mobile offline profile item because it’s added automatically when its parent entities are added to the profile.
800609AC CannotAddBusinessDataLocalizedLabelEntityToMobileOfflineProfileItem You can’t add the BusinessDataLocalizedLabel entity to the mobile offline profile item because it’s added automatically when the Product entity is added to the profile.
800609AD CannotAddActivityPartyEntityToMobileOfflineProfileItem You can’t add the ActivityParty entity to the mobile offline profile item because it’s added automatically when an activity entity is added to the profile.
800609AE InvalidAssociatedSavedQuery Selected saved query does not belong to associated entity of the mobile offline profile item.
800609B0 DataTableNotAvailable The original data table has been deleted or renamed.
800609B1 InvalidEntitySpecified The entity is not specified in the template.
800609B2 InvalidTemplateContent The template content is invalid.
800609B3 InvalidViewReference The view is not specified or is invalid.
800609B4 FileTypeNotSupported The specified file type is not supported as template.
800609B5 DatasheetNotAvailable The data sheet is not available.
800609B6 HiddensheetNotAvailable The hidden sheet is not available.
800609B7 CorruptedHiddensheetData The hidden sheet data is corrupted.
800609B8 EditQueryInDynamicExcelNotSupported You can’t edit the query on a dynamic spreadsheet once the Excel file has been exported. If you’d like to make changes, go back to Dynamics 365 and then re-export.
80061000 HiddenPropertyValidationFailed You can't create a property instance for a hidden property.
80061001 ActivePropertyValidationFailed You can't create a property instance for an inactive property.
80061002 ReadOnlyCreateValidationFailed You can't create and assign a value to a property instance for a read-only property.
80061003 ReadOnlyUpdateValidationFailed You can't update the property instance for a read-only property.
80061004 MinMaxValidationFailed The value is out of range.
80061005 OptionSetValidationFailed The value is out of range.
80061006 ProductCloneFailed You can't clone a child record of a retired product family.
80061007 CannotAddBundleToPricelist You can't add the {0} bundle to the pricelist because the {1} bundle product isn't in the pricelist.
80061008 CannotRemoveProductFromPricelist You can't remove this product from the pricelist because one or more bundles refer to it.
80061009 CannotAddRetiredProductToPricelist Retired products can not be added to pricelists.
80061010 CannotDeleteProductFromActiveBundle You can't remove products from a bundle that's either active or under revision.
80061011 CannotPublishNestedBundle You can't publish a bundle that contains bundles. Remove any bundles from this one, and then try to publish again.
80061012 CannotCreateKitOfTypeFamilyOrBundle You can't create a kit of type bundle or product family.
80061013 CannotChangeProductRelationship You can't add or modify the product relationship of a retired product.
80061014 BundleCannotContainProductKit You can't add a kit to a bundle.
80061015 CannotAddParentToAKit You can't specify a parent record for a kit.
80061016 CannotConvertProductAssociatedWithFamilyToKit You can't convert a product that belongs to a product family to a kit.
80061017 OnlyProductCanBeConvertedToKit Only products can be converted to kits.
80061018 CannotConvertProductAssociatedWithBundleToKit You can't convert a product that is a part of a bundle to a kit.
80061019 UnsupportedCudOperationForDynamicProperties You can't create a property for a kit.
80061020 CannotCloneProductKit You can't clone a kit.
80061021 ValidationFailedForDynamicProperty An error occurred while saving the {0} property.
80061022 CannotAddProductBundleToKit You can't add a bundle to a kit.
80061023 CannotAddProductFamilyToKit You can't add a product family to a kit.
80061024 CannotAddProductToKit You can't add a product that belongs to a product family to a kit.
80061025 UnsupportedSdkMessageForBundles This message isn't supported for products of type bundle.
80061026 CannotAddProductToRetiredKit You can't add a product to a retired kit.
80061027 CannotAddRetiredProductToKit You can't add a retired product to a kit.
80061029 CannotConvertProductFamilyToKit You can't convert a product family to a kit.
80061030 CannotConvertBundleToKit You can't convert a bundle to a kit.
80061031 CannotAddBundleToItself You can't add a bundle to itself.
80061032 CannotAddKitToItself You can't add a kit to itself.
80061033 CannotAddRetiredProduct You can’t create a product relationship with a retired product.
80061034 CannotCloneBundleWithRetiredProducts You can't clone a bundle that contains retired products.
80061035 CannotSetPublishRetiredProductsToDraft You can't set a published or retired product record to the draft state.
80061036 CannotOverwriteProperty You can't overwrite this property as another overwritten version of this property already exists. Please delete the previously overwritten version, and then try again.
80061037 MissingRequiredAttributes The property couldn’t be created or updated because the regardingobjectid, datatype, or name attribute is missing.
80061038 DynamicPropertyDefaultValueNeeded You must specify a default value because this property is required and is read-only.
80061039 NonDraftBundleUpdate Product Association cannot be updated when bundle is in invalid state.
80061040 AssociateProductFailureDifferentUom The product can't be added to the bundle. You have to use a product unit that belongs to the unit group of the product.
800610EA OfficeGroupsFeatureNotEnabled Office Groups feature is not enabled.
800610EB OfficeGroupsExceptionRetrieveSetting Office Groups Exception occured in RetrieveOfficeGroupsSetting: {0}.
800610EC OfficeGroupsInvalidSettingType Invalid setting type for Office Groups feature: {0}.
800610ED OfficeGroupsNotSupportedCall Office Groups feature attempted an unsupported call.
800610EE OfficeGroupsNoAuthServersFound Office Groups feature could not find any authorization servers.
80061100 ProfileRuleMissingRuleCriteria You can't activate this rule until you resolve any missing rule criteria information in the rule items.
80061101 ProfileRuleWorkflowAuthorGenericError An error occurred while authoring workflow. Please fix workflow definition and try again.
80061102 ProfileRuleActivateDeactivateByNonOwner This Profile Rule cannot be activated or deactivated by someone who is not its owner.
80061103 ProfileRulePublishedByOwner Your rule can't be activated until the current active rule is deactivated. The active rule can only be deactivated by the rule owner.
80061104 CannotDeleteGuestProfile You can't delete this guest channel access profile.
80061105 CannotDeactivateGuestProfile You can't set this guest channel access profile as inactive.
80061106 CannotDeleteProfileWithProfileRules You can't delete this channel access profile because it's being used by one or more channel access profile rules. Remove this profile from the channel access profile rules, and then try again.
80061107 CannotDeleteProfileWithExternalPartyItem You can't delete this channel access profile because it's associated to an external party item. Remove the association, and then try again.
80061108 CannotDeleteChannelAccessProfileRule You can't delete an active channel access profile rule. Deactivate the rule and then delete it.
80061109 InsufficientRetrievePrivilege External Party don't have sufficient privilege to retrieve record.
8006110A InsufficientCreatePrivilege External Party don't have sufficient privilege to create new record with given parameters.
8006110B InsufficientUpdatePrivilege External Party don't have sufficient privilege to update record.
8006110C OwnerAttributeMissing Owner Attribute is not present in the request.
8006110D InvalidOrganizationSettings Organization Settings are not properly configured for External Party.
8006110E InvalidRequestParameters Request parameters are not valid to server External Party request.
8006110F InvalidExternalPartyConfiguration Multiple External Party Items are present for request parameters.
80061110 InvalidExternalPartyParent External Party has invalid parent attribute.
80061111 InvalidExternalPartyOperation External Party is not allowed.
80061112 CannotCreateExternalPartyWithSameCorrelationKey An external party record already exists with the same correlation key value.
80061113 FeatureNotEnabled This operation couldn't be completed because this feature isn’t enabled for your organization.
80061114 CannotUpdateExternalPartyWithSameCorrelationKey An external party record already exists with the same correlation key value.
80061115 ChannelAccessProfileRuleAlreadyInDraftState You can't deactivate a draft channel access profile rule.
80061116 CannotActOnBehalfOfExternalParty User does not have the privilege to act on behalf of External Party.
80061117 CannotAssociateExternalPartyItem You can’t associate more than one external party item with an entity record that has been enabled as an external party.
80061118 DuplicatePrivilegeInRolecontrol The Channel Access Profile privilege array contains duplicate privilege references.
80061119 ErrorsInProfileRuleWorkflowActivation You can't activate this profile rule. You don't have the required permissions on the record types that are referenced by this profile rule.
8006111A CantSetIsGuestProfile You can’t set or change the value of the IsGuestProfile field because it’s for internal use only.
8006111B EntityIsNotEnabledForExternalParty You can't create/update an external party item associated to an entity that is not enabled for external party.
80061200 MailApp_UnsupportedDevice Your device is currently unsupported.
80061201 MailApp_UnsupportedBrowser Your browser is currently unsupported.
80061202 MailApp_MailboxNotConfiguredWithServerSideSync We’re unable to load this app because your email mailbox isn't configured with Microsoft Dynamics 365 server-side synchronization for incoming email. Contact your system administrator to set up server-side synchronization for incoming email.
80061203 MailApp_ReadWriteAccessRequired You only have administrative access to Microsoft Dynamics 365. To use this app, you must have read-write access.
80061204 MailApp_FeatureControlBitDisabled Access to the app hasn’t been enabled for this Dynamics 365 organization. Contact your system administrator to enable access to this app.
80061205 MailApp_PermissionToUseCrmForOfficeAppsRequired You don’t have permission to access this app. Contact your system administrator to add the "Use Dynamics 365 for Office Apps" privilege to your user role.
80061207 MailApp_TrackingIsNotSupported This version of Outlook doesn't support tracking new emails.
80061208 MailApp_MobileBrowserIsNotSupported The mobile browser version of Outlook is currently unsupported. Please try again from the Outlook desktop application.
80061210 MailApp_DifferentSecurityZoneError Try adding the following URLs to your Trusted Sites:{0} {1} {2}
80061211 MailApp_EmailAddressMismatch It looks like you're trying to access the CRM App for Outlook from an email address that we don't recognize. Either sign out and sign in with the email address you use for Dynamics CRM or have your system administrator update your email Mailbox settings to reflect this email address.
80061216 MailApp_UserMailboxInactive We can't open the app because the user's mailbox is inactive.
80061217 MailApp_MailboxNotConfiguredWithServerSideSyncForACT We’re unable to load this app because your email mailbox isn't configured with Microsoft Dynamics 365 server-side synchronization for appointments. Contact your system administrator to set up server-side synchronization for appointments.
80061218 MailApp_AppointmentFeatureNotEnabled Access to the app hasn’t been enabled for Appointments for this Microsoft Dynamics 365 organization. Contact your system administrator to enable access for appointments.
80061219 MailApp_PermissionsToReadContactRequired We can't check to see if the recipients are in Dynamics 365 because you don't have sufficient privileges.
80061220 MailApp_MailboxServerSideSyncConfigurationFailure
80061221 MailApp_MailboxServerSideSyncConfigurationFailureForACT
80061222 MailAppLimitedMode
80061302 UnsupportedImportComponent Sorry, your import failed because the {0} component isn’t supported for import and export.
80061400 InvalidLocaleIdForKnowledgeArticle Language with Locale ID {0}, does not exist
80061401 PublishArticle_TranslationWithMoreThanOneApprovedVersion There is more than one approved version of the {0} language. You can only publish one version of each language.
80061402 TranslateArticle_OnlyPrimaryArticlesCanBeTranslated This article is a translation of the original article. It cannot be translated again. If you want another translation, start with the original article rather than this one.
80061403 TranslateArticle_TranslationCanNotBeCreatedForTheSameLanguage A translation for this language already exists for this version of the article
80061500 ColorStripAttributesExceeded Color Strip section cannot have more than 1 attribute
80061501 AttributesExceeded Attributes cannot be more than 4
80061502 ColorStripAttributesInvalid Color Strip section can only have attributes of type Two Options, Option Set and Status Reason
80061503 InvalidClassIdInReferencePanelSection Reference Panel section can have only sub-grid, quick view form, knowledge base search, i-frame and HTML web resource controls. Found control with invalid classid {0}.
80061504 InvalidNumberOfReferencePanelSections MainInteractionCentric form can have only 1 reference panel section. Found {0}.
80061505 InvalidNumberOfCardFormSections Number of sections in a card form must be 4. Found {0}.
80061600 ProductRecommendationsFeatureNotEnabled Product Recommendations feature is not enabled.
80061601 RecommendationModelActiveVersionNotSet The model version used is empty. To activate the model, specify the model version.
80061602 RecommendationModelActiveVersionInvalidStatus The model version used must be successfully built before the model can be activated.
80061603 AzureRecommendationModelNotExist The Azure recommendation model doesn’t exist.
80061604 AzureRecommendationModelBuildNotExist The Azure recommendation model build corresponding to the used model version doesn’t exist.
80061605 RecommendationsUnavailable Azure Machine Learning product recommendations are temporarily unavailable. Only catalog recommendations are available.
80061606 RecommendationModelBuildConnectionMustBeActive The Azure Machine Learning recommendation service connection must be activated before building a recommendation model. Please activate the recommendation service connection and try again.
80061607 RecommendationModelActivateConnectionMustBeActive The Azure Machine Learning recommendation service connection must be activated before the model can be activated. Please activate the recommendation service connection and try again.
80061608 RecommendationModelExpired The recommendation model has expired. Change the Valid Until date and try to activate the model again.
80061610 RecommendationModelMappingDuplicateRecord The recommendation model mapping values for entity, mapping type and version must be unique.
80061611 RecommendationModelMappingReadOnly You can't modify a Recommendation entity if it has a corresponding Basket entity.
80061612 CannotDeleteDueToBasketEntityAssociation You can't delete a Recommendation entity if it has a corresponding Basket entity.
80061620 RecommendationModelVersionActive The RecommendationModel Version is selected as the active version on a model and cannot be deleted.
80061621 RecommendationModelVersionBuildInProgress A workflow to build a model is already in progress. You can't start another build workflow until the current workflow has finished.
80061622 RecommendationModelVersionDuplicateName A model version with the same name already exists. Specify a different name.
80061630 AzureServiceConnectionInvalidUri Provide a valid service URL.
80061631 RecommendationAzureConnectionFailed Failed to connect to the Azure Recommendations service. Check that the service URL and the Azure account key are valid and the service subscription is active.
80061632 TextAnalyticsAzureTestConnectionFailed Failed to connect to the Azure Text Analytics service. Check that the service URL and the Azure account key are valid and the service subscription is active.
80061633 RecommendationAzureConnectionCascadeActivateFailed One or more recommendation models couldn't be activated. Try activating the existing recommendation models separately from the Azure service connection.
80061634 TextAnalyticsAzureConnectionCascadeActivateFailed One or more text analytics models couldn't be activated. Try activating the existing text analytics models separately from the Azure service connection.
80061635 AzureOperationResponseTimedOut An Azure operation request did not return a response within stated timeout period. Retry the operation or increase timeout provided for the operation.
80061636 AzureServiceConnectionCascadeDeleteFailed One or more models use the connection. Delete all models using this connection, and try deleting the connection again.
80061650 TextAnalyticsAzureConnectionFailed Unable to connect to Text Analytics API.
80061651 TopicModelScheduleBuildSettingsEmpty Activation requires setting the build schedule. Specify the schedule build settings before activation.
80061652 TextAnalyticsFeatureNotEnabled The Azure Text Analytics feature isn’t activated. The system administrator must activate this feature and set up the required configuration.
80061653 TopicModelConfigurationUsedEmpty Activation requires specifying the build configuration. Specify the configuration used for the build before activation.
80061654 TopicModelTestWithoutConfiguration Specify the configuration used for the build.
80061655 TextAnalyticsAzureUnableToConnectWithBuild Dynamics 365 failed to connect with the Azure text analytics service. Verify that the service URI and account key are valid, and the Azure subscription is active.
80061656 TopicModelActivateWithInvalidConfiguration The configuration used for the build is invalid. Topic determination fields are required for the configuration used for topic analysis.
80061657 TextAnalyticsModelActivateConnectionMustBeActive The Azure Machine Learning Text Analytics service connection must be activated before the model can be activated. Please activate the text analytics service connection and try again.
80061667 TextAnalyticsMappingUsedForActiveConfiguration This text analytics entity mapping is used for an active configuration. It can’t be modified or deleted while it is used by an active config.
80061670 TopicModelConfigurationAssociatedModelAlreadyActive Cannot update or delete topic model configuration because it is associated with an active topic model.
80061680 KnowledgeSearchActiveModelsAlreadyExist An active configuration already exists for source entity {0}. Only one active configuration is allowed per source entity.
80061690 TextAnalyticsAPIActiveConfigurationDoesNotExist Active configuration does not exist for entity.
80061691 TextAnalyticsAPIAllowedOnlyForEnglishLanguage Text Analytics feature is available for organizations with base language as English.
80061692 TextAnalyticsAPIAzureUnableToConnectWithBuild Dynamics 365 failed to connect with the Azure text analytics service. Verify that the service URI and account key are valid, and the Azure subscription is active.
80061693 TextAnalyticsAzureSchedulerError Dynamics 365 failed to connect with the Azure text analytics service. Please try again and if the problem persists contact your system administrator.
80061694 TextAnalyticsMaxLimitForTopicModelReached Maximum number of topic models allowed for your organization has been reached.
80061695 TextAnalyticsAPIActiveSimilarityConfigurationDoesNotExist No active similarity rule exists. The system administrator must set up a similarity rule configuration.
80061696 AdvancedSimilarityAzureSearchUnexpectedError An unexpected error occurred executing the search. Try again later.
80061710 TaskFlowNameIsNotUnique A task flow with the specified name already exists. Please specify a unique name.
80061711 TaskFlowInvalidCharactersInName The name field can only contain alphanumeric characters.
80061712 TaskFlowEmptyName The name field cannot be empty. Please enter a name.
80061713 TaskFlowFormXmlNotFound Could not find the system form {0} for Task flow {1}.
80061714 TaskFlowPageMissingFormXmlTab Could not find the pages {0} for Task flow {1}.
80061715 TaskFlowUnsupportedEntities The following entities are not enabled for Task flows: {0}.
80061716 TaskFlowEntityRelationshipIsNotValid Invalid relationship type: {0}.
80061717 TaskFlowEntityAttributeIsNotValid Invalid attribute type: {0}.{1}.
80061718 TaskFlowMaxNumberPages The task flow has exceeded the maximum number of pages allowed ({0}). To continue, you need to remove some pages.
80061719 TaskFlowMaxNumberControls The task flow has exceeded the maximum number of controls allowed ({0}). To continue, you need to remove some controls.
80061720 TaskFlowNotFound A Task Flow which is trying to launch is not available on this device. You may not have permission to access it or it may not be available on your organization. Please contact your system administrator.
8006172F TaskFlowNotValid Task flow definition is invalid.
80061770 FeedbackFeatureNotEnabled Feedback feature is not enabled.
80061771 CloneSolutionPatchException Patch '{0}' has a matching or higher version ({1}) than that of the patch being installed.
80061772 FeedbackMinMaxRequired The minimum and maximum values are required.
80061773 FeedbackRatingValue The rating must be a value from {0} through {1}.
80061774 FeedbackMinRatingValue The submitted minimum rating value {0} must be less than the submitted maximum rating value {1}.
80071000 DelveActionHubDisabledError Delve action hub feature is not enabled.
80071001 ErrorGeneratingActionHub An error has occurred. Please try again later.
80071002 DelveActionHubAttributeMissingInResponseException Attribute not present in exchange oData response.
80071003 DelveActionHubInvalidStateCodeException Invalid state code passed in expression.
80071004 DelveActionHubInvalidResponseFormatException Invalid response format.
80071005 DelveActionHubResponseRetievalFailureException Error while fetching actions from Exchange.
80071006 EvoStsAuthorizationServerRecordCreationFailureException Database operation failed while creating authorization record for Evo STS.
80071007 DelveActionHubAuthorizationFailureException You don’t have the proper Office 365 license to view actions. Please contact your system administrator.
80071008 DelveActionHubS2SSetupFailureException Server to Server Authentication with Exchange for Delve Action Hub is not set up.
80071011 DocumentManagementIsDisabledOnEntity You must enable document management for this Entity in order to enable Document Recommendations.
80071012 RegardingObjectValuesRetrievalFailure Failed to retrieve regarding object values.
80071013 RelatedRecordsFailure Failed to retrieve related records.
80071014 SharePointSiteNotConfigured SharePointSite is not configured, it need to be configured.
80071015 RecommendedDocumentsRetrievalFailure Unable to retrieve document suggestions from the document source.
80071016 SimilarityRuleDisabled No similarity rule active for this entity.
80071017 SharePointS2SIsDisabled SharePoint server-based SharePoint integration not enabled.
80071018 SimilarityRuleFCBOff Similarity rules not enabled.
80071019 DocumentRecommendationsFCBOff The document suggestions feature is not enabled.
80071020 MaxProductsAllowed You cannot create more than {0} products.
80071021 NoFilesSelected No documents are selected to copy. Please select a document and try again.
80071022 DestinationFolderNotExists Unable to copy the documents. The destination document location no longer exists.
80071023 NoWritePermission You do not have Write permissions to copy the documents.
80071024 ConnectionTimeOut Unable to copy the documents because the network connection timed out. Please try again later or contact your system administrator.
80071025 SelectedFileNotFound Unable to copy the documents. The source file no longer exists.
80071026 FileSizeExceeded Unable to copy the documents. The selected file exceeds the maximium size limit of 128 MB.
80071027 CopyGenericError An error has occurred while copying files. Please try again later. If the problem persists, contact your system administrator.
80071028 RecommendedDocumentsRetrievalFailureWhenSPSiteNotConfigured Unable to retrieve document suggestions from the document source.
80071100 ActionCardDisabledError Action Card feature is not enabled.
80071102 ExchangeCardAttributeMissingInResponseException Attribute not present in exchange oData response.
80071103 ActionCardInvalidStateCodeException Invalid state code passed in expression.
80071104 ExchangeCardInvalidResponseFormatException Invalid response format.
80071105 ExchangeCardS2SSetupFailureException Server to Server Authentication with Exchange for Action Card is not set up.
80071106 ExchangeOptinNotEnabled Exchange optin is not enabled.
80071107 MarsConnectorEnableFailure Error occurred while enabling Mars connector.
80071108 MarsConnectorDisableFailure Error occurred while disabling Mars connector.
80071109 GetTenantIdFailure Error occurred while getting TenantId.
80071110 CannotAccessExchangeOptinStatus Exchange optin status is not accessible.
80071111 CannotDisableMobileOfflineFlagForImportEntity You can’t disable mobile offline for the {0} entity using solution import. If you don’t want to use this entity in offline mode, uncheck the ‘Enable for Mobile Offline’ flag from the customization screen
80071112 CloneTitleTooLong A validation error occurred. The length of the Name attribute of the mobileofflineprofile entity exceeded the maximum allowed length of 200.
80071113 InvalidMobileOfflineFiltersFetchXml XML Format mismatch. Check for the correctness of XML.
80071114 MaxConditionsMobileOfflineFilters You can only define 3 Mobile offline Org filter for each entity.
80071115 UnsupportedAttributeOrOperatorMobileOfflineFilters Attribute or Operator “{0}” is not supported for Mobile Offline Org Filter.
80071116 MaxprofileItemFilterConditionsAllowed You can only define 6 Mobile offline entity filter conditions for each entity.
80071117 MobileOfflineRuleEnhancementFeatureNotAvailaible This feature is not enabled for your organization. Please contact your system administrator for help.
80071118 EmptyEntityFilterXml The FetchXML is missing.
80071119 QueryFilterConditionAttributeNotPresentInExpressionEntity The query references a field that does not exist in Dynamics 365: "{0}"
80071120 LinkedEntitiesAreNotAllowed Linked Entities Are Not Allowed in the filter
80071121 UnsupportedOperatorForAttributeInProfileItemEntityFilters Operator {0} is not supported with attribute {1} in the filter query option.
80071122 InvalidOrEmptyRelationshipId The RelationshipId of Mobile profile item association is invalid or empty.
80071123 UnsupportedAttributeInInProfileItemEntityFilters Attribute {0} is not supported in the filter query option.
80071124 EntitiesInViewNotInProfile One or more entities in this view are not part of this profile.
80071125 EntitiesInViewNotAvailableOffline One or more entities referenced are not available offline.
80071126 ViewNotAvailableOnMobile This view is not available on mobile.
80071127 OperatorsInViewNotSupportedOffline One or more operators in this view are not supported offline.
80071128 ViewNotSupportedInCalendarModeOffline This view is supported only in grid mode offline. It is not supported in calendar mode offline.
80071129 CannotDefineMultipleValuesOnOwnerFieldInProfileItemEntityFilter You cannot define multiple values on this field.
80071130 ViewConditionTypeNotSupportedOffline The condition {0} is not supported.
80071131 ApplicationProfileMustContainEntity
80071132 EntityFilterContainerMustNotBeNullFormatString
80071134 ProfileCountUserLimitExceeded
80071136 EntityCannotHaveOwnedByMeFilter
80071137 EntityCannotHaveOwnedByMyTeamFilter
80071138 NoDataFilterSelectedForOtherDataFilter
80071139 RelationshipGraphLimitExceeded
80071140 DownloadRelatedDataOnlyMustHaveRelationship
80071141 ProfileContainsCircularReference
80071142 ProfileContainsRelationshipWithoutEntity
80071151 SolutionConcurrencyFailure
80071152 DuplicatedJobId
80071153 DuplicateComponentInSolutionXml
80071154 ConcurrentOperationFailure
80071155 DuplicatedJobIdDueToConcurrency
80071156 CyclicDependency
80071157 CircularDependency
80072000 InvalidSolutionAwarenessDeclaration
80072001 CannotCreateComponentDefinition
80072002 MissingRequiredComponentAttributes
80072003 SolutionRestrictedAttributes
80072200 AppConfigFeatureNotEnabled In-App Customization App Configuration feature is not enabled.
80072300 RetrieveUserLicenseUnexpectedError
80072301 RetrieveOrganizationInfoUnexpectedError
80072302 ValidOnlyForDynamicsOnline
80072321 ThrottlingTimeExceededError
80072322 ThrottlingBurstRequestLimitExceededError
80072323 AzureSqlDatabaseResourceLimitExceededError
80072324 AzureSqlMaxConcurrentWorkersLimitExceededError
80072325 AzureSqlDatabaseStorageQuotaExceededError
80072326 ThrottlingConcurrencyLimitExceededError
80072341 FlowTriggerNotificationFailed
80072342 FlowTriggerNotificationDisabled
80072343 InvalidMetadataSqlOperation
80072344 ControlIdIsNullOrEmpty
80072351 CanvasAppsNotEnabled
80072352 CanvasAppsServiceRequestClientFailure
80072353 CanvasAppsServiceRequestServerFailure
80072354 CanvasAppsInvalidSolutionFileContent
80072355 CanvasAppsUnexpectedCanvasAppId
80072356 CanvasAppsExpectedFileMissing
80072357 CanvasAppVersionMissingOrInvalid
80072358 CanvasAppVersionDoesNotMatchLatestPublishedVersion
80072401 DatabaseCallsBlockedFailure
80072451 LocalDataSourceError
80072452 LocalDataSourceQuotaExceededError
80072453 LocalDataSourceAbortError
80072454 LocalDataSourceTimeOutError
80072455 LocalDataSourceDatabaseError
80072456 RecordCountExceededForExcelOnlineError
80072457 ManagedProcessDeletionError
80072491 ChangeTrackingNotEnabledForEntity
80072492 ChangeTrackingNotEnabledForRelatedEntities
80072493 InvalidEntityLogicalName
80072500 InvalidOneToManyRelationship
80072501 InvalidOperandOnLeftHandSide
80072510 MetadataSyncRequired
80072511 DataSyncRequestAccepted
80072512 DataSyncNoContent
80072513 SubscriptionGone
80072520 FileStoreFeatureNotEnabled
80072526 BusinessUnitQueuesAssociatedWithBU
80072527 InvalidAttributeQuery
80072528 InvalidRelationshipQuery
80072529 InvalidKeyQuery
80072530 InvalidRequestBody
80072540 InvalidIntersectEntity
80072550 NavigationPropertyNameCannotBeTheSameOnBothSidesOfRel
80072551 NavigationPropertyAlreadyExists
80072552 RetrieveImagePropertiesFail
80072553 ProcessImageFailure
80072560 UserNotMemberOfOrg
80072561 CAPolicyValidationFailedLateBind
80072570 SSM_MaxPCI_Exceeded
80072571 SSM_RefreshToken_Failed
80072600 ConnectorNotEnabled
80072601 FailToDeleteConnectorFromExternalPartner
80073000 CrmSQLNetworkingError
80073001 CrmSQLCharLengthTooLong
80073002 CrmSQLUniqueIndexOrConstraintViolation
80073020 VirtualEntitiesNotSupported
80081000 DynamicPropertyInvalidStateForUpdate You can't update a property that isn't in the draft state.
80081001 DynamicPropertyInvalidStateChange You can't set an inactive property to an active state.
80081002 DynamicPropertyInvalidStateForDelete You can't delete a property that is in the active state.
80081003 CannotDeleteDynamicPropertyInUse Retired Properties being used in transactions can not be deleted.
80081004 DynamicPropertyInvalidRegardingForUpdate You can’t create or change properties for a published or retired product.
80081005 CannotOverrideOwnedDynamicProperty You can't override a property that isn't inherited from a product family.
80081006 CannotDeleteNotOwnedDynamicProperty You cannot delete a dynamic property that is inherited from a product family.
80081007 ProductFamilyCanCreateDynamicProperty A property can only be created for a product family.
80081008 RequiredBundleProductCannotBeDeleted You can't delete this product record because it's a required product in a bundle.
80081009 RequiredBundleItemCannotBeUpdated You can't delete this bundle item because it's a required product in the bundle.
8008100A DynamicPropertyInstanceMissingRequiredColumns The property instance can't be updated. Verify that the following fields are present: dynamicpropertyid, dynamicpropertyoptionsetvalueid, and regardingobjectid.
8008100B DynamicPropertyInstanceUpdateValuesDifferentRegarding The property instances couldn't be saved because they refer to different product line items.
8008100C DynamicPropertyOptionSetInvalidStateForUpdate You can't modify the property option set item for a property that is not in the draft state.
8008100D ProductMaxPropertyLimitExceeded This product can't be published because it has too many properties. A product in your organization can't have more than {0} properties.
8008100E BundleMaxPropertyLimitExceeded This bundle can't be published because it has too many properties. A bundle in your organization can't have more than {0} properties.
8008100F HierarchicalOperationFailed This operation couldn't be completed on this hierarchy. An error occurred while performing this operation for {0}. You can perform the operation separately on this product to fix the error, and then try the operation again for the complete hierarchy.
80081010 ConflictForOverriddenPropertiesEncountered This record can't be published. One of the properties that was changed for this record conflicts with its inherited version. Remove the conflicting property, and then try again.
80081011 CannotAssociateRetiredBundles You can't create a product relationship with a retired bundle.
80081012 MissingQuantity The Quantity is missing.
80081013 CannotCreatePropertyOptionSetItem You can only create a property option set item record that refers to a property that has its data type set to Option Set.
80081014 CannotDeleteInheritedDynamicProperty You can't delete a property that is inherited from a product family.
80081015 CannotDeletePropertyOverriddenByBundleItem You can't delete this property because it's overridden in one or more related bundle products. Remove the overridden versions of the property from the related bundle products, publish the bundles that were changed, and then try again.
80081016 CannotDeleteProductStatusCode You can't delete a system-generated status reason.
80081017 CannotActivateRecord You can't activate a retired product family or bundle. Also, you can't activate a retired product that is part of a product family.
80081018 CannotQualifyLead You can't qualify this lead because you don't have permission to create accounts. Work with your system administrator to create the account and then try again.
8008101F ProductFamilyRootParentisLocked The product family root parent record is locked by some other process.
80081100 CannotDeleteOverriddenProperty You can't delete this property because it's overridden for one more or child records. Remove the overridden versions of the property, republish the product family hierarchy, and then try deleting the property.
80081111 SandboxWorkerPluginExecuteTimeout Didn’t receive a response from the {0} plug-in within the 2:20-minute limit.
80081112 ServiceBusEndpointNotConfigured Configuration of required credentials must be completed before messages can be sent.
80081113 VirtualEntityFCBOFF Feature Bit for VirtualEntity not enabled.
80081114 InvalidPluginStrongNameRequired
80081115 SandboxPluginDisabled
80081116 SandboxWorkerThrottleLimit
80091000 PluginSecureStoreKeyVaultClient Unable to initialize KeyVaultClientProvider under Sandbox WorkerProcess
80091001 PluginSecureStoreKeyVaultClientGetSecret Unable to GetSecret from KeyVault
80091002 PluginSecureStoreKeyVaultClientSetSecret Unable to SetSecret to KeyVault
80091003 PluginSecureStoreKeyVaultClientDecrypt Unable to Decrypt using KeyVault
80091004 PluginSecureStoreKeyVaultClientEncrypt Unable to Encrypt using KeyVault
80091005 PluginSecureStoreAdalAcquireToken Unable to AcquireToken for resource
80091006 PluginSecureStoreTPSKeyVaultUnconfigured KeyVaultURI was not configured for an Assembly in TPS
80091007 PluginSecureStoreTPSAssemblyNotRegistered Assembly is not registered in TPS
80091008 PluginSecureStoreS2SMissing S2S Credentials missing
80091009 PluginSecureStoreTPSClient Unable to create TPS Client
8009100A PluginSecureStoreLocalConfigStoreGetData Unable to get data from LocalConfigStore
8009100B PluginSecureStoreLocalConfigStoreSetData Unable to set data to LocalConfigStore
8009100C PluginSecureStoreKeyVaultServiceProviderGetData Missing AppId / Secrets in KeyVault
8009100D PluginSecureStoreKeyVaultServiceCertFormat Certificate not stored as a Base64String in KeyVault
8009100F PluginSecureStoreNoFullySigned Assembly not fully signed
80091041 AutoDataCaptureDisabledError Auto capture feature is not enabled.
80091042 AutoDataCaptureAuthorizationFailureException You don’t have the proper Office 365 license to get untracked emails. Please contact your system administrator.
80091043 AutoDataCaptureResponseRetrievalFailureException Error while fetching untracked emails from Exchange.
80091044 ProvisioningNotCompleted To enable auto capture, you need to set up Cortana Intelligence Customer Insights in Relationship Insights settings.
80092001 InvalidProcessIdOperation Invalid operation. Process ID cannot be modified.
80092002 InvalidChangeProcess Invalid change process status request. Current process status is {0}, which cannot transition to {1}.
80092003 InvalidStageTransition Invalid stage transition. Transition to stage {0} is not in the process active path.
80092004 InvalidCrossEntityOperation Invalid cross-entity stage transition. Target entity must be specified.
80092005 InvalidCrossEntityTargetOperation Invalid cross-entity stage transition. Specified target must match {0}.
80092006 CrossEntityRelationshipInvalidOperation Invalid cross-entity stage transition. Specified relationship cannot be modified.
80092007 InvalidTraversedPath Invalid traversed path.
80100000 CannotPayNonActiveInvoice
80100001 CannotCancelInvoice
80100002 ActiveStageIsNotOnLeadEntity
80100003 UnableToActivateQuoteNotInDraft
80100004 OpportunityCurrencyComparisonNotPossible
80100005 CannotUseOpportunitySetStateMessage
80100006 OpportunityNotFound
80100007 OpportunityPreImageNotFound
80100008 EntityTypeNotSupported
80131500 HybridSSSExchangeOnlineS2SCertActsExpired Certificate used for S2S authentication of Dynamics 365 Onpremise with Exchange Online has expired
80131509 HybridSSSExchangeOnlineS2SCertExpired Certificate used for S2S authentication of Dynamics 365 Onpremise with Exchange Online has expired
80154B4F XamlNotFound This feature is not available in offline mode.
80154B50 NoUserPrivilege You do not have sufficient permissions.
80154B51 EmptyCommandOrEntity Command or entity name cannot be empty.
80154B52 CommandNotSupported Command is not supported in offline mode.
80154B53 OperationFailedTryAgain Operation could not be performed at the moment. Please try again.
80160000 CustomControlsImportError An error occurred while importing Custom Controls. Try importing this solution again.
80160001 ManifestXsdValidationError The import manifest file is invalid. XSD validation failed with the following error: '{0}'."
80160002 CustomControlsDependentPropertyConfiguration Property "{0}" can only be configured after property "{1}" has been assigned a value.
80160003 CustomControlsPropertySetConfiguration Property "{0}" can only be configured after Corresponding DataSet "{1}" view has been assigned a value.
80631117 CannotDeleteQueueWithQueueItems You can't delete this queue because it has items assigned to it. Assign these items to another user, team, or queue and try again.
80631121 CannotRoutePrivateQueueItemNonmember This private queue item can't be assigned To the selected User.
80731118 CannotDeleteQueueWithRouteRules You can't delete this queue because one or more routing rule sets use this queue. Remove the queue from the routing rule sets and try again.
80731119 CannotRouteToNonQueueMember This item cannot be routed to a non-queue member.
`;
