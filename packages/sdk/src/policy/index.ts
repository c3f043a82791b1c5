/** What a user allows, held against what is known: met, not met or unknown, each with its reason and its source. */
export { type Candidate, type CandidatePlace, type Facts, KEEPS_DATA } from './candidate.js';
export { COUNTRY_SETS, CountryOrSet, countriesHold, countriesIn, countryName } from './countries.js';
export { concluded, type Evaluation, evaluate, objections, objects } from './evaluate.js';
export { type Excused, exceptionFor } from './exceptions.js';
export { type Finding, findingText } from './finding.js';
export { type CertificationRule, Policy, type PolicyException, RULES, type RuleId } from './model.js';
export { PRESET_IDS, type PresetId } from './presets/ids.js';
export { PRESETS } from './presets/index.js';
export type { Preset } from './presets/preset.js';
export { sharedPower } from './rules/backup.js';
export { judgePrice, money, priceInPolicy } from './rules/price.js';
export { type SettledPolicy, settlePolicy } from './settle.js';
export { statementCounts, statementSuffices } from './statements.js';
export { serviceNamed, toldPlace } from './told.js';
export { type Cost, evaluateTotal } from './total.js';
export { best, type Verdict, verdictWords, worst } from './verdict.js';
