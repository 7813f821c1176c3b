import type { AppRegistration, FederatedCredential } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { answerObject, listCollection } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, bodyOf, createsMissing, done } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { mustChange } from './permissions.ts';

/** As many as an app may have, and the lengths of its texts (Learn: federatedIdentityCredential resource). */
const most = 20;
/** As refusals name one. */
const resource = 'FederatedIdentityCredential';
const longest = 600;
const longestName = 120;

/** One of them as Graph shows it. */
export const federatedEntity = ({
  id,
  name,
  issuer,
  subject,
  audiences,
  description,
}: FederatedCredential): Entity => ({
  id,
  name,
  issuer,
  subject,
  description,
  audiences,
});

function textIn(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > longest) {
    throw graphFaults.badProperty(name, resource);
  }
  return value;
}

/** The credential with what a body says; its name stays as it was made. */
function readBody(body: Entity, before: FederatedCredential, isNew: boolean): FederatedCredential {
  let next = before;
  for (const [name, value] of Object.entries(body)) {
    switch (name) {
      case '@odata.type':
        break;
      case 'name':
        if (!isNew && value !== before.name) {
          throw graphFaults.nameImmutable();
        }
        // "Must be URL friendly".
        if (typeof value !== 'string' || value.length > longestName || !/^[A-Za-z0-9][\w.~-]*$/.test(value)) {
          throw graphFaults.badProperty(name, resource);
        }
        next = { ...next, name: value };
        break;
      case 'issuer':
      case 'subject':
        next = { ...next, [name]: textIn(name, value) };
        break;
      case 'audiences':
        // "A single value".
        if (!Array.isArray(value) || value.length !== 1) {
          throw graphFaults.badProperty(name, resource);
        }
        next = { ...next, audiences: value.map((one: unknown) => textIn(name, one)) };
        break;
      case 'description':
        next = { ...next, description: value === null || value === '' ? null : textIn(name, value) };
        break;
      default:
        throw graphFaults.unknownProperty(name);
    }
  }
  return next;
}

function save(call: GraphCall, app: AppRegistration, next: FederatedCredential): void {
  const others = app.federatedCredentials.filter(({ id }) => id !== next.id);
  if (others.some(({ issuer, subject }) => issuer === next.issuer && subject === next.subject)) {
    throw graphFaults.federatedTwin(next.issuer, next.subject);
  }
  const known = app.federatedCredentials.some(({ id }) => id === next.id);
  call.cloud.directory.changes.saveApp({
    ...app,
    federatedCredentials: known
      ? app.federatedCredentials.map((one) => (one.id === next.id ? next : one))
      : [...others, next],
  });
}

function create(call: GraphCall, app: AppRegistration, body: Entity): ServiceResponse {
  for (const name of ['name', 'issuer', 'subject', 'audiences']) {
    if (body[name] === undefined) {
      throw graphFaults.required(name, resource);
    }
  }
  const made = readBody(
    body,
    { id: call.cloud.directory.newId(), name: '', issuer: '', subject: '', audiences: [], description: null },
    true,
  );
  if (app.federatedCredentials.some(({ name }) => name === made.name)) {
    throw graphFaults.federatedNameTaken(made.name);
  }
  if (app.federatedCredentials.length >= most) {
    throw graphFaults.tooManyFederated(most);
  }
  save(call, app, made);
  return answer(call, 201, contextOf(app, '/$entity'), federatedEntity(made));
}

const contextOf = (app: AppRegistration, end: string): string =>
  `applications('${app.objectId}')/federatedIdentityCredentials${end}`;

/**
 * `…/federatedIdentityCredentials`, and one of them by id or name (Learn: application-list-federatedidentitycredentials,
 * application-post-federatedidentitycredentials, federatedidentitycredential-get, -update, -delete).
 */
export function answerFederatedCredentials(
  call: GraphCall,
  app: AppRegistration,
  named: string | null,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  const [first, ...more] = named === null ? rest : [named, ...rest];
  if (more.length > 0) {
    throw graphFaults.noSegment(more[0] ?? '');
  }
  if (first === undefined) {
    switch (method) {
      case 'GET':
        return listCollection(call, {
          set: contextOf(app, ''),
          rows: app.federatedCredentials.map(federatedEntity),
          filterable: ['id', 'name', 'issuer', 'subject'],
          searchable: ['name'],
        });
      case 'POST':
        mustChange(call, app);
        return create(call, app, bodyOf(call));
      default:
        throw graphFaults.method();
    }
  }
  const found = app.federatedCredentials.find(({ id, name }) => id === first || name === first);
  // Learn: federatedidentitycredential-upsert.
  if (found === undefined && named !== null && createsMissing(call)) {
    mustChange(call, app);
    return create(call, app, { ...bodyOf(call), name: named });
  }
  if (found === undefined) {
    throw graphFaults.federatedUnknown(first);
  }
  switch (method) {
    case 'GET':
      return answerObject(call, contextOf(app, ''), federatedEntity(found));
    case 'PATCH':
      mustChange(call, app);
      save(call, app, readBody(bodyOf(call), found, false));
      return done();
    case 'DELETE':
      mustChange(call, app);
      call.cloud.directory.changes.saveApp({
        ...app,
        federatedCredentials: app.federatedCredentials.filter((one) => one !== found),
      });
      return done();
    default:
      throw graphFaults.method();
  }
}
