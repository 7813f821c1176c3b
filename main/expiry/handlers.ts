import * as contract from '../../preload/contract/expiry.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { EXPIRY_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { Document } from '../settings/document.ts';
import { expiryCalendar } from './calendar.ts';
import type { ExpiryDocument } from './document.ts';
import { listCredentials } from './list-credentials.ts';
import type { ListPorts } from './list-credentials.ts';
import type { Reminders } from './reminders.ts';
import { withSnooze } from './snooze.ts';
import { summarise } from './summarise.ts';

/** What `expiry.*` is answered with. */
export type ExpiryHandlerPorts = ListPorts & {
  readonly document: Document<ExpiryDocument>;
  readonly reminders: Pick<Reminders, 'listen'>;
  readonly timeZone: () => string;
  /** Saves a text where the person chooses; null when they do not. */
  readonly saveText: (suggestedName: string, text: string) => Promise<string | null>;
  /** The last part of a path. */
  readonly nameOfFile: (path: string) => string;
};

/** Answers `expiry.*`: reads everywhere, changes nothing but what this computer remembers. */
export const expiryHandlers = (ports: ExpiryHandlerPorts) => {
  const { document, known, now, timeZone } = ports;
  const allRows = async () => (await known()).flatMap(({ rows }) => rows);
  const nameOf = (id: WorkspaceId): string =>
    ports.workspaces().find((workspace) => workspace.id === id)?.name ?? '';

  return {
    'expiry.list': implementStream(contract.list, ({ ask }, emit, signal) =>
      listCredentials(ports, ask, emit, signal),
    ),

    'expiry.summary': implement(contract.summary, async ({ workspaceId }) => {
      const rows = await allRows();
      const wanted =
        workspaceId === null ? rows : rows.filter(({ workspaces }) => workspaces.includes(workspaceId));
      return ok(summarise(wanted, now(), timeZone()));
    }),

    'expiry.snooze': implement(contract.snoozeRows, async (change) => {
      const there = new Set((await allRows()).map(({ id }) => id));
      const ids = change.ids.filter((id) => there.has(id));
      if (ids.length === 0) return failed('not-found', { what: 'credential', id: change.ids[0] ?? '' });
      document.update((before) => withSnooze(before, { ...change, ids }, now()));
      return ok({ changed: new Set(ids).size });
    }),

    'expiry.saveCalendar': implement(contract.saveCalendar, async ({ ids }) => {
      const wanted = new Set(ids);
      const rows = (await allRows()).filter(({ id }) => wanted.has(id));
      const namesOf = (row: contract.ExpiryRow) => row.workspaces.map(nameOf).filter((name) => name !== '');
      const { entries, text } = expiryCalendar(rows, namesOf, now(), timeZone());
      if (entries === 0) return ok({ saved: false, place: null, entries });
      const path = await ports.saveText(EXPIRY_TEXTS.calendar.fileName, text);
      return ok({ saved: path !== null, place: path === null ? null : ports.nameOfFile(path), entries });
    }),

    'expiry.reminders': implementStream(contract.reminders, async (_input, emit, signal) => {
      await ports.reminders.listen(emit, signal);
      return ok({});
    }),
  };
};
