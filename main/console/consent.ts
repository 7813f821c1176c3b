import type { Notice } from '../../preload/contract/app.ts';
import type { Clouds } from '../clouds/clouds.ts';
import type { ConsentBook } from '../directory/consent/consent-book.ts';
import { createConsentBook } from '../directory/consent/consent-book.ts';
import { openConsents } from '../directory/consent/consent-record.ts';
import { consentHandlers } from '../directory/consent/handlers.ts';
import { systemClock } from '../http/clock.ts';
import type { Identity } from '../identity/create-identity.ts';
import { chooseCredential } from '../query/choose-credential.ts';
import type { OpenDocumentFile } from '../settings/document.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import type { Workspaces } from '../workspaces/directory.ts';
import type { DemoOffer } from './demo-offer.ts';

/** What consent is built from. */
type ConsentParts = {
  readonly openDocumentFile: OpenDocumentFile;
  readonly notice: (notice: Notice) => void;
  readonly identity: Identity;
  readonly workspaces: Workspaces;
  readonly clouds: Clouds;
  readonly demo: DemoOffer;
  readonly recordActivity: RecordActivity;
};

/** Opens the book of consents and joins it to what it may not import. */
export const openConsent = (
  parts: ConsentParts,
): { readonly book: ConsentBook; readonly handlers: ReturnType<typeof consentHandlers> } => {
  const { clouds, identity, recordActivity, workspaces } = parts;
  const { now } = systemClock;
  const book = createConsentBook(openConsents(parts.openDocumentFile, parts.notice));
  return {
    book,
    handlers: consentHandlers({
      book,
      recordActivity,
      now,
      clock: systemClock,
      tokens: identity.tokens,
      workspaces: workspaces.all,
      cloudOf: clouds.of,
      profilesOf: identity.profilesOf,
      useIn: identity.useIn,
      signInPages: ({ authority, id }) => (id === 'demo' ? parts.demo.signInPages : null) ?? authority,
      deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
      chooseCredential: async (id) => {
        const profile = await identity.profileOf(id);
        return profile.ok ? chooseCredential(profile.value, null, now()) : profile;
      },
    }),
  };
};
