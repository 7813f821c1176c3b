import { bapFailure } from '../discovery/bap-failure.ts';
import { aadsts } from '../entra/aadsts.ts';
import { refusal } from '../entra/refusal.ts';
import { graphFaults } from '../graph/graph-fault.ts';
import { graphRefusal } from '../graph/graph-refusal.ts';
import { hosts } from './address.ts';
import { json } from './exchange.ts';
import type { ServiceRequest, ServiceResponse } from './exchange.ts';
import { unavailablePage } from './front-door.ts';

/** How a host says that it was asked too much, and that it cannot answer now. */
type Overload = {
  throttled(request: ServiceRequest, now: number): ServiceResponse;
  unavailable(request: ServiceRequest, now: number): ServiceResponse;
};

/** Texts of service protection (Learn: Service protection API limits). */
const dataverse: Overload = {
  throttled: () =>
    json(429, {
      error: {
        code: '0x80072322',
        message: 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.',
      },
    }),
  unavailable: unavailablePage,
};

const byHost: Readonly<Record<string, Overload>> = {
  [hosts.login]: {
    // No JSON, as clients of MSAL for .NET have seen it.
    throttled: () => ({
      status: 429,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'Too Many Requests',
    }),
    // A person sees a page, a program reads an error.
    unavailable: (request, now) =>
      request.method === 'POST' ? refusal(aadsts.transient(), request, now) : unavailablePage(),
  },
  [hosts.graph]: {
    throttled: (request, now) => graphRefusal(request, graphFaults.throttled(), now),
    unavailable: (request, now) => graphRefusal(request, graphFaults.unavailable(), now),
  },
  // The shape of its errors is the recorded one, the words are ours.
  [hosts.bap]: {
    throttled: () => bapFailure(429, 'TooManyRequests', 'Too many requests. Try again later.'),
    unavailable: () => bapFailure(503, 'ServiceUnavailable', 'The service is unavailable. Try again later.'),
  },
};

/** How a canonical host refuses when it has too much to do. Discovery is a service of Dataverse and does as environments do. */
export const overloadOf = (host: string): Overload => byHost[host] ?? dataverse;
