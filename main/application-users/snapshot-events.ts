import type { EventOf } from '../../preload/contract/index.ts';
import { inParts } from './in-parts.ts';
import type { KeptEnvironment } from './snapshot-text.ts';

type Answer = EventOf<'applicationUsers.snapshot'>[number];

/** Rows per event that the wire allows. */
const MOST_ROWS = 2000;

/** Puts what is known into as few events as fit: a fleet of 4,000 users comes in three. */
export const snapshotEvents = (environments: readonly KeptEnvironment[]): readonly (readonly Answer[])[] =>
  inParts(
    environments.map(({ asOf, environmentId, users }) => ({ about: { asOf, environmentId }, users })),
    MOST_ROWS,
  ).map((part) =>
    part.map(({ about: { asOf, environmentId }, users }) => ({
      environmentId,
      asOf,
      users: users.map((user) => ({ ...user, environmentId })),
    })),
  );
