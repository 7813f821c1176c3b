import { homedir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where this system keeps an application's data; apart from the Electron host's, so that the two never share a file. */
export const dataFolder = (): string => envPaths('S2S Console from source', { suffix: '' }).data;

/** Where this system's browsers put downloads. */
export const downloadsFolder = (): string => join(homedir(), 'Downloads');
