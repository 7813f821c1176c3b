/** Types of what is told of an environment (Learn: discovery-service, "Instance EntitySet"). */
export const instanceTypes = {
  Id: 'Edm.Guid',
  UniqueName: 'Edm.String',
  UrlName: 'Edm.String',
  FriendlyName: 'Edm.String',
  State: 'Edm.Int32',
  Version: 'Edm.String',
  Url: 'Edm.String',
  ApiUrl: 'Edm.String',
  LastUpdated: 'Edm.DateTimeOffset',
  SchemaType: 'Edm.String',
  IsUserSysAdmin: 'Edm.Boolean',
  EnvironmentId: 'Edm.String',
  StatusMessage: 'Edm.Int32',
  TrialExpirationDate: 'Edm.DateTimeOffset',
  OrganizationType: 'Edm.Int32',
  Purpose: 'Edm.String',
  TenantId: 'Edm.Guid',
  Region: 'Edm.String',
  DatacenterId: 'Edm.String',
  DatacenterName: 'Edm.String',
} as const;

/** Names of the properties. */
export type InstanceProperty = keyof typeof instanceTypes;

/** Whether environments have a property of that name, in that case. */
export const isInstanceProperty = (name: string): name is InstanceProperty =>
  Object.hasOwn(instanceTypes, name);

/** One row of global discovery. */
export type Instance = Readonly<Record<InstanceProperty, string | number | boolean | null>>;

/** By which a list of environments can be cut (Learn: discovery-service, "Use one of the key values"). */
export const instanceKeys = ['Id', 'UniqueName', 'UrlName', 'Region', 'State', 'Version'] as const;

const alternateKey = (name: string): string => `
            <Record>
              <PropertyValue Property="Key">
                <Collection>
                  <Record Type="OData.Community.Keys.V1.PropertyRef">
                    <PropertyValue Property="Alias" String="${name}" />
                    <PropertyValue Property="Name" PropertyPath="${name}" />
                  </Record>
                </Collection>
              </PropertyValue>
            </Record>`;

/** `$metadata` of global discovery: one entity type, with its alternate keys (Learn: discovery-service, "Service Documents"). */
export const instanceMetadata = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="Microsoft.Dynamics.CRM.Discovery" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityType Name="Instance">
        <Key>
          <PropertyRef Name="Id" />
        </Key>
${Object.entries(instanceTypes)
  .map(([name, type]) => `        <Property Name="${name}" Type="${type}" />`)
  .join('\n')}
        <Annotation Term="OData.Community.Keys.V1.AlternateKeys">
          <Collection>${instanceKeys
            .filter((name) => name !== 'Id')
            .map(alternateKey)
            .join('')}
          </Collection>
        </Annotation>
      </EntityType>
      <EntityContainer Name="Container">
        <EntitySet Name="Instances" EntityType="Microsoft.Dynamics.CRM.Discovery.Instance" />
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;
