import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { GuideState, GuideStepId } from '../../preload/contract/words/guides.ts';
import { explain, GUIDE_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { GuideFacts, Known } from './guide-facts.ts';

const TEXTS = GUIDE_TEXTS.evidence;

/** Whether a step is done, and what says so. */
export type Verdict = { readonly state: GuideState; readonly evidence: string };

const done = (evidence: string): Verdict => ({ state: 'done', evidence });
const toDo = (evidence: string): Verdict => ({ state: 'to-do', evidence });
const unknown = (evidence: string): Verdict => ({ state: 'unknown', evidence });

/** A step about something that is not known (yet) cannot be told. */
const knowing = <Value>(known: Known<Value>, judge: (value: Value) => Verdict): Verdict => {
  if (known.value !== undefined) return judge(known.value);
  return unknown(known.error === null ? TEXTS.loading : TEXTS.unreadable(explain(known.error).title));
};

const connect = ({ account }: GuideFacts): Verdict => {
  const name = account.username ?? '';
  switch (account.state) {
    case 'loading':
      return unknown(TEXTS.loading);
    case 'signed-in':
      return done(TEXTS.signedInAs(name));
    case 'expired':
      return toDo(TEXTS.signInExpired(name));
    case 'signed-out':
      return toDo(TEXTS.signedOut);
  }
};

const environments = (facts: GuideFacts): Verdict =>
  knowing(facts.environments, ({ length }) =>
    length === 0 ? toDo(TEXTS.noEnvironments) : done(TEXTS.environments(length)),
  );

const app = (facts: GuideFacts): Verdict =>
  knowing(facts.profiles, (profiles) =>
    profiles.length === 0 ? toDo(TEXTS.noApps) : done(TEXTS.apps(profiles.map(({ name }) => name))),
  );

const workingCredential = (profile: AppProfile, now: number) =>
  profile.credentials.find(
    ({ expiresOn, kept }) => kept !== 'missing' && (expiresOn === null || Date.parse(expiresOn) > now),
  );

const credential = (facts: GuideFacts): Verdict =>
  knowing(facts.profiles, (profiles) => {
    for (const profile of profiles) {
      const found = workingCredential(profile, facts.now);
      if (found !== undefined) return done(TEXTS.credential(profile.name, found.label));
    }
    return toDo(profiles.length === 0 ? TEXTS.noApps : TEXTS.noCredential(profiles.length));
  });

/** Where apps are application users that can do something; `everywhere` asks for all environments. */
const users = (facts: GuideFacts, apps: readonly AppProfile[], everywhere: boolean): Verdict =>
  knowing(facts.environments, (all) => {
    const answered = all.filter(({ id }) => facts.answered.has(id));
    const ours = new Set(apps.map(({ clientId }) => clientId));
    const found = facts.users.filter(({ clientId }) => ours.has(clientId));
    const able = found.filter(({ roles, state }) => state === 'enabled' && roles.length > 0);
    const covered = new Set(able.map(({ environmentId }) => environmentId)).size;
    const unread = all.length - answered.length;
    if (covered > 0 && (!everywhere || covered === all.length)) return done(TEXTS.users(covered, all.length));
    if (answered.length === 0) {
      const changed = (facts.operations.value ?? []).some(({ state }) => state === 'succeeded');
      return all.length === 0
        ? toDo(TEXTS.noEnvironments)
        : unknown(changed ? TEXTS.usersChanged : TEXTS.usersNotRead);
    }
    if (covered > 0) {
      const text = TEXTS.users(covered, all.length);
      return unread > 0 ? unknown(`${text}. ${TEXTS.someUnread(unread)}`) : toDo(text);
    }
    if (unread > 0) return unknown(`${TEXTS.noUsers}. ${TEXTS.someUnread(unread)}`);
    return toDo(found.length === 0 ? TEXTS.noUsers : TEXTS.usersWithoutRole(found.length));
  });

/** The newest query as the app that succeeded, as the journal has it: with it the app had a token, a user and a privilege. */
const proof = (facts: GuideFacts, app: AppProfile | null) =>
  facts.activity.value?.find(
    ({ kind, outcome, summary }) =>
      kind === 'query-run' && outcome === 'ok' && (app === null || summary.includes(`as ${app.name}`)),
  );

const prove = (facts: GuideFacts, app: AppProfile | null): Verdict =>
  knowing(facts.activity, () => {
    const query = proof(facts, app);
    return query === undefined ? toDo(TEXTS.noQuery) : done(query.summary);
  });

/** Apps that are registered in another tenant than the workspace's: those that a client consents to. */
const foreignApps = ({ profiles, workspace }: GuideFacts): readonly AppProfile[] =>
  (profiles.value ?? []).filter(
    ({ homeTenantId }) => homeTenantId !== null && homeTenantId !== workspace.tenantId,
  );

const homeApp = (facts: GuideFacts): Verdict =>
  knowing(facts.profiles, (profiles) => {
    const [foreign] = foreignApps(facts);
    if (foreign !== undefined) return done(TEXTS.otherHome(foreign.name));
    const open = profiles.find(({ homeTenantId }) => homeTenantId === null);
    if (open !== undefined) return unknown(TEXTS.homeUnknown(open.name));
    return toDo(profiles.length === 0 ? TEXTS.noApps : TEXTS.onlyOwn);
  });

const client = (facts: GuideFacts): Verdict => {
  const { workspace, workspaces } = facts;
  if (foreignApps(facts).length > 0) return done(TEXTS.thisWorkspace(workspace.name));
  const others = workspaces.filter(
    ({ id, tenantId }) => id !== workspace.id && tenantId !== workspace.tenantId,
  ).length;
  return toDo(others === 0 ? TEXTS.noClient : TEXTS.otherWorkspaces(others));
};

/** The rest of the way is about an app of another tenant. */
const ofForeignApp = (facts: GuideFacts, judge: (app: AppProfile) => Verdict): Verdict =>
  knowing(facts.profiles, () => {
    const apps = foreignApps(facts);
    const app = apps.find((one) => proof(facts, one) !== undefined) ?? apps[0];
    return app === undefined ? toDo(TEXTS.noForeignApp) : judge(app);
  });

/** A token that was asked for to find out came. */
const verified = ({ consents, workspace }: GuideFacts, app: AppProfile): boolean =>
  (consents.value ?? []).some(
    ({ appProfileId, state, workspaceId }) =>
      appProfileId === app.id && workspaceId === workspace.id && state.checked?.verdict === 'present',
  );

const principal = (facts: GuideFacts): Verdict =>
  ofForeignApp(facts, (app) =>
    proof(facts, app) !== undefined || verified(facts, app)
      ? done(TEXTS.proved(app.name))
      : knowing(facts.activity, () => unknown(TEXTS.notProved(app.name))),
  );

const consent = (facts: GuideFacts): Verdict =>
  ofForeignApp(facts, (app) => {
    if (proof(facts, app) !== undefined) return done(TEXTS.proved(app.name));
    return knowing(facts.consents, (rows) => {
      const row = rows.find(
        ({ appProfileId, workspaceId }) => appProfileId === app.id && workspaceId === facts.workspace.id,
      );
      const status = row?.state.status ?? 'not-asked';
      const evidence = TEXTS.consents[status](app.name);
      return status === 'consented' ? done(evidence) : toDo(evidence);
    });
  });

/** What is known about a step: every verdict with its evidence, `unknown` where what is known does not tell. Pure. */
export const guideVerdict = (step: GuideStepId, facts: GuideFacts): Verdict => {
  switch (step) {
    case 'connect':
      return connect(facts);
    case 'environments':
      return environments(facts);
    case 'app':
      return app(facts);
    case 'credential':
      return credential(facts);
    case 'users':
      return users(facts, facts.profiles.value ?? [], false);
    case 'rollout':
      return ofForeignApp(facts, (app) => users(facts, [app], true));
    case 'prove':
      return prove(facts, null);
    case 'prove-there':
      return ofForeignApp(facts, (app) => prove(facts, app));
    case 'home-app':
      return homeApp(facts);
    case 'client':
      return client(facts);
    case 'consent':
      return consent(facts);
    case 'principal':
      return principal(facts);
  }
};
