import type { AppProfile } from '../../../../preload/contract/app-profiles.ts';
import type { ApplicationUser } from '../../../../preload/contract/application-users.ts';
import type { Environment } from '../../../../preload/contract/environments.ts';
import type { TokenRecord } from '../../../../preload/contract/tokens.ts';
import type { Status } from '../../../../preload/contract/words/status.ts';
import { judgeClaims, tokenVerdict } from '../../../../preload/contract/words/token-verdicts.ts';
import type { JudgedClaim } from '../../../../preload/contract/words/token-verdicts.ts';
import { TOKENS_TEXTS as TEXTS } from '../../../../preload/contract/words/texts/en.ts';

/** What the page knows around a token. */
export type TokenSurroundings = {
  readonly profile: AppProfile;
  readonly environments: readonly Environment[];
  /** Application users that the inventory has seen. */
  readonly users: readonly ApplicationUser[];
  readonly clockAheadSeconds: number | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/** A record with what there is to say of it. */
export type JudgedToken = {
  readonly record: TokenRecord;
  readonly environmentName: string;
  readonly credentialLabel: string;
  readonly status: Status;
  readonly word: string;
  readonly claims: readonly JudgedClaim[];
};

const MINUTE = 60_000;

/** Whole minutes from one instant to another. */
export const minutesBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / MINUTE));

const standing = (
  record: TokenRecord,
  claims: readonly JudgedClaim[],
  now: number,
): Pick<JudgedToken, 'status' | 'word'> => {
  if (record.refusal !== null) return { status: 'denied', word: TEXTS.refused };
  if (record.content === null) return { status: 'unknown', word: TEXTS.opaque };
  // Being old is no fault of what it says.
  if (record.expiresOn !== null && Date.parse(record.expiresOn) <= now)
    return { status: 'unknown', word: TEXTS.expired };
  const verdict = tokenVerdict(claims);
  const status = verdict === 'ok' ? 'healthy' : verdict === 'differs' ? 'attention' : 'unknown';
  return { status, word: TEXTS.verdicts[verdict] };
};

/** Holds a record against everything that the page knows; what it does not know stays unknown. */
export const judgeRecord = (record: TokenRecord, around: TokenSurroundings): JudgedToken => {
  const { profile, environments, users, clockAheadSeconds, now } = around;
  const environment = environments.find(({ id }) => id === record.environmentId);
  const credential = profile.credentials.find(({ id }) => id === record.credentialId);
  const user = users.find(
    (one) => one.environmentId === record.environmentId && one.clientId === profile.clientId,
  );
  const claims = judgeClaims(record.content?.claims ?? [], {
    url: environment?.url ?? '',
    tenantId: environment?.tenantId ?? null,
    clientId: profile.clientId,
    credentialKind: credential?.kind ?? 'secret',
    servicePrincipalId: user?.servicePrincipalId ?? null,
    now,
    clockAheadSeconds,
  });
  return {
    record,
    environmentName: environment?.name ?? '',
    credentialLabel: credential?.label ?? '',
    claims,
    ...standing(record, claims, now),
  };
};

/** What is exported: everything that is shown, and no more. */
export const exportedToken = ({
  record,
  environmentName,
  credentialLabel,
  word,
  claims,
}: JudgedToken): string =>
  JSON.stringify(
    {
      environment: environmentName,
      credential: credentialLabel,
      receivedAt: record.at,
      expiresOn: record.expiresOn,
      verdict: word,
      header: record.content?.header ?? null,
      claims: claims.map(({ name, value, expected, verdict }) => ({ name, value, expected, verdict })),
    },
    null,
    2,
  );
