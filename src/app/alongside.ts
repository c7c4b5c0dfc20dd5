#!/usr/bin/env node
import { runAlongside } from './run-alongside.ts'
import { processTerminal } from './terminal.ts'

// A reader such as `head` may close the pipe before everything is written. That is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

await runAlongside(process.argv.slice(2), processTerminal())
