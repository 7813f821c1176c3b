import { createHash } from 'node:crypto';

const day = 86_400_000;
const hour = 3_600_000;

/** A number between 0 and 1 that stays with an environment. */
const shareOf = (environmentId: string, type: string): number =>
  createHash('sha256').update(`${environmentId}/${type}`).digest().readUInt16BE(0) / 65_536;

const rounded = (megabytes: number): number => Math.round(megabytes * 1000) / 1000;

/**
 * `properties.capacity`, which `$expand=properties.capacity` adds: what an environment takes up, counted every night. A database of less
 * than a gigabyte is rated as one (as clients of others were answered). The numbers are the demo's.
 */
export function capacityOf(environmentId: string, now: number): unknown {
  const counted = Math.floor((now - 3 * hour) / day) * day + 3 * hour;
  const updatedOn = `${new Date(counted).toISOString().slice(0, 19)}Z`;
  const row = (capacityType: string, actual: number, least = 0) => ({
    capacityType,
    actualConsumption: actual,
    ratedConsumption: Math.max(actual, least),
    capacityUnit: 'MB',
    updatedOn,
  });
  return [
    row('Database', rounded(600 + 900 * shareOf(environmentId, 'Database')), 1024),
    row('File', rounded(1500 * shareOf(environmentId, 'File'))),
    row('Log', rounded(90 * shareOf(environmentId, 'Log'))),
    row('FinOpsDatabase', 0),
    row('FinOpsFile', 0),
  ];
}
