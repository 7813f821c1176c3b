import type { Cloud } from './cloud.ts';
import type { AppRegistration } from './directory/records.ts';
import type { EnvironmentRecord } from './gateway/environment-record.ts';
import { hostOf } from './gateway/environment-record.ts';
import { identitiesOf } from './managed-identities/identity-token.ts';
import type {
  DemoCloudDescription,
  DescribedApp,
  DescribedEnvironment,
  DescribedManagedIdentities,
} from './options.ts';
import { appPlans } from './seed/app-plan.ts';
import { hosts, pathUrl } from './server/address.ts';
import type { Site } from './server/address.ts';

function describeEnvironment(site: Site, record: EnvironmentRecord): DescribedEnvironment {
  const { seed } = record;
  return {
    name: seed.name,
    url: seed.origin,
    pathUrl: pathUrl(site, hostOf(record)),
    tenantId: seed.tenantId,
    organizationId: seed.organizationId,
    environmentId: seed.environmentId,
    urlName: seed.urlName,
    type: record.isDefault ? 'Default' : record.sku,
  };
}

function describeApp(app: AppRegistration): DescribedApp {
  const [secret] = app.secrets;
  const [certificate] = app.certificates;
  return {
    name: app.displayName,
    clientId: app.appId,
    tenantId: app.tenantId,
    ...(secret === undefined ? {} : { secret: secret.value }),
    ...(certificate === undefined || certificate.privateKeyPem === null
      ? {}
      : { certificatePem: certificate.certificatePem, privateKeyPem: certificate.privateKeyPem }),
    note: app.note,
  };
}

function describeIdentities(cloud: Cloud, header: string): DescribedManagedIdentities {
  return {
    authorityHost: pathUrl(cloud.site, hosts.instanceMetadata),
    endpoint: `${pathUrl(cloud.site, hosts.appService)}/msi/token`,
    header,
    cloudShell: `${pathUrl(cloud.site, hosts.cloudShell)}/oauth2/token`,
    ...(cloud.arcKeys === null
      ? {}
      : {
          arc: {
            endpoint: `${pathUrl(cloud.site, hosts.azureArc)}/metadata/identity/oauth2/token`,
            metadata: pathUrl(cloud.site, hosts.azureArc),
          },
        }),
    identities: identitiesOf(cloud).map(({ displayName, appId, objectId, tenantId, managedIdentity }) => ({
      name: displayName,
      clientId: appId,
      objectId,
      tenantId,
      ...managedIdentity,
    })),
  };
}

/** What was opened besides the http listener. */
type Opened = {
  /** The certificate authority, where there is https in any form. */
  readonly ca: string | null;
  readonly control: boolean;
  readonly proxy: boolean;
};

/** What clients need to know of a running demo cloud. */
export function describeCloud(cloud: Cloud, { ca, control, proxy }: Opened): DemoCloudDescription {
  const { site, directory, environments } = cloud;
  const { tenants, apps, accounts } = directory.records;
  const origin = `http://127.0.0.1:${site.port}`;
  return {
    origin,
    key: site.key,
    login: {
      http: `http://localhost:${site.port}`,
      ...(site.tlsPort === null ? {} : { https: `https://localhost:${site.tlsPort}` }),
      ...(ca === null ? {} : { ca }),
    },
    ...(proxy ? { proxy: origin } : {}),
    graph: pathUrl(site, hosts.graph),
    bap: pathUrl(site, hosts.bap),
    discovery: pathUrl(site, hosts.discovery),
    powerPlatform: pathUrl(site, hosts.powerPlatform),
    workloads: pathUrl(site, hosts.workloads),
    ...(cloud.identityHeader === null
      ? {}
      : { managedIdentities: describeIdentities(cloud, cloud.identityHeader) }),
    portal: `${origin}/${site.key}/portal`,
    ...(control ? { control: `${origin}/${site.key}/control` } : {}),
    adminClientId: appPlans.console.appId,
    tenants: tenants.map(({ id, displayName, domain }) => ({ id, name: displayName, domain })),
    environments: environments.records.map((record) => describeEnvironment(site, record)),
    apps: apps.filter((app) => app.listed).map(describeApp),
    accounts: accounts.map(({ username, displayName, tenantId, kind }) => ({
      username,
      displayName,
      tenantId,
      kind,
    })),
  };
}
