import { createDataverseEnvironment } from '../dataverse/engine.ts';
import type { DataverseEnvironment, DataversePorts } from '../dataverse/seam.ts';
import { apiHostOf, hostOf } from './environment-record.ts';
import type { EnvironmentRecord } from './environment-record.ts';

/** All environments by host. The data behind one is made when it is asked for the first time. */
export type EnvironmentRegistry = {
  readonly records: readonly EnvironmentRecord[];
  byHost(host: string): EnvironmentRecord | null;
  byUrlName(urlName: string): EnvironmentRecord | null;
  engine(record: EnvironmentRecord): DataverseEnvironment;
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
  };
}
