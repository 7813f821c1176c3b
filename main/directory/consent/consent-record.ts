import { z } from 'zod';
import type { Notice } from '../../../preload/contract/app.ts';
import type { ConsentState } from '../../../preload/contract/consent.ts';
import { appErrorSchema, appProfileId, instant, workspaceId } from '../../../preload/contract/schemas.ts';
import { CONSENT_FORMS, CONSENT_VERDICTS } from '../../../preload/contract/words/consent.ts';
import type { ConsentStatus } from '../../../preload/contract/words/consent.ts';
import type { Document, OpenDocumentFile } from '../../settings/document.ts';
import { openDocument } from '../../settings/open-document.ts';

/** What is written down about one app in the tenant of one workspace. */
const consentRecord = z.strictObject({
  workspaceId,
  appProfileId,
  /** `stateDigest`: SHA-256 of the link's `state`, by which an answer is known that comes back days later. */
  asked: z.strictObject({ at: instant, form: z.enum(CONSENT_FORMS), stateDigest: z.string() }).nullable(),
  declinedAt: instant.nullable(),
  checked: z
    .strictObject({ at: instant, verdict: z.enum(CONSENT_VERDICTS), error: appErrorSchema.nullable() })
    .nullable(),
  /** What the last check found that could tell; a later one that cannot tell does not make it forgotten. */
  known: z.enum(['present', 'disabled', 'missing']).nullable(),
  /** True once the service principal was seen: its absence then means that it was taken away. */
  seen: z.boolean(),
});
export type ConsentRecord = z.infer<typeof consentRecord>;

const consentsDocument = z.strictObject({ consents: z.array(consentRecord) });
export type ConsentsDocument = z.infer<typeof consentsDocument>;

/** Opens the records of all workspaces. */
export const openConsents = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<ConsentsDocument> =>
  openDocument(open, 'consents', consentsDocument, {
    version: 1,
    defaults: { consents: [] },
    migrations: [],
    notice,
  });

const statusOf = ({ asked, declinedAt, known, seen }: ConsentRecord): ConsentStatus => {
  if (known === 'present') return 'consented';
  if (known === 'disabled') return 'principal-disabled';
  if (declinedAt !== null) return 'declined';
  if (seen) return 'revoked';
  return asked === null ? 'not-asked' : 'asked';
};

/** What a record means. */
export const consentState = (record: ConsentRecord): ConsentState => ({
  status: statusOf(record),
  asked: record.asked === null ? null : { at: record.asked.at, form: record.asked.form },
  declinedAt: record.declinedAt,
  checked: record.checked,
});

/** A new link: an older no is history, and so is a service principal that was taken away. */
export const recordAsked = (
  record: ConsentRecord,
  asked: NonNullable<ConsentRecord['asked']>,
): ConsentRecord => ({
  ...record,
  ...(record.known === 'missing' ? { known: null, seen: false } : {}),
  asked,
  declinedAt: null,
});

/** The administrator said no. */
export const recordDeclined = (record: ConsentRecord, at: string): ConsentRecord => ({
  ...record,
  declinedAt: at,
});

/** A check; one that cannot tell leaves what was known. A principal that is there answers an older no. */
export const recordChecked = (
  record: ConsentRecord,
  checked: NonNullable<ConsentRecord['checked']>,
): ConsentRecord => {
  const known =
    checked.verdict === 'unknown'
      ? record.known
      : checked.verdict === 'blocked'
        ? 'present'
        : checked.verdict;
  const there = known === 'present' || known === 'disabled';
  return {
    ...record,
    checked,
    known,
    seen: record.seen || there,
    declinedAt: there ? null : record.declinedAt,
  };
};
