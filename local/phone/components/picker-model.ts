/** What a picker's sheet shows and what its choice means to the page. */
export interface PickerModel {
  /** The words of every column, from left to right. */
  columns(): readonly (readonly string[])[]
  /** The chosen item of every column. */
  indexes(): readonly number[]
  /** The user turned a column to an item. */
  turn(column: number, index: number): void
  /** `event.detail` of bindchange. */
  detail(): Record<string, unknown>
}

const clamp = (index: number, count: number): number =>
  Math.max(0, Math.min(Number.isFinite(index) ? index : 0, count - 1))

/** The words of a range: texts, or one key of objects. */
function labelsOf(range: unknown, rangeKey: string): string[] {
  if (!Array.isArray(range)) return []
  return range.map((item: unknown) => {
    if (rangeKey === '' || typeof item !== 'object' || item === null) return String(item)
    return String((item as Record<string, unknown>)[rangeKey] ?? '')
  })
}

/** `mode="selector"`: one column; the value is the index. */
export function selectorModel(range: unknown, rangeKey: string, value: unknown): PickerModel {
  const labels = labelsOf(range, rangeKey)
  let chosen = clamp(Number(value), labels.length)
  return {
    columns: () => [labels],
    indexes: () => [chosen],
    turn: (_, index) => (chosen = index),
    detail: () => ({ value: chosen }),
  }
}

/** What a multiSelector asks of its component: the page may change ranges while the sheet is open. */
export interface MultiSource {
  range(): unknown
  rangeKey(): string
  value(): unknown
  columnChanged(column: number, value: number): void
}

/** `mode="multiSelector"`: the value is an index a column; each turn is told as columnchange. */
export function multiSelectorModel(source: MultiSource): PickerModel {
  const lists = (): string[][] => {
    const range = source.range()
    return Array.isArray(range) ? range.map((list) => labelsOf(list, source.rangeKey())) : []
  }
  const given = (): number[] => {
    const value = source.value()
    return Array.isArray(value) ? value.map(Number) : []
  }
  let known = given().join()
  let chosen = given()
  const current = (): number[] => {
    if (given().join() !== known) {
      known = given().join()
      chosen = given()
    }
    return lists().map((list, column) => clamp(chosen[column] ?? 0, list.length))
  }
  return {
    columns: lists,
    indexes: current,
    turn(column, index) {
      chosen = current()
      chosen[column] = index
      source.columnChanged(column, index)
    },
    detail: () => ({ value: current() }),
  }
}
