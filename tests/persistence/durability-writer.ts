import { openDatabase } from '../../local/cloud/database/database-service'

/**
 * Writes orders until it is killed, each in a transaction that also takes the stock, and prints
 * the number of every order once it was told that it is kept. Run by the durability tests.
 */
async function main(file: string): Promise<void> {
  const database = openDatabase({ file, now: Date.now })
  const call = (action: string, request: object) =>
    database.handle(`database.${action}`, { ...request }) as Promise<Record<string, string>>
  database.ensureIndex('orders', { name: 'number', keys: [['number', 1]], unique: true })
  database.ensureCollection('stock')
  if (database.collections().find(({ name }) => name === 'stock')?.count === 0)
    database.load('stock', [{ _id: 'tea', sold: 0 }])
  const place = async (number: string): Promise<void> => {
    const { transactionId } = await call('startTransaction', {})
    await call('modifyDocument', {
      collectionName: 'stock',
      transactionId,
      query: '{"_id":"tea"}',
      data: '{"$inc":{"sold":1}}',
    })
    const data = [JSON.stringify({ _id: `order-${number}`, number, lines: [{ sku: 'tea' }] })]
    await call('insertDocument', { collectionName: 'orders', transactionId, data })
    await call('commitTransaction', { transactionId })
  }
  for (let i = 0; ; i++) {
    const number = `${process.pid}-${i}`
    await place(number)
    process.stdout.write(`${number}\n`)
  }
}

void main(process.argv[2] as string)
