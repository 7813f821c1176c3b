import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../cloud.ts';
import { createBap } from '../discovery/bap.ts';
import { createDiscovery } from '../discovery/instances.ts';
import { challengeToken } from '../entra/challenge-token.ts';
import { createEntra } from '../entra/entra.ts';
import { createGateway } from '../gateway/gateway.ts';
import { createGraph } from '../graph/graph.ts';
import { answerPortal } from '../portal/portal.ts';
import { findDestination, hosts } from './address.ts';
import type { Arrival, Destination } from './address.ts';
import { answerControl } from './control.ts';
import type { Controls, MakeDemand } from './control.ts';
import type { Service, ServiceRequest, ServiceResponse } from './exchange.ts';
import { json } from './exchange.ts';
import { faultResponse } from './faults.ts';

/** A request as the transport hands it over. */
export type Incoming = Arrival & Pick<ServiceRequest, 'method' | 'headers' | 'body'>;

/** Answers every request of a run. */
export type Dispatcher = (incoming: Incoming) => Promise<ServiceResponse>;

const refuse = (status: number, message: string): ServiceResponse =>
  json(status, { error: { code: String(status), message } });

/** Puts the services of the demo cloud together. Without `controls` there is no control endpoint. */
export function createDispatcher(cloud: Cloud, controls: Controls, controllable: boolean): Dispatcher {
  const services = new Map<string, Service>([
    [hosts.login, createEntra(cloud)],
    [hosts.graph, createGraph(cloud, controls)],
    [hosts.bap, createBap(cloud)],
    [hosts.discovery, createDiscovery(cloud)],
  ]);
  const gateway = createGateway(cloud);
  const demand: MakeDemand = (username, kind) => {
    const account = cloud.directory.account(username);
    const known = kind === 'mfa' || kind === 'claims' || kind === 'revoked';
    if (account === null || !known) {
      return false;
    }
    cloud.demands.make(account.objectId, kind);
    return true;
  };

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
    const challenged =
      to.host === hosts.login
        ? null
        : challengeToken(cloud, headers['authorization'], to.links.to(hosts.login));
    if (challenged !== null) {
      return challenged;
    }
    const fault = controls.faults.next(record === null ? [to.host] : [to.host, record.seed.urlName, '*']);
    const injected = fault === null ? null : faultResponse(fault, request);
    if (injected !== null) {
      return injected;
    }
    const delay = async (): Promise<void> => {
      if (fault?.kind === 'latency') {
        await wait(fault.milliseconds);
      }
    };
    if (record !== null) {
      return gateway(record, request, delay);
    }
    await delay();
    return service === undefined ? refuse(404, 'Not found.') : service(request);
  };

  return async (incoming) => {
    const to = findDestination(cloud.site, incoming);
    switch (to.kind) {
      case 'refused':
        return refuse(to.status, to.reason);
      case 'host':
        return toHost(to, incoming);
      case 'page':
        return controllable && to.path === '/control'
          ? answerControl(controls, incoming.method, incoming.body, demand)
          : answerPortal(cloud, { method: incoming.method, path: to.path, base: to.base });
    }
  };
}
