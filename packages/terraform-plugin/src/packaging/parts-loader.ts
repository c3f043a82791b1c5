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
 *
 * A program has no extension, so the nearest package.json above it says what Node takes it for: an ES module where that has
 * `"type": "module"`, as above `.terraform` in many a project. It runs as either: what CommonJS would be given it then gets by itself.
 */
export const LOADER = `const ran=[];
const [require_,module_,file]=typeof module==="object"?[require,module,__filename]:given();
function given(){
const get=process.getBuiltinModule,file=get("node:fs").realpathSync(process.argv[1]),require=get("node:module").createRequire(file);
return [require,{exports:{},require,id:".",filename:file,path:get("node:path").dirname(file)},file]}
function part(number){
if(ran[number])return ran[number].exports;
const own=ran[number]=number?{exports:{}}:module_;
try{code(parts[number])(own.exports,require_,own,file,module_.path,part,later)}catch(error){ran[number]=undefined;throw error}
parts[number]=undefined;
return own.exports}
async function later(number,commonJs){
await null;
const {default:old}=part(number);
if(!commonJs)return part(number);
return ran[number].imported??=old?.__esModule?old:{...old,default:old}}
function code(part){
if(typeof part==="function")return part;
const {compileFunction,constants}=require_("node:vm"),[lineOffset,text]=part;
return compileFunction(String(text).slice(${LATE_START.length},-${LATE_END.length}).replace(/\\x01([01])/g,(_,what)=>what==="1"?"/":"\\x01"),${JSON.stringify(PARAMETERS.split(','))},{filename:file,lineOffset,importModuleDynamically:constants.USE_MAIN_CONTEXT_DEFAULT_LOADER})}
part(0);`;
