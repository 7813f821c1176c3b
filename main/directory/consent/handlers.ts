import pLimit from 'p-limit';
import * as contract from '../../../preload/contract/consent.ts';
import { implement, implementStream } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { askConsent, digestOf, newState } from './ask-consent.ts';
import type { AskPorts } from './ask-consent.ts';
import { readConsentAddress } from './consent-answer.ts';
import { consentRows } from './consent-rows.ts';
import { clientsOf, consentTarget } from './consent-target.ts';
import type { ConsentLookup } from './consent-target.ts';
import { listenAndSettle } from './listen-and-settle.ts';
import type { ListenPorts } from './listen-and-settle.ts';
import { checkConsent, settleConsent } from './settle-consent.ts';

/** What `consent.*` is answered with. */
export type ConsentPorts = ConsentLookup & AskPorts & ListenPorts;

/** Token requests at the same time: all of them go to one sign-in service. */
const PARALLEL = 4;

/** Answers `consent.*`. */
export const consentHandlers = (ports: ConsentPorts) => ({
  'consent.list': implement(contract.list, async ({ workspaceId }) => {
    const here = ports.workspaces().find(({ id }) => id === workspaceId);
    if (here === undefined) return failed('not-found', { what: 'workspace', id: workspaceId });
    const clients = new Map(
      ports
        .profilesOf(workspaceId)
        .flatMap((profile) => clientsOf(ports, here, profile))
        .map(({ id, name, colour, tenantId }) => [id, { workspaceId: id, name, colour, tenantId }]),
    );
    return ok({ rows: [...consentRows(ports, ports.book, here)], clients: [...clients.values()] });
  }),

  'consent.ask': implement(contract.ask, async (input) => {
    const target = consentTarget(ports, input);
    if (!target.ok) return target;
    const url = await askConsent(ports, target.value, input, newState());
    return url.ok ? ok({ url: url.value }) : url;
  }),

  'consent.listen': implementStream(contract.listen, async (input, emit, signal) => {
    const target = consentTarget(ports, input);
    return target.ok ? listenAndSettle(ports, target.value, input, emit, signal) : target;
  }),

  'consent.answer': implementStream(contract.answer, async (input, emit, signal) => {
    const target = consentTarget(ports, input);
    if (!target.ok) return target;
    const answer = readConsentAddress(input.address);
    if (answer.kind === 'unreadable') return failed('consent-answer-unreadable', { reason: answer.reason });
    const { asked } = ports.book.of(input.clientWorkspaceId, input.appProfileId);
    // A refusal may come without a state (Microsoft Learn: v2-oauth2-client-creds-grant-flow, "Error response").
    const ours =
      answer.state === null
        ? answer.kind === 'refused' && asked !== null
        : asked?.stateDigest === digestOf(answer.state);
    if (!ours) return failed('consent-answer-unreadable', { reason: 'other-link' });
    const attempt = (number: number) => emit({ kind: 'checking', attempt: number });
    return settleConsent(ports, target.value, answer, attempt, signal);
  }),

  'consent.check': implementStream(contract.check, async ({ items, workspaceId }, emit, signal) => {
    const targets = items.map((item) => consentTarget(ports, { ...item, workspaceId }));
    const wrong = targets.find((target) => !target.ok);
    if (wrong !== undefined && !wrong.ok) return wrong;
    const limit = pLimit(PARALLEL);
    const checks = targets.map((target) =>
      limit(async () => {
        const row = target.ok && !signal.aborted ? await checkConsent(ports, target.value, signal) : null;
        if (row?.ok === true) await emit(row.value);
        return row?.ok === true;
      }),
    );
    const done = await Promise.all(checks);
    return ok({ checked: done.filter(Boolean).length, of: items.length });
  }),
});
