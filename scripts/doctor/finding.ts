/** One thing the doctor found, with what to do about it. */
export interface Finding {
  /** `byHand`: no tool can see or do it, a person has to. */
  level: 'ok' | 'warning' | 'error' | 'byHand'
  says: string
  todo?: string
}

/** What belongs together in the report. */
export interface Group {
  title: string
  findings: Finding[]
}

export const ok = (says: string): Finding => ({ level: 'ok', says })
export const warning = (says: string, todo: string): Finding => ({ level: 'warning', says, todo })
export const error = (says: string, todo: string): Finding => ({ level: 'error', says, todo })
export const byHand = (says: string, todo: string): Finding => ({ level: 'byHand', says, todo })
