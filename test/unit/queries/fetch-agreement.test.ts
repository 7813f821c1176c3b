import { describe, expect, test } from 'vitest';
import { checkFetchXml } from '../../../preload/contract/words/queries/fetchxml/check-fetch.ts';
import { accepted, notXml, refused } from '../../emulator/dataverse/fetch/documents.ts';

/** Documents that only somebody can judge who knows the tables, their rows, or the page before; and one that is empty. */
const needsTables =
  /^(?:nothing|an unknown .*|a column in another spelling|a column alias that is a column|a page too far|a cookie .*|a number .*|a choice that is a label|an id that is none|like on an id|a yes that is none|a day .*|a time .*|a user .*|hours of a day|a hierarchy .*|choices of a text|columns of different types|the sum .*|a part of a text|an aggregate of more rows .*|a link without columns or relationship|from of no relationship|groups of audit rows .*)$/;

const errors = (xml: string): readonly string[] =>
  checkFetchXml(xml)
    .faults.filter(({ severity }) => severity === 'error')
    .map(({ code, value, instead }) => `${code} ${value} ${instead}`);

describe('The editor and the service agree about FetchXML', () => {
  test.each(accepted)('%s', (_, xml) => {
    expect(errors(xml)).toEqual([]);
  });

  test.each(refused.filter(([name]) => !needsTables.test(name)))('refused: %s', (_, xml) => {
    expect(errors(xml)).not.toEqual([]);
  });

  test.each(notXml.filter((xml) => !xml.startsWith(' ')).map((xml) => [xml.slice(0, 80), xml]))(
    'refused: %s',
    (_, xml) => {
      expect(errors(xml)).not.toEqual([]);
    },
  );
});
