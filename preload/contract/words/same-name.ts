/** Whether two names are one name to Dataverse, which compares text without regard to case (Microsoft Learn: "Query data", string comparison). */
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
