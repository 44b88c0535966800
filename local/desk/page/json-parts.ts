export interface JsonPart {
  kind: 'json-name' | 'json-string' | 'json-value' | 'json-mark'
  text: string
}

const pieces = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d[\d.eE+-]*|[^"\d\w-]+|./g

/** A value as indented JSON, cut into parts that are drawn alike; together they are the JSON. */
export function jsonParts(value: unknown): JsonPart[] {
  return [...JSON.stringify(value, null, 2).matchAll(pieces)].flatMap(
    ([text, quoted, colon]): JsonPart[] => {
      if (quoted === undefined) {
        return [
          { kind: /^[-\d]|^(?:true|false|null)$/.test(text) ? 'json-value' : 'json-mark', text },
        ]
      }
      if (colon === undefined) return [{ kind: 'json-string', text }]
      return [
        { kind: 'json-name', text: quoted },
        { kind: 'json-mark', text: colon },
      ]
    },
  )
}
