import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const get = (url: string) => lab.get(admin, url);

/** Requests as published tools send them, word for word (npm: powerplatform-mcp, mcp-dataverse, @pnp/cli-microsoft365). */
const requests: readonly string[] = [
  '/solutions?$filter=isvisible%20eq%20true&$orderby=createdon%20desc',
  '/publishers?$filter=isreadonly%20eq%20false',
  '/workflows?$filter=category%20eq%200&$select=workflowid,name,statecode,statuscode,description,createdon,modifiedon,type,ismanaged,iscrmuiworkflow,primaryentity,mode,subprocess,ondemand,triggeroncreate,triggerondelete,syncworkflowlogonfailure,_ownerid_value&$expand=modifiedby($select=fullname)&$orderby=modifiedon%20desc&$top=26',
  '/workflows?$filter=category%20eq%205%20and%20not%20startswith(name,%27CXP_%27)&$select=workflowid,name,statecode,statuscode,description,createdon,modifiedon,type,ismanaged,iscrmuiworkflow,primaryentity,_ownerid_value&$expand=modifiedby($select=fullname)&$orderby=modifiedon%20desc&$top=39',
  '/workflows?$filter=primaryentity%20eq%20%27account%27%20and%20statecode%20ne%202&$select=name,workflowid,statecode,category,triggeroncreate,triggerondelete,triggeronupdateattributelist',
  '/environmentvariabledefinitions?$select=environmentvariabledefinitionid,schemaname,displayname,type,defaultvalue,ismanaged,statecode&$orderby=schemaname&$top=100',
  '/environmentvariablevalues?$select=environmentvariablevalueid,schemaname,value,_environmentvariabledefinitionid_value&$top=100',
  '/customapis?$select=customapiid,uniquename,name,displayname,description,bindingtype,isfunction,isprivate,allowedcustomprocessingsteptype,ismanaged&$orderby=uniquename&$top=100&$filter=ismanaged%20eq%20false',
  '/pluginassemblies?$filter=ismanaged%20eq%20false&$select=pluginassemblyid,name,version,culture,publickeytoken,isolationmode,sourcetype,major,minor,createdon,modifiedon,ismanaged,ishidden&$expand=modifiedby($select=fullname)&$orderby=name&$top=100',
  '/webresourceset?$select=webresourceid,name,displayname,webresourcetype,description,ismanaged,modifiedon&$orderby=name&$top=100',
  '/connectionreferences?$select=connectionreferenceid,connectionreferencelogicalname,connectionreferencedisplayname,connectorid,statecode,statuscode,ismanaged,connectionid,_ownerid_value,_createdby_value&$orderby=connectionreferencelogicalname&$top=100',
  '/serviceendpoints?$select=serviceendpointid,name,connectionmode,contract,messageformat,authtype,ismanaged,modifiedon&$orderby=name&$top=100',
  '/sdkmessages?$select=sdkmessageid,name,categoryname,isprivate,isreadonly,isvalidforexecuteasync&$filter=isprivate%20eq%20false&$top=100',
  '/sdkmessageprocessingsteps?$select=sdkmessageprocessingstepid,name,stage,mode,rank,statecode,filteringattributes,asyncautodelete&$filter=statecode%20eq%200&$top=100&$expand=sdkmessageid($select=name,categoryname),plugintypeid($select=name,assemblyname),sdkmessagefilterid($select=primaryobjecttypecode)',
  "/sdkmessageprocessingsteps?$filter=sdkmessagefilterid/primaryobjecttypecode eq 'account' and statuscode eq 1&$select=sdkmessageprocessingstepid,name,stage,mode,rank,statuscode,asyncautodelete,filteringattributes,supporteddeployment,configuration,description,_plugintypeid_value,_sdkmessagefilterid_value,_impersonatinguserid_value&$expand=sdkmessageid($select=name),plugintypeid($select=typename),impersonatinguserid($select=fullname),sdkmessagefilterid($select=primaryobjecttypecode)&$orderby=stage,rank",
  '/sdkmessageprocessingsteps?$filter=statuscode eq 1 and ishidden/Value eq false&$select=name&$expand=eventhandler_plugintype($select=typename)&$orderby=name',
  '/plugintracelogs?$select=plugintracelogid,typename,messagename,primaryentity,exceptiondetails,messageblock,performanceexecutionduration,createdon,mode,depth,correlationid&$orderby=createdon%20desc&$top=50',
  '/msdyn_aimodels?$filter=iscustomizable/Value%20eq%20true',
  "/bots?fetchXml=<fetch mapping='logical' version='1.0'><entity name='bot'><attribute name='accesscontrolpolicy' alias='accessControlPolicy' /><attribute name='applicationmanifestinformation' /><attribute name='authenticationmode' /><attribute name='authenticationtrigger' /><attribute name='authorizedsecuritygroupids' /><attribute name='componentidunique' /><attribute name='configuration' /><attribute name='ismanaged' /><attribute name='language' /><attribute name='publishedon' /><attribute name='schemaname' /><attribute name='synchronizationstatus' /><attribute name='botid' /></entity></fetch>",
  "/EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName&$filter=AttributeType%20ne%20%27Virtual%27",
];

describe('Tables of customizations', () => {
  test.each(requests)('%s', (url) => {
    const answer = get(url);
    expect({ status: answer.status, json: answer.json }).toMatchObject({
      status: 200,
      json: { value: expect.any(Array) },
    });
  });

  // Navigation properties of tables that came with solutions are spelled like their schema names (Learn: environmentvariablevalue; as scripts write them).
  test('a value of an environment variable is bound to its definition', () => {
    const definition = { schemaname: 'new_bound', displayname: 'Bound', type: 100_000_000 };
    const made = lab.send(admin, 'POST', '/environmentvariabledefinitions', definition);
    const id = /\(([0-9a-f-]{36})\)/.exec(made.headers['odata-entityid'] ?? '')?.[1] ?? '';
    const bind = (property: string) =>
      lab.send(admin, 'POST', '/environmentvariablevalues', {
        value: '1',
        [`${property}@odata.bind`]: `/environmentvariabledefinitions(${id})`,
      });
    expect(bind('EnvironmentVariableDefinitionId').status).toBe(204);
    expect(errorOf(bind('environmentvariabledefinitionid')).code).toBe('0x80048d19');
    const read = get(
      '/environmentvariablevalues?$expand=EnvironmentVariableDefinitionId($select=schemaname)',
    );
    expect(rowsOf(read)).toMatchObject([{ EnvironmentVariableDefinitionId: { schemaname: 'new_bound' } }]);
  });

  test('every environment has its solutions and publishers', () => {
    const names = rowsOf(
      get('/solutions?$select=uniquename,isvisible&$expand=publisherid($select=uniquename,isreadonly)'),
    );
    expect(names).toMatchObject([
      { uniquename: 'System', isvisible: false, publisherid: { isreadonly: true } },
      { uniquename: 'Active', isvisible: false, publisherid: { isreadonly: false } },
      { uniquename: 'Default', isvisible: true, publisherid: { isreadonly: false } },
    ]);
  });
});

describe('Members of enums in filters of definitions', () => {
  const columns = (filter: string) =>
    get(
      `/EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName&$filter=${encodeURIComponent(filter)}`,
    );

  test('as text and as the type’s member they find the same', () => {
    const asText = rowsOf(columns("AttributeType eq 'Picklist'")).map((it) => it['LogicalName']);
    expect(asText).toContain('industrycode');
    expect(asText).toEqual(
      rowsOf(columns("AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Picklist'")).map(
        (it) => it['LogicalName'],
      ),
    );
  });

  test('what is no member is refused', () => {
    expect(errorOf(columns("AttributeType eq 'Nothing'"))).toMatchObject({ code: '0x80060888' });
  });
});

describe('RetrieveTotalRecordCount', () => {
  const count = (names: string) =>
    get(`/RetrieveTotalRecordCount(EntityNames=@p)?@p=${encodeURIComponent(names)}`);

  test('tells how many rows each table has', () => {
    const accounts = rowsOf(get('/accounts?$select=accountid')).length;
    expect(count('["account","contact"]').json).toMatchObject({
      EntityRecordCountCollection: {
        Count: 2,
        IsReadOnly: false,
        Keys: ['account', 'contact'],
        Values: [accounts, rowsOf(get('/contacts?$select=contactid')).length],
      },
    });
  });

  test('refuses tables that are not there, and no list', () => {
    // As the live tests of an MCP server tell (ryanmichaeljames/dataverse-mcp)
    const unknown = count('["account","nosuch"]');
    expect(unknown.status).toBe(400);
    expect(errorOf(unknown)).toMatchObject({
      code: '0x80040203',
      message: 'Entity nosuch was not found in the CRM system. Check the entity name.',
    });
    expect(get('/RetrieveTotalRecordCount').status).toBeGreaterThanOrEqual(400);
  });
});

// Learn: "Environment variables overview", security; exported roles have privileges of definitions alone.
test('values of environment variables are open to whom their definition is open', () => {
  const fresh = openLab();
  const names = rowsOf(
    fresh.get(admin, "/privileges?$select=name&$filter=contains(name,'EnvironmentVariable')"),
  );
  expect(names.map((it) => it['name']).filter((it) => String(it).endsWith('Value'))).toEqual([]);
  const send = (url: string, body: object): string => {
    const answer = fresh.send(admin, 'POST', url, body);
    expect([answer.status, errorOf(answer).message]).toEqual([204, '']);
    return /\(([^)]+)\)$/.exec(answer.headers['odata-entityid'] ?? '')?.[1] ?? '';
  };
  const sam = fresh.userId('sam@lab.demo.test');
  const read = rowsOf(
    fresh.get(admin, "/privileges?$filter=name eq 'prvReadEnvironmentVariableDefinition'"),
  )[0];
  const role = send('/roles', {
    name: 'Own variables',
    'businessunitid@odata.bind': `/businessunits(${fresh.unitId('EMEA')})`,
  });
  fresh.send(admin, 'POST', `/roles(${role})/Microsoft.Dynamics.CRM.ReplacePrivilegesRole`, {
    Privileges: [{ PrivilegeId: read?.['privilegeid'], Depth: 'Basic' }],
  });
  for (const held of rowsOf(
    fresh.get(admin, `/systemusers(${sam})/systemuserroles_association?$select=roleid`),
  ))
    fresh.send(
      admin,
      'DELETE',
      `/systemusers(${sam})/systemuserroles_association(${String(held['roleid'])})/$ref`,
    );
  const given = fresh.send(admin, 'POST', `/systemusers(${sam})/systemuserroles_association/$ref`, {
    '@odata.id': `roles(${role})`,
  });
  expect(given.status).toBe(204);
  const values = ['cit_admin', 'cit_sam'].map((schemaname) => {
    const id = send('/environmentvariabledefinitions', { schemaname, displayname: schemaname });
    if (schemaname === 'cit_sam')
      fresh.send(admin, 'PATCH', `/environmentvariabledefinitions(${id})`, {
        'ownerid@odata.bind': `/systemusers(${sam})`,
      });
    return send('/environmentvariablevalues', {
      schemaname,
      value: 'x',
      'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${id})`,
    });
  });
  const seen = fresh.get(person('sam'), '/environmentvariablevalues?$select=schemaname');
  expect(rowsOf(seen).map((it) => it['schemaname'])).toEqual(['cit_sam']);
  expect(fresh.get(person('sam'), `/environmentvariablevalues(${values[0] ?? ''})`).status).toBe(403);
});
