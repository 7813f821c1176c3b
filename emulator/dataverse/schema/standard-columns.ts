const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Tables without `timezoneruleversionnumber` and `utcconversiontimezonecode` (seen in a `$metadata` document of the real service). */
export const withoutTimeZones = names(`
  personaldocumenttemplate annotation bulkdeletefailure businessunit calendar category connection connectionrole constraintbasedgroup contracttemplate customcontrol
  discounttype documenttemplate feedback fieldpermission fieldsecurityprofile import importmap kbarticle languagelocale mobileofflineprofile
  pluginassembly plugintracelog plugintype privilege publisher queue resourcegroup role roletemplate savedquery savedqueryvisualization
  sdkmessage sdkmessagefilter sdkmessageprocessingstep service serviceendpoint site sla slakpiinstance solution solutioncomponent subject systemform team
  teamtemplate template territory transactioncurrency uom uomschedule userform userquery userqueryvisualization usersettings webresource workflow`);

/** Tables whose rows are not imported: without `importsequencenumber` and `overriddencreatedon` (seen in the same document). */
export const withoutImports = names(`
  personaldocumenttemplate activitypointer asyncoperation bulkdeletefailure bulkdeleteoperation calendar constraintbasedgroup customcontrol documenttemplate
  duplicaterule emailserverprofile fieldpermission fieldsecurityprofile import importfile importjob importmap languagelocale mailbox
  mailmergetemplate mobileofflineprofile organization pluginassembly plugintracelog plugintype postfollow privilege publisher report
  resourcegroup roletemplate savedquery savedqueryvisualization sdkmessage sdkmessagefilter sdkmessageprocessingstep serviceendpoint sla
  slakpiinstance solution solutioncomponent systemform teamtemplate userform userquery userqueryvisualization usersettings webresource workflow`);

/** Lookups that lead nowhere: their ids follow from those of other lookups (seen in the same document). */
export const withoutNavigation = names(`
  contact.accountid contact.parentcontactid lead.accountid lead.contactid opportunity.accountid opportunity.contactid quote.accountid
  quote.contactid salesorder.accountid salesorder.contactid invoice.accountid invoice.contactid incident.accountid incident.contactid
  contract.accountid contract.contactid contract.billingaccountid contract.billingcontactid
  fieldpermission.organizationid timezonedefinition.organizationid audit.objectid audit.regardingobjectid
  timezonelocalizedname.organizationid timezonerule.organizationid`);
