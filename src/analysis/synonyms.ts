/** Words of news reports that say the same. */

/** Groups of English words, in the dictionary form; a word may be in several. */
export const SYNONYMS: readonly (readonly string[])[] = `
fire sack dismiss axe
kill murder slay assassinate
die perish kill death
buy purchase acquire
sell sale
cost price pay
resign quit resignation
leave quit depart exit
arrest detain apprehend nab
jail imprison prison
free release
steal rob loot theft
win victory triumph
beat defeat
appoint nominate appointment
hire employ recruit
kid child
doctor medic physician surgeon
teacher tutor
farmer grower
car vehicle
lorry truck
plane aircraft aeroplane airplane
ship vessel
house home
money cash
salary wage pay
boss chief head
rise increase hike climb
fall drop decline decrease
build construct erect construction
begin start commence
end finish conclude
close shut closure
help assist aid
injure hurt wound injury
burn blaze fire
ask request
refuse reject decline
raid attack
robber thief raider bandit
livestock cattle
baby infant
illness disease sickness
medicine drug
exam test
prize award
uphold affirm confirm
row quarrel dispute feud
remove extract
talk negotiation dialogue
job post profession occupation
protest demonstration demo
poll election
coach trainer
accuse blame
graft corruption
clash fight
crash collision accident
postpone delay
cancel scrap abolish
ban prohibit outlaw
order directive
probe investigate investigation inquiry
meet meeting
visit tour
praise laud commend
criticise slam condemn
border frontier
fee charge
loan credit
wed marry wedding marriage
born birth
biggest largest
big large huge
tiny small
quick fast rapid
rich wealthy
poor needy
picture photo photograph
holiday vacation
football soccer
shop store
petrol fuel gas
phone telephone
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
