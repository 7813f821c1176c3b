import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientPlaces } from '../../../preload/contract/all-clients.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import {
  allClientsWith,
  NO_CLIENTS,
} from '../../../renderer/screens/application-users/all-clients/all-clients-state.ts';
import { clientsMap } from '../../../renderer/screens/application-users/all-clients/clients-map.ts';
import {
  DEFAULT_CLIENTS_VIEW,
  shownClients,
} from '../../../renderer/screens/application-users/all-clients/clients-view.ts';
import type { ClientsView } from '../../../renderer/screens/application-users/all-clients/clients-view.ts';
import { fakeAllClients } from '../../support/fake-door/fake-all-clients.ts';
import { readScenario } from '../../support/fake-door/scenario.ts';
import { workspaces } from '../../support/fake-door/fake-world.ts';
import { must } from '../fleet/support/journal-folder.ts';

const [northwind, contoso, fabrikam] = workspaces;
const never = new AbortController().signal;

let events: readonly ClientPlaces[] = [];
beforeAll(async () => {
  const told: ClientPlaces[] = [];
  await fakeAllClients(readScenario(''), workspaces)(async (event) => void told.push(event), never);
  events = told;
});

const mapOf = (some: readonly ClientPlaces[]) =>
  clientsMap(some.reduce(allClientsWith, NO_CLIENTS), workspaces);
const shown = (change: Partial<ClientsView>) =>
  shownClients(mapOf(events), { ...DEFAULT_CLIENTS_VIEW, ...change });

describe('C3: the access map of all clients', () => {
  test('workspaces stand in their order with the age of what is kept; one that was never read stands apart', () => {
    const { groups } = shown({});
    expect(groups.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['Northwind Traders', 12],
      ['Contoso (demo)', 4],
    ]);
    expect(groups[0]?.note).toMatch(/^As of .* · 2 of 12 environments never read$/);
    expect(groups[1]?.note).not.toContain('never read');
    expect(mapOf(events).neverRead).toEqual([fabrikam]);
  });

  test('what does not open is neither shown nor called never read', () => {
    const shut = events.map((event) => ({
      ...event,
      error: appError('vault-locked'),
      environments: event.environments.map((one) => ({ ...one, asOf: null, users: [] })),
    }));
    expect(mapOf(shut)).toMatchObject({ workspaces: [], neverRead: [] });
  });

  test('a large environment that comes in two events is one row with the users of both', () => {
    const first = must(must(events[1]).environments[0]);
    const half = (users: typeof first.users): ClientPlaces => ({
      workspaceId: must(contoso).id,
      error: null,
      environments: [{ ...first, users }],
    });
    const { map } = mapOf([half(first.users.slice(0, 1)), half(first.users.slice(1))]);
    expect(map.environments).toHaveLength(1);
    expect(map.apps).toHaveLength(new Set(first.users.map(({ clientId }) => clientId)).size);
  });

  test('chosen workspaces, a status and a name each leave only what has it', () => {
    const one = shown({ workspaceIds: [must(contoso).id] });
    expect(one.groups.map(({ label }) => label)).toEqual(['Contoso (demo)']);
    const { map } = mapOf(events);
    const unread = shown({ show: 'unread' });
    expect(unread.environments.map(({ asOf }) => asOf)).toEqual([null, null]);
    const administrators = shown({ show: 'administrators' });
    for (const { id } of administrators.environments)
      expect(administrators.apps.map(({ clientId }) => map.cellOf(id, clientId).kind)).toContain(
        'administrator',
      );
    const app = must(one.apps[0]);
    const named = shown({ filter: app.name });
    expect(named.apps.map(({ name }) => name)).toContain(app.name);
    expect(named.environments.length).toBeLessThan(shown({}).environments.length);
    expect(shown({ filter: must(northwind).name }).groups.map(({ label }) => label)).toEqual([
      'Northwind Traders',
    ]);
    expect(shown({ filter: 'nowhere' }).environments).toEqual([]);
  });
});
