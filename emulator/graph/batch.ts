import { json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { headersInBatch } from './front-headers.ts';
import { graphFaults } from './graph-fault.ts';
import { isEntity, named } from './graph-call.ts';
import type { Entity } from './graph-call.ts';

/** One request of a batch. */
type Step = {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
};

/** The answer to one of them; a body that is no JSON is in base64. */
type StepAnswer = {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

const most = 20;
const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);

function headersOf(value: unknown): Readonly<Record<string, string>> {
  const entries = isEntity(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([name, one]) => [name.toLowerCase(), named(one)]));
}

function readStep(value: unknown): Step {
  const { id: given, method, url, headers, body, dependsOn = [] }: Entity = isEntity(value) ? value : {};
  // CLI for Microsoft 365 numbers them.
  const id = typeof given === 'number' ? String(given) : given;
  if (
    typeof id !== 'string' ||
    id === '' ||
    typeof method !== 'string' ||
    !methods.has(method.toUpperCase()) ||
    typeof url !== 'string' ||
    // Relative to the version, and no batch in a batch.
    /^(?:[a-z]+:|\/?\$batch)/i.test(url) ||
    !Array.isArray(dependsOn)
  ) {
    throw graphFaults.batchPayload();
  }
  return {
    id,
    method: method.toUpperCase(),
    url: url.replace(/^\/*/, '/'),
    headers: headersOf(headers),
    body,
    dependsOn: dependsOn.map(named),
  };
}

/** The steps in their order; two ids differ in more than case. One may wait for those before it only, so that nothing waits for itself. */
function readSteps(text: string): readonly Step[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw graphFaults.batchPayload();
  }
  const requests = isEntity(value) ? value['requests'] : null;
  if (!Array.isArray(requests) || requests.length === 0) {
    throw graphFaults.batchPayload();
  }
  if (requests.length > most) {
    throw graphFaults.batchTooLong(most);
  }
  const steps = requests.map(readStep);
  const before = new Set<string>();
  for (const { id, dependsOn } of steps) {
    if (before.has(id.toLowerCase())) {
      throw graphFaults.batchId(id);
    }
    if (!dependsOn.every((other) => before.has(other.toLowerCase()))) {
      throw graphFaults.batchPayload();
    }
    before.add(id.toLowerCase());
  }
  return steps;
}

function requestOf(step: Step, batch: ServiceRequest): ServiceRequest {
  const [path = '', ...query] = step.url.split('?');
  const { authorization } = batch.headers;
  return {
    method: step.method,
    path: `${batch.path.replace(/\/[^/]*$/, '')}${path}`,
    query: query.join('?'),
    headers: { ...step.headers, ...(authorization === undefined ? {} : { authorization }) },
    body: step.body === undefined ? '' : JSON.stringify(step.body),
    links: batch.links,
  };
}

function answerOf(id: string, response: ServiceResponse): StepAnswer {
  const { status, body } = response;
  const headers = headersInBatch(response);
  if (body === '') {
    return { id, status, headers };
  }
  const isJson = response.headers['content-type']?.startsWith('application/json') === true;
  const value: unknown = isJson ? JSON.parse(body) : Buffer.from(body).toString('base64');
  return { id, status, headers, body: value };
}

/**
 * `POST /$batch` (Learn: json-batching): up to twenty requests, each answered as if it had come alone with the caller's token. What waits
 * for one that failed is not done (424).
 */
export function answerBatch(
  batch: ServiceRequest,
  answerOne: (request: ServiceRequest) => ServiceResponse,
): ServiceResponse {
  if (batch.method !== 'POST') {
    throw graphFaults.method();
  }
  const failed = new Set<string>();
  const responses = readSteps(batch.body).map((step): StepAnswer => {
    const stuck = step.dependsOn.some((other) => failed.has(other.toLowerCase()));
    const answer = stuck
      ? json(424, {
          error: { code: 'FailedDependency', message: 'A request that this one depends on has failed.' },
        })
      : answerOne(requestOf(step, batch));
    if (answer.status >= 400) {
      failed.add(step.id.toLowerCase());
    }
    return answerOf(step.id, answer);
  });
  return json(200, { responses });
}
