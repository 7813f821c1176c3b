/** Path of the Web API below the environment's origin; v9.2 is the current version (Microsoft Learn: web API versions). */
export const API_PATH = '/api/data/v9.2/';
