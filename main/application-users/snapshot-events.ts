import type { EventOf } from '../../preload/contract/index.ts';
import type { KeptEnvironment } from './snapshot-text.ts';

type Answer = EventOf<'applicationUsers.snapshot'>[number];

/** Rows per event that the wire allows. */
const MOST_ROWS = 2000;

/** Puts what is known into as few events as fit: a fleet of 4,000 users comes in three. */
export const snapshotEvents = (environments: readonly KeptEnvironment[]): readonly (readonly Answer[])[] => {
  const events: Answer[][] = [];
  let room = 0;
  const add = (answer: Answer): void => {
    const last = events.at(-1);
    if (last === undefined || answer.users.length > room || last.length === MOST_ROWS) {
      events.push([answer]);
      room = MOST_ROWS - answer.users.length;
      return;
    }
    last.push(answer);
    room -= answer.users.length;
  };
  for (const { asOf, environmentId, users } of environments) {
    for (let from = 0; from === 0 || from < users.length; from += MOST_ROWS) {
      const part = users.slice(from, from + MOST_ROWS);
      add({ environmentId, asOf, users: part.map((user) => ({ ...user, environmentId })) });
    }
  }
  return events;
};
