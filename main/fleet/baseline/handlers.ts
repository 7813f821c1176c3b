import * as contract from '../../../preload/contract/baseline.ts';
import type { KeptBaseline } from '../../../preload/contract/baseline.ts';
import { implement, implementStream } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { BaselineEntry } from './baseline-book.ts';
import type { BaselinePorts } from './baseline-ports.ts';
import { compareBaseline } from './compare-baseline.ts';
import { exportBaseline } from './exports/export-baseline.ts';
import { readBaseline } from './read-baseline.ts';
import { readStanding } from './read-standing.ts';
import { writeBaseline } from './write-baseline.ts';

const countsOf = (text: string) => {
  const read = readBaseline(text);
  if (!read.ok) return { faults: [...read.faults], apps: 0, environments: 0 };
  const { document, expectations } = read;
  return {
    faults: [],
    apps: document.apps.length,
    environments: new Set(expectations.map(({ url }) => url)).size,
  };
};

const told = (entry: BaselineEntry | null): KeptBaseline | null => {
  if (entry === null) return null;
  const { text, name, keptAt, last } = entry;
  const { apps, environments } = countsOf(text);
  return { text, name, keptAt, apps, environments, last };
};

/** The methods that speak of baselines. None of them changes an environment: what puts drift right is a plan of the fleet. */
export const baselineHandlers = (ports: BaselinePorts) => {
  const { book, now } = ports;
  return {
    'baseline.get': implement(contract.get, async ({ workspaceId }) => {
      const entry = await book.of(workspaceId);
      return entry.ok ? ok({ kept: told(entry.value) }) : entry;
    }),

    'baseline.check': implement(contract.check, async ({ text }) => ok(countsOf(text))),

    'baseline.keep': implement(contract.keep, async ({ workspaceId, text, name }) => {
      if (!ports.isWorkspace(workspaceId)) return failed('not-found', { what: 'workspace', id: workspaceId });
      const { faults } = countsOf(text);
      if (faults.length > 0) return ok({ faults, kept: null });
      const before = await book.of(workspaceId);
      if (!before.ok) return before;
      // The same text again keeps what was found of it.
      const last = before.value?.text === text ? before.value.last : null;
      const entry: BaselineEntry = { text, name, keptAt: new Date(now()).toISOString(), last };
      const kept = await book.keep(workspaceId, entry);
      return kept.ok ? ok({ faults: [], kept: told(entry) }) : kept;
    }),

    'baseline.forget': implement(contract.forget, async ({ workspaceId }) => {
      const forgotten = await book.forget(workspaceId);
      return forgotten.ok ? ok({}) : forgotten;
    }),

    'baseline.write': implementStream(contract.write, (input, emit, signal) =>
      writeBaseline(ports, input, emit, signal),
    ),

    'baseline.compare': implementStream(contract.compare, (input, emit, signal) =>
      compareBaseline(ports, input, emit, signal),
    ),

    'baseline.standing': implement(contract.standing, (input, signal) => readStanding(ports, input, signal)),

    'baseline.export': implement(contract.exportScript, async ({ workspaceId, format }) => {
      const kept = await book.of(workspaceId);
      if (!kept.ok) return kept;
      const read = kept.value === null ? null : readBaseline(kept.value.text);
      if (read === null || !read.ok) return failed('not-found', { what: 'baseline', id: workspaceId });
      return ok(exportBaseline(format, read));
    }),
  };
};
