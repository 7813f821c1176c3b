import { createGrantStore } from './grant-store.ts';

/** One sign-in of a person, which all that is given for it goes back to. */
export type SignIn = {
  /** Which demands it has met (see demands.ts). */
  readonly round: number;
  /** Milliseconds since the epoch; claim `auth_time`. */
  readonly since: number;
  /** Claim `sid`. */
  readonly session: string;
};

/** A person whom a browser has signed in. */
export type SignedIn = SignIn & { readonly tenantId: string; readonly accountId: string };

/**
 * Who is signed in with a browser, behind a cookie. It counts for `prompt=none` alone: the page that asks who signs in is what the demo
 * is about, so that nobody is taken past it.
 */
export type Sessions = {
  /** Everybody of the session that the `Cookie` header names. */
  people(cookies: string | undefined): readonly SignedIn[];
  /** Adds a person, or signs that person in anew; the `Set-Cookie` of the session, which has a new name each time. */
  add(cookies: string | undefined, person: SignedIn): string;
  /** Remembers that a sign-in has been used with an app. */
  used(session: string, appId: string): void;
  /** Client ids of the apps that a sign-in was used with. */
  appsOf(session: string): readonly string[];
  /** Ends the session; the `Set-Cookie` that takes the cookie away. */
  end(cookies: string | undefined): string;
};

/** The name that the service's own cookie has. */
const cookieName = 'ESTSAUTH';
const day = 86_400_000;
/** Of so many is known where they were used. */
const mostSessions = 1000;

const keyIn = (cookies: string | undefined): string =>
  new RegExp(`(?:^|; *)${cookieName}=([A-Za-z0-9_-]+)`).exec(cookies ?? '')?.[1] ?? '';

/** Nobody is signed in at first; a session ends after a day. */
export function createSessions(now: () => number): Sessions {
  const apps = new Map<string, Set<string>>();
  const store = createGrantStore<readonly SignedIn[]>('', day, now);
  const people = (cookies: string | undefined): readonly SignedIn[] => {
    const found = store.look(keyIn(cookies));
    return found === null || found.taken || found.expired ? [] : found.value;
  };
  // As the service's: a page of another origin asks silently from a frame (a browser takes it from http://localhost too).
  const attributes = 'Path=/; Secure; HttpOnly; SameSite=None';
  return {
    people,
    add: (cookies, person) => {
      const others = people(cookies).filter(({ accountId }) => accountId !== person.accountId);
      store.take(keyIn(cookies));
      return `${cookieName}=${store.put([...others, person])}; ${attributes}`;
    },
    used: (session, appId) => {
      const known = apps.get(session);
      if (known !== undefined) {
        known.add(appId);
        return;
      }
      const [oldest] = apps.keys();
      if (apps.size >= mostSessions && oldest !== undefined) apps.delete(oldest);
      apps.set(session, new Set([appId]));
    },
    appsOf: (session) => [...(apps.get(session) ?? [])],
    end: (cookies) => {
      for (const { session } of people(cookies)) apps.delete(session);
      store.take(keyIn(cookies));
      return `${cookieName}=; Max-Age=0; ${attributes}`;
    },
  };
}
