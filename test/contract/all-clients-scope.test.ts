import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../preload/contract/index.ts';
import { clientId, environmentId, systemUserId, workspaceId } from '../../preload/contract/schemas.ts';
import { containsPart } from '../support/schemas/contains-schema.ts';

type Method = (typeof contract)[keyof typeof contract];

const inputsOf = ({ input }: Method): Readonly<Record<string, unknown>> =>
  input instanceof z.ZodObject ? input.shape : {};

/** True when the method cannot be asked without saying of which workspace. */
const namesOneWorkspace = (method: Method): boolean => inputsOf(method)['workspaceId'] === workspaceId;

/** Inputs that name one thing: a plan and a run are of one workspace, an app, an import and an offer are the person's own. */
const NAMES_ONE_THING = ['planId', 'runId', 'id', 'importId', 'offer'];
const namesOneThing = (method: Method): boolean =>
  NAMES_ONE_THING.some((name) => inputsOf(method)[name] !== undefined);

/** True when an answer can hold an environment, an app or an application user. */
const tellsOfAClient = (method: Method): boolean =>
  ('event' in method ? [method.output, method.event] : [method.output]).some((schema) =>
    [environmentId, systemUserId, clientId].some((part) => containsPart(schema, part)),
  );

describe('C27: the scope of all clients', () => {
  test('expiry and the access map of all clients are the only methods that tell of several clients', () => {
    const spanning = Object.values(contract).filter(
      (method) => tellsOfAClient(method) && !namesOneWorkspace(method) && !namesOneThing(method),
    );
    expect(spanning.map(({ name }) => name).toSorted()).toEqual([
      'applicationUsers.allClients',
      'expiry.list',
      'expiry.summary',
    ]);
  });

  test('a method that asks of one workspace is told apart from one that can ask of none', () => {
    expect(namesOneWorkspace(contract['applicationUsers.snapshot'])).toBe(true);
    expect(namesOneWorkspace(contract['expiry.summary'])).toBe(false);
  });
});
