import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { DemoCloudAddress } from '../http/transport.ts';
import type { DemoApp } from '../identity/app-profiles/demo-profiles.ts';
import type { DemoTenant } from '../workspaces/explore-demo.ts';
import type { RunningDemoCloud } from './console-host.ts';

/** What the rooms are told of the demo cloud. */
export type DemoOffer = {
  /** Null when none runs. */
  readonly address: DemoCloudAddress | null;
  readonly portalUrl: string | null;
  /** Where a browser finds the sign-in service, whose canonical name no browser resolves. */
  readonly signInPages: string | null;
  /** Origins that the console may open in the browser because the demo cloud answers there. */
  readonly origins: readonly string[];
  /** Fails with `not-available-here` when none runs. */
  readonly apps: () => Promise<Result<readonly DemoApp[]>>;
  /** Fails with `not-available-here` when none runs. */
  readonly tenants: () => Promise<Result<readonly DemoTenant[]>>;
};

const NONE: DemoOffer = {
  address: null,
  portalUrl: null,
  signInPages: null,
  origins: [],
  apps: async () => failed('not-available-here', { what: 'demo cloud' }),
  tenants: async () => failed('not-available-here', { what: 'demo cloud' }),
};

/** Shapes a running demo cloud for the rooms, or its absence. */
export const demoOffer = (running: RunningDemoCloud | null): DemoOffer => {
  if (running === null) return NONE;
  const { description } = running;
  const { adminClientId } = description;
  return {
    address: description,
    portalUrl: description.portal,
    signInPages: description.login.http,
    origins: [description.origin, description.login.http],
    apps: async () => ok(description.apps),
    tenants: async () =>
      ok(description.tenants.map(({ id: tenantId, name }) => ({ tenantId, name, adminClientId }))),
  };
};
