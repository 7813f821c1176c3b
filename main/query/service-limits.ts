import type { EnvironmentRun } from '../../preload/contract/query.ts';

type Limits = NonNullable<EnvironmentRun['limits']>;

const numberIn = (text: string | undefined): number | null => {
  // Seconds come with a thousands separator, as in "1,199.87".
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', ''));
  return Number.isFinite(value) && value >= 0 ? value : null;
};

/**
 * What is left of the service protection limits and how many requests at once the service recommends, from the headers of an answer (Microsoft
 * Learn: "Service protection API limits", headers). They are those of one web server: another one may say something else. Null where the
 * answer says nothing.
 */
export const serviceLimits = (headers: Readonly<Record<string, string>>): Limits | null => {
  const requests = numberIn(headers['x-ms-ratelimit-burst-remaining-xrm-requests']);
  const seconds = numberIn(headers['x-ms-ratelimit-time-remaining-xrm-requests']);
  const atOnce = numberIn(headers['x-ms-dop-hint']);
  if (requests === null && seconds === null && atOnce === null) return null;
  return {
    requests: requests === null ? null : Math.floor(requests),
    seconds,
    atOnce: atOnce === null || atOnce < 1 ? null : Math.floor(atOnce),
  };
};
