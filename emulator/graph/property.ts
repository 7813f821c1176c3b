import type { ServiceResponse } from '../server/exchange.ts';
import { answer, done } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/**
 * `GET …/{id}/{property}`: one property of an object (OData 4.01 Protocol, 11.2.7; tools read roles and permissions so); `null` where the object
 * has none of that name, or more follows.
 */
export function answerProperty(
  call: GraphCall,
  set: string,
  entity: Entity,
  [name = '', ...more]: readonly string[],
): ServiceResponse | null {
  if (call.request.method !== 'GET' || more.length > 0 || !Object.hasOwn(entity, name)) {
    return null;
  }
  const value = entity[name];
  return value === null ? done() : answer(call, 200, `${set}('${String(entity['id'])}')/${name}`, { value });
}
