import { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { workspaceSchema } from '../../preload/contract/workspaces.ts';
import type { Document, OpenDocumentFile } from '../settings/document.ts';
import { openDocument } from '../settings/open-document.ts';

const workspacesDocument = z.strictObject({ workspaces: z.array(workspaceSchema) });
export type WorkspacesDocument = z.infer<typeof workspacesDocument>;

/** Opens the list of workspaces. */
export const openWorkspaces = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<WorkspacesDocument> =>
  openDocument(open, 'workspaces', workspacesDocument, {
    version: 1,
    defaults: { workspaces: [] },
    migrations: [],
    notice,
  });
