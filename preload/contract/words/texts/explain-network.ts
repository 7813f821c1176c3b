import type { ErrorCode } from '../errors.ts';
import { BUILT_IN_CLOUDS } from '../status.ts';
import type { Explain, Say } from './explanation-draft.ts';
import { EDIT_WORKSPACE, learn, OPEN_SETTINGS, RETRY } from './explanation-draft.ts';
import { cloudLabel } from './labels.ts';

const UNREACHABLE: Readonly<Record<string, readonly [cause: string, remedy: string]>> = {
  dns: [
    'Its name is not known to the network.',
    'Check the address. A deleted or renamed environment has no name any more; behind a VPN, check that it is connected.',
  ],
  refused: ['It refuses connections.', 'Check the address, and whether a firewall stands in between.'],
  proxy: [
    'The proxy did not let the request through.',
    'Check the proxy settings of the system, and whether the proxy asks for a sign-in.',
  ],
  offline: ['This computer is offline.', 'Connect to the network and try again.'],
  unroutable: ['There is no way to it from this network.', 'Check VPN and firewall.'],
  reset: [
    'The connection was cut.',
    'Try again. If it happens every time, a firewall or proxy is cutting it.',
  ],
  'demo-cloud-not-running': [
    'The demo cloud is not running.',
    'Start the console again with the demo cloud.',
  ],
};

const UNTRUSTED: Readonly<Record<string, string>> = {
  expired: 'Its certificate has expired or is not valid yet.',
  'wrong-host': 'Its certificate belongs to another name.',
  'self-signed': 'Its certificate was signed by nobody that this computer trusts.',
  revoked: 'Its certificate was revoked.',
  'unknown-issuer': 'The issuer of its certificate is not known to this computer.',
  protocol: 'No common form of encryption was found.',
};

const LIMITS: Readonly<Record<string, string>> = {
  requests: 'More than 6,000 requests within five minutes.',
  'execution-time': 'More than 20 minutes of combined execution time within five minutes.',
  concurrency: 'More than 52 requests at the same time.',
};

const limitText = (limit: string): string => LIMITS[limit] ?? 'A service protection limit was reached.';

/** Params hold a cloud by its id, and one that a person made by its name, too. */
const cloudName = (say: Say): string => {
  const id = say('cloud');
  const shipped = BUILT_IN_CLOUDS.find((cloud) => cloud === id);
  return shipped === undefined
    ? say('cloudName', id.replace('custom:', '') || 'of this workspace')
    : cloudLabel(shipped);
};

/** Failures on the way to the service, or of its gateways. */
export const EXPLAIN_NETWORK = {
  'network-unreachable': (say) => {
    const [cause, remedy] = UNREACHABLE[say('reason')] ?? [
      'No connection came about.',
      'Check the network, then try again.',
    ];
    return {
      title: `${say('host', 'The service')} cannot be reached`,
      cause,
      remedies: [remedy],
      actions: [RETRY],
    };
  },
  'network-timeout': (say) => ({
    title: `${say('host', 'The service')} did not answer in time`,
    cause: `Nothing came within ${say('seconds', 'the set')} seconds.`,
    remedies: [
      'Try again. If only this environment is slow, look at its health in the Power Platform admin center.',
    ],
    actions: [RETRY],
  }),
  'tls-untrusted': (say) => ({
    title: `The identity of ${say('host', 'the service')} cannot be trusted`,
    cause: `${UNTRUSTED[say('reason')] ?? 'Its certificate was not accepted.'} Nothing was sent.`,
    remedies: [
      'If your organization inspects encrypted traffic, install its root certificate in the system’s store.',
      'Otherwise check the address and the clock of this computer.',
    ],
    actions: [RETRY],
  }),
  'redirect-refused': (say) => ({
    title: `${say('host', 'The service')} sends the request elsewhere`,
    cause: `It points to ${say('to', 'another host')}. The console follows no redirect, because the access token would go with it.`,
    remedies: [
      'Check the address of the environment; a sign-in page of a network in between also looks like this.',
    ],
  }),
  'origin-mismatch': (say) => ({
    title: 'The answer points to another host',
    cause: `Expected ${say('expected', 'the environment')}, found ${say('actual', 'something else')}. The access token was not sent there.`,
    remedies: ['Check whether the environment was moved or renamed, and add it again under its new address.'],
  }),
  'unexpected-answer': (say) => ({
    title: `${say('host', 'The service')} answered something unexpected`,
    cause:
      say('what') === 'html'
        ? `A web page came instead of data${say('status') === '' ? '' : ` (HTTP ${say('status')})`}: usually a gateway, a proxy or a maintenance page.`
        : `HTTP ${say('status', 'status unknown')}, ${say('what', 'not as documented')}.`,
    remedies: [
      'Try again. If it stays so, check the address and what stands between this computer and the service.',
    ],
    actions: [RETRY],
  }),
  'service-unavailable': (say) => ({
    title: `${say('host', 'The service')} is not available at the moment`,
    cause: `It answered HTTP ${say('status', '503')} also after several attempts.`,
    remedies: [
      'Wait a few minutes and try again.',
      'Look at the service health in the admin center if it lasts.',
    ],
    actions: [RETRY],
  }),
  throttled: (say) => ({
    title: 'The environment asks to slow down',
    cause: `${limitText(say('limit'))} The service counts per user; application users are not exempt.`,
    code: 'HTTP 429',
    remedies: [
      say('retryAfterSeconds', '0') === '0'
        ? 'Wait a few minutes.'
        : `Wait ${say('retryAfterSeconds')} seconds.`,
      'Ask fewer environments at the same time (Settings, Network), and look for what else uses the same user.',
    ],
    actions: [
      RETRY,
      learn('About service protection limits', 'power-apps/developer/data-platform/api-limits'),
    ],
  }),
  'circuit-open': (say) => ({
    title: `The console has stopped asking ${say('host', 'the service')} for a moment`,
    cause: `${say('failures', 'Several')} requests in a row failed there, so the console sends it nothing for ${say('seconds', 'some')} seconds: more requests would only wait in vain. What you asked for was not sent. Other environments go on.`,
    remedies: [
      `Wait ${say('seconds', 'some')} seconds, then try again: the next request finds out whether it answers again.`,
      'If it goes on failing, open the environment in a browser, and look at its health in the Power Platform admin center.',
    ],
    actions: [RETRY],
  }),
  'challenge-missing': (say) => ({
    title: `${say('host', 'The host')} does not say which tenant it belongs to`,
    cause:
      'A Dataverse environment answers an unsigned request with the address of its tenant. This host did not.',
    remedies: [
      'Check that the address is one of a Dataverse environment, and that no proxy answers in its place.',
    ],
  }),
  'tenant-mismatch': (say) => ({
    title: 'This environment belongs to another tenant',
    cause: `The workspace is about tenant ${say('expected', 'one')}, the environment belongs to ${say('actual', 'another')}.`,
    remedies: ['Make a workspace for that tenant and add the environment there.'],
    actions: [EDIT_WORKSPACE],
  }),
  'cloud-mismatch': (say) => ({
    title: 'This environment belongs to another cloud',
    cause: `${say('host', 'The host')} is not one of the cloud ${cloudName(say)}. Sign-ins of one cloud are worth nothing in another, so none was tried.`,
    remedies: ['Make a workspace for that cloud and add the environment there.'],
  }),
  'cloud-unknown': (say) => ({
    title: `${say('host', 'This address')} belongs to no cloud that the console knows`,
    cause: `It signs in at ${say('authority', 'a service that is in no cloud of the list')}. Nothing was sent there.`,
    remedies: ['If it is a cloud of its own, such as an air-gapped one, add it in Settings, Clouds.'],
    actions: [OPEN_SETTINGS],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
