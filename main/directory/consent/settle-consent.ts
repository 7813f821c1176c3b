import type { ConsentRow } from '../../../preload/contract/consent.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { AppProfileId, CredentialId } from '../../../preload/contract/words/ids.ts';
import type { Clock } from '../../http/clock.ts';
import type { TokenSource } from '../../identity/token-source.ts';
import type { RecordActivity } from '../../settings/record-activity.ts';
import type { ConsentAnswer } from './consent-answer.ts';
import type { ConsentBook } from './consent-book.ts';
import { recordChecked, recordDeclined } from './consent-record.ts';
import { consentRow } from './consent-rows.ts';
import type { ConsentTarget } from './consent-target.ts';
import { awaitConsent, verdictOf } from './verify-consent.ts';
import type { ConsentCheck } from './verify-consent.ts';

/** What finding out needs. */
export type SettlePorts = {
  readonly book: ConsentBook;
  readonly tokens: Pick<TokenSource, 'forApp'>;
  /** The credential that an app signs in with. */
  readonly chooseCredential: (id: AppProfileId) => Promise<Result<CredentialId>>;
  readonly recordActivity: RecordActivity;
  readonly clock: Clock;
};

/**
 * Asks for a token in the client's tenant: the only proof, because an answer in a browser can be made up. The token is one for
 * Microsoft Graph, which every tenant has, and is thrown away.
 */
const checkOnce = async (
  { chooseCredential, tokens }: SettlePorts,
  { client, cloud, profile }: ConsentTarget,
  signal: AbortSignal,
): Promise<ConsentCheck> => {
  const { tenantId } = client;
  if (tenantId === null)
    return { verdict: 'unknown', error: appError('tenant-unknown', { workspace: client.name }) };
  const credential = await chooseCredential(profile.id);
  if (!credential.ok) return { verdict: 'unknown', error: credential.error };
  const token = await tokens.forApp(
    {
      workspaceId: client.id,
      tenantId,
      clientId: profile.clientId,
      appProfileId: profile.id,
      credentialId: credential.value,
      resource: new URL(cloud.graph).origin,
      fresh: true,
    },
    signal,
  );
  signal.throwIfAborted();
  return verdictOf(token);
};

const note = (ports: SettlePorts, { client, profile }: ConsentTarget, check: ConsentCheck): ConsentRow => {
  const at = new Date(ports.clock.now()).toISOString();
  ports.book.change(client.id, profile.id, (now) => recordChecked(now, { at, ...check }));
  return consentRow(ports.book, client, profile);
};

/** Checks once and notes it; `cancelled` when the signal aborts, and then nothing is noted. */
export const checkConsent = async (
  ports: SettlePorts,
  target: ConsentTarget,
  signal: AbortSignal,
): Promise<Result<ConsentRow>> => {
  try {
    return ok(note(ports, target, await checkOnce(ports, target, signal)));
  } catch (thrown) {
    if (signal.aborted) return failed('cancelled');
    throw thrown;
  }
};

const record = (ports: SettlePorts, target: ConsentTarget, summary: string, outcome: 'ok' | 'failed') =>
  ports.recordActivity({
    workspaceId: target.client.id,
    kind: 'consent-answered',
    environment: '',
    summary,
    outcome,
    requestId: '',
  });

/**
 * Takes an answer that belongs to the link: a refusal is noted and told; a consent is verified, with patience while it spreads. What
 * the answer says of the tenant is never believed; it only explains why nothing is found.
 */
export const settleConsent = async (
  ports: SettlePorts,
  target: ConsentTarget,
  answer: Exclude<ConsentAnswer, { kind: 'unreadable' }>,
  attempt: (number: number) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<ConsentRow>> => {
  const { client, profile } = target;
  if (answer.kind === 'refused') {
    const { aadsts, error, reason } = answer;
    if (reason === 'declined')
      ports.book.change(client.id, profile.id, (now) =>
        recordDeclined(now, new Date(ports.clock.now()).toISOString()),
      );
    await record(ports, target, `Consent for ${profile.name} was refused: ${error}`, 'failed');
    return failed('consent-refused', { reason, error, aadsts: aadsts ?? '' });
  }
  const elsewhere =
    answer.tenantId !== null && client.tenantId !== null && answer.tenantId !== client.tenantId;
  try {
    const check = elsewhere
      ? await checkOnce(ports, target, signal)
      : await awaitConsent(
          { check: (each) => checkOnce(ports, target, each), clock: ports.clock, attempt },
          signal,
        );
    const row = note(ports, target, check);
    const there = row.state.status === 'consented';
    await record(ports, target, `Consent for ${profile.name}: ${check.verdict}`, there ? 'ok' : 'failed');
    return elsewhere && check.verdict === 'missing'
      ? failed('consent-elsewhere', { expected: client.tenantId ?? '', actual: answer.tenantId ?? '' })
      : ok(row);
  } catch (thrown) {
    if (signal.aborted) return failed('cancelled');
    throw thrown;
  }
};
