import type { AppProfile } from '../../../preload/contract/app-profiles.ts';
import type { LinkResult } from '../../../preload/contract/doctor.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { AskedState } from '../../../preload/contract/fleet.ts';
import type { DoctorLink } from '../../../preload/contract/words/doctor.ts';
import {
  APP_DIRECTORY_TEXTS,
  DOCTOR_TEXTS as TEXTS,
  explain,
} from '../../../preload/contract/words/texts/en.ts';
import type { RemedyAction } from '../../../preload/contract/words/texts/en.ts';
import type { Place } from '../../places/index.ts';
import type { Change } from '../../plans/index.ts';
import type { RemedyHandlers } from '../../ui/index.ts';
import type { MoreRemedy } from './link-details.tsx';

/** A plan that mends a link. */
export type Mending = { readonly title: string; readonly change: Change; readonly from: DoctorLink };

/** Codes of an app without a service principal in the tenant (Microsoft Learn: reference-error-codes). */
const NOT_CONSENTED: readonly string[] = ['700016', '7000229', '65001', '650052'];
/** What is mended by entering a credential again. */
const CREDENTIAL_CODES: readonly string[] = ['secret-missing', 'secret-looks-like-id', 'vault-unreadable'];

/** The service principal is there, and may not sign in (same page). */
const SWITCHED_OFF = '7000112';

/** Remedies that mend what is broken; the others look at it. */
const MENDING: readonly RemedyAction['id'][] = ['create-user', 'enable-user', 'add-role', 'add-credential'];

/** What remedies are made from. */
export type RemedyPorts = {
  readonly profile: AppProfile;
  readonly environment: Environment;
  readonly go: (place: Place) => void;
  readonly onAgain: (from: DoctorLink) => void;
  readonly onMend: (mending: Mending) => void;
};

/** The privilege that is missing, or does not reach far enough, as the wizard takes it. */
const lackingIn = (verdict: LinkResult['verdict']): Readonly<Record<string, string>> => {
  const privilege = 'error' in verdict ? verdict.error?.params['privilege'] : undefined;
  return typeof privilege === 'string' && privilege !== '' ? { grants: privilege } : {};
};

/** What can be done about a chain: a plan here where it is one step, else the place where it is decided. */
export const chainRemedies = ({ profile, environment, go, onAgain, onMend }: RemedyPorts) => {
  const { workspaceId } = environment;
  const mend = (title: string, from: DoctorLink, what: Partial<AskedState>): void => {
    const { clientId } = profile;
    const nothing = { ensureUser: false, addRoles: [], removeRoles: [] };
    const desired = [{ environmentId: environment.id, clientId, ...nothing, ...what }];
    onMend({ title, from, change: { kind: 'users', desired } });
  };
  const giveAccess = (grants: Readonly<Record<string, string>> = {}) => {
    const params = { app: profile.id, environments: environment.id, ...grants };
    go({ page: 'application-users/new', workspaceId, params });
  };
  const toApp = (params: Readonly<Record<string, string>>) =>
    go({ page: 'applications', workspaceId, params });

  const handlersOf = ({ link: from, verdict }: LinkResult): RemedyHandlers => ({
    retry: () => onAgain(from),
    'create-user': () => giveAccess(),
    'add-role': () => giveAccess(lackingIn(verdict)),
    'enable-user': () => mend(TEXTS.enableTitle, from, { enabled: true }),
    'show-users': () =>
      go({ page: 'application-users', workspaceId, params: { environment: environment.id } }),
    'add-credential': () => toApp({ app: profile.id, add: 'secret' }),
  });

  const moreOf = ({ link, verdict }: LinkResult): readonly MoreRemedy[] => {
    if (verdict.state !== 'failed') return [];
    const { code, params } = verdict.error;
    if (code === 'user-soft-deleted') {
      const what = { ensureUser: true, enabled: true, purgeTwin: true };
      return [{ label: TEXTS.purge, run: () => mend(TEXTS.purgeTitle, link, what) }];
    }
    // The plan counts what the user owns and holds first; made anew it is by the next remedy, for the user that is missing then.
    if (code === 'user-of-other-principal')
      return [{ label: TEXTS.remove, run: () => mend(TEXTS.removeTitle, link, { delete: 'permanent' }) }];
    if (code === 'entra' && NOT_CONSENTED.includes(String(params['aadsts'])))
      return [{ label: TEXTS.askConsent, run: () => toApp({ view: 'consent', panel: 'ask' }) }];
    if (code === 'entra' && String(params['aadsts']) === SWITCHED_OFF) {
      const { allow, allowTitle } = APP_DIRECTORY_TEXTS.overview;
      const change = { kind: 'set-service-principal', clientId: profile.clientId, enabled: true } as const;
      return [{ label: allow, run: () => onMend({ title: allowTitle, from: link, change }) }];
    }
    return CREDENTIAL_CODES.includes(code)
      ? [{ label: TEXTS.openCredentials, run: () => toApp({ app: profile.id, tab: 'credentials' }) }]
      : [];
  };
  /** The one to try first, to stand beside the name of the broken link; none where there is no button for it. */
  const firstOf = (result: LinkResult): readonly MoreRemedy[] => {
    const [more] = moreOf(result);
    if (more !== undefined) return [more];
    if (result.verdict.state !== 'failed') return [];
    const handlers = handlersOf(result);
    const action = explain(result.verdict.error).actions.find(({ id }) => MENDING.includes(id));
    const run = action === undefined ? undefined : handlers[action.id];
    return action === undefined || run == null ? [] : [{ label: action.label, run }];
  };
  return { handlersOf, moreOf, firstOf };
};

/** The buttons of a chain. */
export type ChainRemedies = ReturnType<typeof chainRemedies>;
