import { describe, expect, test } from 'vitest';
import { errorOf, openLab } from '../rig.ts';
import { accepted, notXml, refused } from './documents.ts';
import { accounts, ask, where } from './fetch-lab.ts';

const lab = openLab();
const refusal = (xml: string) => {
  const [, table = 'account'] =
    /entity name="(contact|lead|audit)"/.exec(xml.replaceAll('link-entity', 'link')) ?? [];
  const answer = ask(lab, xml, `${table}s`);
  return { status: answer.status, ...errorOf(answer) };
};

describe('What is no XML', () => {
  test.each(notXml.map((xml) => [xml.length > 80 ? `${xml.slice(0, 80)}…` : xml, xml]))('%s', (_, xml) => {
    expect(refusal(xml)).toMatchObject({ status: 400, code: '0x80040201', message: 'Invalid XML.' });
  });
});

describe('What the service refuses', () => {
  test.each(refused)('%s', (_, xml, code) => {
    expect(refusal(xml)).toMatchObject({ code, status: 400 });
  });

  test('names what it does not understand', () => {
    expect(refusal(accounts('<columns><a/></columns>')).message).toBe(
      'Invalid Child Node, valid nodes are filter, order, link-entity, attribute, all-attributes, no-attrs. NodeName = columns NodeXml = <columns><a/></columns>',
    );
    expect(refusal(accounts(where('numberofemployees', 'eq', 'ten'))).message).toBe(
      "An exception System.FormatException was thrown while trying to convert input value 'ten' to attribute 'account.numberofemployees'. Expected type of attribute value: System.Int32. Exception raised: Input string was not in a correct format.",
    );
    // A list has its values in elements alone: as a project tells whose lists stood in the attribute for months.
    for (const list of [
      where('primarycontactid', 'in', '30000000-0000-4000-8000-000000000001'),
      where('primarycontactid', 'in'),
    ])
      expect(refusal(accounts(list)).message).toMatch(
        /^The value passed for ConditionOperator\.In is empty\. Attribute Name: PrimaryContactId, Attribute Id: [0-9a-f-]{36}$/,
      );
    // As FetchXMLBuilder's issues 1059 and 1064 report it; the last one is before the first moment that columns hold.
    for (const time of ['21-8-2024 09:29:16', '19-08-2024 23:59:59', '2024-02-30', '1752-12-31'])
      expect(refusal(accounts(where('createdon', 'gt', time)))).toMatchObject({
        code: '0x80040239',
        message: `The date-time format for ${time} is invalid, or value is outside the supported range.`,
      });
    expect(refusal(accounts(where('numberofemployees', 'ge'))).message).toBe(
      'The ConditonOperator.GreaterEqual requires 1 value/s, not 0. Parameter Name: NumberOfEmployees',
    );
  });

  test('has a switch for attributes that the schema does not have, and for pages above 5,000', () => {
    const odd = '<fetch color="red" count="9000"><entity name="account"/></fetch>';
    expect(refusal(odd).status).toBe(200);
    const strict = openLab({ seed: { settings: { fetchUnknownAttributes: 'refuse' } } });
    expect(errorOf(ask(strict, odd)).code).toBe('0x80048425');
    const tool = '<fetch xmlns:generator="MarkMpn.SQL4CDS" generator:a="b"><entity name="account"/></fetch>';
    expect(ask(strict, tool).status).toBe(200);
    const small = openLab({ seed: { settings: { fetchCountOverLimit: 'refuse' } } });
    expect(errorOf(ask(small, odd)).code).toBe('0x80044305');
  });
});

test.each(accepted)('The service answers %s', (_, xml) => {
  expect(refusal(xml)).toEqual({ status: 200, code: '', message: '' });
});
