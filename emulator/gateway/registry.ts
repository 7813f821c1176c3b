import { createDataverseEnvironment } from '../dataverse/engine.ts';
import type { DataverseEnvironment, DataversePorts } from '../dataverse/seam.ts';
import type { Restorable } from '../scenario/restorable.ts';
import { apiHostOf, hostOf } from './environment-record.ts';
import type { EnvironmentRecord } from './environment-record.ts';

/** All environments by host. The data behind one is made when it is asked for the first time. */
export type EnvironmentRegistry = Restorable & {
  readonly records: readonly EnvironmentRecord[];
  byHost(host: string): EnvironmentRecord | null;
  byUrlName(urlName: string): EnvironmentRecord | null;
  engine(record: EnvironmentRecord): DataverseEnvironment;
  /** The same where somebody has asked for its data already; `null` while it is as it was seeded. */
  started(record: EnvironmentRecord): DataverseEnvironment | null;
};

/** Indexes the environments; costs little per environment, so that hundreds start at once. */
export function createRegistry(
  records: readonly EnvironmentRecord[],
  ports: DataversePorts,
): EnvironmentRegistry {
  const byHost = new Map(
    records.flatMap((record) => [[hostOf(record), record] as const, [apiHostOf(record), record] as const]),
  );
  const byUrlName = new Map(records.map((record) => [record.seed.urlName, record]));
  const engines = new Map<EnvironmentRecord, DataverseEnvironment>();
  return {
    records,
    byHost: (host) => byHost.get(host) ?? null,
    byUrlName: (urlName) => byUrlName.get(urlName) ?? null,
    engine: (record) => {
      const known = engines.get(record);
      if (known !== undefined) {
        return known;
      }
      const made = createDataverseEnvironment(record.seed, ports);
      engines.set(record, made);
      return made;
    },
    started: (record) => engines.get(record) ?? null,
    snapshot: () => {
      const kept = new Map([...engines].map(([record, engine]) => [record, engine.snapshot()] as const));
      return () => {
        // What nobody had asked for is made again from its seed.
        for (const record of engines.keys()) if (!kept.has(record)) engines.delete(record);
        for (const restore of kept.values()) restore();
      };
    },
  };
}
