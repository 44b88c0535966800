import fs from 'node:fs'
import path from 'node:path'
import type { StaffDocument } from '../../cloudfunctions/_kit/documents/member'
import { demoCatalogue } from '../demo/catalogue/catalogue'
import { catalogueDocuments } from './catalogue-documents'
import type { SeedTarget } from './seed-target'

const picturesFolder = path.join(__dirname, '..', 'demo', 'pictures')

/**
 * Puts the demo company in place: pictures, catalogue, settings and one member of staff. Doing it
 * again adds what is missing and leaves the rest, stock included, as it is.
 */
export async function seedDemo(target: SeedTarget): Promise<void> {
  const pictures = new Map<string, string>()
  for (const name of fs.readdirSync(picturesFolder)) {
    const content = fs.readFileSync(path.join(picturesFolder, name))
    pictures.set(name, await target.putFile(`catalogue/${name}`, content))
  }
  const documents = catalogueDocuments(demoCatalogue, pictures)
  for (const [collection, list] of Object.entries(documents)) {
    await target.addDocuments(collection, list)
  }
  const staff: StaffDocument = {
    _id: target.openidOf('staff'),
    name: '仓管',
    roles: ['owner'],
  }
  await target.addDocuments('staff', [staff])
}
