import type { AppProfileId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { Document } from '../../settings/document.ts';
import type { ConsentRecord, ConsentsDocument } from './consent-record.ts';

/** What is known about consents; every question names its workspace. */
export type ConsentBook = {
  /** A record without anything in it where nothing happened yet. */
  readonly of: (workspaceId: WorkspaceId, appProfileId: AppProfileId) => ConsentRecord;
  readonly change: (
    workspaceId: WorkspaceId,
    appProfileId: AppProfileId,
    change: (now: ConsentRecord) => ConsentRecord,
  ) => ConsentRecord;
  /** Forgets a workspace with everything in it. */
  readonly forget: (workspaceId: WorkspaceId) => void;
};

/** Makes it over the document. */
export const createConsentBook = (document: Document<ConsentsDocument>): ConsentBook => {
  const of: ConsentBook['of'] = (workspaceId, appProfileId) =>
    document
      .get()
      .consents.find((one) => one.workspaceId === workspaceId && one.appProfileId === appProfileId) ?? {
      workspaceId,
      appProfileId,
      asked: null,
      declinedAt: null,
      checked: null,
      known: null,
      seen: false,
    };
  return {
    of,
    change: (workspaceId, appProfileId, change) => {
      const next = change(of(workspaceId, appProfileId));
      document.update(({ consents }) => ({
        consents: [
          ...consents.filter((one) => one.workspaceId !== workspaceId || one.appProfileId !== appProfileId),
          next,
        ],
      }));
      return next;
    },
    forget: (workspaceId) => {
      document.update(({ consents }) => ({
        consents: consents.filter((one) => one.workspaceId !== workspaceId),
      }));
    },
  };
};
