/** The import direction of the house (docs/architecture.md): kinds ← runtime ← clouds ← hansa ← everything else. */
const sdk = '^packages/sdk/src';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'A circle has no direction.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'errors-know-nothing',
      'Errors are the ground floor.',
      { path: `${sdk}/errors` },
      { path: sdk, pathNot: `${sdk}/errors` },
    ),
    forbid(
      'claims-know-errors-alone',
      'Facts about clouds stand beside the model: errors ← claims ← policy ← placement.',
      { path: `${sdk}/claims`, pathNot: '\\.test\\.ts$' },
      { path: sdk, pathNot: `${sdk}/(claims|errors)` },
    ),
    forbid(
      'claims-are-asked-for',
      'Neither the model nor a driver loads them: who asks pays.',
      {
        path: `${sdk}/(errors|kinds|places|sizes|images|runtime|openstack|clouds|hansa|index)`,
        pathNot: '\\.test\\.ts$',
      },
      { path: `${sdk}/claims` },
    ),
    forbid(
      'policy-knows-claims-alone',
      'Rules are held against facts: errors ← claims ← policy ← placement.',
      { path: `${sdk}/policy`, pathNot: '\\.test\\.ts$' },
      { path: sdk, pathNot: `${sdk}/(policy|claims|errors)` },
    ),
    forbid(
      'placement-knows-no-cloud',
      'It is given offers and facts, and asks nobody.',
      { path: `${sdk}/placement`, pathNot: '\\.test\\.ts$' },
      { path: sdk, pathNot: `${sdk}/(placement|policy|claims|catalogue|sizes|images|places|errors)` },
    ),
    forbid(
      'policy-is-asked-for',
      'Who declares none never loads it: from the façade it is imported when it is first needed, from below it by its types alone.',
      {
        path: `${sdk}/(errors|kinds|places|sizes|images|runtime|openstack|clouds|hansa|index)`,
        pathNot: '\\.test\\.ts$',
      },
      { path: `${sdk}/(policy|placement|enforce)/`, dynamic: false, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'enforcement-knows-no-cloud',
      'It lays a policy over what the runtime knows of a thing.',
      { path: `${sdk}/enforce`, pathNot: '\\.test\\.ts$' },
      { path: sdk, pathNot: `${sdk}/(enforce|policy|claims|kinds|errors|runtime)` },
    ),
    forbid(
      'kinds-know-no-runtime',
      'A kind is a model: it knows the vocabulary (places, sizes, images) and errors.',
      { path: `${sdk}/(kinds|places|sizes|images)` },
      { path: `${sdk}/(catalogue|runtime|clouds|hansa)` },
    ),
    forbid(
      'catalogue-stands-on-the-vocabulary',
      'An offer is a size at a place with its price, whoever sells it.',
      { path: `${sdk}/catalogue`, pathNot: '\\.test\\.ts$' },
      { path: `${sdk}/(kinds|runtime|openstack|clouds|hansa)` },
    ),
    forbid(
      'runtime-knows-no-cloud',
      'How, for every kind and cloud; knows neither.',
      { path: `${sdk}/runtime`, pathNot: '\\.test\\.ts$|/testing/' },
      { path: `${sdk}/(clouds|hansa)` },
    ),
    forbid(
      'runtime-knows-no-kind',
      'The runtime knows what a kind is (kinds/model), not which there are.',
      { path: `${sdk}/runtime`, pathNot: '\\.test\\.ts$|/testing/' },
      { path: `${sdk}/kinds`, pathNot: `${sdk}/kinds/model` },
    ),
    forbid(
      'openstack-knows-no-cloud',
      'What clouds built on OpenStack share stands below them all.',
      { path: `${sdk}/openstack`, pathNot: '\\.test\\.ts$' },
      { path: `${sdk}/(clouds|hansa)` },
    ),
    forbid(
      'clouds-know-not-each-other',
      'A driver is one folder.',
      { path: `${sdk}/clouds/([^/]+)/` },
      { path: `${sdk}/clouds/([^/]+)/`, pathNot: `${sdk}/clouds/$1/` },
    ),
    forbid(
      'clouds-know-no-facade',
      'Drivers stand below the façade.',
      { path: `${sdk}/clouds/[^/]+/`, pathNot: '\\.test\\.ts$|/testing/' },
      { path: `${sdk}/(hansa|index)\\.ts` },
    ),
    forbid(
      'plugin-knows-nobody',
      'The plugin framework serves any provider.',
      { path: '^packages/terraform-plugin' },
      { path: '^packages/(?!terraform-plugin)' },
    ),
    forbid(
      'emulator-knows-nobody',
      'An emulator is a second, independent reading of the API.',
      { path: '^packages/emulator' },
      { path: '^packages/(?!emulator)' },
    ),
    forbid(
      'drivers-know-no-emulator',
      'And a driver never looks at the emulator.',
      { path: '^packages/sdk', pathNot: '\\.test\\.ts$|/testing/' },
      { path: '^packages/emulator' },
    ),
    forbid(
      'sdk-stands-alone',
      'A Node app imports the SDK alone.',
      { path: '^packages/sdk', pathNot: '\\.test\\.ts$|/testing/' },
      { path: '^packages/(?!sdk)' },
    ),
    forbid(
      'report-asks-no-cloud',
      'A report is made of a plan and of what is known; nobody is asked.',
      { path: '^packages/report', pathNot: '\\.test\\.ts$' },
      { path: `^packages/(?!report|sdk)|${sdk}/(clouds|runtime)/` },
    ),
    forbid(
      'no-orphans-of-manifests',
      'What is imported stands in the package’s own manifest.',
      { path: '^packages/[^/]+/src', pathNot: '\\.test\\.ts$|/testing/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'], dependencyTypesNot: ['npm-peer'] },
    ),
    forbid(
      'no-dev-dependency-at-run-time',
      'Published code must not need a dev dependency.',
      { path: '^packages/[^/]+/src', pathNot: '\\.test\\.ts$|/testing/|/scripts/|generate' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
