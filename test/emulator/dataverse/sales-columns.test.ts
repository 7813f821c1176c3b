import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({});
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
});
afterAll(() => cloud.close());

const shown = { prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"' };
const label = '@OData.Community.Display.V1.FormattedValue';

test.each([
  [
    'leads',
    {
      subject: 'x',
      lastname: 'Lead',
      emailaddress2: 'a@b.example',
      budgetstatus: 3,
      purchasetimeframe: 1,
      need: 0,
      decisionmaker: true,
    },
    {
      [`budgetstatus${label}`]: 'Will Buy',
      [`purchasetimeframe${label}`]: 'This Quarter',
      [`need${label}`]: 'Must have',
    },
  ],
  [
    'opportunities',
    {
      name: 'x',
      timeline: 0,
      budgetstatus: 2,
      discountpercentage: 5,
      presentproposal: true,
      customerpainpoints: 'slow',
    },
    { [`timeline${label}`]: 'Immediate', discountpercentage: 5, customerpainpoints: 'slow' },
  ],
  [
    'incidents',
    {
      title: 'x',
      customerid_account: { name: 'Whose case it is' },
      customersatisfactioncode: 5,
      followupby: '2026-03-01T10:00:00Z',
      productserialnumber: '42',
      statuscode: 4,
    },
    {
      [`customersatisfactioncode${label}`]: 'Very Satisfied',
      followupby: '2026-03-01T10:00:00Z',
      [`statuscode${label}`]: 'Researching',
    },
  ],
])('%s have the columns that samples write', async (set, body, expected) => {
  const id = createdId(await admin(`POST ${set}`, body));
  const values = Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value !== 'object'));
  expect((await admin(`GET ${set}(${id})`, undefined, shown)).json).toMatchObject({ ...values, ...expected });
});

test('a lead becomes an opportunity that remembers it, with notes and tasks', async () => {
  const lead = createdId(
    await admin('POST leads', {
      subject: 'New',
      lastname: 'Lead',
      Lead_Tasks: [{ subject: 'Call' }],
      Lead_Annotation: [{ subject: 'Note' }],
    }),
  );
  await admin('POST opportunities', {
    name: 'Made of it',
    'originatingleadid@odata.bind': `/leads(${lead})`,
  });
  const answer = await admin(
    `GET leads(${lead})?$select=subject&$expand=Lead_Tasks($select=subject),Lead_Annotation($select=subject),opportunity_originating_lead($select=name)`,
  );
  expect(answer.json).toMatchObject({
    Lead_Tasks: [{ subject: 'Call' }],
    Lead_Annotation: [{ subject: 'Note' }],
    opportunity_originating_lead: [{ name: 'Made of it' }],
  });
});

test('a choice that there is not is refused', async () => {
  expect(codeOf(await admin('POST leads', { lastname: 'x', budgetstatus: 9 }))).toBe('0x8004431a');
});
