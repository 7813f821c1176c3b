import { answerRows } from '../../../query/answer-rows.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import type { ChainLink } from '../chain-link.ts';
import { broken, evidence, skipped, sound, unknown } from '../finding.ts';
import { neededFor, requestFor, rowAskedFor, tableAskedFor } from './asked.ts';
import { grantedThrough } from './granted.ts';
import { whyNotSeen } from './refusal.ts';
import { lookAtColumns, lookAtRow } from './row-look.ts';
import { whenAtOdds } from './when-at-odds.ts';

/** The app's roles together hold every privilege that the question needs, and reach the row that it is about. */
export const privilegesLink: ChainLink = {
  id: 'privileges',
  look: async (context, signal) => {
    const { subject, facts } = context;
    const { question } = subject;
    if (question === null) return skipped('not-asked');
    const user = await facts.user(signal);
    if (!user.ok) return unknown(whyNotSeen(user.error), user.error);
    const needed = await neededFor(context, question, signal);
    if (!needed.ok)
      return needed.error.code === 'not-found'
        ? broken(needed.error)
        : unknown(whyNotSeen(needed.error), needed.error);
    const access = await facts.access(signal);
    if (!access.ok) return unknown(whyNotSeen(access.error), access.error);
    const held = new Map(access.value.privileges.map(({ name, depth }) => [name, depth]));
    const seen = [
      evidence.word('seen-by', 'admin'),
      evidence.number('privileges', held.size),
      ...needed.value.map(({ privilege }) => evidence.text('needs', privilege)),
      ...needed.value.flatMap(({ privilege }) => {
        const depth = held.get(privilege);
        return depth === undefined ? [] : [evidence.word('reaches', depth)];
      }),
    ];
    const lacking = needed.value.find(({ privilege }) => !held.has(privilege));
    if (lacking !== undefined) {
      const params = { ...lacking, environment: subject.environment.name };
      return broken(appError('privilege-lacking', params), ...seen);
    }
    const row = rowAskedFor(question);
    const look = row === null ? null : await lookAtRow(context, row, seen, signal);
    if (look !== null && look.broken !== null) return look.broken;
    if (needed.value.length === 0) return unknown('nothing-to-look-at', null, ...seen);
    const table = tableAskedFor(question);
    const columns = table === null ? [] : await lookAtColumns(context, table, signal);
    // Of one row the roles that reach it are told; of a table those that grant the privilege at all.
    const granted = grantedThrough(access.value, new Set(needed.value.map(({ privilege }) => privilege)));
    return sound(...(look?.seen ?? [...seen, ...granted]), ...columns);
  },
};

/** The service answers the question to the app itself: nothing else is a proof. */
export const queryLink: ChainLink = {
  id: 'query',
  look: async (context, signal) => {
    const { subject, facts } = context;
    const { question } = subject;
    if (question === null) return skipped('not-asked');
    const request = await requestFor(context, question, signal);
    if (!request.ok) return broken(request.error);
    if (request.value === null) return skipped('would-change');
    const paged = !/[?&]\$top=|fetchxml=|^[^?]*\)(?:\?|$)/i.test(request.value);
    const answer = await facts.app.get(request.value, { signal, ...(paged ? { pageSize: 1 } : {}) });
    if (answer.ok) {
      const { body, status, milliseconds } = answer.value;
      return sound(
        evidence.word('seen-by', 'app'),
        evidence.number('status', status),
        evidence.number('rows', answerRows(body).length),
        evidence.milliseconds('answered-in', Math.round(milliseconds)),
      );
    }
    const finding = broken(answer.error, evidence.word('seen-by', 'app'));
    const denied = finding.verdict.state === 'failed' && finding.verdict.cause === 'permission';
    const user = denied ? await facts.user(signal) : null;
    // The link before found every privilege: either the service has not seen it yet, or what it says is the reason.
    if (user?.ok !== true) return finding;
    const odds = await whenAtOdds(context, answer.error, user.value?.modifiedOn ?? null, finding.evidence);
    return odds.verdict.state === 'failed' ? odds : finding;
  },
};
