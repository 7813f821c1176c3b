import type { ConsentForm, ConsentStatus, ConsentVerdict } from '../consent.ts';
import { CONSENT_REDIRECT } from '../consent.ts';
import type { Status } from '../status.ts';

/** The one status vocabulary's word for each state of a consent. */
export const CONSENT_STATUS_FACES: Readonly<
  Record<ConsentStatus, { readonly status: Status; readonly word: string }>
> = {
  'not-asked': { status: 'unknown', word: 'Not asked' },
  asked: { status: 'unknown', word: 'Asked' },
  declined: { status: 'denied', word: 'Declined' },
  consented: { status: 'healthy', word: 'Consented' },
  'principal-disabled': { status: 'attention', word: 'Service principal disabled' },
  revoked: { status: 'denied', word: 'Revoked' },
};

/** What a check found, as a sentence; `when` is a moment in the person's words. */
const FOUND: Readonly<Record<ConsentVerdict, (when: string) => string>> = {
  present: (when) =>
    `Checked ${when}: the app got a token in this tenant, so its service principal is there.`,
  blocked: (when) =>
    `Checked ${when}: the service principal is there, but a Conditional Access policy keeps the app from signing in.`,
  disabled: (when) => `Checked ${when}: the service principal is there and disabled.`,
  missing: (when) => `Checked ${when}: there is no service principal of this app in the tenant.`,
  unknown: (when) => `Checked ${when}: the answer does not tell whether the tenant has consented.`,
};

/** Words of consent: the tab of an app, the page, and the mail to a client's administrator. */
export const CONSENT_TEXTS = {
  tab: 'Consent',
  loading: 'Loading',
  page: {
    title: 'Consent',
    purpose: 'Which client tenants have let your apps in, as far as a token proves it.',
    table: 'Consent',
    columns: {
      app: 'App',
      workspace: 'Client',
      status: 'Status',
      asked: 'Asked',
      checked: 'Checked',
      tenant: 'Tenant',
    },
    home: 'Home tenant',
    never: 'Never',
    unknownTenant: 'Not known',
    ask: 'Ask for consent',
    check: 'Check all',
    checkChosen: (count: number) => (count === 1 ? 'Check it' : `Check ${count}`),
    checking: (count: number) =>
      count === 1 ? 'Checking consent of 1 app' : `Checking consent ${count} times`,
    progress: (done: number, total: number) => `Checked ${done} of ${total}`,
    cancelled: (done: number, total: number) => `Checking was cancelled after ${done} of ${total}.`,
    incomplete: (missing: number) =>
      missing === 1
        ? '1 check could not tell. Open the row to see why.'
        : `${missing} checks could not tell. Open a row to see why.`,
    emptyTitle: 'No app in this workspace yet',
    emptyText: 'Consent is about apps that work in tenants of clients. Add the app first.',
    goToApps: 'Go to Apps',
    noClients:
      'Your apps are at home here, and no client has a workspace yet. Make one per client: its tenant is enough.',
    noneAsked:
      'Your apps are at home here, and no client was asked yet. Ask for consent, or look whether a client has given it already.',
    addClient: 'Add a workspace',
    onlyHere:
      'You see this tenant alone. Consent of all clients is shown in the workspace of the tenant where the app is registered.',
  },
  choose: {
    title: 'Ask for consent',
    subtitle: 'Which app should work in which tenant?',
    app: 'App',
    client: 'Client workspace',
    clientHint: 'A client without a workspace: make one first, its tenant is enough.',
    noClient:
      'No workspace of another tenant can be asked for this app. Make one per client: its tenant is enough.',
    next: 'Next',
  },

  status: 'Status',
  home: 'The app is registered in this tenant. Nobody has to consent here; its service principal came with it.',
  askedOn: (when: string, form: ConsentForm) => `Asked ${when} with a link of the ${form} endpoint.`,
  declinedOn: (when: string) => `The administrator declined ${when}.`,
  found: (verdict: ConsentVerdict, when: string) => FOUND[verdict](when),
  neverChecked: 'Nothing has been checked yet.',
  propagating:
    'If consent was given in the last minutes it may still be propagating: check again in a moment.',
  revokedHint:
    'It was there before: an administrator of the client has deleted it, or the whole consent was taken back. Ask again.',
  disabledHint:
    'An administrator of the client switches it on again: Entra admin center, Enterprise applications, the app, Properties, “Enabled for users to sign in”. Asking again changes nothing.',
  noCredential:
    'The console holds no credential of this app, so it can ask but not verify. Add a secret or certificate first.',
  addCredential: 'Go to Credentials',
  check: 'Check by token',
  checkTitle: 'Checking consent',
  ask: 'Ask for consent',
  askAgain: 'Ask again',
  createNow: 'Create the service principal now',

  grants: {
    title: 'What consent does',
    does: 'It creates a service principal of the app in the client’s tenant, with the permissions that the registration lists.',
    doesNot:
      'It gives no access to data in Dataverse: for that the app needs an application user with a security role, environment by environment.',
  },

  form: {
    title: 'Ask for consent',
    who: 'Who answers?',
    elsewhere: 'Somebody else: I send them a link',
    here: 'Somebody at this computer: I wait for the answer',
    hereHint: `The app registration needs the redirect URI ${CONSENT_REDIRECT} (Authentication, Mobile and desktop or Web). An app registered here has it only if it was chosen then; without it the page ends with AADSTS50011 and no answer comes.`,
    tenant: 'Whose consent?',
    thisTenant: 'This tenant only',
    organizations: 'The tenant of whoever signs in (organizations)',
    endpoint: 'Endpoint',
    v1: 'v1: everything in the registration',
    v2: 'v2: by scope (.default)',
    address: 'Where does the answer go?',
    nowhere: 'Nowhere: I check by token afterwards',
    registered: 'To an address of the app',
    redirectUri: 'Redirect URI of the app registration',
    redirectHint:
      'Exactly as it is registered. The administrator’s browser ends there; its address can be pasted here.',
    v2Needs: 'The v2 endpoint needs an address.',
    makeLink: 'Create link',
    makeAndWait: 'Create link and wait',
    back: 'Back',
  },

  link: {
    title: 'Link for the administrator',
    field: 'Consent link',
    copy: 'Copy link',
    mail: 'Copy mail',
    mailCopied: 'Subject and text of a mail are in the clipboard.',
    open: 'Open in browser',
    qr: 'Show QR code',
    hideQr: 'Hide QR code',
    qrLabel: 'QR code of the consent link',
    waiting: (until: string) => `Waiting for the answer until ${until}`,
    checking: (attempt: number) =>
      attempt === 1 ? 'The answer is here. Asking for a token…' : `Not there yet. Asking again (${attempt})…`,
    stop: 'Stop waiting',
    stopped:
      'Waiting was stopped. The link no longer finds anybody on this computer; a check by token still tells.',
    listenTitle: (app: string) => `Waiting for consent to ${app}`,
    done: 'Consent is given and verified.',
    notThere:
      'The browser said yes, but no service principal was found within two minutes. It may still be propagating.',
    disabled: 'Consent was answered, but the service principal is disabled in that tenant.',
    blocked: 'Consent is given. A Conditional Access policy of the tenant blocks the app.',
    cannotTell: 'The browser said yes, but it could not be verified. The reason stands above.',
    noCredential:
      'The browser said yes. Without a credential of the app the console cannot ask for a token to prove it.',
  },

  noAddress: {
    title: 'What happens then',
    text: 'This link names no address, so no answer comes back here. After Accept or Cancel the administrator’s browser ends at an address of the app registration, or, where it has none, with AADSTS500113 (no reply address). What was accepted stands all the same: check by token.',
    paste: 'Paste the address at which it ended',
  },

  paste: {
    title: 'Answer',
    text: 'Did the administrator answer? Check by token, or paste the address at which their browser ended: it also tells a refusal.',
    field: 'Address at the end',
    submit: 'Read answer',
  },

  commands: {
    title: 'Without a link',
    text: 'An administrator of the client can create the service principal directly. This is all that an app without a user needs.',
    az: 'Azure CLI',
    powershell: 'Microsoft Graph PowerShell',
    graph: 'Microsoft Graph',
    copy: (tool: string) => `Copy for ${tool}`,
  },

  mail: (parts: {
    readonly app: string;
    readonly clientId: string;
    readonly tenant: string;
    readonly url: string;
  }) => ({
    subject: `Please consent to ${parts.app} for ${parts.tenant}`,
    body: `Hello,

${parts.app} works without a user in your Dynamics 365 / Dataverse environments. So that it can sign in to your tenant, an administrator has to consent to it once.

1. Open this link and sign in as a Cloud Application Administrator, Application Administrator or Privileged Role Administrator of ${parts.tenant}:
   ${parts.url}
2. Check that the page names "${parts.app}" with the app ID ${parts.clientId}.
3. Choose Accept.

What it does: a service principal of the app is created in your tenant, with the permissions that the page lists.
What it does not do: it gives no access to data. In each environment the app still needs an application user with a security role, which you control.

To take it back, delete the app in the Entra admin center under Enterprise applications.

If the page ends with an error such as AADSTS500113 (no reply address) after you accepted, consent was given all the same.
`,
  }),
} as const;
