import type { ErrorCode } from '../errors.ts';
import type { Explain } from './explanation-draft.ts';

/** Why a rotation of a credential does not go on. */
export const EXPLAIN_ROTATION = {
  'rotation-unfinished': (say) => ({
    title: 'A rotation of this app is not finished',
    cause: `${say('app', 'The app')} already has a new credential on its way. Two at once would leave nobody sure which is which.`,
    remedies: ['Continue that rotation, or dismiss it and begin anew.'],
  }),
  'rotation-not-ready': (say) => ({
    title: 'The new credential is not in use yet',
    cause: `The old credential of ${say('app', 'the app')} is still the one that it signs in with.`,
    remedies: ['Continue the rotation until the new credential is in use.'],
  }),
  'credential-unproved': (say) => ({
    title: 'The new credential is not proved everywhere',
    cause: `It has not signed in to ${say('count', 'some')} of the environments that use the app yet: ${say('environments', 'not named')}.`,
    remedies: [
      'Continue the rotation, which tries them again.',
      'If the app is not needed there, choose that they may be left out.',
    ],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
