import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { root } from '../src/app/house/root.ts'

/** A browser and what its process has to find in its environment. */
export type Chromium = { readonly program: string; readonly env: Readonly<Record<string, string>> }

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')

const fontsOf = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`

/** The package unpacks into the folder for temporary files, whatever another process is doing there. */
const unpackInto = async (folder: string): Promise<void> => {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const parts = ['chromium', 'fonts.tar', 'al2023.tar', 'swiftshader.tar']
    await Promise.all(parts.map((part) => inflate(join(packed, `${part}.br`))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/**
 * The Chromium that npm brought, unpacked once (200 MB) beside the packages. Its libraries for network security come
 * with it: a machine without them needs nothing installed by hand.
 *
 * @returns undefined where npm brought none for this kind of machine
 */
export const ownChromium = async (): Promise<Chromium | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const cache = join(root, 'node_modules', '.cache')
  const folder = join(cache, 'alongside-chromium')
  const program = join(folder, 'chromium')
  if (!existsSync(program)) {
    const half = `${folder}-${randomUUID()}`
    mkdirSync(half, { recursive: true })
    await unpackInto(half)
    writeFileSync(join(half, 'fonts.conf'), fontsOf(folder))
    try {
      renameSync(half, folder)
    } catch {
      // Another process was quicker.
      rmSync(half, { recursive: true, force: true })
    }
  }
  return {
    program,
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  }
}
