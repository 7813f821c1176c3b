import { join, parse } from 'node:path';

/** A path in the folder that no file has yet: `name.csv`, then `name (2).csv` and so on. */
export const freeName = (folder: string, name: string, exists: (path: string) => boolean): string => {
  const { name: stem, ext } = parse(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${ext}`);
    if (!exists(path)) return path;
  }
};
