import type { ConsentRow } from '../../../preload/contract/consent.ts';
import type { EventOf, InputOf } from '../../../preload/contract/index.ts';
import type { Emit } from '../../../preload/contract/implement.ts';
import { failed } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { askConsent, newState } from './ask-consent.ts';
import type { AskPorts } from './ask-consent.ts';
import { listenForConsent } from './callback-listener.ts';
import type { ConsentTarget } from './consent-target.ts';
import { settleConsent } from './settle-consent.ts';
import type { SettlePorts } from './settle-consent.ts';

/** What waiting on this computer needs. */
export type ListenPorts = AskPorts &
  SettlePorts & {
    /** A signal that aborts after so many milliseconds: `AbortSignal.timeout` outside tests. */
    readonly deadline: (milliseconds: number) => AbortSignal;
  };

/** Seconds that an administrator has for the pages of the sign-in service. */
const LISTEN_SECONDS = 15 * 60;

/** Makes a link whose answer comes to this computer, waits for it, verifies it. The port is free again when this returns. */
export const listenAndSettle = async (
  ports: ListenPorts,
  target: ConsentTarget,
  how: Pick<InputOf<'consent.listen'>, 'form' | 'authority'>,
  emit: Emit<EventOf<'consent.listen'>>,
  signal: AbortSignal,
): Promise<Result<ConsentRow>> => {
  if (signal.aborted) return failed('cancelled');
  const late = ports.deadline(LISTEN_SECONDS * 1000);
  const state = newState();
  const listener = await listenForConsent(state, AbortSignal.any([signal, late]));
  try {
    const { redirectUri } = listener;
    const url = await askConsent(ports, target, { ...how, redirectUri }, state);
    if (!url.ok) return url;
    const until = new Date(ports.clock.now() + LISTEN_SECONDS * 1000).toISOString();
    await emit({ kind: 'waiting', url: url.value, until });
    const answer = await listener.answer;
    await listener.close();
    return await settleConsent(
      ports,
      target,
      answer,
      (attempt) => emit({ kind: 'checking', attempt }),
      signal,
    );
  } catch (thrown) {
    if (signal.aborted) return failed('cancelled');
    if (late.aborted) return failed('timed-out', { what: 'consent', seconds: LISTEN_SECONDS });
    throw thrown;
  } finally {
    await listener.close();
  }
};
