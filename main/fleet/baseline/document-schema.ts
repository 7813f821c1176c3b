import { z } from 'zod';

/** Text as a service can keep it: no NUL or its like, no half of a character. */
export const BASELINE_NAME = /^(?:[\t-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$/;
/** A name as Dataverse keeps it; longer ones do not exist there (Microsoft Learn: role, team, businessunit and fieldsecurityprofile tables). */
const name = (most: number) => z.string().min(1).max(most).regex(BASELINE_NAME);
const roleName = name(100);
const unitName = name(160);
const teamName = name(160);
const profileName = name(100);

/** A group of environments: letters, digits, spaces and `. _ -`, so that it is never taken for an address. */
const groupName = z
  .string()
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/);

/** As many as a plan takes: what is written from reality has to be read again. */
const MOST_NAMES = 1000;

const GUID = /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/;
const address = z
  .string()
  .max(300)
  .regex(/^https:\/\/[A-Za-z0-9.-]+(:[0-9]+)?\/?$/)
  .meta({ description: 'Address of an environment, e.g. https://contoso.crm4.dynamics.com.' });

/** Exactly these names and no others, or at least these. One of the two. */
const namesOf = (name: typeof roleName, what: string) =>
  z
    .strictObject({
      exactly: z
        .array(name)
        .max(MOST_NAMES)
        .optional()
        .meta({ description: `These ${what} and no others. An empty list: none.` }),
      atLeast: z
        .array(name)
        .min(1)
        .max(MOST_NAMES)
        .optional()
        .meta({ description: `These ${what}, whatever else is held.` }),
    })
    .meta({ minProperties: 1, maxProperties: 1 });

const ruleSchema = z.strictObject({
  in: z
    .array(z.union([address, groupName]))
    .min(1)
    .max(2000)
    .meta({ description: 'Environments by address, or groups of them by name.' }),
  user: z.enum(['present', 'absent']).meta({
    description: 'Whether the app has an application user there.',
  }),
  enabled: z.boolean().optional().meta({ description: 'Left out: either is fine.' }),
  businessUnit: z
    .union([z.literal('root'), z.strictObject({ name: unitName })])
    .optional()
    .meta({ description: '`root`, or the name of another business unit. Left out: any is fine.' }),
  roles: namesOf(roleName, 'security roles (held directly)')
    .optional()
    .meta({ description: 'Security roles by name. Left out: any are fine.' }),
  teams: namesOf(teamName, 'teams')
    .optional()
    .meta({ description: 'Owner and access teams by name, without the default team of a business unit.' }),
  columnSecurityProfiles: namesOf(profileName, 'column security profiles (held directly)')
    .optional()
    .meta({ description: 'Column security profiles by name. Left out: any are fine.' }),
});

const appSchema = z.strictObject({
  name: name(200).meta({ description: 'For people; the client ID decides.' }),
  clientId: z.string().regex(GUID).meta({ description: 'Application (client) ID.' }),
  rules: z
    .array(ruleSchema)
    .min(1)
    .max(2000)
    .meta({ description: 'What shall be true where; an environment stands in one rule of an app.' }),
});

/** A baseline as it is written: what each app shall be in each environment. Published as docs/baseline.schema.json. */
export const baselineSchema = z
  .strictObject({
    $schema: z.string().max(500).optional().meta({ description: 'Where this schema is kept; for editors.' }),
    version: z.literal(1),
    groups: z
      .record(groupName, z.array(address).min(1).max(2000))
      .optional()
      .meta({ description: 'Groups of environments, named once and used in rules.' }),
    apps: z.array(appSchema).max(2000),
  })
  .meta({
    title: 'Baseline of application users',
    description: 'What shall be true of apps in Dataverse environments.',
  });

export type BaselineDocument = z.infer<typeof baselineSchema>;
export type BaselineRule = z.infer<typeof ruleSchema>;
