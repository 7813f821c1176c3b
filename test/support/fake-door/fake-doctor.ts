import type { DoctorVerdict, Evidence, LinkResult } from '../../../preload/contract/doctor.ts';
import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { CauseKind, DoctorLink } from '../../../preload/contract/words/doctor.ts';
import { DOCTOR_LINKS } from '../../../preload/contract/words/doctor.ts';
import { appError, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { fakeId } from './fake-ids.ts';
import type { Scenario } from './scenario.ts';
import * as world from './fake-world.ts';

type Break = { readonly link: DoctorLink; readonly cause: CauseKind; readonly error: AppError };

const there = { clientId: fakeId.client(1), environment: 'this environment' };

/** What is broken in an environment, by its place in the list; nothing in most. */
const breakAt = (index: number, asked: boolean): Break | null => {
  const error = world.failureOf(index);
  switch (index) {
    case 3:
      return { link: 'application-user', cause: 'configuration', error: appError('user-missing', there) };
    case 5:
      return { link: 'roles', cause: 'permission', error: appError('user-no-roles', there) };
    case 6:
      return { link: 'application-user', cause: 'configuration', error: appError('user-disabled', there) };
    case 7:
      return {
        link: 'application-user',
        cause: 'configuration',
        error: appError('user-soft-deleted', there),
      };
    case 8: {
      const params = { environment: 'this environment', seconds: 12 };
      return { link: 'roles', cause: 'propagation', error: appError('still-propagating', params) };
    }
    case 4: {
      const params = { privilege: 'prvReadAccount', table: 'account', environment: 'this environment' };
      return asked
        ? { link: 'privileges', cause: 'permission', error: appError('privilege-lacking', params) }
        : null;
    }
    case 9:
      return error === null ? null : { link: 'tenant', cause: 'network', error };
    case 17:
      return error === null ? null : { link: 'who-am-i', cause: 'policy', error };
    case 22:
      return error === null ? null : { link: 'who-am-i', cause: 'service', error };
    case 31:
      return error === null ? null : { link: 'token', cause: 'policy', error };
    default:
      return null;
  }
};

const text = (label: Evidence['label'], value: string, expected: string | null = null): Evidence => ({
  label,
  kind: 'text',
  value,
  expected,
});
const id = (label: Evidence['label'], value: string, expected: string | null = null): Evidence => ({
  ...text(label, value, expected),
  kind: 'id',
});
const word = (label: Evidence['label'], value: string): Evidence => ({ ...text(label, value), kind: 'word' });

const evidenceOf = (link: DoctorLink, index: number, verdict: DoctorVerdict): readonly Evidence[] => {
  // Where the user or its roles are what is missing, there is nothing to show of them.
  if (verdict.state === 'failed' && (link === 'application-user' || link === 'roles'))
    return [word('seen-by', 'admin')];
  const url = world.environments[index]?.url ?? '';
  switch (link) {
    case 'url':
      return [text('url', url), text('cloud-of-workspace', 'Public')];
    case 'tenant':
      return [id('tenant', fakeId.tenant(1), fakeId.tenant(1)), text('resource', url, url)];
    case 'authority':
      return [text('authority', 'https://login.microsoftonline.com')];
    case 'credential':
      return [
        text('credential', 'Rollout'),
        word('credential-kind', 'secret'),
        word('credential-kept', 'keychain'),
      ];
    case 'token':
      return [id('issued-for-app', fakeId.client(1)), text('resource', url)];
    case 'claims':
      return [text('audience', url, url), id('service-principal', fakeId.servicePrincipal(0))];
    case 'who-am-i':
      return [id('user', fakeId.user(index))];
    case 'application-user':
      return [word('seen-by', 'admin'), word('state', 'enabled'), text('business-unit', 'Northwind')];
    case 'roles':
      return [word('seen-by', 'admin'), text('role', 'Account Reader'), text('role', 'Basic User')];
    case 'privileges':
      return [
        text('needs', 'prvReadAccount'),
        word('reaches', 'Global'),
        index === 2
          ? text('granted-by-team', 'Account Reader (Global), Integrations')
          : text('granted-by', 'Account Reader (Global)'),
        text('hidden-column', 'creditlimit'),
      ];
    case 'query':
      return [word('seen-by', 'app'), { ...text('rows', '1'), kind: 'number' }];
  }
};

/** The doctor at the pace of the scenario: most chains are sound, some break, each at a link of its own. */
export const fakeDoctor =
  (scenario: Scenario, signedIn: () => boolean) =>
  async (
    input: InputOf<'doctor.run'>,
    emit: (event: EventOf<'doctor.run'>) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Result<OutputOf<'doctor.run'>>> => {
    const counts = { chains: 0, ok: 0, failed: 0, unknown: 0, cancelled: 0 };
    const start = input.from === null ? 0 : DOCTOR_LINKS.indexOf(input.from);
    const asked = input.question !== null;
    const verdictOf = (link: DoctorLink, place: number, broken: Break | null): DoctorVerdict => {
      const brokenAt = broken === null ? DOCTOR_LINKS.length : DOCTOR_LINKS.indexOf(broken.link);
      if (place < start) return { state: 'skipped', reason: 'before-start' };
      if (place > brokenAt) return { state: 'skipped', reason: 'earlier-link' };
      if (broken !== null && place === brokenAt)
        return { state: 'failed', cause: broken.cause, error: broken.error };
      if (link === 'who-am-i' && broken?.link === 'application-user') {
        const error = world.failureOf(3) ?? broken.error;
        return { state: 'symptom', error };
      }
      if (!asked && (link === 'privileges' || link === 'query'))
        return { state: 'skipped', reason: 'not-asked' };
      if (!signedIn() && link === 'roles') {
        const error = appError('sign-in-needed', { workspace: 'Northwind Traders' });
        return { state: 'unknown', reason: 'not-signed-in', error };
      }
      return { state: 'ok' };
    };
    const runOne = async (appProfileId: (typeof input.appProfileIds)[number], index: number) => {
      const environmentId = world.environments[index]?.id ?? fakeId.environment(0);
      const where = { appProfileId, environmentId };
      const broken = breakAt(index, asked);
      let root: DoctorLink | null = null;
      for (const [place, link] of DOCTOR_LINKS.entries()) {
        const verdict = verdictOf(link, place, broken);
        if (verdict.state !== 'skipped') await emit({ kind: 'looking', ...where, link });
        if (scenario.pace > 0 && verdict.state !== 'skipped')
          await new Promise((resolve) => setTimeout(resolve, scenario.pace));
        if (signal.aborted) return 'cancelled' as const;
        if (verdict.state === 'failed' || (verdict.state === 'unknown' && root === null)) root = link;
        const result: LinkResult = {
          link,
          verdict,
          evidence: verdict.state === 'skipped' ? [] : [...evidenceOf(link, index, verdict)],
          at: new Date().toISOString(),
          milliseconds: 20 + ((index * 37 + place * 11) % 200),
        };
        await emit({ kind: 'link', ...where, result });
      }
      const outcome =
        broken !== null ? ('failed' as const) : root === null ? ('ok' as const) : ('unknown' as const);
      await emit({ kind: 'end', ...where, outcome, root });
      return outcome;
    };
    for (const appProfileId of input.appProfileIds)
      for (const environmentId of input.environmentIds) {
        counts.chains += 1;
        const index = world.environments.findIndex((one) => one.id === environmentId);
        const outcome = signal.aborted ? 'cancelled' : await runOne(appProfileId, index);
        counts[outcome] += 1;
      }
    if (input.watch !== null && counts.failed > 0 && !signal.aborted) {
      await emit({ kind: 'waiting', round: 1, until: new Date(Date.now() + 15_000).toISOString() });
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
    return ok(counts);
  };
