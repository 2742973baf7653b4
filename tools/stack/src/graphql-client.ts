/** The gateway answered with errors, or not at all. */
export class GatewayError extends Error {
  override name = 'GatewayError';
}

export type RunQuery = <Data>(document: string, variables?: Record<string, unknown>) => Promise<Data>;

const TIMEOUT_MS = 30_000;

/** Asks the gateway as the bearer of a token; an answer with errors is an error here. */
export function graphqlClient(endpoint: string, token: string): RunQuery {
  return async <Data>(document: string, variables: Record<string, unknown> = {}) => {
    let answer: { data?: Data | null; errors?: { message: string }[] };
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: document, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      answer = (await response.json()) as typeof answer;
    } catch (error) {
      throw new GatewayError(`The gateway at ${endpoint} does not answer: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    const [first] = answer.errors ?? [];
    if (first !== undefined || answer.data === undefined || answer.data === null)
      throw new GatewayError(`The gateway refused a query: ${first?.message ?? 'no data'}`);
    return answer.data;
  };
}
