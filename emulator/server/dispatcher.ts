import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../cloud.ts';
import { createBap } from '../discovery/bap.ts';
import { createDiscovery } from '../discovery/instances.ts';
import { challengeToken } from '../entra/challenge-token.ts';
import { createAdminCentre } from '../entra/consent/admin-centre.ts';
import { createEntra, createOtherSignIn } from '../entra/entra.ts';
import { createGateway } from '../gateway/gateway.ts';
import { createGraph } from '../graph/graph.ts';
import { createAppServiceIdentity } from '../managed-identities/app-service.ts';
import { createAzureArc } from '../managed-identities/azure-arc.ts';
import { createCloudShell } from '../managed-identities/cloud-shell.ts';
import { createIdentityTokens } from '../managed-identities/identity-token.ts';
import type { IdentityTokens } from '../managed-identities/identity-token.ts';
import { createInstanceMetadata } from '../managed-identities/instance-metadata.ts';
import { createPowerPlatform } from '../power-platform/power-platform.ts';
import { answerPortal } from '../portal/portal.ts';
import { createResourceManager } from '../resource-manager/resource-manager.ts';
import type { Clock } from '../scenario/clock.ts';
import { together } from '../scenario/restorable.ts';
import type { Rules } from '../scenario/rules.ts';
import { createScenarioApi } from '../scenario/scenario.ts';
import { createTrace, namesOnly } from '../scenario/trace.ts';
import { createWorkloadIssuer } from '../workloads/workload-issuer.ts';
import { findDestination, hosts } from './address.ts';
import type { Arrival, Destination } from './address.ts';
import type { Controls, Decree, MakeDemand } from './control.ts';
import { signInServices } from './microsoft-clouds.ts';
import type { Service, ServiceRequest, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import { answerPreflight, openToPages } from './cross-origin.ts';
import { cutShort, faultResponse } from './faults.ts';

/** A request as the transport hands it over. */
export type Incoming = Arrival & Pick<ServiceRequest, 'method' | 'headers' | 'body'>;

/** Answers every request of a run. */
export type Dispatcher = (incoming: Incoming) => Promise<ServiceResponse>;

/** The services of a run behind one door. */
export type Services = {
  readonly dispatch: Dispatcher;
  /** Whether something answers as this host, by its own name or Microsoft's. */
  readonly plays: (host: string) => boolean;
};

const isSignIn = (host: string): boolean => host === hosts.login || host === hosts.sts;

const refuse = (status: number, message: string): ServiceResponse =>
  json(status, { error: { code: String(status), message } });

/** What the scenario API changes while the demo cloud runs. */
export type Steering = { readonly controls: Controls; readonly clock: Clock; readonly rules: Rules };

/** What gives tokens of managed identities out, where it was asked for. */
const managedIdentityServices = (
  cloud: Cloud,
  tokens: IdentityTokens,
): readonly (readonly [string, Service])[] => {
  const { identityHeader, arcKeys } = cloud;
  if (identityHeader === null) return [];
  return [
    [hosts.instanceMetadata, createInstanceMetadata(tokens)],
    [hosts.appService, createAppServiceIdentity(tokens, identityHeader)],
    [hosts.cloudShell, createCloudShell(cloud)],
    ...(arcKeys === null ? [] : ([[hosts.azureArc, createAzureArc(tokens, arcKeys)]] as const)),
  ];
};

/** Sign-in services of the clouds that are not played, by each of their names. */
const otherSignIns = (cloud: Cloud): readonly (readonly [string, Service])[] =>
  Object.values(signInServices)
    .filter((service) => service !== cloud.site.names.cloud.signIn)
    .flatMap((service) => {
      const answer = createOtherSignIn(cloud, service);
      return service.aliases.map((alias) => [alias, answer] as const);
    });

/** Puts the services of the demo cloud together; the scenario API answers only where it is `controllable`. */
export function createServices(
  cloud: Cloud,
  { controls, clock, rules }: Steering,
  controllable: boolean,
): Services {
  const identityTokens = createIdentityTokens(cloud);
  const entra = createEntra(cloud);
  const services = new Map<string, Service>([
    [hosts.login, entra],
    [hosts.sts, entra],
    [hosts.graph, createGraph(cloud, controls)],
    [hosts.bap, createBap(cloud)],
    [hosts.powerPlatform, createPowerPlatform(cloud)],
    [hosts.discovery, createDiscovery(cloud)],
    [hosts.workloads, createWorkloadIssuer(cloud)],
    [hosts.resourceManager, createResourceManager(cloud)],
    [hosts.adminCentre, createAdminCentre(cloud)],
    ...managedIdentityServices(cloud, identityTokens),
    ...otherSignIns(cloud),
  ]);
  let gateway = createGateway(cloud);
  const trace = createTrace();
  const demand: MakeDemand = (username, kind) => {
    const account = cloud.directory.account(username);
    const known = kind === 'mfa' || kind === 'claims' || kind === 'revoked';
    if (account === null || !known) {
      return false;
    }
    cloud.demands.make(account.objectId, kind);
    return true;
  };

  const decree: Decree = (kind, name, code) => {
    const id =
      kind === 'person'
        ? cloud.directory.account(name)?.objectId
        : cloud.directory.app(name.toLowerCase())?.appId;
    const known = code === null || typeof code === 'number';
    return id !== undefined && known && cloud.decreed.decree(kind, id, code);
  };

  const data = together([
    cloud.directory,
    cloud.environments,
    cloud.managementApps,
    cloud.powerPlatformRoles,
    cloud.demands,
    cloud.decreed,
    identityTokens,
  ]);
  const seeded = data.snapshot();
  const scenario = createScenarioApi({
    controls,
    clock,
    rules,
    trace,
    data,
    demand,
    decree,
    toSeed: () => {
      seeded();
      // Its counts of requests begin again, too.
      gateway = createGateway(cloud);
    },
  });

  const toHost = async (
    to: Extract<Destination, { kind: 'host' }>,
    incoming: Incoming,
  ): Promise<ServiceResponse> => {
    const { method, headers, body } = incoming;
    const request: ServiceRequest = {
      method,
      headers,
      body,
      path: to.path,
      query: to.query,
      links: to.links,
    };
    const record = cloud.environments.byHost(to.host);
    const service = services.get(to.host);
    if (record === null && service === undefined) {
      return refuse(404, `The demo cloud has no host '${to.host}'.`);
    }
    const preflight = answerPreflight(to.host, record !== null, request);
    if (preflight !== null) {
      return preflight;
    }
    const opened = (response: ServiceResponse): ServiceResponse =>
      openToPages(to.host, record !== null, request, response);
    const challenged = isSignIn(to.host)
      ? null
      : challengeToken(cloud, headers['authorization'], to.links.to(hosts.login));
    if (challenged !== null) {
      return opened(challenged);
    }
    const fault = controls.faults.next(record === null ? [to.host] : [to.host, record.seed.urlName, '*']);
    const injected =
      fault === null
        ? null
        : faultResponse(fault, to.host, request, {
            now: cloud.now(),
            firewallText: cloud.rules.of('firewallText'),
          });
    if (injected !== null) {
      return opened(injected);
    }
    const delay = async (): Promise<void> => {
      if (fault?.kind === 'latency') {
        await wait(fault.milliseconds);
      }
    };
    const answered = async (): Promise<ServiceResponse> => {
      if (record !== null) {
        return gateway(record, request, delay);
      }
      await delay();
      return service === undefined ? refuse(404, 'Not found.') : service(request);
    };
    const response = opened(await answered());
    return fault?.kind === 'truncated' ? cutShort(response) : response;
  };

  /** What nobody would miss where nobody steers: the request is noted, and the answer is dated by the clock that was set. */
  const steered = async (
    to: Extract<Destination, { kind: 'host' }>,
    incoming: Incoming,
  ): Promise<ServiceResponse> => {
    const [at, started] = [new Date(cloud.now()).toISOString(), performance.now()];
    const response = await toHost(to, incoming);
    trace.add({
      at,
      method: incoming.method,
      host: to.host,
      path: to.path,
      query: isSignIn(to.host) ? namesOnly(to.query) : to.query,
      status: response.status,
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
    });
    return clock.changed
      ? { ...response, headers: { ...response.headers, date: new Date(cloud.now()).toUTCString() } }
      : response;
  };

  const dispatch: Dispatcher = async (incoming) => {
    const to = findDestination(cloud.site, incoming);
    switch (to.kind) {
      case 'refused':
        return refuse(to.status, to.reason);
      case 'host':
        return controllable ? steered(to, incoming) : toHost(to, incoming);
      case 'page':
        return controllable && /^\/control(?:\/|$)/.test(to.path)
          ? scenario({
              method: incoming.method,
              path: to.path.slice('/control'.length),
              query: to.query,
              body: incoming.body,
            })
          : answerPortal(cloud, { method: incoming.method, path: to.path, base: to.base });
    }
  };
  return {
    dispatch,
    plays: (host) => {
      const own = cloud.site.names.own(host);
      return services.has(own) || cloud.environments.byHost(own) !== null;
    },
  };
}
