/**
 * Every problem that can be reported, and what to do about it. A code is never used again for another meaning.
 * Those of a pack come first, then those of a case file.
 */
export const problemCodes = {
  'not-readable': 'Ask for the right to read the file, then check again.',
  'not-text': 'Save the file as plain text in UTF-8, or take it out of the pack.',
  'not-yaml': 'Mend the YAML at this line or just above it, then check again.',
  'no-header': 'Begin the document with a block marked ```yaml procedure that gives its id, title and steps.',
  'missing-key': 'Add the key.',
  'unknown-key': 'Correct the key, or take it out.',
  'bad-value': 'Write a value of the kind asked for.',
  'unknown-kind':
    'Begin the rule with what it is: clock, gate, decision, notice, prompt, checklist, watch, form, route, option or no-rule.',
  'clause-without-rule':
    'Under the clause, write its rule in a ```yaml block, or "no-rule:" with the reason why it sets nothing that can be computed, or "unclear:" with the question that is open.',
  'block-outside-clause':
    'Move the block under the heading of its clause; the heading begins with the id of the clause, such as "### NS-5.1 First home visit".',
  'block-not-closed': 'Write a line of three backticks (```) after the last line of the block.',
  'clause-twice': 'Give each clause one heading: join the two, or correct the id of one.',
  'clause-missing': 'Write the clause under a heading that begins with its id, with its rule or "no-rule:".',
  'clause-not-in-register': 'Correct the id in the heading, or add it to the register.',
  'rule-twice': 'Give each rule an id of its own.',
  'no-owner': 'Say which role has to do it: add "owner:" with one of the roles at the head of the procedure.',
  'unknown-event':
    'Use one of the standard events, or add this one under "events:" at the head of the procedure.',
  'unknown-field': 'Use a field that the event has, or add it under "events:" at the head of the procedure.',
  'unknown-value':
    'Use one of the values that the field may have, or add it under "events:" at the head of the procedure.',
  'unknown-role': 'Use one of the roles at the head of the procedure, or add this one there.',
  'unknown-lane': 'Use one of the lanes at the head of the procedure, or add this one there.',
  'unknown-step': 'Use one of the steps or exits at the head of the procedure, or add this one there.',
  'unknown-clock': 'Name a clock of this procedure.',
  'unknown-slot': 'Use one of the slots at the head of the procedure, or add this one there.',
  'unknown-form': 'Name a form in the forms folder beside the procedure.',
  'unknown-form-field': 'Name a field that the form has.',
  'unknown-checklist': 'Name a checklist of this procedure.',
  'unknown-source':
    'Name a field of an event or of a form, or one of the things that a letter can be filled in with.',
  'no-letter-head': 'Begin the letter with a line ---, then title:, to: and by:, then a line ---.',
  'form-id-differs': 'Name the file after the form, or correct "form:".',
  'form-field-twice': 'Give each field of a form an id of its own.',
  'unknown-signer':
    'Use one of the roles at the head of the procedure, or family for those who do not sign in.',
  'unknown-letter': 'Name a letter in the letters folder beside the procedure.',
  'unknown-placeholder': 'Use one of the things that a letter can be filled in with.',
  'never-starts': 'Start the clock from something that can happen.',
  'gate-never-opens': 'Ask for something that can be on record before the event.',
  'step-never-reached':
    'Name the event with which a case reaches the step under "begins:", or lead a route or outcome to it.',
  'no-opening-hours':
    'Add "opening-hours:" at the head of the procedure: working hours cannot be counted without them.',
  'two-versions-one-day': 'Let one version only come into force on a day.',
  'version-folder-differs': 'Name the folder after the day in force, or correct "in-force:".',
  'pack-id-differs': 'Name the folder after the procedure, or correct "procedure:".',
  'no-document': 'Write procedure.md in a folder named after the first day in force, such as 2026-01-01.',
  'unknown-file':
    'Put it where the pack is looked for: procedure.md, scenarios/*.yaml, forms/*.yaml or letters/*.md in the folder of a version, register.yaml or sample.yaml beside them.',
  'scenario-fails': 'Correct the scenario or the rule: they say different things.',
  'rule-without-scenario': 'Write a scenario that shows the rule at work.',
  'case-no-procedure': 'Name one of the procedures in force.',
  'case-no-version': 'Name a version, or correct the dates: no version was in force when the case began.',
  'case-missing-key': 'Add the key.',
  'case-unknown-event': 'Correct the type of the event. It is left out of the reckoning.',
  'case-unknown-field': 'Correct the name of the field. Its value is left out.',
  'case-bad-value': 'Correct the value.',
  'case-unknown-person': 'List the person under "people:", or correct the id.',
  'case-unknown-role': 'Name one of the roles at the head of the procedure.',
  'case-other-worker':
    'Keep it in the file of that worker, or correct the id. The event is left out of the reckoning.',
  'case-unknown-rule': 'Name a clock of the procedure, or "all".',
  'case-unknown-outcome': 'Use one of the outcomes that the procedure names.',
  'case-bad-date': 'Write a day that exists as 2026-03-02, or a moment as 2026-03-02T10:00.',
  'case-end-before-start': 'Correct the order of the two dates.',
  'case-not-born': 'Correct the day, or say when the child was born.',
  'case-id-twice': 'Give each event and each person an id of its own. The second is left out.',
  'case-of-unknown': 'Name the id of an event in this file.',
  'case-closed-already': 'Open the case as it is: it needs no second closing.',
  'case-not-closed': 'Record what has happened: a case that is open needs no reopening.',
  'event-refused': 'Put on record first what the procedure asks for. The event is left out of the reckoning.',
  'reason-needed':
    'A manager may go past this with a reason: add "override: { by: { role: ... }, reason: ... }".',
} as const

export type ProblemCode = keyof typeof problemCodes
