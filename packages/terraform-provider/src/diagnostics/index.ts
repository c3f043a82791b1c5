export { dataDiagnostic } from './data.js';
export { errorDiagnostic, issueDiagnostic } from './issue.js';
export { attributesTold, terraformPath } from './path.js';
export { SaidOnce } from './said-once.js';
