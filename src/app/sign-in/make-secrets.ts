import { hash, verify } from '@node-rs/argon2'
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { generateSecret, verifySync } from 'otplib'
import type { Secrets } from '#casework/sign-in/secrets.ts'

/** argon2id; 19 MiB and two passes, as OWASP's cheat sheet on storing passwords has it. */
const slow = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A code of the half minute before or after is taken as well, for a phone whose clock is a little off. */
const tolerance = 30

/** Without I, L, O and U: nothing that is read as something else, or as a word. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const recoveryCodes = 10

/** 80 random bits: `7K2M-9QXA-03HD-WZ5T`. */
const newRecoveryCode = (): string => {
  const chosen = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
  return (chosen.match(/.{4}/g) ?? []).join('-')
}

const keyFor = (secret: string, what: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', what, 32))

const seal = (key: Buffer, text: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

const openWith = (key: Buffer, sealed: string): string | null => {
  const all = Buffer.from(sealed, 'base64url')
  if (all.length < 28) return null
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, all.subarray(0, 12), { authTagLength: 16 })
    cipher.setAuthTag(all.subarray(12, 28))
    return Buffer.concat([cipher.update(all.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/**
 * Passwords, tokens and codes, by kept libraries.
 *
 * @param secrets of the installation: the first seals and makes keyed digests, all of them open what was sealed
 */
export const makeSecrets = (secrets: readonly [string, ...string[]]): Secrets => {
  const [first] = secrets
  const sealing = keyFor(first, 'codes')
  const opening = secrets.map((secret) => keyFor(secret, 'codes'))
  const digesting = keyFor(first, 'attempts')
  let nobodys: Promise<string> | undefined
  return {
    newToken: () => randomBytes(32).toString('base64url'),
    newRecoveryCodes: () => Array.from({ length: recoveryCodes }, newRecoveryCode),
    digestOf: (secret) => createHash('sha256').update(secret).digest('hex'),
    keyedDigestOf: (text) => createHmac('sha256', digesting).update(text).digest('hex'),
    hashPassword: (password) => hash(password, slow),
    isPassword: async (password, known) => {
      nobodys ??= hash(randomBytes(32), slow)
      const isIt = await verify(known ?? (await nobodys), password)
      return isIt && known !== null
    },
    newCodeSecret: () => generateSecret({ length: 20 }),
    stepOf: (secret, code, at) => {
      if (!/^\d{6}$/.test(code)) return null
      const epoch = Math.floor(at / 1000)
      const found = verifySync({ secret, token: code, epoch, epochTolerance: tolerance })
      return found.valid && 'timeStep' in found ? found.timeStep : null
    },
    seal: (text) => seal(sealing, text),
    open: (sealed) => {
      for (const key of opening) {
        const text = openWith(key, sealed)
        if (text !== null) return text
      }
      return null
    },
  }
}
