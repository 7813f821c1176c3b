import { z } from 'zod';
import type { Notice } from '../../preload/contract/app.ts';
import { cloudSchema } from '../../preload/contract/clouds.ts';
import { createClouds } from '../clouds/clouds.ts';
import type { Clouds } from '../clouds/clouds.ts';
import type { OpenDocumentFile } from '../settings/document.ts';
import { openDocument } from '../settings/open-document.ts';

const cloudsDocument = z.strictObject({ custom: z.array(cloudSchema).max(200) });

/** Opens the document of custom clouds, which the room of clouds, standing beside settings, cannot open itself. */
export const openClouds = (
  open: OpenDocumentFile,
  notice: (notice: Notice) => void,
  demoOrigins: readonly string[],
  workspaces: Parameters<typeof createClouds>[0]['workspaces'],
): Clouds => {
  const document = openDocument(open, 'clouds', cloudsDocument, {
    version: 1,
    defaults: { custom: [] },
    migrations: [],
    notice,
  });
  return createClouds({
    demoOrigins,
    workspaces,
    custom: {
      get: () => document.get().custom,
      update: (change) => document.update(({ custom }) => ({ custom: [...change(custom)] })),
    },
  });
};
