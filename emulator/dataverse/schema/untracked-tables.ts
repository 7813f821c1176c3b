/**
 * Tables whose changes cannot be asked for (seen in a `$metadata` document of the real service, `Org.OData.Capabilities.V1.ChangeTracking`).
 * The last four are not told there, or are computed here: privileges of roles and shares come and go without a row of their own.
 */
export const untrackedTables: ReadonlySet<string> = new Set(
  `asyncoperation bulkdeletefailure bulkdeleteoperation calendar constraintbasedgroup customcontrol documenttemplate import importfile importjob
   languagelocale pluginassembly plugintracelog plugintype roletemplate sdkmessage sdkmessagefilter sdkmessageprocessingstep
   serviceendpoint solutioncomponent teamtemplate theme timezonedefinition timezonelocalizedname timezonerule stringmap privilegeobjecttypecodes roleprivileges principalobjectaccess`.split(
    /\s+/,
  ),
);
