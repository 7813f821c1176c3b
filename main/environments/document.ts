import { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { environmentSchema } from '../../preload/contract/environments.ts';
import { instant, workspaceId } from '../../preload/contract/schemas.ts';
import type { Document, OpenDocumentFile } from '../settings/document.ts';
import { openDocument } from '../settings/open-document.ts';
import type { Migration } from '../settings/read-document.ts';

/** The environments of one workspace, and when its lists were last read. */
const workspaceEnvironments = z.strictObject({
  workspaceId,
  discoveredAt: instant.nullable(),
  environments: z.array(environmentSchema),
});
export type WorkspaceEnvironments = z.infer<typeof workspaceEnvironments>;

const environmentsDocument = z.strictObject({ workspaces: z.array(workspaceEnvironments) });
export type EnvironmentsDocument = z.infer<typeof environmentsDocument>;

/** Version 1 had no say in what counts as production, and did not know environments by their name in the Power Platform. */
const v1 = z.object({
  workspaces: z.array(z.looseObject({ environments: z.array(z.record(z.string(), z.unknown())) })),
});
const withGuard: Migration = (old) => ({
  workspaces: v1.parse(old).workspaces.map((workspace) => ({
    ...workspace,
    environments: workspace.environments.map((environment) => ({
      ...environment,
      guard: 'by-type',
      powerPlatformId: null,
    })),
  })),
});

/** Opens the registry of environments. */
export const openEnvironments = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
): Document<EnvironmentsDocument> =>
  openDocument(open, 'environments', environmentsDocument, {
    version: 2,
    defaults: { workspaces: [] },
    migrations: [withGuard],
    notice,
  });
