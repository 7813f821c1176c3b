import type { Credential } from '../../../../preload/contract/app-profiles.ts';
import type { Evidence } from '../../../../preload/contract/doctor.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import { judgeClaims } from '../../../../preload/contract/words/token-verdicts.ts';
import type { JudgedClaim } from '../../../../preload/contract/words/token-verdicts.ts';
import type { ChainContext, ChainLink } from '../chain-link.ts';
import { broken, evidence, sound, unknown } from '../finding.ts';

const chosenCredential = ({ subject: { profile }, facts }: ChainContext): Credential | null => {
  const chosen = facts.credentialId();
  return chosen.ok ? (profile.credentials.find(({ id }) => id === chosen.value) ?? null) : null;
};

const credentialSeen = (credential: Credential | null): readonly Evidence[] =>
  credential === null
    ? []
    : [
        evidence.text('credential', credential.label),
        evidence.word('credential-kind', credential.kind),
        ...(credential.expiresOn === null ? [] : [evidence.instant('credential-ends', credential.expiresOn)]),
        evidence.word('credential-kept', credential.kept),
      ];

/** A credential is kept, whole, and of a form that can work: checked here, before anything is sent. */
export const credentialLink: ChainLink = {
  id: 'credential',
  look: async (context, signal) => {
    const { profile } = context.subject;
    const seen = [evidence.text('app', profile.name), ...credentialSeen(chosenCredential(context))];
    const checked = await context.facts.credentialChecked(signal);
    return checked.ok ? sound(...seen) : broken(checked.error, ...seen);
  },
};

/** Entra gives the app a token for the environment (Microsoft Learn: v2-oauth2-client-creds-grant-flow). It proves nothing about Dataverse. */
export const tokenLink: ChainLink = {
  id: 'token',
  look: async ({ subject: { profile, environment }, facts }, signal) => {
    const home = profile.homeTenantId;
    const asked = await facts.challenge(signal);
    const tenantId = asked.ok ? asked.value.tenantId : environment.tenantId;
    const seen = [
      evidence.id('issued-for-app', profile.clientId),
      ...(tenantId === null ? [] : [evidence.id('tenant', tenantId)]),
      ...(home === null ? [] : [evidence.id('home-tenant', home)]),
      evidence.text('resource', environment.url),
    ];
    const token = await facts.token(signal);
    if (!token.ok) return broken(token.error, ...seen);
    return sound(...seen, evidence.instant('token-ends', new Date(token.value.expiresAt).toISOString()));
  },
};

const CLAIMS = {
  aud: 'audience',
  tid: 'tenant',
  appid: 'issued-for-app',
  azp: 'issued-for-app',
  oid: 'service-principal',
} as const;

const labelOf = (name: string) => Object.entries(CLAIMS).find(([claim]) => claim === name)?.[1] ?? null;

const claimSeen = ({ name, value, expected }: JudgedClaim): readonly Evidence[] => {
  if (name === 'appidacr' || name === 'azpacr')
    return [evidence.word('signed-with', value === '2' ? 'certificate' : value === '1' ? 'secret' : 'none')];
  const label = labelOf(name);
  if (label === null) return [];
  return [label === 'audience' ? evidence.text(label, value, expected) : evidence.id(label, value, expected)];
};

/** The token says what it has to (Microsoft Learn: access-token-claims-reference). */
export const claimsLink: ChainLink = {
  id: 'claims',
  look: async (context, signal) => {
    const { subject, facts } = context;
    const token = await facts.token(signal);
    if (!token.ok) return unknown('nothing-to-look-at', token.error);
    if (token.value.content === null) return unknown('token-opaque', null);
    const asked = await facts.challenge(signal);
    const claims = judgeClaims(token.value.content.claims, {
      url: subject.environment.url,
      tenantId: asked.ok ? asked.value.tenantId : subject.environment.tenantId,
      clientId: subject.profile.clientId,
      credentialKind: chosenCredential(context)?.kind ?? 'secret',
      // Whose row it is, is the business of a later link.
      servicePrincipalId: null,
      now: context.now(),
      clockAheadSeconds: facts.ports.clockAheadSeconds(),
    });
    const seen = claims.flatMap(claimSeen);
    const wrong = claims.find(({ verdict }) => verdict === 'differs');
    if (wrong === undefined) return sound(...seen);
    const { name, value, expected } = wrong;
    return broken(
      appError('claim-differs', { claim: name, expected: expected ?? '', actual: value }),
      ...seen,
    );
  },
};
