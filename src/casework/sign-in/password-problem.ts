const shortest = 12
const longest = 200

/** What is tried first by whoever guesses; three in a row of one kind are not better. */
const known =
  /password|passw0rd|letmein|welcome|qwerty|asdfgh|abc123|iloveyou|alongside|earlyhelp|12345|98765|(.)\1{3}/

/**
 * What is wrong with a new password, in words that say what to do; null for a good one. Length is what counts, and no
 * rule about signs and digits is asked for: the National Cyber Security Centre advises three random words.
 */
export const passwordProblem = (
  password: string,
  whose: { readonly name: string; readonly email: string },
): string | null => {
  if (password === '') return 'Enter a new password'
  if (password.length < shortest)
    return `The password must be at least ${shortest} characters long. Three random words are good`
  if (password.length > longest) return `The password must be ${longest} characters or fewer`
  const plain = password.toLowerCase()
  const own = `${whose.name} ${whose.email.split('@')[0] ?? ''}`.toLowerCase().split(/[^\p{L}]+/u)
  if (own.some((part) => part.length > 3 && plain.includes(part)))
    return 'The password must not contain your name or email address'
  if (known.test(plain.replaceAll(/\s/g, '')))
    return 'This password would be guessed soon. Three random words are good'
  return null
}
