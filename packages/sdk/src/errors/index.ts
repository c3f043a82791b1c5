export { CloudError, type CloudErrorDetails, isCloudError } from './cloud-error.js';
export { ERROR_CODES, type ErrorCode } from './codes.js';
export { type Issue, issue, issuesError } from './issue.js';
export { redact, redactText } from './redact.js';
