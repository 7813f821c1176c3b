/** Tables of the organization, users and what they may do. */
export const securityRelationships: Readonly<Record<string, string>> = {
  organization: `
    acknowledgementtemplateid>template=Template_Organization
    basecurrencyid>transactioncurrency=basecurrency_organization
    createdby=lk_organizationbase_createdby createdonbehalfby=lk_organization_createdonbehalfby
    defaultemailserverprofileid>emailserverprofile=EmailServerProfile_Organization
    defaultmobileofflineprofileid>mobileofflineprofile=DefaultMobileOfflineProfile_Organization
    modifiedby=lk_organizationbase_modifiedby modifiedonbehalfby=lk_organization_modifiedonbehalfby
    businessclosurecalendarid>calendar:businessclosurecalendarid_calendar=calendar_organization
  `,
  businessunit: `
    calendarid>calendar=BusinessUnit_Calendar createdby=lk_businessunitbase_createdby
    createdonbehalfby=lk_businessunit_createdonbehalfby modifiedby=lk_businessunitbase_modifiedby
    modifiedonbehalfby=lk_businessunit_modifiedonbehalfby organizationid=organization_business_units
    parentbusinessunitid>businessunit=business_unit_parent_business_unit
    transactioncurrencyid=TransactionCurrency_BusinessUnit
  `,
  systemuser: `
    businessunitid>businessunit=business_unit_system_users calendarid>calendar=calendar_system_users
    createdby=lk_systemuserbase_createdby createdonbehalfby=lk_systemuser_createdonbehalfby
    defaultmailbox>mailbox=systemuser_defaultmailbox_mailbox
    mobileofflineprofileid>mobileofflineprofile=MobileOfflineProfile_SystemUser
    modifiedby=lk_systemuserbase_modifiedby modifiedonbehalfby=lk_systemuser_modifiedonbehalfby
    parentsystemuserid>systemuser=user_parent_user positionid>position=position_users
    queueid>queue=queue_system_user siteid>site=site_system_users
    territoryid>territory=territory_system_users transactioncurrencyid=TransactionCurrency_SystemUser
    organizationid:organizationid_organization=organization_system_users
  `,
  team: `
    administratorid>systemuser=lk_teambase_administratorid
    businessunitid>businessunit=business_unit_teams createdby=lk_teambase_createdby
    createdonbehalfby=lk_team_createdonbehalfby modifiedby=lk_teambase_modifiedby
    modifiedonbehalfby=lk_team_modifiedonbehalfby queueid>queue=queue_team
    regardingobjectid>knowledgearticle=knowledgearticle_Teams
    regardingobjectid>opportunity=opportunity_Teams transactioncurrencyid=TransactionCurrency_Team
    organizationid:organizationid_organization=organization_teams
    teamtemplateid>teamtemplate:associatedteamtemplateid=teamtemplate_Teams
  `,
  teamtemplate: `
    lk_teamtemplate_*
  `,
  role: `
    businessunitid>businessunit=business_unit_roles createdby=lk_rolebase_createdby
    createdonbehalfby=lk_role_createdonbehalfby modifiedby=lk_rolebase_modifiedby
    modifiedonbehalfby=lk_role_modifiedonbehalfby parentroleid>role=role_parent_role
    parentrootroleid>role=role_parent_root_role roletemplateid>roletemplate=role_template_roles
    organizationid:organizationid_organization=organization_roles
  `,
  privilegeobjecttypecodes: `
    privilegeid>privilege=FK_PrivilegeObjectTypeCodes
  `,
  usersettings: `
    createdby=lk_usersettingsbase_createdby createdonbehalfby=lk_usersettings_createdonbehalfby
    modifiedby=lk_usersettingsbase_modifiedby modifiedonbehalfby=lk_usersettings_modifiedonbehalfby
    transactioncurrencyid=transactioncurrency_usersettings
    systemuserid>systemuser:systemuserid_systemuser=user_settings
    businessunitid>businessunit:businessunitid_businessunit=business_unit_user_settings
  `,
  fieldsecurityprofile: `
    lk_fieldsecurityprofile_* organizationid=lk_fieldsecurityprofile_organizationid
  `,
  fieldpermission: `
    fieldsecurityprofileid>fieldsecurityprofile=lk_fieldpermission_fieldsecurityprofileid
  `,
  transactioncurrency: `
    createdby=lk_transactioncurrencybase_createdby
    createdonbehalfby=lk_transactioncurrency_createdonbehalfby
    modifiedby=lk_transactioncurrencybase_modifiedby
    modifiedonbehalfby=lk_transactioncurrency_modifiedonbehalfby
    organizationid=organization_transactioncurrencies
  `,
};
