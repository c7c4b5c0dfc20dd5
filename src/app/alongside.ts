#!/usr/bin/env node
import { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }

const program = new Command('alongside')
  .description('Early help and family support: written procedures that run, and the work they ask for.')
  .version(packageJson.version)

await program.parseAsync()
