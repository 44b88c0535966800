import fs from 'node:fs'
import path from 'node:path'
import { contract } from '../shared/contract'
import { projectRoot } from './paths'
import { rolesPage } from './roles/roles-table'

fs.writeFileSync(path.join(projectRoot, 'docs', 'roles.md'), rolesPage(contract))
