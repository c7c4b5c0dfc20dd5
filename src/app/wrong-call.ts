/** The call cannot be carried out as given; its message is for the person who made it. Exit status 2. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall'
}
