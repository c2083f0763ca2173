// One worry followed through the hands of everybody who has a part in it: the school, the front door, a social worker,
// a manager, and the school again. Each test goes on where the one before stopped.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { CasePage, Home, StartRecord } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, concern, referral
const people = {}
before(async () => {
  stage = await Stage.open('referral')
  await stage.server.toWorkingDay()
  for (const [short, name] of Object.entries({ sam: 'Sam Testwell', dana: 'Dana Sampleton', cora: 'Cora Imagin', sol: 'Sol Specimen', mo: 'Mo Figment' })) people[short] = await stage.person(name)
})
after(() => stage.close())

const WORRY = 'Orla says that there was nobody at home again last night.'
const CHILD = 'Kezia'

// Each step needs the one before: after a failure the rest say so instead of waiting for pages that will not come.
let broken = ''
const step = (name, what) =>
  test(name, async (t) => {
    if (broken) return t.skip(`it failed before: ${broken}`)
    broken = name
    await what(t)
    broken = ''
  })

const at = (who, id) => new CasePage(people[who].tab, id)
async function openTask(who, id, title, child) {
  return at(who, id).openTask(title, child)
}

describe('the school', () => {
  step('a midday supervisor records it', async () => {
    const start = new StartRecord(people.sam.tab)
    await start.begin('school-concern')
    await start.find(CHILD)
    await start.tab.getByRole('checkbox').first().check()
    await start.continue()
    await start.tab.getByLabel('May have been harmed').check()
    await start.continue()
    await start.choose('Is a child in danger right now?', 'No')
    await start.continue()
    await start.write('What happened, or what worries you?', WORRY)
    while ((await start.heading()) !== 'Check your answers') await start.continue()
    await start.send()
    concern = await start.reference()
  })

  step('the safeguarding lead sees it first and acknowledges it', async () => {
    const home = new Home(people.dana.tab)
    await home.open()
    const lines = await home.lines()
    // Only what is overdue comes before what nobody has acknowledged.
    const rest = lines.filter((line) => !/Overdue|Late against target/.test(line.words))
    const unread = rest.filter((line) => line.title === 'Acknowledge the concern').length
    const place = rest.findIndex((line) => line.words.includes(CHILD))
    assert.ok(place >= 0 && place < unread, `it comes after other work: ${JSON.stringify(lines)}`)
    await home.openTask('Acknowledge the concern', CHILD)
    await home.press('Acknowledge the concern')
    assert.match(await home.notice(), /./)
  })

  step('weighs it and records what the child wants', async () => {
    const weigh = await openTask('dana', concern, 'Weigh the concern')
    await weigh.choose('Is any child at immediate risk of significant harm?', 'No')
    await weigh.tick('Neglect')
    await weigh.write('What would be best for this child, and why?', 'Somebody at home in the evening.')
    await weigh.press('Weigh the concern')
    assert.deepEqual(await weigh.errors(), [])

    const voice = await openTask('dana', concern, /wishes and feelings/)
    await voice.write('What does this child want, and how do they feel?', 'She wants her mum to be there at bedtime.')
    await voice.press(/wishes and feelings/)
    assert.deepEqual(await voice.errors(), [])

    const outside = await openTask('dana', concern, 'Consider risks outside the home')
    await outside.choose('Is this child at risk from people or places outside the home?', 'No')
    await outside.press('Consider risks outside the home')
    assert.deepEqual(await outside.errors(), [])
  })

  step('decides to refer, with reasons', async () => {
    const response = await openTask('dana', concern, 'Decide what the child needs')
    await response.decide('Refer to children\'s social care')
    assert.match((await response.errors()).join(), /reason/i)
    await response.decide('Refer to children\'s social care', 'The third time this month.')
    assert.deepEqual(await response.errors(), [])
  })

  step('cannot refer before deciding how the parents are involved, and is told so', async () => {
    const refer = await openTask('dana', concern, "Refer to children's social care")
    assert.match(await refer.words(), /Decide first how the parents are involved/)
  })

  step('records consent and refers', async () => {
    const consent = await openTask('dana', concern, /parents are involved/)
    await consent.decide('Spoken to, and they agree', 'Her mother came in and would be glad of help.')
    assert.deepEqual(await consent.errors(), [])

    const refer = await openTask('dana', concern, "Refer to children's social care")
    await refer.tab.getByRole('group', { name: 'Where does the child live?' }).getByLabel(/Fenmere/).check()
    await refer.choose('Does a child need protecting right now?', 'No')
    await refer.write('What is it doing to the child?', 'She is tired and afraid in the evenings.')
    await refer.write('What do you know it from?', 'She told two members of staff.')
    await refer.write('What help has there been so far?', 'Breakfast club since September.')
    await refer.write('What is strong in this family?', 'A warm mother who comes when asked.')
    await refer.write('What do you want to happen?', 'An assessment.')
    await refer.choose('Do the parents or carers know that you are referring?', 'Yes')
    await refer.choose('Do they agree?', 'Yes')
    await refer.press("Refer to children's social care")
    assert.deepEqual(await refer.errors(), [])

    const page = at('dana', concern)
    await page.open('people')
    const link = page.tab.getByRole('link', { name: "Referral to children's social care" })
    referral = new URL(await link.getAttribute('href'), 'http://x').pathname.split('/')[2]
  })

  step('sees of the referral what a referrer sees, with its clocks', async () => {
    const page = at('dana', referral)
    await page.open()
    assert.match(await page.words(), /Fenmere County Council/)
  })
})

describe("children's social care", () => {
  step('the contact officer acknowledges within the limit', async () => {
    const home = new Home(people.cora.tab)
    await home.open()
    assert.ok((await home.lines()).some((line) => line.title === 'Acknowledge the referral' && line.words.includes(CHILD)))
    const acknowledge = await openTask('cora', referral, 'Acknowledge the referral')
    assert.match(await acknowledge.words(), /How this was counted/)
    await acknowledge.press('Acknowledge the referral')
    assert.deepEqual(await acknowledge.errors(), [])
  })

  step('checks for an allocated worker and fills the gaps', async () => {
    const check = await openTask('cora', referral, /check for an allocated worker/)
    await check.write("Child's name, spelled back to the caller", 'Spelled back and right.')
    await check.write("Child's address, read back", 'Read back and right.')
    await check.choose('Does any of the children have an allocated social worker?', 'No')
    await check.press(/check for an allocated worker/)
    assert.deepEqual(await check.errors(), [])

    const sections = {
      'The child now': async (page) => page.write('Where is the child now?', 'At school.'),
      'The family': async (page) => page.write('Who is in the family?', 'Mother and the children.'),
      'Who is referring': async (page) => {
        await page.choose('How is the referral made?', "From another record, such as a school's concern")
        await page.choose('Who is referring?', 'A professional')
      },
    }
    for (const [section, fill] of Object.entries(sections)) {
      const record = await openTask('cora', referral, 'Fill the gaps in the referral')
      await record.follow(section)
      await fill(record)
      await record.press('Save and continue')
      if (await record.tab.getByText('lead to more questions').count()) await record.press('Save and continue')
      assert.deepEqual(await record.errors(), [])
    }
    const record = await openTask('cora', referral, 'Fill the gaps in the referral')
    await record.press('Fill the gaps in the referral')
    assert.deepEqual(await record.errors(), [])
  })

  step('all four household questions must be asked, and "not known" is an answer', async () => {
    const ask = await openTask('cora', referral, 'Ask the referrer the four household questions')
    await ask.choose('Is there domestic abuse in the household?', 'No')
    await ask.choose('Does anyone in the household have a mental illness?', 'Not known')
    await ask.choose('Does anyone in the household misuse drugs or alcohol?', 'No')
    await ask.press('Ask the referrer the four household questions')
    assert.equal((await ask.errors()).length, 1)
    assert.ok(await ask.question('Does anyone in the household have a mental illness?').getByLabel('Not known').isChecked())
    await ask.choose('Does anyone in the household have learning difficulties?', 'No')
    await ask.press('Ask the referrer the four household questions')
    assert.deepEqual(await ask.errors(), [])
    const route = await openTask('cora', referral, 'Decide where it goes')
    await route.decide('To screening here')
    assert.deepEqual(await route.errors(), [])
  })

  step('the social worker is told why it cannot be decided yet', async () => {
    const outcome = await openTask('sol', referral, 'Decide what happens for this child')
    const words = await outcome.words()
    assert.match(words, /Screen the referral first|You cannot do this now/)
    assert.match(words, /Start the chronology/)
  })

  step('screens it', async () => {
    const check = await openTask('sol', referral, /Check our records/)
    await check.write('What do our records hold about each child?', 'No record before today.')
    await check.choose('Is there anybody else in the household who has not been checked?', 'No')
    await check.tab.getByLabel(/I have searched our records/).check()
    await check.press(/Check our records/)
    assert.deepEqual(await check.errors(), [])

    const consent = await openTask('sol', referral, "Record the parents' consent")
    await consent.tab.getByLabel('Yes, consent was given').check()
    if (await consent.tab.getByLabel('Who was asked').isVisible()) await consent.write('Who was asked', 'Their mother')
    await consent.press("Record the parents' consent")
    if (await consent.tab.getByText('lead to more questions').count()) {
      await consent.write('Who was asked', 'Their mother')
      await consent.press("Record the parents' consent")
    }
    assert.deepEqual(await consent.errors(), [])

    const answers = {
      'The worry': { write: { 'What is the worry?': 'Left alone in the evening.', 'How and why has it arisen?': 'Their mother works nights.', 'What does the child seem to need?': 'An adult at home.', 'What harm, or harm to health and development, needs looking into further?': 'Sleep.' }, choose: { 'Is abuse or neglect involved?': 'Yes' } },
      'Urgent protection': { choose: { 'Does this child need protecting urgently?': 'No', 'Does any other child in the household?': 'No', 'Does any child living elsewhere?': 'No' } },
      'Who has been asked': { write: { 'What did the referrer say when you spoke?': 'It is getting worse.', 'Which agencies have been involved, or why none?': 'School.' }, choose: { 'Which level of need does this look like, by the thresholds document?': 'Complex needs' } },
      'Other routes': { choose: { 'May a crime have been committed?': 'No', 'Might a section 47 enquiry be called for?': 'No', 'Is any adult at risk of harm or abuse?': 'No' } },
    }
    for (const [section, { write = {}, choose = {} }] of Object.entries(answers)) {
      const screen = await openTask('sol', referral, 'Screen the referral')
      await screen.follow(section)
      for (const [label, text] of Object.entries(write)) await screen.write(label, text)
      for (const [question, choice] of Object.entries(choose)) await screen.choose(question, choice)
      await screen.press('Save and continue')
      assert.deepEqual(await screen.errors(), [], section)
    }
    const screen = await openTask('sol', referral, 'Screen the referral')
    await screen.press('Screen the referral')
    assert.deepEqual(await screen.errors(), [])
  })

  step('decides once the chronology is begun; the decision waits for another hand', async () => {
    const blocked = await openTask('sol', referral, 'Decide what happens for this child')
    assert.match(await blocked.words(), /Start the chronology/)
    const chronology = await openTask('sol', referral, 'Start or add to the chronology')
    await chronology.choose('The chronology', 'Commenced')
    await chronology.write('What belongs in it from this referral?', 'Referred by school; left alone in the evening.')
    await chronology.press('Start or add to the chronology')
    assert.deepEqual(await chronology.errors(), [])

    const outcome = await openTask('sol', referral, 'Decide what happens for this child')
    await outcome.decide('Child and family assessment', 'Needs that will not be met without services.')
    assert.deepEqual(await outcome.errors(), [])
    const waiting = await openTask('sol', referral, 'Decide what happens for this child')
    assert.match(await waiting.words(), /signature that you cannot give/)
    assert.equal(await waiting.tab.getByRole('button', { name: 'Send your answer' }).count(), 0)
  })

  step('the team manager signs it', async () => {
    const sign = await openTask('mo', referral, 'Decide what happens for this child')
    assert.match(await sign.words(), /Needs that will not be met without services/)
    await sign.press('Send your answer')
    assert.equal((await sign.errors()).length, 1)
    await sign.tick('Yes, I sign it')
    await sign.press('Send your answer')
    assert.deepEqual(await sign.errors(), [])
  })

  step('the referrer is told', async () => {
    const tell = await openTask('cora', referral, 'Tell the referrer the outcome')
    await tell.choose('Has the referrer been told the outcome and what happens next?', 'Yes')
    if (!(await tell.tab.getByLabel('What was said').isVisible())) await tell.press('Tell the referrer the outcome')
    await tell.choose('How', 'Message here')
    await tell.write('What was said', 'An assessment will begin this week.')
    await tell.press('Tell the referrer the outcome')
    assert.deepEqual(await tell.errors(), [])
  })
})

describe('the school again', () => {
  step('the safeguarding lead reads the outcome, and none of the weighing behind it', async () => {
    const page = at('dana', referral)
    await page.open()
    assert.match(await page.words(), /Child and family assessment/)
    await page.open('record')
    const words = await page.words()
    assert.doesNotMatch(words, /Their mother works nights/)
    await page.tab.goto(`/cases/${referral}/history`)
    assert.doesNotMatch(await page.words(), /Their mother works nights|No record before today/)
  })
})
