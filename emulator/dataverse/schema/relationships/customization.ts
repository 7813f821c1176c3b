/** Tables of customizations. */
export const customizationRelationships: Readonly<Record<string, string>> = {
  publisher: `
    createdby=lk_publisher_createdby createdonbehalfby=lk_publisherbase_createdonbehalfby
    modifiedby=lk_publisher_modifiedby modifiedonbehalfby=lk_publisherbase_modifiedonbehalfby
    organizationid=organization_publisher
  `,
  solution: `
    configurationpageid>webresource=solution_configuration_webresource createdby=lk_solution_createdby
    createdonbehalfby=lk_solutionbase_createdonbehalfby modifiedby=lk_solution_modifiedby
    modifiedonbehalfby=lk_solutionbase_modifiedonbehalfby organizationid=organization_solution
    parentsolutionid>solution=solution_parent_solution publisherid>publisher=publisher_solution
  `,
  solutioncomponent: `
    lk_solutioncomponentbase_*=createdonbehalfby,modifiedonbehalfby
    rootsolutioncomponentid>solutioncomponent:rootsolutioncomponentid_solutioncomponent=solutioncomponent_parent_solutioncomponent
    solutionid>solution=solution_solutioncomponent
  `,
  workflow: `
    workflow_* activeworkflowid>workflow=workflow_active_workflow ownerid=owner_workflows
    owningbusinessunit=business_unit_workflow owningteam=team_workflow owninguser=system_user_workflow
    parentworkflowid>workflow=workflow_parent_workflow
  `,
  systemform: `
    ancestorformid>systemform=form_ancestor_form organizationid=organization_systemforms
  `,
  savedquery: `
    createdby=lk_savedquerybase_createdby createdonbehalfby=lk_savedquery_createdonbehalfby
    modifiedby=lk_savedquerybase_modifiedby modifiedonbehalfby=lk_savedquery_modifiedonbehalfby
    organizationid=organization_saved_queries
  `,
  userquery: `
    lk_userquery_* ownerid=owner_userquerys owningbusinessunit=business_unit_userquery
    owningteam=team_userquery owninguser=user_userquery
  `,
  savedqueryvisualization: `
    lk_savedqueryvisualizationbase_* organizationid=organization_saved_query_visualizations
    webresourceid>webresource=webresource_savedqueryvisualizations
  `,
  userform: `
    createdby=lk_userform_createdby createdonbehalfby=lk_userformbase_createdonbehalfby
    modifiedby=lk_userform_modifiedby modifiedonbehalfby=lk_userformbase_modifiedonbehalfby
    ownerid=owner_userform owningbusinessunit=business_unit_userform owningteam=team_userform
    owninguser=user_userform
  `,
  userqueryvisualization: `
    createdby=lk_userqueryvisualization_createdby
    createdonbehalfby=lk_userqueryvisualizationbase_createdonbehalfby
    modifiedby=lk_userqueryvisualization_modifiedby
    modifiedonbehalfby=lk_userqueryvisualizationbase_modifiedonbehalfby
    ownerid=owner_userqueryvisualizations owningbusinessunit=business_unit_userqueryvisualizations
    owningteam=team_userqueryvisualizations owninguser=user_userqueryvisualizations
    webresourceid>webresource=webresource_userqueryvisualizations
  `,
  webresource: `
    createdby=webresource_createdby createdonbehalfby=lk_webresourcebase_createdonbehalfby
    modifiedby=webresource_modifiedby modifiedonbehalfby=lk_webresourcebase_modifiedonbehalfby
    organizationid=webresource_organization
  `,
  plugintracelog: `
    createdby=createdby_plugintracelog createdonbehalfby=lk_plugintracelogbase_createdonbehalfby
  `,
  pluginassembly: `
    createdby=createdby_pluginassembly createdonbehalfby=lk_pluginassembly_createdonbehalfby
    modifiedby=modifiedby_pluginassembly modifiedonbehalfby=lk_pluginassembly_modifiedonbehalfby
    organizationid=organization_pluginassembly
  `,
  plugintype: `
    createdby=createdby_plugintype createdonbehalfby=lk_plugintype_createdonbehalfby
    modifiedby=modifiedby_plugintype modifiedonbehalfby=lk_plugintype_modifiedonbehalfby
    organizationid=organization_plugintype pluginassemblyid>pluginassembly=pluginassembly_plugintype
  `,
  sdkmessage: `
    createdby=createdby_sdkmessage createdonbehalfby=lk_sdkmessage_createdonbehalfby
    modifiedby=modifiedby_sdkmessage modifiedonbehalfby=lk_sdkmessage_modifiedonbehalfby
    organizationid=organization_sdkmessage
  `,
  sdkmessagefilter: `
    createdby=createdby_sdkmessagefilter createdonbehalfby=lk_sdkmessagefilter_createdonbehalfby
    modifiedby=modifiedby_sdkmessagefilter modifiedonbehalfby=lk_sdkmessagefilter_modifiedonbehalfby
    organizationid=organization_sdkmessagefilter sdkmessageid>sdkmessage=sdkmessageid_sdkmessagefilter
  `,
  sdkmessageprocessingstep: `
    createdby=createdby_sdkmessageprocessingstep
    createdonbehalfby=lk_sdkmessageprocessingstep_createdonbehalfby
    eventhandler>plugintype=plugintype_sdkmessageprocessingstep
    eventhandler>serviceendpoint=serviceendpoint_sdkmessageprocessingstep
    impersonatinguserid>systemuser=impersonatinguserid_sdkmessageprocessingstep
    modifiedby=modifiedby_sdkmessageprocessingstep
    modifiedonbehalfby=lk_sdkmessageprocessingstep_modifiedonbehalfby
    organizationid=organization_sdkmessageprocessingstep
    sdkmessagefilterid>sdkmessagefilter=sdkmessagefilterid_sdkmessageprocessingstep
    sdkmessageid>sdkmessage=sdkmessageid_sdkmessageprocessingstep
  `,
  serviceendpoint: `
    createdby=createdby_serviceendpoint createdonbehalfby=lk_serviceendpointbase_createdonbehalfby
    modifiedby=modifiedby_serviceendpoint modifiedonbehalfby=lk_serviceendpointbase_modifiedonbehalfby
    organizationid=organization_serviceendpoint
  `,
  customcontrol: `
    lk_customcontrol_* organizationid=customcontrol_organization
  `,
  // Of tables that came with solutions: navigation properties are spelled like schema names (Learn: customapi, environmentvariablevalue table references).
  customapi: `
    plugintypeid>plugintype:PluginTypeId=plugintype_customapi sdkmessageid>sdkmessage:SdkMessageId=sdkmessage_customapi
  `,
  environmentvariablevalue: `
    environmentvariabledefinitionid>environmentvariabledefinition:EnvironmentVariableDefinitionId=environmentvariabledefinition_environmentvariablevalue
  `,
};
