/** Whether a product can stand on the shelf: it can be seen, and something of it can be bought. */
export const isComplete = ({
  pictures,
  skus,
}: {
  pictures: readonly string[]
  skus: readonly { isListed: boolean }[]
}): boolean => pictures.length > 0 && skus.some(({ isListed }) => isListed)
