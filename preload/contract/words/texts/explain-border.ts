import type { ErrorCode } from '../errors.ts';
import { cloudFieldLabel, cloudProblemText } from './clouds.ts';
import { diskReason, diskRemedy, diskThing } from './disk-reasons.ts';
import type { Explain } from './explanation-draft.ts';
import { EDIT_WORKSPACE, RETRY, SHOW_USERS } from './explanation-draft.ts';

const kilobytes = (bytes: string): string => `${Math.round(Number(bytes) / 1024)} KB`;

const URL_REASONS: Readonly<Record<string, string>> = {
  empty: 'Nothing was entered.',
  'not-a-url': 'There is no host name in it.',
  'environment-id':
    'It is the ID of an environment. An ID alone does not say whose it is: only the lists of a tenant that you are signed in to do.',
  'unknown-id':
    'No tenant has this ID. If it is the ID of an environment: an ID alone does not say whose it is.',
  'several-environments': 'It names more than one environment.',
  'retired-cloud':
    'It belongs to Microsoft Cloud Germany, which was closed in 2021. Its environments were moved to other regions of the public cloud and have new addresses.',
  'not-dataverse': 'Its host is not one of Dataverse.',
  'portal-page': 'It is a page of a portal, in which no environment’s address stands.',
};

const URL_TITLES: Readonly<Record<string, string>> = {
  'retired-cloud': 'This address is of a cloud that was closed',
  'environment-id': 'This does not say whose it is',
  'unknown-id': 'This ID was not found',
};

const URL_REMEDIES: Readonly<Record<string, string>> = {
  'retired-cloud':
    'Use the new address: environments are found by signing in, and the admin center shows it.',
};

/** Failures at the border and of the console’s own things. */
export const EXPLAIN_BORDER = {
  'invalid-input': (say) => ({
    title: 'Something in the input is not valid',
    cause:
      say('path') === ''
        ? `${say('problem', 'It was not understood')}.`
        : `${say('path')}: ${say('problem', 'not understood')}.`,
    remedies: ['Correct the input and try again.'],
  }),
  'invalid-output': () => ({
    title: 'The console made an answer that it does not accept itself',
    cause: 'A fault in the console. The answer was held back rather than shown wrongly.',
    remedies: ['Try again. If it happens again, report it with the details below.'],
    actions: [RETRY],
  }),
  'unknown-method': () => ({
    title: 'The window asked for something the console does not know',
    cause: 'Window and console are not of the same version.',
    remedies: ['Close all windows of the console and start it again.'],
  }),
  'payload-too-large': (say) => ({
    title: 'This is too large',
    cause: `At most ${kilobytes(say('limitBytes', '0'))} can be passed at once.`,
    remedies: ['Choose fewer rows or columns, or a smaller file.'],
  }),
  'untrusted-sender': () => ({
    title: 'The request was refused',
    cause: 'It did not come from the console’s own page.',
    remedies: ['Close the window and start the console again.'],
  }),
  cancelled: () => ({
    title: 'Cancelled',
    cause: 'It was stopped before it was finished.',
    remedies: ['Start it again when you want it finished.'],
    actions: [RETRY],
  }),
  'timed-out': (say) => ({
    title: `Waiting for ${say('what', 'the answer')} took too long`,
    cause: `Nothing came within ${say('seconds', 'the set')} seconds.`,
    remedies: ['Try again.'],
    actions: [RETRY],
  }),
  internal: (say) => ({
    title: 'Something went wrong inside the console',
    cause: 'A fault in the console, not in your environment. What it was is written in the console’s log.',
    code: say('reference', 'internal'),
    remedies: ['Try again. If it happens again, report it with the reference.'],
    actions: [RETRY],
  }),
  'not-available-here': (say) => ({
    title: say('what') === '' ? 'This is not available here' : `Not available here: ${say('what')}`,
    cause: 'This window of the console runs without it.',
    remedies: ['Start the console with it, or use the desktop app.'],
  }),
  'not-found': (say) => ({
    title: `The ${say('what', 'thing')} was not found`,
    ...(['record', 'table', 'column security profile'].includes(say('what'))
      ? {
          cause: `This environment has no ${say('what')} ${say('id')}.`,
          remedies: ['Check its name and its id.'],
        }
      : {
          cause: 'It was removed, or the link is from another workspace.',
          remedies: ['Go back and refresh the list.'],
        }),
  }),
  'disk-refused': (say) => ({
    title: 'This computer could not keep it',
    cause: `${diskThing(say('what'))} could not be written: ${diskReason(say)}. What was there before is as it was.`,
    remedies: [diskRemedy(say), 'Then try again.'],
    actions: [RETRY],
  }),
  'journal-unwritable': (say) => ({
    title: 'The activity journal cannot be written',
    cause: `${diskReason(say, true)}. The console changes nothing that it cannot write down, so nothing more was begun; what was begun before is brought to an end, and Activity shows it as not recorded.`,
    remedies: [diskRemedy(say), 'Then look at the operation in Activity, and try again.'],
    actions: [RETRY],
  }),
  'already-exists': (say) => ({
    title: `The ${say('what', 'thing')} exists already`,
    cause: `${say('name', 'It')} is here already.`,
    remedies: ['Use the one that exists, or choose another name.'],
  }),
  'app-of-other-kind': (say) => ({
    title:
      say('kept') === 'demo'
        ? 'This app is kept as one of the demo cloud'
        : 'This app is kept as one of a real tenant',
    cause: `${say('app', 'It')} has the same client ID. An app of the demo cloud is of no use in a real tenant, nor the other way round, so the two are never mixed.`,
    remedies: [
      say('kept') === 'demo'
        ? 'Remove it from the workspaces of the demo cloud, then import again.'
        : 'Import it into a workspace of its own tenant.',
    ],
  }),
  'workspace-read-only': (say) => ({
    title: 'This workspace is read-only',
    cause: `Nothing may be changed in the environments of ${say('workspace', 'this workspace')}.`,
    remedies: ['Switch read-only off in the settings of the workspace if you mean to change something.'],
    actions: [EDIT_WORKSPACE],
  }),
  'confirmation-missing': (say) => ({
    title: 'The confirmation is missing',
    cause: `${say('environment', 'The environment')} is a production environment: its name must be typed before anything is changed.`,
    remedies: ['Type the name exactly as it is shown.'],
  }),
  'plan-unknown': () => ({
    title: 'This plan is not known any more',
    cause: 'A plan lasts until the console is closed, and can be applied once.',
    remedies: ['Make the plan again: it shows what is there now.'],
    actions: [RETRY],
  }),
  'plan-changed': () => ({
    title: 'The plan is not the one that was shown',
    cause: 'What would be applied differs from what you have seen, so nothing was done.',
    remedies: ['Make the plan again and look at it.'],
    actions: [RETRY],
  }),
  'plan-blocked': (say) => ({
    title: 'The plan cannot be applied as it is',
    cause: `${say('count', 'Some')} of its environments could not be planned.`,
    remedies: ['Solve what is shown for them, or leave them out.'],
  }),
  'cloud-invalid': (say) => ({
    title: `${cloudFieldLabel(say('field', 'A field of the cloud'))}: this cannot be so`,
    cause: cloudProblemText(say('problem')),
    remedies: ['Correct it, or ask the operator of the cloud for the right value.'],
  }),
  'cloud-in-use': (say) => ({
    title: 'This cloud is in use',
    cause: `A workspace is in it: ${say('workspaces', 'see the list of workspaces')}.`,
    remedies: ['Remove the workspace first, or keep the cloud.'],
  }),
  'url-not-understood': (say) => ({
    title: URL_TITLES[say('reason')] ?? 'This is not the address of an environment',
    cause: URL_REASONS[say('reason')] ?? 'No environment’s address was found in it.',
    remedies: [
      URL_REMEDIES[say('reason')] ??
        'Paste the address from the browser while the environment is open, e.g. https://contoso.crm4.dynamics.com.',
    ],
  }),
  'link-not-allowed': (say) => ({
    title: 'This link is not opened',
    cause: `The console opens pages of Microsoft and of your environments only; ${say('host', 'this host')} is neither.`,
    remedies: ['Copy the link and open it yourself if you trust it.'],
  }),
  'platform-user': (say) => ({
    title: 'This application user belongs to the platform',
    cause: `${say('name', 'It')} is kept by Microsoft’s services; changing it breaks them.`,
    remedies: ['Leave it as it is. It is shown so that the list is complete.'],
  }),
  'user-changed': (say) => ({
    title: `${say('name', 'The application user')} was changed by somebody else`,
    cause: `In ${say('environment', 'the environment')} its business unit, roles or teams are not those that the plan was made from. What nobody has seen could be lost with the step, so it was not done.`,
    remedies: ['Plan it again: the new plan starts from what is so now.'],
    actions: [SHOW_USERS],
  }),
  'state-not-reached': (say) => ({
    title: 'The change was accepted but is not visible yet',
    cause: `Still not seen: ${say('what', 'the new state')}. Dataverse keeps permissions in a cache for up to half a minute.`,
    remedies: ['Wait half a minute and look again before repeating the change.'],
    actions: [SHOW_USERS],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
