import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person } from '../rig.ts';

const lab = openLab();
const validated = (xml: string, who = person('admin')) =>
  lab.get(
    who,
    `/ValidateFetchXmlExpression(FetchXml=@p1)?@p1='${encodeURIComponent(xml.replaceAll("'", "''"))}'`,
  );
const bag = (more: Readonly<Record<string, string>> = {}) => ({
  Count: Object.keys(more).length,
  Keys: Object.keys(more),
  Values: Object.values(more),
});
const issue = (TypeCode: number, Severity: number, OptionalPropertyBag = bag()) => ({
  TypeCode,
  Severity,
  LocalizedMessageText: expect.stringMatching(/./),
  OptionalPropertyBag,
});

// The queries and the shape are those of an MCP server's live tests (ryanmichaeljames/dataverse-mcp, test_validate_fetchxml_integration); the
// numbers of the kinds are those of Learn: InfoCode Enum.
describe('ValidateFetchXmlExpression', () => {
  test('has nothing to say of a narrow query', () => {
    const answer = validated(
      '<fetch top="10"><entity name="systemuser"><attribute name="systemuserid" /><attribute name="fullname" /><filter type="and"><condition attribute="isdisabled" operator="eq" value="0" /></filter></entity></fetch>',
    );
    expect(answer.json).toEqual({
      '@odata.context': expect.stringMatching(
        /\$metadata#Microsoft\.Dynamics\.CRM\.ValidateFetchXmlExpressionResponse$/,
      ),
      ValidationResults: { Helplink: expect.stringMatching(/^https:/), Messages: [] },
    });
  });

  const account = (inside: string) => `<fetch><entity name="account">${inside}</entity></fetch>`;
  const where = (condition: string) => `<attribute name="name" /><filter>${condition}</filter>`;
  test.each([
    [account(where('<condition attribute="name" operator="like" value="%a%" />')), [issue(2, 1)]],
    [account(where('<condition attribute="name" operator="ends-with" value="a" />')), [issue(2, 1)]],
    [account(where('<condition attribute="name" operator="like" value="a%" />')), []],
    [account(where('<condition attribute="description" operator="like" value="a%" />')), [issue(3, 1)]],
    [account(where('<condition attribute="description" operator="not-null" />')), []],
    [account('<attribute name="name" /><order attribute="industrycode" />'), [issue(4, 1)]],
    [
      account(
        '<attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid"><order attribute="fullname" /></link-entity>',
      ),
      [issue(5, 1)],
    ],
    [
      account(''),
      [
        issue(6, 1, {
          ...bag({ AttributeCount: '', AttributeLimit: '100' }),
          Values: [expect.stringMatching(/^\d{3}$/), '100'],
        }),
      ],
    ],
  ])('warns of what is slow: %s', (xml, messages) => {
    expect(validated(xml).json).toMatchObject({ ValidationResults: { Messages: messages } });
  });

  test.each([
    ['<fetch top="1"><entity name="nosuch"><attribute name="name" /></entity></fetch>', /MetadataCache/],
    [account('<attribute name="nosuch" />'), /doesn't contain attribute/],
    [account(where('<condition attribute="nosuch" operator="null" />')), /doesn't contain attribute/],
    [account('<order attribute="nosuch" />'), /doesn't contain attribute/],
    ['<fetch>', /Invalid XML/],
  ])('answers the refusal of a query as an issue: %s', (xml, text) => {
    const answer = validated(xml);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ ValidationResults: { Messages: [issue(1, 3)] } });
    expect(JSON.stringify(answer.json)).toMatch(text);
  });

  test('needs the text of a query', () => {
    expect(errorOf(lab.get(person('admin'), '/ValidateFetchXmlExpression()')).code).toBe('0x80060888');
  });
});
