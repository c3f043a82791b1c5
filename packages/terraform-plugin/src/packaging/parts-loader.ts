/** In the text of a part: followed by 1 it stands for a slash that would end the comment, followed by 0 for itself. */
export const MARK = '\u0001';
/** Around a part that is imported later: a function whose text is its only content. */
export const [LATE_START, LATE_END] = ['()=>{/*\n', '\n*/}'];
/** What a part finds there. */
export const PARAMETERS = 'exports,require,module,__filename,__dirname,$part,$later';

/**
 * Runs the parts of a program, of which `parts` has what runs at once as functions, and what comes later as its first line and its text. The
 * text comes from the program itself, not from its file, which may be another one by then. `part` is a part's exports, `later` a promise of
 * them as `import()` gives them, of CommonJS too.
 */
export const LOADER = `const ran=[];
function part(number){
if(ran[number])return ran[number].exports;
const own=ran[number]=number?{exports:{}}:module;
try{code(parts[number])(own.exports,require,own,__filename,__dirname,part,later)}catch(error){ran[number]=undefined;throw error}
parts[number]=undefined;
return own.exports}
async function later(number,commonJs){
await null;
const {default:old}=part(number);
if(!commonJs)return part(number);
return ran[number].imported??=old?.__esModule?old:{...old,default:old}}
function code(part){
if(typeof part==="function")return part;
const {compileFunction,constants}=require("node:vm"),[lineOffset,text]=part;
return compileFunction(String(text).slice(${LATE_START.length},-${LATE_END.length}).replace(/\\x01([01])/g,(_,what)=>what==="1"?"/":"\\x01"),${JSON.stringify(PARAMETERS.split(','))},{filename:__filename,lineOffset,importModuleDynamically:constants.USE_MAIN_CONTEXT_DEFAULT_LOADER})}
part(0);`;
