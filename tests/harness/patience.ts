import { jest } from '@jest/globals'

/** Tests with real processes and browsers wait for conditions; only a hang should end them. */
jest.setTimeout(300_000)
