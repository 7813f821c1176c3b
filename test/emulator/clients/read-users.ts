import { z } from 'zod';

const answer = z.object({ value: z.array(z.looseObject({ fullname: z.string() })) });

/** Full names of all users of an environment, read with a plain request. */
export async function readUsers(environment: string, token: string): Promise<readonly string[]> {
  const response = await fetch(`${environment}/api/data/v9.2/systemusers?$select=fullname`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
  return answer.parse(await response.json()).value.map((row) => row.fullname);
}
