import fs from 'node:fs'
import path from 'node:path'
import { demoCatalogue } from '../demo/catalogue/catalogue'
import { catalogueDocuments } from './catalogue-documents'
import { demoFreight } from './delivery'
import { offerDocuments } from './demo-offers'
import { voiceDocuments, withRatings } from './demo-voices'
import { demoStaff } from './staff'
import { firstLayout } from './first-layout'
import type { SeedTarget } from './seed-target'

const picturesFolder = path.join(__dirname, '..', 'demo', 'pictures')

/**
 * Puts the demo company in place: pictures, catalogue with reviews, settings, the home page and the
 * staff. Doing it again adds what is missing and leaves the rest, stock included, as it is.
 */
export async function seedDemo(target: SeedTarget): Promise<void> {
  const pictures = new Map<string, string>()
  for (const name of fs.readdirSync(picturesFolder)) {
    const content = fs.readFileSync(path.join(picturesFolder, name))
    pictures.set(name, await target.putFile(`catalogue/${name}`, content))
  }
  const documents = catalogueDocuments(demoCatalogue, pictures, Date.now())
  const voices = voiceDocuments(documents, Date.now())
  const products = withRatings(documents.products, voices.reviews)
  for (const [collection, list] of Object.entries({ ...documents, products, ...voices })) {
    await target.addDocuments(collection, list)
  }
  for (const [collection, list] of Object.entries(offerDocuments(Date.now()))) {
    await target.addDocuments(collection, list)
  }
  await target.addDocuments(
    'freighttemplates',
    demoFreight(demoCatalogue.company.delivery, Date.now()),
  )
  await target.addDocuments('layouts', [firstLayout(demoCatalogue.home)])
  await target.addDocuments(
    'staff',
    demoStaff.map(({ user, ...person }) => ({ _id: target.openidOf(user), ...person })),
  )
}
