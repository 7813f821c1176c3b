import { hosts } from '../server/address.ts';
import { aadsts } from './aadsts.ts';
import { proveClient } from './client.ts';
import { decodeToken, numberClaim, textClaim } from './jwt.ts';
import { graphId, isAudience } from './resources.ts';
import { accepted, denied } from './scopes.ts';
import type { Checked } from './scopes.ts';
import type { SignIn } from './sessions.ts';
import type { Claims } from './signing-key.ts';
import { askedOf } from './token-call.ts';
import type { TokenAnswer, TokenCall } from './token-call.ts';
import { answerUser } from './user-grants.ts';
import type { Person } from './user-grants.ts';
import { personProblem } from './sign-in/person-problem.ts';

/** Clock difference that the service forgives, in seconds. */
const skew = 300;

/** Names of Microsoft Graph, whose tokens nobody else can verify (seen: AADSTS50013 for them). */
const graphNames: ReadonlySet<string> = new Set([
  `https://${hosts.graph}`,
  'https://graph.microsoft.com',
  graphId,
]);

/** The sign-in that a token goes back to, as far as it tells. */
const signInOf = (claims: Claims): SignIn => ({
  round: numberClaim(claims, 'xms_demo_round') ?? 0,
  since: (numberClaim(claims, 'auth_time') ?? numberClaim(claims, 'iat') ?? 0) * 1000,
  session: textClaim(claims, 'sid'),
});

/** The person whose access token an API was sent, when the token was made for this API and is still good. */
function readAssertion(call: TokenCall, text: string): Checked<Person> {
  const { cloud, app } = call;
  if (decodeToken(text) === null) {
    return denied(aadsts.userAssertionMalformed());
  }
  const claims = cloud.signingKey.verifyToken(text);
  if (typeof claims === 'string') {
    return denied(aadsts.userAssertionSignature('The key was not found.'));
  }
  const audience = textClaim(claims, 'aud');
  // Access tokens name their client: `appid`, or `azp` in version 2.
  if (textClaim(claims, 'appid') === '' && textClaim(claims, 'azp') === '') {
    return denied(aadsts.idTokenAsAssertion());
  }
  if (graphNames.has(audience.replace(/\/$/, ''))) {
    return denied(
      aadsts.userAssertionSignature('Key was found, but use of the key to verify the signature failed.'),
    );
  }
  const ends = numberClaim(claims, 'exp') ?? 0;
  if (cloud.now() / 1000 >= ends + skew) {
    return denied(aadsts.userAssertionExpired(cloud.now(), ends * 1000));
  }
  if (textClaim(claims, 'scp') === '') {
    return denied(aadsts.onBehalfOfApp(app.appId));
  }
  if (!isAudience(app, audience)) {
    return denied(
      aadsts.userAssertionAudience(audience, app.identifierUris[0] ?? app.appId, app.appId, app.displayName),
    );
  }
  const account = cloud.directory.accountById(textClaim(claims, 'tid'), textClaim(claims, 'oid'));
  return account === null ? denied(aadsts.codeExpired()) : accepted({ account, signIn: signInOf(claims) });
}

/**
 * `grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer` with `requested_token_use=on_behalf_of` (Learn: v2-oauth2-on-behalf-of-flow; RFC
 * 7523, 2.1): an API asks for a token of the person who called it.
 */
export function onBehalfOf(call: TokenCall): TokenAnswer {
  const { cloud, app, authority, form } = call;
  const assertion = form.get('assertion') ?? '';
  const use = form.get('requested_token_use') ?? '';
  if (assertion === '' || use === '') {
    return denied(aadsts.parameterMissing(assertion === '' ? 'assertion' : 'requested_token_use'));
  }
  if (use !== 'on_behalf_of') {
    return denied(aadsts.parameterInvalid('requested_token_use'));
  }
  const proof = proveClient(cloud, app, form, call.request, authority, false);
  if (!proof.ok) {
    return proof;
  }
  const person = readAssertion(call, assertion);
  if (!person.ok) {
    return person;
  }
  const scope = askedOf(form, call.version);
  if (scope.trim() === '') {
    return denied(aadsts.parameterMissing(call.version === 'v1' ? 'resource' : 'scope'));
  }
  const problem = personProblem(cloud, person.value.account, authority, app);
  return problem === null
    ? answerUser(call, person.value, { proof: proof.value, scope, spaSince: null })
    : denied(problem);
}
