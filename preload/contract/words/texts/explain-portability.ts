import type { ErrorCode } from '../errors.ts';
import type { Explain } from './explanation-draft.ts';

type Say = Parameters<Explain>[0];

const CHOOSE_ANOTHER = 'Choose another file, or paste the text itself.';

/** Cause and remedy of each way in which a file or text cannot be imported. */
const IMPORT_PROBLEMS: Readonly<
  Record<string, (say: Say) => { readonly cause: string; readonly remedy: string }>
> = {
  empty: () => ({ cause: 'There is nothing in it.', remedy: CHOOSE_ANOTHER }),
  'too-large': (say) => ({
    cause: `It is larger than ${say('detail', '10')} MB, which no list of connections is.`,
    remedy: CHOOSE_ANOTHER,
  }),
  binary: () => ({
    cause: 'It is not text.',
    remedy: 'Choose the file that the other tool calls its connections or profiles.',
  }),
  'not-recognised': () => ({
    cause:
      'It is neither an export of this console, nor a list of connections of pac, XrmToolBox or Power Platform ToolBox, nor a connection string.',
    remedy: 'Check that it is the file you meant. A connection string has AuthType= in it.',
  }),
  json: () => ({
    cause: 'It begins like JSON and is not.',
    remedy: 'Take the file again from where it comes from.',
  }),
  'prototype-keys': () => ({
    cause:
      'It has keys that no such file has and that could change how a program works. It was not read further.',
    remedy: 'Do not use this file before you know who made it.',
  }),
  xml: () => ({
    cause: 'It begins like XML and is not.',
    remedy: 'Take the file again from where it comes from.',
  }),
  'xml-entities': () => ({
    cause:
      'It declares a document type, which no such file does and which is used for attacks. It was not read further.',
    remedy: 'Do not use this file before you know who made it.',
  }),
  'too-many': (say) => ({
    cause: `It has more than ${say('detail', '5000')} connections.`,
    remedy: 'Split it.',
  }),
  'list-of-files': (say) => ({
    cause: 'It is XrmToolBox’s list of its connection files and holds no connections itself.',
    remedy: `Choose a file that it names${say('detail') === '' ? '' : `: ${say('detail')}`}.`,
  }),
  truncated: () => ({
    cause: 'It is an export of this console, and its end is missing.',
    remedy: 'Copy the file again, whole.',
  }),
  changed: () => ({
    cause: 'The passphrase is right, but the file is not what was sealed: it was changed or damaged.',
    remedy: 'Take the file again from where it comes from, or make a new export.',
  }),
  newer: (say) => ({
    cause: `A newer console made it${say('detail') === '' ? '' : `, in version ${say('detail')} of the export’s format`}. This console does not know that version yet.`,
    remedy: 'Update the console, then import it again.',
  }),
  hostile: () => ({
    cause: 'It asks for more memory or computing than any real export does. It was not opened.',
    remedy: 'Do not use this file before you know who made it.',
  }),
  'not-valid': (say) => ({
    cause: `It calls itself an export of this console and is not made like one${say('detail') === '' ? '' : ` (${say('detail')})`}.`,
    remedy: 'Take the file again from where it comes from, or make a new export.',
  }),
};

/** Failures of exports and imports. */
export const EXPLAIN_PORTABILITY = {
  'import-unreadable': (say) => {
    const found = IMPORT_PROBLEMS[say('problem')]?.(say);
    return {
      title: 'This cannot be imported',
      cause: found?.cause ?? 'It could not be read.',
      remedies: [found?.remedy ?? CHOOSE_ANOTHER],
    };
  },
  'import-passphrase-needed': () => ({
    title: 'This export is sealed',
    cause: 'It holds secrets and opens only with the passphrase it was sealed with.',
    remedies: ['Enter the passphrase.'],
  }),
  'import-passphrase': () => ({
    title: 'This is not the passphrase',
    cause: 'The export was sealed with another one.',
    remedies: ['Enter it again; capital letters and spaces count. Without it nobody can open the export.'],
  }),
  'passphrase-weak': () => ({
    title: 'This passphrase can be guessed',
    cause: 'Whoever has the file can try passphrases for as long as they like.',
    remedies: [
      'Use at least 12 characters that are no common word or row of keys; four or more random words are best.',
    ],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
