import { jest } from '@jest/globals'

// Jest knows one testTimeout for all projects. Unit tests start nothing that a busy machine could
// hold up for minutes, so a hang is told of sooner than in the tests with a browser.
jest.setTimeout(60_000)
