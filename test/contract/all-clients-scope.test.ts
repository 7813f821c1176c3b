import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../preload/contract/index.ts';
import { clientId, environmentId, systemUserId, workspaceId } from '../../preload/contract/schemas.ts';
import { ALL_METHODS } from '../support/schemas/all-methods.ts';
import type { AnyMethod } from '../support/schemas/all-methods.ts';
import { containsPart } from '../support/schemas/contains-schema.ts';

const inputsOf = ({ input }: AnyMethod): Readonly<Record<string, unknown>> =>
  input instanceof z.ZodObject ? input.shape : {};

/** True when the method cannot be asked without saying of which workspace. */
const namesOneWorkspace = (method: AnyMethod): boolean => inputsOf(method)['workspaceId'] === workspaceId;

/** Inputs that name one thing: a plan and a run are of one workspace, an app, an import and an offer are the person's own. */
const NAMES_ONE_THING = ['planId', 'runId', 'id', 'importId', 'offer'];
const namesOneThing = (method: AnyMethod): boolean =>
  NAMES_ONE_THING.some((name) => inputsOf(method)[name] !== undefined);

/** True when an answer can hold an environment, an app or an application user. */
const tellsOfAClient = (method: AnyMethod): boolean =>
  ('event' in method ? [method.output, method.event] : [method.output]).some((schema) =>
    [environmentId, systemUserId, clientId].some((part) => containsPart(schema, part)),
  );

describe('C27: the scope of all clients', () => {
  test('expiry and the access map of all clients are the only methods that tell of several clients', () => {
    const spanning = ALL_METHODS.filter(
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
