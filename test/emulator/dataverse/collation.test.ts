import { beforeAll, describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

// English is _CI_AI (Learn: "Microsoft Dataverse language collations"): neither case nor accents make a difference.
const lab = openLab();
const admin = person('admin');

const cafes = ['Cafe', 'café', 'CAFÉ ', 'cafe\u0301'];
const others = ['cafes', 'Straße', 'STRASSE', 'naïve', 'Zoë', 'Äpfel', 'apfel', 'Øre'];

beforeAll(() => {
  for (const subject of [...cafes, ...others])
    lab.send(admin, 'POST', '/tasks', { subject, category: 'words' });
});

const words = (url: string) => rowsOf(lab.get(admin, `/tasks?${url}`)).map((it) => textAt(it, 'subject'));
const byFilter = (filter: string) =>
  words(`$select=subject&$filter=category eq 'words' and (${filter})`).toSorted();
const fetchXml = (attributes: string, inside: string) =>
  `fetchXml=${encodeURIComponent(`<fetch ${attributes}><entity name="task">${inside}</entity></fetch>`)}`;
const ofWords = (condition: string) =>
  `<filter><condition attribute="category" operator="eq" value="words"/>${condition}</filter>`;
const byFetch = (operator: string, inside: string) =>
  words(
    fetchXml(
      '',
      `<attribute name="subject"/>${ofWords(`<condition attribute="subject" operator="${operator}" ${inside}`)}`,
    ),
  ).toSorted();

const all = [...cafes, ...others];
const but = (left: readonly string[]) => all.filter((it) => !left.includes(it)).toSorted();
const withCafes = [...cafes, 'cafes'].toSorted();

describe('filters', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    [`subject eq 'CAFÉ'`, 'eq', 'value="CAFÉ"/>', cafes.toSorted()],
    [`subject eq 'cafe   '`, 'eq', 'value="cafe   "/>', cafes.toSorted()],
    [`subject ne 'cafe'`, 'ne', 'value="cafe"/>', but(cafes)],
    [`subject eq 'strasse'`, 'eq', 'value="strasse"/>', ['STRASSE', 'Straße']],
    [`subject eq 'ore'`, 'eq', 'value="ore"/>', ['Øre']],
    [`startswith(subject,'ÇAFÉ')`, 'begins-with', 'value="ÇAFÉ"/>', withCafes],
    // In patterns of LIKE blanks count.
    [`endswith(subject,'E')`, 'ends-with', 'value="é"/>', but(['CAFÉ ', 'cafes', 'Äpfel', 'apfel'])],
    [`contains(subject,'AÏV')`, 'like', 'value="%AÏV%"/>', ['naïve']],
    [`contains(subject,'a_f[è-ë]l')`, 'like', 'value="%À_F[E-Ë]L"/>', ['Äpfel', 'apfel'].toSorted()],
    [`startswith(subject,'_pf[d-é]l')`, 'like', 'value="_PF[D-É]L"/>', ['Äpfel', 'apfel'].toSorted()],
    [
      `Microsoft.Dynamics.CRM.In(PropertyName='subject',PropertyValues=['CAFE','zoe'])`,
      'in',
      '><value>cafè</value><value>ZOÉ</value></condition>',
      [...cafes, 'Zoë'].toSorted(),
    ],
    [
      `Microsoft.Dynamics.CRM.NotIn(PropertyName='subject',PropertyValues=['CAFE','zoe'])`,
      'not-in',
      '><value>cafè</value><value>ZOÉ</value></condition>',
      but([...cafes, 'Zoë']),
    ],
    [
      `subject ge 'CAFÉ' and subject lt 'd'`,
      'between',
      '><value>cafè</value><value>D</value></condition>',
      withCafes,
    ],
    [`subject gt 'CAFÉ' and subject le 'cafés'`, 'eq', 'value="CAFÈS"/>', ['cafes']],
  ];

  test.each(cases)('%s', (filter, operator, inside, wanted) => {
    expect(byFilter(filter)).toEqual(wanted);
    expect(byFetch(operator, inside)).toEqual(wanted);
  });

  test('compare columns, and join them', () => {
    lab.send(admin, 'POST', '/contacts', { firstname: 'Rénée', lastname: 'RENEE ' });
    const names = (url: string) =>
      rowsOf(lab.get(admin, `/contacts?${url}`)).map((it) => textAt(it, 'firstname'));
    const xml = (inside: string) =>
      `fetchXml=${encodeURIComponent(`<fetch><entity name="contact">${inside}</entity></fetch>`)}`;
    expect(names('$filter=firstname eq lastname')).toEqual(['Rénée']);
    const same = '<filter><condition attribute="firstname" operator="eq" valueof="lastname"/></filter>';
    expect(names(xml(same))).toEqual(['Rénée']);
    const link = '<link-entity name="contact" from="lastname" to="firstname"/>';
    expect(names(xml(`<attribute name="firstname"/>${link}`))).toEqual(['Rénée']);
  });
});

test('what compares equal is sorted together, and is one value for groups and distinct rows', () => {
  const wanted = [
    'apfel',
    ...Array<string>(4).fill('cafe'),
    'cafes',
    'naive',
    'ore',
    'strasse',
    'strasse',
    'zoe',
  ];
  const bare = (found: readonly string[]) =>
    found.map((it) =>
      it
        .toLowerCase()
        .replaceAll('ß', 'ss')
        .replaceAll('ø', 'o')
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .trim(),
    );
  const ordered = words("$select=subject&$orderby=subject&$filter=category eq 'words'");
  expect(bare(ordered)).toEqual(['apfel', ...wanted]);
  const order = `<attribute name="subject"/>${ofWords('')}<order attribute="subject"/>`;
  expect(words(fetchXml('', order))).toEqual(ordered);
  const single = ['apfel', 'cafe', 'cafes', 'naive', 'ore', 'strasse', 'zoe'];
  expect(bare(words(fetchXml('distinct="true"', order)))).toEqual(single);
  const groups = rowsOf(
    lab.get(admin, "/tasks?$apply=filter(category eq 'words')/groupby((subject),aggregate($count as n))"),
  );
  expect(bare(groups.map((it) => textAt(it, 'subject')))).toEqual(single);
  expect(groups.map((it) => it['n'])).toEqual([2, 4, 1, 1, 1, 2, 1]);
  const counted = `<attribute name="subject" aggregate="countcolumn" distinct="true" alias="n"/>${ofWords('')}`;
  expect(rowsOf(lab.get(admin, `/tasks?${fetchXml('aggregate="true"', counted)}`))).toMatchObject([{ n: 7 }]);
});

test('an alternate key names the record whose value compares equal, and there is one of them', () => {
  const { status } = lab.send(admin, 'POST', '/accounts', { name: 'Key', accountnumber: 'Ünique-1' });
  expect(status).toBe(204);
  expect(lab.get(admin, "/accounts(accountnumber='UNIQUE-1 ')").json).toMatchObject({ name: 'Key' });
  const again = lab.send(admin, 'POST', '/accounts', { name: 'Key', accountnumber: 'unique-1' });
  expect([again.status, errorOf(again).code]).toEqual([412, '0x80060892']);
});
