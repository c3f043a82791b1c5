import type { Recorded } from './exchange.js';
import type { Api, Operation } from './openapi/api.js';
import type { Verdict } from './vendor.js';

/**
 * Judges an exchange by the first document that has its operation. A request that the vendor refused may be as wrong as it was
 * refused for; one that got no answer, or an injected one, is judged all the same.
 */
export function judge(
  apis: readonly Api[],
  exchange: Recorded,
  path: string,
  refusal: (found?: { api: Api; operation: Operation }) => string[],
): Verdict {
  const { method, status, faults = [] } = exchange;
  const answered = status !== undefined && !faults.includes('status');
  const refused = answered && status >= 400;
  const found = find(apis, method, path);
  if (!found) return { problems: refused ? refusal() : answered ? ['the vendor has no such operation'] : [] };
  const { api, operation } = found;
  if (refused) return { operation: operation.id, problems: refusal(found) };
  const problems = api.requestProblems(operation, exchange);
  if (answered) problems.push(...api.responseProblems(operation, exchange));
  return { operation: operation.id, problems };
}

function find(apis: readonly Api[], method: string, path: string): { api: Api; operation: Operation } | undefined {
  for (const api of apis) {
    const operation = api.find(method, path);
    if (operation) return { api, operation };
  }
  return undefined;
}
