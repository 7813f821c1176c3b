import * as fc from 'fast-check';
import { z } from 'zod';
import * as schemas from '../../../preload/contract/schemas.ts';
import { known } from './placeholders.ts';

/** Texts that handlers know, and texts that people and attackers paste. */
const WORDS = [
  'accounts?$select=name&$top=5',
  'systemusers?$select=fullname&$count=true',
  "contacts?$filter=startswith(fullname,'A')&$orderby=fullname",
  'WhoAmI',
  '<fetch><entity name="account"><attribute name="name" /></entity></fetch>',
  '<fetch top="5" page="2"><entity name="account" /></fetch>',
  '<!DOCTYPE x [<!ENTITY a "b">]><fetch />',
  'account',
  'RetrieveVersion()',
  'accounts?$select=nosuchcolumn',
  'accounts(',
  '*',
  '$batch',
  '../../../etc/passwd',
  '//evil.example/api',
  'System Administrator',
  'Basic User',
  'prvReadAccount',
  'Contoso Production',
  'Contoso Development',
  'contoso.demo.test',
  'https://contoso-dev.crm4.demo.test/main.aspx?appid=1',
  'https://login.microsoftonline.com/common',
  'https://user:password@contoso.crm4.dynamics.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'adele.admin@contoso.demo.test',
  'AADSTS7000215: Invalid client secret provided. client_secret=abc',
  '{"error":{"code":"0x80040220","message":"is missing prvReadAccount privilege"}}',
  'export.csv',
  '__proto__',
  'constructor',
  'x',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202Eedoc',
  '😀',
  'ÅÄÖ'.repeat(40),
  '%00%0d%0a',
  'NaN',
  'QUJD',
  'A1'.repeat(20),
  '5f'.repeat(32),
  'own:0a0a0a0a-0000-4000-8000-000000000001',
  '2026-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '11111111-2222-4333-8444-555555555555',
  known('digest', 0),
  known('digest', 1),
  known('notice', 0),
  known('clientId', 0),
  known('environmentName', 0),
  known('orgUrl', 0),
  known('pem', 0),
  'version: 1\napps: []\n',
  'version: 1\nversion: 2\napps: &a [*a]\n',
] as const;

const NUMBERS = [0, 1, 2, 4, 5, 8, 30, 50, 64, 300, 500, 2000, 100_000, Number.MAX_SAFE_INTEGER];

/** Our id schemas by name: their values must come from a running console. */
const IDS: ReadonlyMap<unknown, string> = new Map(
  Object.entries(schemas).flatMap(([name, schema]) =>
    schema instanceof z.ZodCustom ? [[schema, name] as const] : [],
  ),
);

const oneOf = (values: readonly unknown[], schema: z.ZodType): fc.Arbitrary<unknown> => {
  const fitting = values.filter((value) => schema.safeParse(value).success);
  if (fitting.length === 0) throw new Error(`No example fits a ${schema.type} of the contract.`);
  return fc.constantFrom(...fitting);
};

const shapeOf = (schema: z.ZodObject): fc.Arbitrary<unknown> => {
  const entries = Object.entries(schema.shape).map(([key, inner]) => [key, asType(inner)] as const);
  const arbitraries = Object.fromEntries(entries.map(([key, inner]) => [key, validInput(inner)]));
  const required = entries.filter(([, inner]) => !(inner instanceof z.ZodOptional)).map(([key]) => key);
  return fc.record(arbitraries, { requiredKeys: required });
};

const asType = (schema: unknown): z.ZodType => {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('Part of a schema is no schema.');
};

/**
 * Inputs that a schema of the contract accepts (once placeholders are filled in). A kind of schema that the contract did not use before
 * throws, so that it is added here and not left unfuzzed.
 */
export const validInput = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const id = IDS.get(schema);
  if (id !== undefined) return fc.nat(5).map((index) => known(id, index));
  if (schema instanceof z.ZodObject) return shapeOf(schema);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return oneOf(WORDS, schema);
  if (schema instanceof z.ZodNumber) return oneOf(NUMBERS, schema);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodOptional) return validInput(asType(schema.unwrap()));
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly)
    return validInput(asType(schema.unwrap()));
  if (schema instanceof z.ZodNullable)
    return fc.oneof({ weight: 3, arbitrary: validInput(asType(schema.unwrap())) }, fc.constant(null));
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.map((option) => validInput(asType(option))));
  if (schema instanceof z.ZodArray)
    return fc.array(validInput(asType(schema.element)), { minLength: 1, maxLength: 3 });
  throw new Error(`The fuzz test cannot make a ${schema.type} yet.`);
};
