import { createHash, randomBytes } from 'node:crypto';
import type { Cloud } from '../../../preload/contract/clouds.ts';
import type { InputOf } from '../../../preload/contract/index.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { RecordActivity } from '../../settings/record-activity.ts';
import type { ConsentBook } from './consent-book.ts';
import { consentLink } from './consent-link.ts';
import { recordAsked } from './consent-record.ts';
import type { ConsentTarget } from './consent-target.ts';

/** What making a link needs. */
export type AskPorts = {
  readonly book: ConsentBook;
  readonly recordActivity: RecordActivity;
  /** Origin of the pages of a cloud's sign-in service, as a browser reaches them. */
  readonly signInPages: (cloud: Cloud) => string;
  /** Uses an app in a workspace from now on: a client that is asked is one of the app's. */
  readonly useIn: (appProfileId: AppProfileId, workspaceId: WorkspaceId) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** An unguessable value that ties an answer to its link. */
export const newState = (): string => randomBytes(32).toString('base64url');

/** By which a state is known again without being written down. */
export const digestOf = (state: string): string => createHash('sha256').update(state).digest('hex');

const addressProblem = (address: string): string | null => {
  const url = URL.parse(address);
  if (url === null || address.includes('#') || url.username !== '') return 'is no address';
  const loopback = ['localhost', '127.0.0.1'].includes(url.hostname);
  // Microsoft Learn: reply-url, "Supported schemes".
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback)
    ? null
    : 'must begin with https://';
};

/** Makes the link, notes that consent was asked for, and tells the journal. */
export const askConsent = async (
  ports: AskPorts,
  target: ConsentTarget,
  how: Pick<InputOf<'consent.ask'>, 'form' | 'authority' | 'redirectUri'>,
  state: string,
): Promise<Result<string>> => {
  const { client, cloud, profile } = target;
  const { form, redirectUri } = how;
  const problem = redirectUri === null ? (form === 'v2' ? 'is missing' : null) : addressProblem(redirectUri);
  if (problem !== null) return failed('invalid-input', { path: 'redirectUri', problem });
  const tenant = how.authority === 'organizations' ? how.authority : client.tenantId;
  if (tenant === null) return failed('tenant-unknown', { workspace: client.name });
  const url = consentLink({
    pages: ports.signInPages(cloud),
    graph: cloud.graph,
    form,
    tenant,
    clientId: profile.clientId,
    redirectUri,
    state,
  });
  ports.useIn(profile.id, client.id);
  ports.book.change(client.id, profile.id, (now) =>
    recordAsked(now, { at: new Date(ports.now()).toISOString(), form, stateDigest: digestOf(state) }),
  );
  await ports.recordActivity({
    workspaceId: client.id,
    kind: 'consent-asked',
    environment: '',
    summary: `Made a consent link (${form}) for ${profile.name}`,
    outcome: 'none',
    requestId: '',
  });
  return ok(url);
};
