// Who may import whom, as ARCHITECTURE.md says; rules.spec.ts shows for each rule a fixture that breaks it.
// A fixture lies under test/architecture/fixtures/<the folder it pretends to lie in>.
const AT = '^(?:test/architecture/fixtures/)?';
const NPM = 'node_modules/';

/** A rule "files of `from` may import only `may`": everything else that resolves is forbidden. */
function only(name, comment, from, may) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `${AT}${from}`, pathNot: '\\.spec\\.ts$' },
    to: {
      pathNot: may.map((path) => (path.startsWith('^') || path.startsWith(NPM) ? path : `${AT}${path}`)),
    },
  };
}

const DOMAIN = 'libs/domain/';
const WEB = 'apps/web/src/';
const PORTS = ['libs/use-cases/ports/', 'libs/use-cases/(clock|refusal|failpoint)\\.ts$'];
const NODE = '^(node:|assert|crypto|events|fs|http|net|path|stream|timers|tls|url|util)';

function adapter(folder, drivers) {
  return only(
    `adapter-${folder}`,
    'An adapter knows its port, the domain and its own driver; never another adapter.',
    `libs/${folder}/`,
    [`libs/${folder}/`, DOMAIN, 'libs/contracts/', ...PORTS, NODE, ...drivers.map((each) => `${NPM}${each}`)],
  );
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A circle has no first file to read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    only(
      'domain-is-pure',
      'Decisions know no package but the calendar library, no clock and no I/O.',
      DOMAIN,
      [DOMAIN, `${NPM}temporal-polyfill/`],
    ),
    ...[
      ['call|fact|term|calendar|money|people|italian', '(?:application|desk|simulation)/'],
      ['application/case', 'application/(?:admit|decide|explain|may)/'],
      ['application/admit', 'application/(?:decide|explain|may)/'],
      ['application/decide', 'application/(?:admit|explain|may)/'],
      ['application/explain', 'application/(?:admit|may)/'],
      ['application/may', 'application/(?:admit|decide|explain)/'],
    ].map(([from, to], n) => ({
      name: `domain-points-down-${n + 1}`,
      comment: 'Words and facts lie below the case, the case below what is decided, explained and allowed.',
      severity: 'error',
      from: { path: `${AT}${DOMAIN}(?:${from})/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `${AT}${DOMAIN}${to}` },
    })),
    {
      name: 'calendar-library-in-two-folders',
      comment: 'Dates are computed in calendar and term; everything else takes civil dates as they are.',
      severity: 'error',
      from: { path: `${AT}(?:apps|libs|workflows)/`, pathNot: `${AT}libs/domain/(?:calendar|term)/` },
      to: { path: `${NPM}temporal-polyfill/` },
    },
    {
      name: 'calendar-library-by-its-implementation',
      comment:
        'Its other entries prefer the `Temporal` of the machine, which ignores the clock of workflows.',
      severity: 'error',
      from: { path: `${AT}(?:apps|libs|workflows)/` },
      to: { path: `${NPM}temporal-polyfill/(?!implementation\\.)` },
    },
    only(
      'contracts-know-forms',
      'Forms of what comes in and goes out: zod, and types and codes of the domain.',
      'libs/contracts/',
      ['libs/contracts/', DOMAIN, `${NPM}zod/`],
    ),
    only(
      'configuration-reads-settings',
      'What several programs read from their environment: zod, and nothing that could act on it.',
      'libs/configuration/',
      ['libs/configuration/', `${NPM}zod/`],
    ),
    only(
      'process-is-shared-words',
      'What worker and workflows share: types of the domain, names of messages.',
      'libs/process/',
      ['libs/process/', DOMAIN, `${NPM}@temporalio/(workflow|common)/`],
    ),
    {
      name: 'process-takes-types-of-the-domain-only',
      comment: 'Workflow code bundles this folder; a rule of the domain must not come along.',
      severity: 'error',
      from: { path: `${AT}libs/process/` },
      to: { path: `${AT}${DOMAIN}`, dependencyTypesNot: ['type-only'] },
    },
    only(
      'workflows-run-no-rule',
      'No rule is evaluated in workflow code: it would break the replay of running cases.',
      'workflows/',
      ['workflows/', 'libs/process/', `${NPM}@temporalio/workflow/`],
    ),
    only(
      'use-cases-know-ports',
      'A use case knows the domain, the contracts and its ports; not Temporal, not a database.',
      'libs/use-cases/',
      [
        'libs/use-cases/',
        DOMAIN,
        'libs/contracts/',
        NODE,
        `${NPM}@nestjs/common/`,
        `${NPM}uuid/`,
        `${NPM}canonicalize/`,
      ],
    ),
    adapter('persistence', ['@nestjs/common/', 'typeorm/', 'pg/', '@types/pg/', 'uuid/', 'canonicalize/']),
    adapter('documents', []),
    adapter('identity', ['@nestjs/common/']),
    adapter('notifications', ['@nestjs/common/', 'nodemailer/', '@types/nodemailer/']),
    {
      name: 'api-knows-no-temporal',
      comment: 'The API commits a fact; the relay wakes the workflow.',
      severity: 'error',
      from: { path: `${AT}apps/api/` },
      to: { path: [`${NPM}@temporalio/`, `${AT}libs/process/`, `${AT}workflows/`] },
    },
    {
      name: 'api-gets-adapters-in-one-place',
      comment: 'Adapters are bound to their ports in adapters.module.ts; everything else asks for the port.',
      severity: 'error',
      from: { path: `${AT}apps/api/`, pathNot: 'adapters\\.module\\.ts$' },
      to: { path: `${AT}libs/(persistence|documents|notifications|identity)/` },
    },
    {
      name: 'use-cases-ask-the-policy-table',
      comment:
        'Who may is decided where something is done: `demand(can(` stands in use cases, never in a program.',
      severity: 'error',
      from: { path: `${AT}(?:apps|workflows|libs/(?!use-cases/|domain/))` },
      to: { path: `${AT}libs/domain/access/can\\.ts$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'worker-answers-nobody',
      comment: 'The worker decides, wakes and sends; requests of people are the API’s.',
      severity: 'error',
      from: { path: `${AT}apps/worker/` },
      to: { path: [`${AT}libs/contracts/`, `${NPM}(?:fastify|@nestjs/platform-fastify)/`] },
    },
    {
      name: 'worker-takes-workflows-by-path',
      comment: 'Workflows are bundled from their path; imported, they would run outside the sandbox.',
      severity: 'error',
      from: { path: `${AT}apps/` },
      to: { path: `${AT}workflows/` },
    },
    {
      name: 'command-opens-the-database-in-few-files',
      comment: 'Every other command asks the API with a token, so that the policy table decides.',
      severity: 'error',
      from: {
        path: `${AT}apps/cli/`,
        pathNot: 'apps/cli/(?:(?:commands/database|install|seed-demo|shipped-calls)\\.ts$|story/)',
      },
      to: {
        path: [
          `${AT}libs/(?:persistence|documents|notifications|identity)/`,
          `${NPM}(?:typeorm|pg|@temporalio)/`,
        ],
      },
    },
    {
      name: 'web-knows-contracts-and-domain',
      comment: 'Pages take forms and rules from where the API takes them, and ask it.',
      severity: 'error',
      from: { path: `${AT}apps/web/` },
      to: { path: `${AT}(?:libs/(?!contracts/|domain/)|workflows/)` },
    },
    {
      name: 'page-imports-no-page',
      comment: 'A page is opened by the router alone; what two pages share is a part.',
      severity: 'error',
      from: { path: `${AT}${WEB}pages/([^/]+)/` },
      to: { path: `${AT}${WEB}pages/`, pathNot: `${AT}${WEB}pages/$1/` },
    },
    ...[
      ['parts', 'pages'],
      ['ui', 'pages|parts'],
      ['api', 'pages|parts|ui'],
      ['words', 'pages|parts|ui|api'],
    ].map(([from, to]) => ({
      name: `web-${from}-point-down`,
      comment: 'Pages stand over parts, parts over ui, ui over what asks the API, all over the words.',
      severity: 'error',
      from: { path: `${AT}${WEB}${from}/` },
      to: { path: `${AT}${WEB}(?:${to})/` },
    })),
    {
      name: 'apps-stand-alone',
      comment: 'API, worker and command are programs of their own; what they share lies in libs.',
      severity: 'error',
      from: { path: `${AT}apps/(api|worker|cli|demo)/` },
      to: { path: `${AT}apps/`, pathNot: `${AT}apps/$1/` },
    },
    {
      name: 'demo-starts-programs',
      comment: 'The demo starts the product from outside, as a person would.',
      severity: 'error',
      from: { path: `${AT}apps/demo/` },
      to: { path: `${AT}libs/` },
    },
    {
      name: 'product-needs-no-development-package',
      comment: 'The image is built without them.',
      severity: 'error',
      from: { path: `${AT}(?:apps/(?:api|worker|cli)|libs|workflows)/`, pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-imports-no-test',
      comment: 'Tests know the product, the product knows no test.',
      severity: 'error',
      from: { path: `${AT}(?:apps|libs|workflows)/`, pathNot: '\\.spec\\.ts$' },
      to: { path: ['^test/(?!architecture/fixtures/)', '\\.spec\\.ts$'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import resolves.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
