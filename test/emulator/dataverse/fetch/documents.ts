import { accounts, where } from './fetch-lab.ts';

const contact = (more: string, inside = '') =>
  `<link-entity name="contact" from="parentcustomerid" to="accountid" ${more}>${inside}</link-entity>`;
const aggregate = (inside: string) =>
  `<fetch aggregate="true"><entity name="account">${inside}</entity></fetch>`;
const many = (count: number, one: string) => Array.from({ length: count }, () => one).join('');
const bare = '<entity name="account"/>';

/** W3C XML 1.0 and "Namespaces in XML 1.0": what is not well-formed. */
export const notXml = [
  'fetch',
  '<fetch>',
  '<fetch></Fetch>',
  '<fetch/><fetch/>',
  `<fetch>${bare}</fetch>x`,
  `x<fetch>${bare}</fetch>`,
  '<fetch a="1" a="2"/>',
  '<fetch a=1/>',
  '<fetch a/>',
  '<fetch a="1"b="2"/>',
  '<fetch a="<"/>',
  '<fetch a="&"/>',
  '<fetch a="&nbsp;"/>',
  '<fetch a="&#0;"/>',
  '<fetch a="&#x110000;"/>',
  '<fetch a="&#xD800;"/>',
  '<fetch>&undefined;</fetch>',
  '<fetch>R&D</fetch>',
  '<fetch>]]></fetch>',
  '<fetch><![CDATA[</fetch>',
  '<fetch><!-- a -- b --></fetch>',
  '<fetch><!-- a --->',
  '<fetch><?xml version="1.0"?></fetch>',
  '<fetch><? a?></fetch>',
  ` <?xml version="1.0"?><fetch>${bare}</fetch>`,
  '<1fetch/>',
  '< fetch/>',
  '<a:fetch/>',
  '<fetch b:c="1"/>',
  `<fetch>\u0001${bare}</fetch>`,
  `<!DOCTYPE fetch><fetch>${bare}</fetch>`,
  '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;">]><fetch>&lol1;</fetch>',
  `<!DOCTYPE a SYSTEM "file:///etc/passwd"><fetch>${bare}</fetch>`,
  `${many(500, '<filter>')}${many(500, '</filter>')}`,
  accounts(many(100_000, '<filter>')),
];

const x17 = many(17, contact(''));

/** Codes by the names of the service's list of error codes. */
export const refused: readonly (readonly [string, string, string])[] = [
  ['nothing', '', '0x80040203'],
  ['no entity', '<fetch/>', '0x80041102'],
  ['an entity without a name', '<fetch><entity/></fetch>', '0x80041102'],
  ['another root', bare, '0x80041102'],
  ['two entities', `<fetch>${bare}${bare}</fetch>`, '0x80041102'],
  ['a root in another spelling', `<Fetch>${bare}</Fetch>`, '0x80041102'],
  ['a prefixed element', `<fetch xmlns:a="b"><a:entity name="account"/></fetch>`, '0x80041102'],
  ['an element of nothing', accounts('<columns/>'), '0x8004111c'],
  ['a condition outside a filter', accounts('<condition attribute="name" operator="null"/>'), '0x8004111c'],
  ['an element in a filter', accounts('<filter><attribute name="name"/></filter>'), '0x8004111c'],
  ['an element in an attribute', accounts('<attribute name="name"><value/></attribute>'), '0x8004111c'],
  ['an attribute without a name', accounts('<attribute/>'), '0x8004111e'],
  ['an unknown column', accounts('<attribute name="nosuch"/>'), '0x80041103'],
  ['a column in another spelling', accounts('<attribute name="Name"/>'), '0x80041103'],
  ['an unknown column in a filter', accounts(where('nosuch', 'null')), '0x80041103'],
  ['an unknown column in an order', accounts('<order attribute="nosuch"/>'), '0x80041103'],
  ['an unknown joined table', accounts('<link-entity name="nosuch" from="a" to="b"/>'), '0x80041102'],
  // As live tests of an OData filter and of teardowns tell (QueryBuilderNoEntity)
  [
    'an unknown table as the value of a column of table names',
    '<fetch><entity name="audit"><filter><condition attribute="objecttypecode" operator="eq" value="nosuch"/></filter></entity></fetch>',
    '0x80041102',
  ],
  [
    'a number that no table has',
    '<fetch><entity name="audit"><filter><condition attribute="objecttypecode" operator="eq" value="99999"/></filter></entity></fetch>',
    '0x80041102',
  ],
  ['an unknown from', accounts('<link-entity name="contact" from="a" to="accountid"/>'), '0x80041103'],
  ['an unknown to', accounts('<link-entity name="contact" from="contactid" to="b"/>'), '0x80041103'],
  ['a link without columns or relationship', accounts('<link-entity name="contact"/>'), '0x80041102'],
  ['from of no relationship', accounts('<link-entity name="contact" from="fullname"/>'), '0x80041102'],
  ['a distinct of neither', `<fetch distinct="yes">${bare}</fetch>`, '0x80041115'],
  ['a no-lock of neither', `<fetch no-lock="TRUE">${bare}</fetch>`, '0x80041118'],
  ['a descending of neither', accounts('<order attribute="name" descending="desc"/>'), '0x80041119'],
  ['an aggregate of neither', `<fetch aggregate="no">${bare}</fetch>`, '0x8004111a'],
  ['a raw order of neither', `<fetch useraworderby="2">${bare}</fetch>`, '0x800410fd'],
  ['a mapping of neither', `<fetch mapping="physical">${bare}</fetch>`, '0x80041116'],
  ['a data source of nothing', `<fetch datasource="dead">${bare}</fetch>`, '0x80041139'],
  ['a filter type of neither', accounts('<filter type="xor"/>'), '0x80041122'],
  ['a quick find of neither', accounts('<filter isquickfindfields="x"/>'), '0x80041138'],
  ['top of nothing', `<fetch top="0">${bare}</fetch>`, '0x8004110c'],
  ['top of less', `<fetch top="-1">${bare}</fetch>`, '0x8004110c'],
  ['top of a word', `<fetch top="all">${bare}</fetch>`, '0x8004110c'],
  ['top of too much', `<fetch top="5001">${bare}</fetch>`, '0x80044305'],
  ['top with a page', `<fetch top="3" page="1">${bare}</fetch>`, '0x80040203'],
  ['top with a count', `<fetch top="3" count="3">${bare}</fetch>`, '0x80040203'],
  ['top with a total', `<fetch top="3" returntotalrecordcount="true">${bare}</fetch>`, '0x80040203'],
  ['page zero', `<fetch count="3" page="0">${bare}</fetch>`, '0x8004110c'],
  ['count zero', `<fetch count="0">${bare}</fetch>`, '0x8004110c'],
  ['a page too far', `<fetch count="5000" page="11">${bare}</fetch>`, '0x8004430a'],
  ['a cookie of nothing', `<fetch page="2" paging-cookie="x">${bare}</fetch>`, '0x8004112a'],
  ['a cookie without a page', `<fetch page="2" paging-cookie="&lt;cookie/>">${bare}</fetch>`, '0x8004112a'],
  ['an operator of nothing', accounts(where('name', 'contains', 'x')), '0x80041120'],
  ['an operator in another spelling', accounts(where('name', 'EQ', 'x')), '0x80041120'],
  [
    'a condition without an operator',
    accounts('<filter><condition attribute="name"/></filter>'),
    '0x8004111e',
  ],
  ['a condition without a column', accounts('<filter><condition operator="null"/></filter>'), '0x8004111e'],
  ['eq without a value', accounts(where('name', 'eq')), '0x80040203'],
  ['eq with two values', accounts(where('name', 'eq', 'a', '<value>b</value>')), '0x80040203'],
  ['in without values', accounts(where('name', 'in')), '0x80040203'],
  ['between with one value', accounts(where('numberofemployees', 'between', '3')), '0x80040203'],
  ['a number that is none', accounts(where('numberofemployees', 'gt', 'many')), '0x80040203'],
  ['a number too large', accounts(where('numberofemployees', 'gt', '9999999999')), '0x80040203'],
  ['a choice that is a label', accounts(where('industrycode', 'eq', 'Consulting')), '0x80040203'],
  ['an id that is none', accounts(where('accountid', 'eq', 'x')), '0x80040203'],
  ['like on an id', accounts(where('ownerid', 'like', '%a%')), '0x80040203'],
  ['a yes that is none', accounts(where('creditonhold', 'eq', 'maybe')), '0x80040203'],
  ['a day that is none', accounts(where('createdon', 'on', '2023-02-30')), '0x80040239'],
  ['a number of days that is none', accounts(where('createdon', 'last-x-days', 'x')), '0x80040203'],
  ['no days at all', accounts(where('createdon', 'last-x-days', '0')), '0x8004110c'],
  ['a time before the calendar', accounts(where('createdon', 'last-x-years', '5000')), '0x80040239'],
  ['a number without end', accounts(where('createdon', 'next-x-hours', '2147483647')), '0x80040239'],
  ['a day of a text', accounts(where('name', 'today')), '0x80041106'],
  ['a user of a text', accounts(where('name', 'eq-userid')), '0x80041106'],
  [
    'hours of a day',
    `<fetch><entity name="contact">${where('birthdate', 'last-x-hours', '3')}</entity></fetch>`,
    '0x80041106',
  ],
  [
    'a hierarchy that is none',
    `<fetch><entity name="lead">${where('leadid', 'under', '30000000-0000-4000-8000-000000000001')}</entity></fetch>`,
    '0x80047020',
  ],
  ['choices of a text', accounts(where('name', 'contain-values', '1')), '0x80041106'],
  [
    'columns of different types',
    accounts('<filter><condition attribute="name" operator="eq" valueof="revenue"/></filter>'),
    '0x80040203',
  ],
  [
    'columns compared by like',
    accounts('<filter><condition attribute="name" operator="like" valueof="sic"/></filter>'),
    '0x80041106',
  ],
  [
    'a column of a link without an alias in valueof (Learn: "Filter rows using FetchXml", cross table column comparisons)',
    accounts(
      '<filter><condition attribute="name" operator="eq" valueof="contact.fullname"/></filter><link-entity name="contact" from="parentcustomerid" to="accountid"/>',
    ),
    '0x8004110a',
  ],
  ['a list in the attribute of a value', accounts(where('name', 'in', 'a,b')), '0x80040203'],
  [
    'groups of audit rows that are sorted (Sql4Cds, issue 300)',
    '<fetch xmlns:generator="MarkMpn.SQL4CDS" aggregate="true"><entity name="audit"><attribute name="action" alias="action" groupby="true"/><attribute name="auditid" alias="count" aggregate="count"/><order alias="action"/></entity></fetch>',
    '0x80048d0b',
  ],
  [
    'a value beside valueof',
    accounts('<filter><condition attribute="name" operator="eq" value="a" valueof="sic"/></filter>'),
    '0x80041106',
  ],
  [
    'an alias of nothing in a filter',
    accounts('<filter><condition entityname="c" attribute="name" operator="null"/></filter>'),
    '0x8004110a',
  ],
  ['an alias of nothing in an order', accounts('<order entityname="c" attribute="name"/>'), '0x8004110a'],
  ['an alias twice', accounts(contact('alias="c"') + contact('alias="c"')), '0x80041130'],
  ['an alias with a dash', accounts(contact('alias="my-c"')), '0x80041109'],
  [
    'a column alias twice',
    accounts('<attribute name="name" alias="a"/><attribute name="sic" alias="a"/>'),
    '0x80041130',
  ],
  [
    'a column alias that is a column',
    accounts('<attribute name="name"/><attribute name="sic" alias="name"/>'),
    '0x80041130',
  ],
  ['too many links', accounts(x17), '0x8004430d'],
  [
    'too many conditions',
    accounts(`<filter>${many(501, '<condition attribute="name" operator="null"/>')}</filter>`),
    '0x8004430c',
  ],
  ['a join of nothing', accounts(contact('link-type="cross"')), '0x80041117'],
  ['any outside a filter', accounts(contact('link-type="any"')), '0x80041121'],
  ['an inner join in a filter', accounts(`<filter>${contact('link-type="inner"')}</filter>`), '0x80041121'],
  ['a link in a filter without a type', accounts(`<filter>${contact('')}</filter>`), '0x80041121'],
  [
    'columns of exists',
    accounts(contact('link-type="exists"', '<attribute name="fullname"/>')),
    '0x80041139',
  ],
  [
    'columns of any',
    accounts(`<filter>${contact('link-type="any"', '<all-attributes/>')}</filter>`),
    '0x80041139',
  ],
  [
    'no columns, distinct',
    '<fetch distinct="true"><entity name="account"><no-attrs/></entity></fetch>',
    '0x8004112c',
  ],
  ['an order by alias', accounts('<order alias="name"/>'), '0x80041132'],
  ['an order by nothing', accounts('<order/>'), '0x80041133'],
  [
    'an aggregate in a plain query',
    accounts('<attribute name="name" alias="n" aggregate="count"/>'),
    '0x8004111a',
  ],
  ['a group in a plain query', accounts('<attribute name="name" alias="n" groupby="true"/>'), '0x8004111a'],
  ['a plain column in an aggregate', aggregate('<attribute name="name" alias="n"/>'), '0x80041107'],
  ['all columns in an aggregate', aggregate('<all-attributes/>'), '0x80041107'],
  ['an aggregate without an alias', aggregate('<attribute name="name" aggregate="count"/>'), '0x80041109'],
  [
    'an aggregate of nothing',
    aggregate('<attribute name="name" alias="n" aggregate="median"/>'),
    '0x8004111a',
  ],
  [
    'a group and an aggregate',
    aggregate('<attribute name="name" alias="n" aggregate="count" groupby="true"/>'),
    '0x80041137',
  ],
  ['a group of neither', aggregate('<attribute name="name" alias="n" groupby="on"/>'), '0x8004112e'],
  ['the sum of a text', aggregate('<attribute name="name" alias="n" aggregate="sum"/>'), '0x8004112f'],
  ['the sum of times', aggregate('<attribute name="createdon" alias="n" aggregate="sum"/>'), '0x8004112f'],
  [
    'a part of a date that is none',
    aggregate('<attribute name="createdon" alias="n" groupby="true" dategrouping="hour"/>'),
    '0x80041135',
  ],
  [
    'a part of a text',
    aggregate('<attribute name="name" alias="n" groupby="true" dategrouping="day"/>'),
    '0x80041135',
  ],
  [
    'an aggregate ordered by a column',
    aggregate('<attribute name="name" alias="n" aggregate="count"/><order attribute="name"/>'),
    '0x80041131',
  ],
  [
    'an aggregate ordered by nothing',
    aggregate('<attribute name="name" alias="n" aggregate="count"/><order/>'),
    '0x80041134',
  ],
  [
    'an aggregate ordered by another alias',
    aggregate('<attribute name="name" alias="n" aggregate="count"/><order alias="m"/>'),
    '0x8004110a',
  ],
  [
    'an aggregate of more rows than it may',
    '<fetch aggregate="true" aggregatelimit="10"><entity name="account"><attribute name="name" alias="n" aggregate="count"/></entity></fetch>',
    '0x8004e023',
  ],
];

/** Documents that the service answers: those of Learn's pages about FetchXML, and what tools write. */
export const accepted: readonly (readonly [string, string])[] = [
  ['nothing but a table', '<fetch><entity name="account"/></fetch>'],
  [
    'what Advanced Find writes',
    '<fetch version="1.0" output-format="xml-platform" mapping="logical" distinct="false" utc-offset="0"><entity name="account"><attribute name="name" /><attribute name="primarycontactid" /><order attribute="name" descending="false" /><filter type="and"><condition attribute="ownerid" operator="eq-userid" /><condition attribute="statecode" operator="eq" uiname="x" uitype="y" uihidden="1" value="0" /></filter><link-entity name="contact" from="contactid" to="primarycontactid" visible="false" link-type="outer" alias="a_8edc034c6cc2406aaa0274da494a1acd"><attribute name="emailaddress1" /></link-entity></entity></fetch>',
  ],
  [
    'what SQL 4 CDS writes',
    '<fetch xmlns:generator="MarkMpn.SQL4CDS" generator:hash="1"><entity name="account"><all-attributes/></entity></fetch>',
  ],
  [
    'comments, CDATA, references and a declaration',
    '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<!-- all --><fetch top=\'5\'>\n<entity name="account"><!-- b --><filter><condition attribute="name" operator="in"><value><![CDATA[R&D]]></value><value>A &amp; B &#65;&#x42;</value></condition></filter></entity></fetch>\n<!-- end -->',
  ],
  [
    'what speeds queries up',
    '<fetch no-lock="true" latematerialize="1" options="HashJoin,DisableRowGoal" useraworderby="0" datasource="live"><entity name="account"><filter hint="union" type="or"/></entity></fetch>',
  ],
  ['no columns', accounts('').replace('<attribute name="accountid"/>', '<no-attrs/>')],
  ['an order for reports', '<fetch><entity name="account"/><order attribute="name"/></fetch>'],
  ['an attribute of nothing', '<fetch color="red"><entity name="account"/></fetch>'],
  [
    'other names',
    accounts(
      '<attribute name="accountclassificationcode" alias="code"/><attribute name="createdby" alias="whocreated"/><attribute name="createdon" alias="whencreated"/><attribute name="name" alias="companyname"/>',
    ),
  ],
  [
    'a name for a table and a column',
    accounts(
      '<link-entity name="account" from="accountid" to="parentaccountid" alias="parentaccount"><attribute name="name" alias="parentaccount"/></link-entity><order entityname="parentaccount" attribute="name"/><order attribute="name"/>',
    ),
  ],
  [
    'no relationship',
    accounts(
      '<link-entity name="contact" from="fullname" to="name" alias="contact"><attribute name="fullname"/></link-entity>',
    ),
  ],
  [
    'rows not in a set',
    accounts(
      '<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="outer" alias="contact"/><filter><condition entityname="contact" attribute="parentcustomerid" operator="null"/></filter>',
    ),
  ],
  [
    'valueof beside an operator without a value (FetchXMLBuilder, issue 670)',
    accounts('<filter><condition attribute="createdon" operator="last-seven-days" valueof="name"/></filter>'),
  ],
  [
    'valueof that names the main table from a link inside a filter (FetchXMLBuilder, issue 1095)',
    accounts(
      '<filter><link-entity name="contact" from="parentcustomerid" to="accountid" alias="Sub" link-type="not any"><link-entity name="systemuser" from="systemuserid" to="owninguser" alias="Ptm"><filter><condition attribute="systemuserid" operator="eq" valueof="account.owninguser"/></filter></link-entity></link-entity></filter>',
    ),
  ],
  [
    'columns of two tables',
    accounts(
      '<filter><condition attribute="name" operator="eq" valueof="c.fullname"/></filter><link-entity name="contact" from="parentcustomerid" to="accountid" link-type="outer" alias="c"/>',
    ),
  ],
  [
    'a table called by its name',
    accounts(
      '<filter><condition entityname="contact" attribute="fullname" operator="like" value="A%"/></filter><link-entity name="contact" from="contactid" to="primarycontactid"/>',
    ),
  ],
  [
    'a link in a filter',
    accounts(
      `<filter type="or">${contact('link-type="not any"', where('statecode', 'eq', '1'))}<condition attribute="statecode" operator="eq" value="1"/></filter>`,
    ),
  ],
  [
    'links of every other type',
    accounts(
      ['natural', 'exists', 'in', 'matchfirstrowusingcrossapply']
        .map((type) => contact(`link-type="${type}"`))
        .join(''),
    ),
  ],
  [
    'a list beside an empty value',
    accounts(where('industrycode', 'in', '', '<value>1</value><value>7</value>')),
  ],
  ['an operator beside an empty value', accounts(where('createdon', 'today', ''))],
  [
    'two periods',
    accounts(
      where('createdon', 'in-fiscal-period-and-year', undefined, '<value>3</value><value>2023</value>'),
    ),
  ],
  ['days', accounts(where('createdon', 'last-x-days', '30'))],
  [
    'pages',
    '<fetch count="3" page="2"><entity name="account"><attribute name="name"/><order attribute="name"/><order attribute="accountid"/></entity></fetch>',
  ],
  ['a count', '<fetch count="3" returntotalrecordcount="true"><entity name="account"/></fetch>'],
  [
    'distinct rows',
    '<fetch distinct="true"><entity name="account"><attribute name="industrycode"/><order attribute="industrycode"/></entity></fetch>',
  ],
  [
    'children',
    accounts('<attribute name="accountid" alias="numberOfChildren" rowaggregate="CountChildren"/>'),
  ],
  [
    'parts of dates',
    aggregate(
      '<attribute name="numberofemployees" alias="Total" aggregate="sum"/><attribute name="createdon" alias="Day" groupby="true" dategrouping="day"/><attribute name="createdon" alias="FiscalPeriod" groupby="true" dategrouping="fiscal-period" usertimezone="false"/><order alias="Day"/>',
    ),
  ],
  [
    'a limit of an aggregate',
    '<fetch aggregate="true" aggregatelimit="50000"><entity name="account"><attribute name="name" alias="n" aggregate="countcolumn" distinct="true"/></entity></fetch>',
  ],
];
