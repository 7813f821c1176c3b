import { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { instant } from '../../preload/contract/schemas.ts';
import { EXPIRY_THRESHOLDS } from '../../preload/contract/words/expiry.ts';
import type { Document, OpenDocumentFile } from '../settings/document.ts';
import { openDocument } from '../settings/open-document.ts';

const expiryDocument = z.strictObject({
  snoozes: z.array(z.strictObject({ id: z.string(), until: instant, note: z.string() })),
  /** The most urgent threshold that a person was told of, by credential and the end that it had then. */
  told: z.array(
    z.strictObject({ id: z.string(), expiresOn: instant, threshold: z.literal(EXPIRY_THRESHOLDS) }),
  ),
});
export type ExpiryDocument = z.infer<typeof expiryDocument>;

/** Opens what a person decided and was told about the ends of credentials. */
export const openExpiry = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<ExpiryDocument> =>
  openDocument(open, 'expiry', expiryDocument, {
    version: 1,
    defaults: { snoozes: [], told: [] },
    migrations: [],
    notice,
  });
