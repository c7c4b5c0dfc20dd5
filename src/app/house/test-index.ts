// The one file through which every test runs: a process for each file would take a hundred times as long.
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(resolve(file)).href)
  } catch (error) {
    void test(`${file} can be loaded`, () => {
      throw error
    })
  }
}
