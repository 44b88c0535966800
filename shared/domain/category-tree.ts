interface Node {
  id: string
  parentId?: string | undefined
}

/** Levels there may be, which is also what ends a circle that somebody has made. */
const mostLevels = 5

/** The category and all above it, from the leaf to the top. */
export function categoryPath(categories: readonly Node[], categoryId: string): string[] {
  const path: string[] = []
  let id: string | undefined = categoryId
  while (id !== undefined && path.length < mostLevels && !path.includes(id)) {
    path.push(id)
    const wanted: string = id
    id = categories.find((category) => category.id === wanted)?.parentId
  }
  return path
}
