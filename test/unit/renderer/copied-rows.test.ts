import { expect, test } from 'vitest';
import { toTabText } from '../../../renderer/ui/table/export-rows.ts';

const NAME = [{ id: 'name', header: 'Name', width: 100, value: (name: string) => name }];
const copied = (name: string): string | undefined => toTabText(NAME, [name]).split('\n')[1];

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['"=1+1"', '"""=1+1"""'],
  ['Alpine "Ski" House', 'Alpine "Ski" House'],
  ['two\r\nlines\tand a tab', 'two lines and a tab'],
])('C9: a row that is copied brings no formula into a spreadsheet: %s', (name, text) => {
  expect(copied(name)).toBe(text);
});
