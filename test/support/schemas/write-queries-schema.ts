import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { queryFileSchema } from '../../../main/query/saved/query-file.ts';

/** Writes docs/queries.schema.json anew: `node test/support/schemas/write-queries-schema.ts`. */
const file = new URL('../../../docs/queries.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(z.toJSONSchema(queryFileSchema), null, 2)}\n`);
