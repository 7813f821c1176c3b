import type { ServiceResponse } from './exchange.ts';

/** The page that the front door sends when the service behind it does not answer. */
export function unavailablePage(): ServiceResponse {
  return htmlPage(503, "Our services aren't available right now");
}

/** An HTML answer where a client expects JSON. */
export function htmlPage(status: number, title: string): ServiceResponse {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h2>${title}</h2></body></html>`,
  };
}
