import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { baselineSchema } from '../../../main/fleet/baseline/document-schema.ts';

/** Writes docs/baseline.schema.json anew: `node test/support/schemas/write-baseline-schema.ts`. */
const file = new URL('../../../docs/baseline.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(z.toJSONSchema(baselineSchema), null, 2)}\n`);
