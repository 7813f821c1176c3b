import type { EnvironmentAccess } from '../../../main/dataverse/environment-access.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { Implementation } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseEnvironmentId, parseTenantId, parseWorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { localService } from './local-service.ts';
import { orgUrl } from './local-service.ts';

const made = <Id>(parse: (text: string) => Id | null, number: number): Id => {
  const id = parse(`00000000-0000-0000-0000-0000000000${String(number).padStart(2, '0')}`);
  if (id === null) throw new Error('no id');
  return id;
};

export const workspaceId = made(parseWorkspaceId, 50);

/** An environment of the tests; its host is its name. */
export const environmentNamed = (name: string, number: number): Environment => ({
  id: made(parseEnvironmentId, number),
  workspaceId,
  name,
  url: orgUrl(`https://${name}.crm.demo.test`),
  uniqueName: null,
  organizationId: null,
  tenantId: made(parseTenantId, 60),
  cloud: 'demo',
  region: null,
  type: 'Sandbox',
  production: false,
  guard: 'by-type',
  powerPlatformId: null,
  version: null,
  enabled: true,
  source: 'manual',
  isSystemAdministrator: null,
  lastSeen: '2026-01-01T00:00:00Z',
});

/** The registry that the rooms are handed, over a local service. */
export const accessTo = (
  service: Awaited<ReturnType<typeof localService>>,
  environments: readonly Environment[],
): EnvironmentAccess => ({
  choose: (workspace, ids) => {
    if (workspace !== workspaceId) return failed('not-found', { what: 'workspace', id: workspace });
    return ok(ids.length === 0 ? environments : environments.filter(({ id }) => ids.includes(id)));
  },
  asAdmin: (environment) => service.clientFor(environment.url),
  parallel: () => 4,
});

/** Runs a method as the border does: events are collected, the answer is the last thing. */
export const runMethod = async (
  implementation: Implementation,
  input: unknown,
  options: { readonly signal?: AbortSignal; readonly onEvent?: (event: unknown) => void } = {},
): Promise<{ readonly result: Result<unknown>; readonly events: readonly unknown[] }> => {
  const events: unknown[] = [];
  const emit = async (event: unknown) => {
    events.push(event);
    options.onEvent?.(event);
  };
  const result = await implementation.run(input, emit, options.signal ?? new AbortController().signal);
  return { result, events };
};
