// Renders goldens.in.json with MOJ Frontend's own Nunjucks templates and writes goldens.json. Run when
// @ministryofjustice/frontend is upgraded, and review the difference:
//   npm install --no-save nunjucks && node src/web/components/moj/make_goldens.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../../../..')
const nunjucks = createRequire(process.env.NUNJUCKS_FROM ?? join(root, 'package.json'))('nunjucks')
const environment = nunjucks.configure(
  [join(root, 'node_modules/govuk-frontend/dist'), join(root, 'node_modules/@ministryofjustice/frontend')],
  { autoescape: true, trimBlocks: true, lstripBlocks: true }
)
// Our timeline is given its date in words; the template's own date filters are left out of the comparison.
environment.addFilter('mojDate', (timestamp, type) => type)

const goldens = JSON.parse(readFileSync(join(here, 'goldens.in.json'), 'utf8'))
for (const golden of goldens)
  golden.html = environment.render(`moj/components/${golden.component}/template.njk`, { params: golden.options })
writeFileSync(join(here, 'goldens.json'), JSON.stringify(goldens, null, 1) + '\n')
