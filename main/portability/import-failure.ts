import { failed } from '../../preload/contract/words/errors.ts';
import type { Failed } from '../../preload/contract/words/errors.ts';

/** Why a file or text cannot be imported. */
export type ImportProblem =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'not-recognised'
  | 'json'
  | 'prototype-keys'
  | 'xml'
  | 'xml-entities'
  | 'too-many'
  | 'list-of-files'
  | 'truncated'
  | 'changed'
  | 'newer'
  | 'hostile'
  | 'not-valid';

/** The failure of an import; it repeats nothing of what was handed over but what `detail` is given. */
export const importFailed = (problem: ImportProblem, detail = ''): Failed =>
  failed('import-unreadable', { problem, detail });
