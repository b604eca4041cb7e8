/** Who may import whom. Prints each breach and ends with 1; a run that read almost nothing is a failure too. */
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const root = path.resolve(import.meta.dirname, '..')

/** With a TypeScript it does not know, dependency-cruiser reads nothing and reports no breach. */
const fewestModules = 60

const tests = '\\.test\\.tsx?$'
const pages = '^src/(pages|resident|leader|archive|staff)/'

function no(name: string, comment: string, from: object, to: object): IForbiddenRuleType {
  return { name, comment, severity: 'error', from, to }
}

const forbidden: IForbiddenRuleType[] = [
  no('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  no('app-not-server', 'The app knows the contract, never the server.', { path: '^src/' }, { path: '^cloudfunctions/' }),
  no('server-not-app', 'The server knows the contract, never the app.', { path: '^cloudfunctions/' }, { path: '^src/' }),
  no('contract-alone', 'The contract imports no other part.', { path: '^contract/' }, { path: '^(src|cloudfunctions|config|tests)/' }),
  no('contract-pure', 'No input or output, React or SQL in the contract.', { path: '^contract/', pathNot: tests }, { dependencyTypes: ['core'] }),
  no('contract-packages', 'Of packages the contract needs zod and oRPC only.', { path: '^contract/', pathNot: tests }, { path: 'node_modules', pathNot: 'node_modules/(zod|@orpc/contract)/' }),
  no('ui-domain-free', 'ui knows no noun of the domain.', { path: '^src/ui/' }, { path: `^(contract/|src/(features|api)/)|${pages}` }),
  no('features-apart', 'A feature does not reach into another one.', { path: '^src/features/([^/]+)/' }, { path: '^src/features/', pathNot: '^src/features/$1/' }),
  no('features-below-pages', 'Pages lay features out, not the other way round.', { path: '^src/(features|api)/' }, { path: pages }),
  no('api-below-features', 'The way to the server knows nothing that is drawn.', { path: '^src/api/' }, { path: '^src/(features|ui)/' }),
  no('pages-apart', 'A page does not import another page.', { path: '^src/(pages|resident|leader|archive|staff)/([^/]+)/' }, { path: pages, pathNot: '^src/$1/$2/' }),
  no('pages-few', 'Pages import features, ui, api, routes, wording and the contract.', { path: pages, pathNot: tests }, { path: '^src/', pathNot: `^src/(features|ui|api)/|^src/(routes|pageList|wording)\\.ts$|${pages}` }),
  no('rules-pure', 'Rules import the contract, dayjs, chinese-days and other rules.', { path: '^cloudfunctions/[^/]+/rules/', pathNot: tests },
    { pathNot: '^contract/|^cloudfunctions/[^/]+/rules/|node_modules/(dayjs|chinese-days)/|^(dayjs|chinese-days)' }),
  no('methods-apart', 'What two methods need is a rule or in the store.', { path: '^cloudfunctions/([^/]+)/methods/([^/]+)\\.ts$', pathNot: '/methods/index\\.ts$' }, { path: '^cloudfunctions/[^/]+/methods/', pathNot: '^cloudfunctions/$1/methods/$2\\.' }),
  no('store-below-methods', 'A store never imports a method.', { path: '^cloudfunctions/[^/]+/store\\.ts$' }, { path: '^cloudfunctions/[^/]+/methods/' }),
  no('one-way-to-the-database', 'Only database and runtime open connections.', { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(database|runtime)/' }, { path: 'node_modules/(pg|pg-pool)/', dependencyTypesNot: ['type-only'] }),
  no('resolvable', 'An import that leads nowhere hides what it would break.', { path: '^(src|contract|cloudfunctions)/' }, { couldNotResolve: true, pathNot: '\\.(scss|css|png)$' }),
]

const folders = ['src', 'contract', 'cloudfunctions'].filter((folder) => existsSync(path.join(root, folder)))
process.chdir(root)
const { output } = await cruise(folders, {
  ruleSet: { forbidden },
  validate: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '\\.(scss|css|png)$' },
  tsPreCompilationDeps: true,
  combinedDependencies: true,
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'], exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
})

const { modules, summary } = output as ICruiseResult
const own = modules.filter(({ source }) => /^(src|contract|cloudfunctions)\//.test(source))
for (const { rule, from, to } of summary.violations) {
  console.error(`${rule.name}: ${from} → ${to}\n  ${forbidden.find(({ name }) => name === rule.name)?.comment ?? ''}`)
}
console.log(`imports: ${own.length} modules read, ${summary.violations.length} breaches`)
if (own.length < fewestModules) {
  console.error(`imports: fewer than ${fewestModules} modules were read, so this says nothing`)
  process.exitCode = 1
}
if (summary.violations.length > 0) process.exitCode = 1
