export const MODALS = new Set([
  'will',
  'would',
  'may',
  'might',
  'can',
  'could',
  'shall',
  'should',
  'must',
  "'ll",
  'ought',
  'cannot',
  'wo',
  'ca',
  "'d",
])

export const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'re", "'m"])

export const HAVE = new Set(['have', 'has', 'had', 'having', "'ve"])

/** Verbs whose particle changes what they say; any other preposition after a verb opens a phrase of its own. */
export const PHRASAL = new Set(
  `fire on,fire at,open fire,shoot down,bring down,take down,carry out,break through,break out,break into,pull back,pull out,push back,drive back,drive out,push out,beat back,throw back,fight off,fend off,
hold off,hold on,hold out,dig in,give up,hand over,take over,wipe out,knock out,blow up,cut off,call up,step up,set up,set out,go down,go off,come under,come down,build up,ramp up,
roll out,call for,call on,call off,point out,rule out,speak out,break down,fight on,fight back,press on,move in,move into,move on,close in,bog down,slow down,wear down,hit back,strike back,
turn back,fall back,send back,take part,crack down,back down,stand down,lay down,put out,put forward,send in,gun down,mow down,take out,run out,go ahead,sign off,draw up,wind down,phase out,
burn down,burn out,catch fire,tear down,crash into,slam into,crash down,land in,seal off,clear out,mop up,open up,keep up,hold back,hold up,dry up,round up,turn over,sign up,fall apart,
ask for,opt against,opt for,advance on,call upon,cut down,shut down,shut off,switch off,turn off,go out,pin down,take back,win back,claw back,get back,tie down,bring in,call in,stave off,ward off,kick off,cross into,cross over`
    .split(/[,\n]/)
    .map(word => word.trim())
    .filter(Boolean),
)
