type Words = readonly [string, ...string[]]

/** What a worker might write about what happened, by the event and, where it has one, by its purpose, kind or way. */
export const accounts: Readonly<Record<string, Words>> = {
  'visit.made': [
    'We talked about the week, and looked first at what had gone well.',
    'A quieter visit than the last. The chart on the fridge was filled in for most days.',
  ],
  'visit.made mornings': [
    'We went through the mornings hour by hour. Getting up works on most days; the last ten minutes before leaving are still loud.',
    'Clothes and bags are laid out the evening before now. Two mornings this week went without shouting.',
  ],
  'visit.made bedtimes': [
    'Lights were out by half past eight on four nights. Sunday was hard, after a late visit to relatives.',
    'We tried the new bedtime together: bath, story, light out. It took longer than hoped, and it held.',
  ],
  'visit.made to see each child': [
    'Spent time with each child. Nothing new to worry about.',
    'Sat with each child in turn. Evenings are calmer, and it shows.',
  ],
  'visit.made how things go': [
    'Went through what was agreed last time. Most of it is done; the rest is under way.',
    'The family says what helps most is having one person to ring.',
  ],
  'visit.made how the week has been': [
    'A good week but for Thursday, when the car would not start and everything went wrong after it.',
    'Tired today. Money is short until Friday; talked about the food bank, and how to ask for a payment plan.',
  ],
  'contact.made': [
    'Bedtimes have gone better on four nights out of seven. The next visit stays as agreed.',
    'Sounded tired, but glad of the call. Agreed what to look at when I visit.',
  ],
  'contact.made letter': ['Wrote with the date of the next visit and what it is for, and how to reach me.'],
  'contact.made email': [
    'Wrote with the date of the next visit. An answer came the same day: it suits everybody.',
  ],
  'note.recorded': [
    'Talked it through with the family. Nothing to be done before the next visit.',
    'All is in order for now, and the family knows whom to ring.',
  ],
  'note.recorded visit': [
    'Written up after the visit: calm, friendly, and everybody had something to say about the week.',
    'Written up after the visit: the bedrooms are warm, and the new bed has come.',
  ],
  'note.recorded contact': [
    'Rang back as promised. The letter about the rent has been answered.',
    'A short talk on the telephone about the weekend. It went better than feared.',
  ],
  'note.recorded telephone': [
    'Rang to ask how the appointment went: it was kept, and another is booked.',
    'A call to change the time of the next visit, as shifts have changed.',
  ],
  'note.recorded school': [
    'The school says that mornings are better: late once this week, and cheerful.',
    'Spoke with the class teacher. Homework comes in now; friendships are going well.',
  ],
  'note.recorded professionals': [
    'Spoke with the others who help. Nobody has a new worry; all of us know the date of the next meeting.',
    'Housing say that the repair is booked. I have told the family.',
  ],
  'note.recorded chronology': [
    'The family’s own account of the move last year, for the chronology.',
    'The grandmother has moved near by, and looks after the children on two afternoons.',
  ],
}

/** What children from four years on might say, and what may be seen in younger ones. */
export const voices: Readonly<Record<'older' | 'younger', Words>> = {
  older: [
    '“It is better when nobody shouts in the morning.”',
    '“I like it that we eat together now.”',
    '“I want my own light, so I can read.”',
    '“I do not like it when the telephone rings and everybody goes quiet.”',
    '“Saturday was the best day.”',
  ],
  younger: [
    'smiled, reached out to be picked up, and was soothed at once',
    'brought one toy after another, and laughed',
    'was sleepy, and stayed close to the parent',
  ],
}
